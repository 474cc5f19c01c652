// Random histories of full, increment and ledger files with undos in between, of the last and of earlier batches: what
// remains is what would be there had the undone files never come; what cannot be undone says what stands in its way.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { getBatch } from '../../../electron/services/cache/batch-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { ledgerSpecOf } from '../../../electron/services/exports/datasets/ledger-specs.ts';
import type { LedgerBlock } from '../../../electron/services/exports/record-blocks.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';
import { dumpCanonically } from './canonical-dump.ts';
import { eventBlocks, type MadeEvent, type MadeExport, NOW_S, stepBlock } from './made-blocks.ts';
import { type MadeCache, makeCache } from './made-cache.ts';

const TABLES = [
	'event',
	'event_version',
	'event_step',
	'event_step_version',
	'training_session',
	'ledger_version',
	'absence',
	'snapshot_check',
	'place',
	'dict_item',
	'area',
	'quarantine',
];
const FIRST_S = secondsFromWallClock(2026, 10, 1, 8);
const DAY_S = 86_400;
const IDS = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'];

type Delivery = { mode: 'full' | 'increment'; day: number };
type Step =
	| (Delivery & { kind: 'events'; rows: { id: string; status: string; unit: string; isClosed: boolean }[] })
	| (Delivery & { kind: 'ledger'; rows: { id: string; title: string }[] })
	| (Delivery & { kind: 'steps'; rows: { event: string; op: string }[] })
	| { kind: 'undo'; back: number };

const delivery = {
	mode: fc.constantFrom('full' as const, 'full' as const, 'increment' as const),
	// Mostly one day after another, sometimes an older file.
	day: fc.constantFrom(0, 0, 0, 0, -2),
};
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			kind: fc.constant('events' as const),
			...delivery,
			rows: fc.uniqueArray(
				fc.record({
					id: fc.constantFrom(...IDS),
					status: fc.constantFrom('处置中', '已办结'),
					unit: fc.constantFrom('城管', '水利'),
					isClosed: fc.boolean(),
				}),
				{ selector: ({ id }) => id, minLength: 1, maxLength: 6 },
			),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('ledger' as const),
			...delivery,
			rows: fc.uniqueArray(
				fc.record({ id: fc.constantFrom('P1', 'P2', 'P3', 'P4'), title: fc.constantFrom('甲', '乙') }),
				{
					selector: ({ id }) => id,
					minLength: 1,
					maxLength: 4,
				},
			),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('steps' as const),
			...delivery,
			rows: fc.uniqueArray(fc.record({ event: fc.constantFrom(...IDS), op: fc.constantFrom('重办', '结案') }), {
				selector: ({ event }) => event,
				minLength: 1,
				maxLength: 3,
			}),
		}),
	},
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant('undo' as const), back: fc.nat(3) }) },
);

function toExport(fileName: string, one: Exclude<Step, { kind: 'undo' }>): MadeExport {
	if (one.kind === 'events') {
		const rows = one.rows.map(
			({ id, status, unit, isClosed }): MadeEvent => ({
				id,
				status,
				unit,
				place: '东街道///',
				at: { acceptedAt: FIRST_S + IDS.indexOf(id) * DAY_S, ...(isClosed ? { closedAt: FIRST_S + 9 * DAY_S } : {}) },
			}),
		);
		return { fileName, dataset: 'event', blocks: eventBlocks(rows), plan: { createUnitsFromNames: true } };
	}
	if (one.kind === 'steps') {
		const rows = one.rows.map(({ event, op }) => ({ event, op, seq: 1, at: '2026-10-12T09:00:00' }));
		return { fileName, dataset: 'event_step', blocks: [stepBlock(rows)] };
	}
	const { columns } = ledgerSpecOf('training_session');
	const cellOf = (name: string, row: { id: string; title: string }) =>
		name === 'session_id' ? row.id : name === 'title' || name === 'topic' ? row.title : null;
	const block: LedgerBlock = {
		dataset: 'training_session',
		records: one.rows.map((row, index) => ({
			rowNo: index + 2,
			cells: columns.map(({ name }) => cellOf(name, row)),
			place: null,
		})),
		latestInstantS: null,
		rejections: [],
		rowsRead: one.rows.length,
		fraction: 1,
	};
	const plan = { fields: ['session_id', 'title', 'topic'] };
	return { fileName, dataset: 'training_session', blocks: [block], plan };
}

interface Taken {
	fileName: string;
	made: MadeExport;
	mode: 'full' | 'increment';
	asOfS: number;
}

async function take(cache: MadeCache, { made, mode, asOfS }: Taken): Promise<number | null> {
	const report = await cache.take(made, { mode, asOfS, acceptHeld: true });
	expect(['committed', 'unchanged']).toContain(report.outcome);
	return report.batchId;
}

it('what was undone leaves no trace', { timeout: 240_000 }, async () => {
	const seen = { undone: 0, earlier: 0, blocked: 0, withdrawn: 0 };
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (history) => {
			const made = makeCache();
			const live = new Map<number, Taken>();
			for (const [index, one] of history.entries()) {
				if (one.kind !== 'undo') {
					const taken = {
						fileName: `${index}.csv`,
						made: toExport(`${index}.csv`, one),
						mode: one.mode,
						asOfS: FIRST_S + (20 + index + one.day) * DAY_S,
					};
					const batchId = await take(made, taken);
					if (batchId !== null) live.set(batchId, taken);
					continue;
				}
				const batchId = [...live.keys()].at(-1 - one.back);
				if (batchId === undefined) continue;
				const { undoBlockedBy } = getBatch(made.cache.reader, batchId) ?? { undoBlockedBy: [] };
				if (undoBlockedBy.length > 0) {
					expect(undoBlockedBy.every((other) => live.has(other) && other > batchId)).toBe(true);
					expect(() => undoBatch(made.cache, batchId, NOW_S)).toThrow(expect.objectContaining({ code: 'E_DEPENDS' }));
					seen.blocked += 1;
					continue;
				}
				undoBatch(made.cache, batchId, NOW_S);
				live.delete(batchId);
				seen.undone += 1;
				if (one.back > 0) seen.earlier += 1;
			}
			expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
			const count = (sql: string) => Number(made.cache.reader.prepare(sql).pluck().get());
			seen.withdrawn += count('SELECT count(*) FROM event WHERE vanished_by IS NOT NULL');
			seen.withdrawn += count('SELECT count(*) FROM ledger_version WHERE is_withdrawn = 1');
			const again = makeCache();
			for (const taken of live.values()) await take(again, taken);
			expect(dumpCanonically(made.cache.reader, TABLES)).toEqual(dumpCanonically(again.cache.reader, TABLES));
			made.cache.close();
			again.cache.close();
		}),
		{ numRuns: 20, seed: 20_261_125 },
	);
	// A run in which the interesting things never happened would prove nothing.
	for (const [name, times] of Object.entries(seen)) expect(times, name).toBeGreaterThan(0);
});
