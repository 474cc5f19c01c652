// Random histories of imports against a plain model: after every file the packs agree with the table and the rows with
// the model; undoing all of them backwards passes through exactly the states before.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listBatches } from '../../../electron/services/cache/batch-queries.ts';
import { getEventById } from '../../../electron/services/cache/event-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';
import { eventBlocks, type MadeEvent, NOW_S } from './made-blocks.ts';
import { dumpCache, makeCache } from './made-cache.ts';
import { GRIDS, UNITS } from './made-district.ts';

interface Row {
	id: string;
	accepted: number | null;
	closed: number | null;
	status: string;
	place: string;
	point: number | null;
}

const FIRST_S = secondsFromWallClock(2026, 10, 1, 8);
const DAY_S = 86_400;

const row: fc.Arbitrary<Row> = fc.record({
	id: fc.constantFrom('E1', 'E2', 'E3', 'E4', 'E5', 'E6'),
	accepted: fc.option(fc.nat(5), { nil: null }),
	closed: fc.option(fc.integer({ min: 6, max: 9 }), { nil: null }),
	status: fc.constantFrom('处置中', '已办结'),
	place: fc.constantFrom('东街道///', '西镇/石坦村//', '东街道/石坦村/第1网格/', '///'),
	point: fc.option(fc.nat(29), { nil: null }),
});
const file = fc.uniqueArray(row, { selector: (one) => one.id, minLength: 1, maxLength: 5 });
const step = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant('events' as const), rows: file }) },
	{ weight: 1, arbitrary: fc.constant({ kind: 'units' as const }) },
	{ weight: 1, arbitrary: fc.constant({ kind: 'grids' as const }) },
);

function toMade(one: Row): MadeEvent {
	return {
		id: one.id,
		place: one.place,
		status: one.status,
		at: {
			...(one.accepted === null ? {} : { acceptedAt: FIRST_S + one.accepted * DAY_S }),
			...(one.closed === null ? {} : { closedAt: FIRST_S + one.closed * DAY_S }),
			...(one.point === null ? {} : { lng: 120 + one.point / 1000, lat: 28.005 }),
		},
	};
}

it('any history agrees with the model and can be taken back', { timeout: 120_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (history) => {
			const made = makeCache();
			const model = new Map<string, Row>();
			const states = new Map<number, unknown>();
			for (const [index, one] of history.entries()) {
				const before = dumpCache(made.cache.reader);
				const options = { asOfS: FIRST_S + (20 + index) * DAY_S };
				const report = await made.take(
					one.kind === 'events'
						? { fileName: `${index}.csv`, dataset: 'event', blocks: eventBlocks(one.rows.map(toMade)) }
						: one.kind === 'units'
							? UNITS
							: GRIDS,
					options,
				);
				if (report.batchId !== null) states.set(report.batchId, before);
				if (one.kind === 'events') for (const given of one.rows) model.set(given.id, given);
				const { rows } = report;
				expect(rows.inserted + rows.updated + rows.unchanged + rows.folded + rows.quarantined).toBe(rows.read);
				expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
			}
			for (const given of model.values()) {
				expect(getEventById(made.cache.reader, given.id)).toMatchObject({
					acceptedAt: given.accepted === null ? null : FIRST_S + given.accepted * DAY_S,
					closedAt: given.closed === null ? null : FIRST_S + given.closed * DAY_S,
					status: { raw: given.status },
				});
			}
			for (const batch of listBatches(made.cache.reader, 100)) {
				undoBatch(made.cache, batch.batchId, NOW_S);
				expect(dumpCache(made.cache.reader)).toEqual(states.get(batch.batchId));
			}
			made.cache.close();
		}),
		{ numRuns: 12, seed: 20_261_124 },
	);
});
