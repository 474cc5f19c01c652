// One file of events from blocks to packs: counts, folding, order of as-of, unchanged, held, older files.

import { describe, expect, it } from 'vitest';
import { listBatches } from '../../../electron/services/cache/batch-queries.ts';
import { getEventById } from '../../../electron/services/cache/event-queries.ts';
import { listQuarantine } from '../../../electron/services/cache/quarantine-queries.ts';
import { getRevision } from '../../../electron/services/cache/setting-queries.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { EVENT_FLAG } from '../../../electron/services/indicators/event-columns.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { type MadeEvent, NOW_S } from './made-blocks.ts';
import { dumpCache, makeCache, watchPacks } from './made-cache.ts';
import { events, FIRST, rejected, seconds } from './made-events.ts';

describe('the first file of events', () => {
	it('is stored, packed by accepted day and provable by file and row', async () => {
		const made = makeCache();
		const report = await made.take(events('a.csv', FIRST));
		expect(report).toMatchObject({ outcome: 'committed', batchId: 1, rows: { read: 4, inserted: 4, folded: 0 } });
		const snapshot = loadSnapshot(made.cache.reader);
		expect(Array.from(snapshot.events.acceptedAt)).toEqual([
			0,
			seconds('2026-11-20T09:00:00'),
			seconds('2026-11-20T10:00:00'),
			seconds('2026-11-21T10:00:00'),
		]);
		expect(getEventById(made.cache.reader, 'E1')).toMatchObject({
			category: { raw: '市容\u001f占道经营', code: null },
			source: { raw: '网格员巡查', code: '01' },
			closedAt: null,
			provenance: { fileName: 'a.csv', batchId: 1, rowNo: 2 },
		});
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	});

	it('counts a blank class as 9999 and makes a district to add up in', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		expect(getEventById(made.cache.reader, 'E4')?.category.code).toBe('9999');
		const snapshot = loadSnapshot(made.cache.reader);
		expect(snapshot.areas).toMatchObject([{ level: 'district', code: 'name:全区' }]);
		expect(new Set(snapshot.events.areaId)).toEqual(new Set([snapshot.areas[0]?.areaId]));
	});

	it('takes the latest instant not after the file as its as-of, and closes by status from then', async () => {
		const made = makeCache();
		const report = await made.take(
			events('a.csv', [...FIRST, { id: 'E5', at: { acceptedAt: '2026-11-29T10:00:00' } }]),
		);
		expect(report.asOf).toBe('2026-11-22T10:00:00+08:00');
		expect(made.packed('E3').statusClosedAt).toBe(seconds('2026-11-22T10:00:00'));
		expect(made.packed('E2').statusClosedAt).toBe(0);
	});

	it('lets the file name or title come before the rows, and the operator before both', async () => {
		const hinted = makeCache();
		const hint = seconds('2026-11-23T00:00:00');
		expect((await hinted.take(events('a.csv', FIRST, [], { asOfHintS: hint }))).asOf).toBe('2026-11-23T00:00:00+08:00');
		const told = makeCache();
		const asOfS = seconds('2026-11-22T23:00:00');
		expect((await told.take(events('a.csv', FIRST, [], { asOfHintS: hint }), { asOfS })).asOf).toBe(
			'2026-11-22T23:00:00+08:00',
		);
	});

	it('folds rows of one event, also in full width; the later row wins unless its own times are older', async () => {
		const made = makeCache();
		const report = await made.take(
			events('a.csv', [
				{ id: 'E1', unit: 'first', at: { acceptedAt: '2026-11-20T09:00:00' } },
				{ id: ' Ｅ１ ', unit: 'second', at: { acceptedAt: '2026-11-20T09:00:00' } },
				{ id: 'E2', unit: 'newer', at: { acceptedAt: '2026-11-20T09:00:00', closedAt: '2026-11-21T09:00:00' } },
				{ id: 'E2', unit: 'older', at: { acceptedAt: '2026-11-20T09:00:00' } },
			]),
		);
		expect(report.rows).toMatchObject({ read: 4, inserted: 2, folded: 2 });
		expect(getEventById(made.cache.reader, 'E1')?.leadUnit).toBe('second');
		expect(getEventById(made.cache.reader, 'E2')?.leadUnit).toBe('newer');
		expect(verifyCache(made.cache.reader).isSound).toBe(true);
	});
});

describe('a later file', () => {
	it('inserts, changes and leaves alone; the packs follow on touched days only', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		const written = watchPacks(made.cache);
		const report = await made.take(
			events('b.csv', [
				FIRST[1] as MadeEvent,
				{ ...(FIRST[0] as MadeEvent), status: '已办结', at: { ...FIRST[0]?.at, closedAt: '2026-11-23T09:00:00' } },
				{ id: 'E9', at: { acceptedAt: '2026-11-23T09:30:00' } },
				{ id: 'E9', at: { acceptedAt: '2026-11-23T09:30:00' } },
			]),
		);
		expect(report.rows).toEqual({
			read: 4,
			inserted: 1,
			updated: 1,
			unchanged: 1,
			folded: 1,
			quarantined: 0,
			vanished: 0,
		});
		expect(made.packed('E1').closedAt).toBe(seconds('2026-11-23T09:00:00'));
		expect(made.packed('E1').batchId).toBe(2);
		expect(made.packed('E2').batchId).toBe(1);
		// The days of E1 and E9; that of E3 is not so much as written anew.
		const touched = [seconds('2026-11-20T09:00:00'), seconds('2026-11-23T09:30:00')].map(dayOf);
		expect(written()).toEqual(touched);
		undoBatch(made.cache, 2, NOW_S);
		expect(written()).toEqual(touched);
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	});

	it('moves an event to another day when its acceptance is corrected, or away from all days', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		await made.take(
			events('b.csv', [
				{ ...(FIRST[0] as MadeEvent), at: { ...FIRST[0]?.at, acceptedAt: '2026-11-23T09:00:00' } },
				{ ...(FIRST[1] as MadeEvent), at: { closedAt: '2026-11-22T10:00:00' } },
			]),
		);
		expect(made.packed('E1').acceptedAt).toBe(seconds('2026-11-23T09:00:00'));
		expect(made.packed('E2').acceptedAt).toBe(0);
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	});

	it('keeps what its columns do not tell', async () => {
		const made = makeCache();
		await made.take(
			events('a.csv', [
				{ ...(FIRST[0] as MadeEvent), unit: '城管', at: { ...FIRST[0]?.at, flags: EVENT_FLAG.clockFault } },
			]),
		);
		const report = await made.take(
			events('b.csv', [{ id: 'E1', status: '已办结' }], [], { fields: ['event_id', 'status'] }),
		);
		expect(report.rows.updated).toBe(1);
		expect(getEventById(made.cache.reader, 'E1')).toMatchObject({
			leadUnit: '城管',
			status: { code: '60' },
			acceptedAt: seconds('2026-11-20T09:00:00'),
		});
		expect((made.packed('E1').flags ?? 0) & EVENT_FLAG.clockFault).toBe(EVENT_FLAG.clockFault);
	});

	it('does not overwrite what a newer export wrote', async () => {
		const made = makeCache();
		await made.take(events('new.csv', [{ id: 'E1', unit: 'new', at: { acceptedAt: '2026-11-20T09:00:00' } }]), {
			asOfS: seconds('2026-11-23T02:00:00'),
		});
		const report = await made.take(
			events('old.csv', [
				{ id: 'E1', unit: 'old', at: { acceptedAt: '2026-11-20T09:00:00' } },
				{ id: 'E0', at: { acceptedAt: '2026-11-01T09:00:00' } },
			]),
			{ asOfS: seconds('2026-11-21T02:00:00') },
		);
		expect(report.rows).toMatchObject({ inserted: 1, updated: 0, unchanged: 1 });
		expect(report.warnings).toMatchObject([{ code: 'W_OLDER_FILE' }, { code: 'W_OLDER', count: 1 }]);
		expect(getEventById(made.cache.reader, 'E1')?.leadUnit).toBe('new');
	});

	it('keeps the instant at which a status first closed an event', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		await made.take(events('b.csv', [{ ...(FIRST[2] as MadeEvent), unit: '城管' }]), {
			asOfS: seconds('2026-11-24T00:00:00'),
		});
		expect(made.packed('E3').statusClosedAt).toBe(seconds('2026-11-22T10:00:00'));
		await made.take(events('c.csv', [{ ...(FIRST[2] as MadeEvent), status: '处置中' }]), {
			asOfS: seconds('2026-11-24T00:30:00'),
		});
		expect(made.packed('E3').statusClosedAt).toBe(0);
	});
});

describe('a repeated file', () => {
	it('changes nothing at all', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		const before = dumpCache(made.cache.reader);
		const revision = getRevision(made.cache.reader);
		const report = await made.take(events('a.csv', FIRST));
		expect(report).toMatchObject({ outcome: 'unchanged', batchId: null, rows: { read: 4, unchanged: 4 } });
		expect(dumpCache(made.cache.reader)).toEqual(before);
		expect(getRevision(made.cache.reader)).toBe(revision);
		expect(listBatches(made.cache.reader, 10)).toHaveLength(1);
	});

	it('is a new batch when the rows are the same but the file is another', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		expect(await made.take(events('b.csv', FIRST))).toMatchObject({ outcome: 'committed', rows: { unchanged: 4 } });
	});
});

describe('faulty rows', () => {
	it('are quarantined with address, reason and what helps', async () => {
		const made = makeCache();
		const report = await made.take(events('a.csv', FIRST, rejected(2)));
		expect(report).toMatchObject({ outcome: 'committed', rows: { read: 6, inserted: 4, quarantined: 2 } });
		expect(report.rejections).toEqual([{ code: 'E_DATE', count: 2, first: { row: 1000, column: '受理时间' } }]);
		const { total, rows } = listQuarantine(made.cache.reader, 1, 1);
		expect(total).toBe(2);
		expect(rows).toMatchObject([{ row: 1000, cell: 'E1000', code: 'E_DATE', cells: { 受理时间: '2026-13-40' } }]);
		expect(rows[0]?.fix).not.toBe('');
	});

	it('hold the file from 21 rows and over five per cent on, unless accepted', async () => {
		const made = makeCache();
		const empty = dumpCache(made.cache.reader);
		expect((await made.take(events('a.csv', FIRST, rejected(20)))).outcome).toBe('committed');
		const other = makeCache();
		expect(await other.take(events('a.csv', FIRST, rejected(21)))).toMatchObject({
			...{ outcome: 'held', batchId: null },
			// What taking it would give: read is the sum of its parts also here.
			rows: { read: 25, inserted: 4, updated: 0, unchanged: 0, folded: 0, quarantined: 21 },
		});
		expect(dumpCache(other.cache.reader)).toEqual(empty);
		expect(await other.take(events('a.csv', FIRST, rejected(21)), { acceptHeld: true })).toMatchObject({
			outcome: 'committed',
			rows: { quarantined: 21 },
		});
	});
});
