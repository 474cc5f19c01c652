// Splits, merges, adjustments and renamings read forwards and back: shares, chains, dates, conservation.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineageRow, makeAreaLineage } from '../../../electron/services/indicators/area-lineage.ts';

const row = (oldCode: string, newCode: string, effectiveDay: number, rest: Partial<LineageRow> = {}): LineageRow => ({
	oldCode,
	newCode,
	effectiveDay,
	share: null,
	change: null,
	...rest,
});
const codes = (shares: readonly { code: string; share: number }[]) =>
	Object.fromEntries(shares.map(({ code, share }) => [code, Number(share.toFixed(6))]));

describe('the lineage of areas', () => {
	const lineage = makeAreaLineage([
		row('A', 'A1', 100, { share: 0.6, change: 'split' }),
		row('A', 'A2', 100, { share: 0.4, change: 'split' }),
		row('A2', 'M', 200, { share: 0.7, change: 'merge' }),
		row('B', 'M', 200, { share: 0.3, change: 'merge' }),
		row('M', 'N', 300, { change: 'rename' }),
		row('C', 'D', 250, { share: 0.2, change: 'adjust' }),
	]);

	it('reads forwards over several changes, each from its day on', () => {
		expect(codes(lineage.successors('A', 50, 99))).toEqual({ A: 1 });
		expect(codes(lineage.successors('A', 50, 100))).toEqual({ A1: 0.6, A2: 0.4 });
		expect(codes(lineage.successors('A', 50, 999))).toEqual({ A1: 0.6, N: 0.4 });
		// On the day of the change the new areas stand already.
		expect(codes(lineage.successors('A2', 100, 200))).toEqual({ M: 1 });
		expect(codes(lineage.successors('A', 100, 150))).toEqual({ A: 1 });
		expect(codes(lineage.successors('X', 0, 999))).toEqual({ X: 1 });
	});

	it('takes the whole of a merged area, whatever share stands beside it', () => {
		expect(codes(lineage.successors('B', 150, 250))).toEqual({ M: 1 });
		expect(codes(lineage.predecessors('M', 250, 150))).toEqual({ M: 1, A2: 1, B: 1 });
	});

	it('leaves what an adjustment does not move where it was', () => {
		expect(codes(lineage.successors('C', 0, 999))).toEqual({ C: 0.8, D: 0.2 });
		expect(codes(lineage.predecessors('D', 999, 0))).toEqual({ D: 1, C: 0.2 });
		expect(codes(lineage.predecessors('C', 999, 0))).toEqual({ C: 0.8 });
	});

	it('reads back over several changes', () => {
		expect(codes(lineage.predecessors('N', 999, 50))).toEqual({ N: 1, M: 1, A2: 1, A: 0.4, B: 1 });
		expect(codes(lineage.predecessors('N', 999, 150))).toEqual({ N: 1, M: 1, A2: 1, B: 1 });
	});

	it('lets a point decide only among the successors', () => {
		expect(lineage.placeNow('A', 50, 150, 'A2')).toEqual([{ code: 'A2', share: 1, isEstimated: false }]);
		expect(codes(lineage.placeNow('A', 50, 150, 'B'))).toEqual({ A1: 0.6, A2: 0.4 });
		expect(codes(lineage.placeNow('A', 50, 150, null))).toEqual({ A1: 0.6, A2: 0.4 });
	});

	it('says when an area stands', () => {
		const days = [50, 100, 200, 300];
		const stands = (code: string) => days.map((day) => lineage.isInForce(code, day));
		expect(stands('A')).toEqual([true, false, false, false]);
		expect(stands('A2')).toEqual([false, true, false, false]);
		expect(stands('M')).toEqual([false, false, true, false]);
		expect(stands('N')).toEqual([false, false, false, true]);
		expect(stands('C')).toEqual([true, true, true, true]);
		expect(stands('D')).toEqual([true, true, true, true]);
		expect(stands('X')).toEqual([true, true, true, true]);
	});

	it('takes equal parts where shares are missing and says so, and evens out rounding', () => {
		const made = makeAreaLineage([
			row('P', 'Q', 10),
			row('P', 'R', 10),
			row('S', 'T', 10, { share: 0.33 }),
			row('S', 'U', 10, { share: 0.33 }),
			row('S', 'V', 10, { share: 0.33 }),
		]);
		expect(made.successors('P', 0, 10)).toEqual([
			{ code: 'Q', share: 0.5, isEstimated: true },
			{ code: 'R', share: 0.5, isEstimated: true },
		]);
		expect(codes(made.successors('S', 0, 10))).toEqual({ T: 0.333333, U: 0.333333, V: 0.333333 });
		expect(made.changesOf('P')).toEqual([{ effectiveDay: 10, change: 'split', from: ['P'], to: ['Q', 'R'] }]);
		expect(made.changesOf('Q')).toEqual([{ effectiveDay: 10, change: 'split', from: ['P'], to: ['Q'] }]);
	});

	it('lets two areas swap their codes in one day', () => {
		const made = makeAreaLineage([row('A', 'B', 10, { change: 'rename' }), row('B', 'A', 10, { change: 'rename' })]);
		expect(codes(made.successors('A', 0, 10))).toEqual({ B: 1 });
		expect(codes(made.predecessors('A', 10, 0))).toEqual({ B: 1 });
		expect(made.isInForce('A', 20)).toBe(true);
		expect(makeAreaLineage([]).isEmpty).toBe(true);
	});

	it('conserves totals over 1,000 random histories, forwards and back', () => {
		const code = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
		const rows = fc.array(
			fc.record({
				oldCode: code,
				newCode: code,
				share: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
				change: fc.constantFrom('split' as const, 'merge' as const, 'adjust' as const, 'rename' as const, null),
				effectiveDay: fc.integer({ min: 1, max: 4 }),
			}),
			{ maxLength: 14 },
		);
		fc.assert(
			fc.property(rows, (given) => {
				const made = makeAreaLineage(given);
				const then = ['A', 'B', 'C', 'D', 'E', 'F'];
				const now = new Map<string, number>();
				for (const [index, one] of then.entries()) {
					const parts = made.successors(one, 0, 9);
					expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
					for (const { code: to, share } of parts) now.set(to, (now.get(to) ?? 0) + share * (index + 1));
				}
				for (const [one, total] of now) {
					const back = made
						.predecessors(one, 9, 0)
						.reduce((sum, { code: from, share }) => sum + share * (then.indexOf(from) + 1), 0);
					expect(back).toBeCloseTo(total, 9);
				}
			}),
			{ numRuns: 1_000, seed: 20_261_124 },
		);
	});
});
