// Earlier rows of areas and ledgers stay readable after every batch that changes or withdraws them, and go with an undo.

import { describe, expect, it } from 'vitest';
import { listReplacedRows } from '../../../electron/services/sync/replaced-rows.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { takeCsv } from './ledger-files.ts';
import { NOW_S } from './made-blocks.ts';
import { type MadeCache, makeCache } from './made-cache.ts';

const HEADERS = '培训编号,培训名称,培训主题,组织单位,培训日期,学时,统计区域';
const UNIT_HEADERS = '单位编码,单位名称,层级,上级编码,常住人口';

const list = (made: MadeCache, batchId: number | null, limit = 100, offset = 0) =>
	listReplacedRows(made.cache.reader, { batchId: batchId ?? 0, limit, offset });

describe('earlier rows', () => {
	it('of a ledger stand with both states, in words, dates and places, also after a third batch', async () => {
		const made = makeCache();
		const first = await takeCsv(made, [
			HEADERS,
			'P1,消防,消防安全,应急局,2026-10-12,4,东街道',
			'P2,防汛,防汛,水务局,2026-10-13,2,',
		]);
		const second = await takeCsv(made, [HEADERS, 'P1,消防,无人机,城管局,2026-10-14,4,东街道']);
		const third = await takeCsv(made, [HEADERS, 'P1,消防,无人机,城管局,2026-10-14,6,西镇']);
		expect(list(made, first.batchId)).toEqual({ total: 0, rows: [] });
		const { total, rows } = list(made, second.batchId);
		expect(total).toBe(1);
		expect(rows[0]).toMatchObject({ key: ['P1'], earlierBatchId: first.batchId, isWithdrawn: false, isRedrawn: false });
		expect(rows[0]?.changes).toEqual([
			{ field: 'topic', header: '培训主题', kind: 'text', before: '消防安全', after: '无人机' },
			{ field: 'organiser', header: '主办单位', kind: 'text', before: '应急局', after: '城管局' },
			{ field: 'held_on', header: '培训日期', kind: 'date', before: '2026-10-12', after: '2026-10-14' },
		]);
		expect(list(made, third.batchId).rows[0]?.changes).toEqual([
			{ field: 'hours', header: '培训学时', kind: 'number', before: '4', after: '6' },
			{ field: 'place', header: '区域', kind: 'text', before: '东街道', after: '西镇' },
		]);
	});

	it('of an area stand with both states; the undo takes them away again', async () => {
		const made = makeCache();
		const first = await takeCsv(made, [UNIT_HEADERS, '330399,L区,区,,', '330399001,东街道,镇街,330399,5000']);
		const second = await takeCsv(made, [UNIT_HEADERS, '330399001,东街街道,镇街,330399,5200']);
		const { rows } = list(made, second.batchId);
		expect(rows[0]).toMatchObject({ key: ['330399001', '东街道'], earlierBatchId: first.batchId });
		expect(rows[0]?.changes).toContainEqual(
			expect.objectContaining({ field: 'pop_resident', kind: 'number', before: '5000', after: '5200' }),
		);
		expect(rows[0]?.changes).toContainEqual(
			expect.objectContaining({ field: 'unit_name', before: '东街道', after: '东街街道' }),
		);
		undoBatch(made.cache, second.batchId as number, NOW_S);
		expect(list(made, second.batchId)).toEqual({ total: 0, rows: [] });
	});

	it('come page by page, and a batch that is not there is refused by number', async () => {
		const made = makeCache();
		const of = (hours: number) =>
			Array.from({ length: 5 }, (_, at) => `P${at},班,消防安全,应急局,2026-10-12,${hours},`);
		await takeCsv(made, [HEADERS, ...of(1)]);
		const second = await takeCsv(made, [HEADERS, ...of(2)]);
		const page = list(made, second.batchId, 2, 2);
		expect(page.total).toBe(5);
		expect(page.rows.map(({ key }) => key)).toEqual([['P2'], ['P3']]);
		expect(() => list(made, 999)).toThrow(/999/);
	});
});
