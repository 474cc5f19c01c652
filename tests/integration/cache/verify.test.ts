// Verify finds what is wrong: packs that differ from the events, rows of no batch, places and counts that do not fit.

import { describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../electron/services/cache/cache-db.ts';
import { rebuildPacks } from '../../../electron/services/cache/event-pack-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { eventBlocks } from '../sync/made-blocks.ts';
import { makeCache } from '../sync/made-cache.ts';
import { GRIDS, UNITS } from '../sync/made-district.ts';

async function makeFilled(): Promise<{ db: WritableDb; codes: () => string[] }> {
	const { cache, take } = makeCache();
	for (const one of [UNITS, GRIDS]) await take(one);
	await take({
		fileName: 'events.csv',
		dataset: 'event',
		blocks: eventBlocks([
			{ id: 'E1', place: '东街道///', at: { acceptedAt: '2026-11-20T09:00:00' } },
			{ id: 'E2', at: { acceptedAt: '2026-11-21T09:00:00' } },
		]),
	});
	if (!cache.writer) throw new Error('the cache is not writable');
	return { db: cache.writer, codes: () => verifyCache(cache.reader).findings.map((finding) => finding.code) };
}

describe('verify', () => {
	it('counts what a sound cache holds', async () => {
		const { db } = await makeFilled();
		expect(verifyCache(db)).toEqual({
			isSound: true,
			findings: [],
			counts: { areas: 11, places: 2, events: 2, steps: 0, batches: 3, packs: 2 },
		});
	});

	it.each([
		["UPDATE event SET closed_at = 1795000000 WHERE event_id = 'E1'", ['V_PACKS']],
		['DELETE FROM event_pack WHERE day = (SELECT min(day) FROM event_pack)', ['V_PACKS']],
		["UPDATE batch SET undone_at = 1 WHERE dataset = 'event'", ['V_BATCH']],
		['UPDATE area SET batch_id = 99 WHERE area_id = 1', ['V_BATCH']],
		['DELETE FROM place', ['V_PLACE']],
		["UPDATE area SET parent_id = 77 WHERE area_code = 'G1'", ['V_AREA']],
		['UPDATE batch SET rows_inserted = rows_inserted + 1 WHERE batch_id = 1', ['V_COUNT']],
	])('notices: %s', async (fault, expected) => {
		const { db, codes } = await makeFilled();
		db.exec('PRAGMA foreign_keys = OFF');
		db.exec(fault);
		expect(codes()).toEqual(expected);
	});

	it('is content again once the packs are rebuilt', async () => {
		const { db, codes } = await makeFilled();
		db.exec('DELETE FROM event_pack');
		rebuildPacks(db);
		expect(codes()).toEqual([]);
	});
});
