// Undo is exact: whatever a batch changed is as it was, row for row, and what stands in the way is named.

import { describe, expect, it } from 'vitest';
import { getBatch, listBatches } from '../../../electron/services/cache/batch-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { eventBlocks, type MadeEvent, type MadeExport, NOW_S, stepBlock } from './made-blocks.ts';
import { dumpCache, type MadeCache, makeCache } from './made-cache.ts';
import { GRIDS, UNITS } from './made-district.ts';

const AT = { acceptedAt: '2026-11-20T09:00:00' };
const FIRST: MadeEvent[] = [
	{ id: 'E1', place: '东街道/石坦村/第1网格/', unit: '城管', at: { ...AT, lng: 120.0123456789, lat: 28.0049999999 } },
	{ id: 'E2', place: '东街道///', at: { acceptedAt: '2026-11-21T09:00:00', closedAt: '2026-11-22T09:00:00' } },
];
const SECOND: MadeEvent[] = [
	{ id: 'E1', place: '西镇///', unit: '水利', status: '已办结', at: { acceptedAt: '2026-11-19T09:00:00' } },
	{ id: 'E3', place: '西镇/石坦村//', category: '新类/新', at: { ...AT, closedAt: '2026-11-23T09:00:00' } },
];

function events(fileName: string, rows: MadeEvent[], plan: MadeExport['plan'] = {}): MadeExport {
	return { fileName, dataset: 'event', blocks: eventBlocks(rows), plan };
}
function steps(fileName: string, rows: Parameters<typeof stepBlock>[0]): MadeExport {
	return { fileName, dataset: 'event_step', blocks: [stepBlock(rows)] };
}

/** Imports the files, then one more, undoes that and expects the state before it. */
async function expectExact(before: MadeExport[], last: MadeExport): Promise<MadeCache> {
	const made = makeCache();
	for (const one of before) await made.take(one);
	const state = dumpCache(made.cache.reader);
	const report = await made.take(last);
	expect(report.outcome).toBe('committed');
	expect(dumpCache(made.cache.reader)).not.toEqual(state);
	const undone = undoBatch(made.cache, report.batchId ?? 0, NOW_S);
	expect(undone.undoneAt).not.toBeNull();
	expect(dumpCache(made.cache.reader)).toEqual(state);
	expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	return made;
}

describe('undo', () => {
	it('of the first events leaves an empty cache', () => expectExact([], events('a.csv', FIRST)));
	it('of a later file of events', () => expectExact([UNITS, GRIDS, events('a.csv', FIRST)], events('b.csv', SECOND)));
	it('of units under events', () => expectExact([GRIDS, events('a.csv', FIRST)], UNITS));
	it('of grids under events and steps', () =>
		expectExact(
			[UNITS, events('a.csv', FIRST), steps('s.csv', [{ event: 'E2', op: '重办', at: '2026-11-22T12:00:00' }])],
			GRIDS,
		));
	it('of changed steps', () =>
		expectExact(
			[events('a.csv', FIRST), steps('s.csv', [{ event: 'E2', seq: 1, op: '重办', at: '2026-11-22T12:00:00' }])],
			steps('t.csv', [
				{ event: 'E2', seq: 1, op: '结案', at: '2026-11-22T13:00:00' },
				{ event: 'E2', seq: 2, op: '重办', at: '2026-11-22T14:00:00' },
			]),
		));
	it('of events whose units were made from names', () =>
		expectExact(
			[events('a.csv', FIRST, { createUnitsFromNames: true })],
			events('b.csv', [...SECOND, { id: 'E4', place: '南乡/某村//', at: AT }], { createUnitsFromNames: true }),
		));
	it('of delivered units that took the place of made ones', () =>
		expectExact([events('a.csv', FIRST, { createUnitsFromNames: true })], UNITS));

	it('keeps made units that a later batch still needs', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST, { createUnitsFromNames: true }));
		await made.take(events('b.csv', [{ id: 'E9', place: '东街道///', at: AT }], { createUnitsFromNames: true }));
		undoBatch(made.cache, 1, NOW_S);
		expect(made.packed('E9').areaId).not.toBe(0);
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
		const names = made.cache.reader.prepare('SELECT area_code FROM area ORDER BY 1').pluck().all();
		expect(names).toEqual(['name:东街道', 'name:全区']);
	});

	it('is refused while later batches changed the same rows, naming them, and possible after those', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		await made.take(events('b.csv', SECOND));
		expect(getBatch(made.cache.reader, 1)).toMatchObject({ canUndo: false, undoBlockedBy: [2] });
		const state = dumpCache(made.cache.reader);
		expect(() => undoBatch(made.cache, 1, NOW_S)).toThrow(expect.objectContaining({ code: 'E_DEPENDS' }));
		expect(dumpCache(made.cache.reader)).toEqual(state);
		undoBatch(made.cache, 2, NOW_S);
		undoBatch(made.cache, 1, NOW_S);
		expect(listBatches(made.cache.reader, 10).map((batch) => batch.canUndo)).toEqual([false, false]);
		expect(made.cache.reader.prepare('SELECT count(*) FROM event').pluck().get()).toBe(0);
	});

	it('is possible for an earlier batch that later ones did not touch', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		await made.take(events('b.csv', [{ id: 'E8', at: AT }]));
		undoBatch(made.cache, 1, NOW_S);
		expect(made.cache.reader.prepare('SELECT event_id FROM event').pluck().all()).toEqual(['E8']);
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	});

	it('of nothing is an error, and the same file can come again after an undo', async () => {
		const made = makeCache();
		expect(() => undoBatch(made.cache, 7, NOW_S)).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
		await made.take(events('a.csv', FIRST));
		undoBatch(made.cache, 1, NOW_S);
		expect(() => undoBatch(made.cache, 1, NOW_S)).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
		expect(await made.take(events('a.csv', FIRST))).toMatchObject({ outcome: 'committed', batchId: 2 });
	});
});
