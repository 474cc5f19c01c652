// Indexes that others publish are listed as they were delivered, of an area and of those directly below it.

import { expect, it } from 'vitest';
import { listExternalIndexes } from '../../../electron/services/cache/ledger-index-queries.ts';
import { takeCsv } from './ledger-files.ts';
import { makeCache } from './made-cache.ts';
import { GRIDS, UNITS } from './made-district.ts';

it('lists what was published, and says when nothing was', async () => {
	const made = makeCache();
	await made.take(UNITS);
	await made.take(GRIDS);
	const ask = (area: string, period?: string) =>
		listExternalIndexes(made.cache.reader, { area, limit: 3, ...(period !== undefined && { period }) });
	expect(ask('330399')).toEqual({ isConnected: false, rows: [], total: 0 });
	await takeCsv(made, [
		'统计区域,指数名称,指数期间,指数值,指数排名,发布单位,指数发布日期',
		'西镇,平安指数,2026年9月,90.5,2,市平安办,2026-10-08',
		'东街道,平安指数,2026年9月,98.61,1,市平安办,2026-10-08',
		'L区,平安指数,2026年9月,97,,市平安办,',
		'东街道,平安指数,2026年8月,98,,,',
		'G1,平安指数,2026年9月,1,,,',
	]);
	const found = ask('330399');
	expect(found.rows.map(({ areaName, period, value, rank }) => `${areaName} ${period} ${value} ${rank}`)).toEqual([
		'L区 2026-09 97 null',
		'东街道 2026-09 98.61 1',
		'西镇 2026-09 90.5 2',
	]);
	expect(found).toMatchObject({ isConnected: true, total: 4 });
	expect(found.rows[1]).toMatchObject({ name: '平安指数', publisher: '市平安办', publishedOn: '2026-10-08' });
	expect(ask('330399', '2026-08').rows.map(({ value }) => value)).toEqual([98]);
});
