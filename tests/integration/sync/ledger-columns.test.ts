// Columns of ledgers beside the cache: read when first asked for, kept until an import or undo touches them, placed anew
// when areas come; and what they say is what stands in the tables.

import { expect, it } from 'vitest';
import { openLedgerShelf } from '../../../electron/services/cache/ledger-reader.ts';
import type { LedgerRows } from '../../../electron/services/indicators/ledger-columns.ts';
import { BLANK } from '../../../electron/services/indicators/ledger-columns.ts';
import type { LedgerSourceName } from '../../../electron/services/indicators/ledger-formula-schema.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { takeCsv } from './ledger-files.ts';
import { NOW_S } from './made-blocks.ts';
import { makeCache } from './made-cache.ts';
import { GRIDS, UNITS } from './made-district.ts';

const MEETINGS = [
	'会议编号,区划编码,会议日期,到期事项数,已落实事项数',
	'1,330399001,2026-10-01,3,2',
	'2,G1,2026-10-02,,1',
];

it('are kept until their own ledger is touched', async () => {
	const made = makeCache();
	const shelf = openLedgerShelf(made.cache.reader, () => new Map());
	const connected = new Set(['meeting', 'participation', 'grid']);
	const rowsOf = (source: LedgerSourceName): LedgerRows | null => shelf.readerAt(connected).rows(source);
	await made.take(UNITS);
	await takeCsv(made, MEETINGS);
	const first = rowsOf('meeting');
	expect([...(first?.column('resolutions_due') ?? [])]).toEqual([3, BLANK]);
	expect(first?.column('no_such_field')).toBe(null);
	expect(first?.areaId[1]).toBe(0);

	const other = await takeCsv(made, ['活动编号,区划编码,活动日期,参与人次', '1,330399001,2026-10-01,5']);
	expect(rowsOf('meeting')).toBe(first);

	await made.take(GRIDS);
	const placed = rowsOf('meeting');
	expect(placed).not.toBe(first);
	const areaOf = made.cache.reader.prepare('SELECT area_code FROM area WHERE area_id = ?').pluck();
	expect([...(placed?.areaId ?? [])].map((id) => areaOf.get(id))).toEqual(['330399001', 'G1']);

	const more = await takeCsv(made, [...MEETINGS, '3,330399002,2026-10-03,4,4']);
	expect(rowsOf('meeting')?.length).toBe(3);
	undoBatch(made.cache, other.batchId ?? 0, NOW_S);
	undoBatch(made.cache, more.batchId ?? 0, NOW_S);
	expect(rowsOf('meeting')?.length).toBe(2);
	expect(shelf.readerAt(new Set()).rows('meeting')).toBe(null);
});

it('number the rows as their keys are listed', async () => {
	const made = makeCache();
	await made.take(UNITS);
	await takeCsv(made, MEETINGS);
	const reader = openLedgerShelf(made.cache.reader, () => new Map()).readerAt(new Set(['meeting']));
	expect(reader.keys('meeting', [1, 0])).toEqual(['2', '1']);
});
