// Contributions to a change add up to it, whatever the data, the figure and the division; swapping the sides turns
// every sign; the arithmetic is exact in fractions.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { decomposeRate, type PartPair } from '../../../electron/services/indicators/explain/decompose-change.ts';
import { explainChange } from '../../../electron/services/indicators/explain/explain-change.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { EXPLAIN_BY } from '../../../shared/contract/schemas/explain.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';
import { makeRandomDistrict } from '../../support/random-district.ts';

const side = fc
	.record({ den: fc.integer({ min: 0, max: 5_000 }), share: fc.float({ min: 0, max: 1, noNaN: true }) })
	.map(({ den, share }) => ({ den, num: Math.round(den * share) }));
/** Now and then something above the line with nothing below it. */
const loose = fc.oneof({ weight: 9, arbitrary: side }, { weight: 1, arbitrary: fc.constant({ den: 0, num: 7 }) });
const pairs = fc
	.array(fc.record({ from: loose, to: loose }), { minLength: 1, maxLength: 12 })
	.filter((parts) => parts.some(({ from }) => from.den > 0) && parts.some(({ to }) => to.den > 0))
	.map((parts) => parts.map((part, key): PartPair<number> => ({ key, ...part })));

/** A fraction of whole numbers. */
type Fraction = readonly [bigint, bigint];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const minus = (a: Fraction, [c, d]: Fraction): Fraction => plus(a, [-c, d]);
const of = (num: number, den: number): Fraction => [BigInt(num), BigInt(den)];
const toNumber = ([a, b]: Fraction): number => Number((a * 10n ** 18n) / b) / 1e18;
const HALF: Fraction = [1n, 2n];

/** The same decomposition in fractions: exact to the last digit. */
function decomposeExactly(parts: readonly PartPair<number>[]): { mix: Fraction; performance: Fraction }[] {
	const total = (pick: (part: PartPair<number>) => number): number => parts.reduce((sum, part) => sum + pick(part), 0);
	const dens = { from: total(({ from }) => from.den ?? 0), to: total(({ to }) => to.den ?? 0) };
	const whole = {
		from: of(
			total(({ from }) => from.num),
			dens.from,
		),
		to: of(
			total(({ to }) => to.num),
			dens.to,
		),
	};
	const reference = times(HALF, plus(whole.from, whole.to));
	return parts.map(({ from, to }) => {
		const rates = {
			from: from.den ? of(from.num, from.den) : null,
			to: to.den ? of(to.num, to.den) : null,
		};
		const before = rates.from ?? rates.to ?? reference;
		const after = rates.to ?? rates.from ?? reference;
		const weights = { from: of(from.den ?? 0, dens.from), to: of(to.den ?? 0, dens.to) };
		if ((from.num > 0 && !from.den) || (to.num > 0 && !to.den)) {
			const moved = minus(of(to.num, dens.to), of(from.num, dens.from));
			const mix = minus(moved, times(minus(weights.to, weights.from), reference));
			return { mix, performance: [0n, 1n] };
		}
		const middle = times(HALF, plus(before, after));
		return {
			mix: times(minus(weights.to, weights.from), minus(middle, reference)),
			performance: times(times(HALF, plus(weights.from, weights.to)), minus(after, before)),
		};
	});
}

describe('the decomposition of a rate', () => {
	it('is exact in fractions and agrees with them', () => {
		fc.assert(
			fc.property(pairs, (parts) => {
				const exact = decomposeExactly(parts);
				const sum = exact.reduce<Fraction>((so, { mix, performance }) => plus(so, plus(mix, performance)), [0n, 1n]);
				const num = (pick: 'from' | 'to'): number => parts.reduce((so, part) => so + part[pick].num, 0);
				const den = (pick: 'from' | 'to'): number => parts.reduce((so, part) => so + (part[pick].den ?? 0), 0);
				const change = minus(of(num('to'), den('to')), of(num('from'), den('from')));
				const [gap] = minus(sum, change);
				expect(gap).toBe(0n);
				decomposeRate(parts, 1).forEach((contribution, at) => {
					expect(contribution.mix).toBeCloseTo(toNumber(exact[at]?.mix ?? [0n, 1n]), 10);
					expect(contribution.performance).toBeCloseTo(toNumber(exact[at]?.performance ?? [0n, 1n]), 10);
				});
			}),
			{ numRuns: 200 },
		);
	});

	it('turns every sign when the sides are swapped', () => {
		fc.assert(
			fc.property(pairs, (parts) => {
				const there = decomposeRate(parts, 100);
				const back = decomposeRate(
					parts.map(({ key, from, to }) => ({ key, from: to, to: from })),
					100,
				);
				there.forEach(({ mix, performance }, at) => {
					expect(back[at]?.mix).toBeCloseTo(-mix, 9);
					expect(back[at]?.performance).toBeCloseTo(-performance, 9);
				});
			}),
		);
	});
});

describe.each([31, 32])('explanations over random district %i', (seed) => {
	const snapshot = makeEngineSnapshot(makeRandomDistrict(seed, 1_200));
	const catalogue = loadCatalogue();
	const codes = [...catalogue.values()].filter(({ definition }) => definition.audience === 'catalogue');

	it('add up to the change for every figure, division, comparison and limit', () => {
		let answered = 0;
		for (const { definition } of codes) {
			for (const by of EXPLAIN_BY) {
				for (const against of [
					{ kind: 'previous' },
					{ kind: 'lastYear' },
					{ kind: 'period', period: '2025Q4' },
					{ kind: 'area', area: 'T2' },
				] as const) {
					for (const limit of [1, 200]) {
						const period = parsePeriod('2026-07');
						if (!period) throw new Error('no period');
						const found = explainChange(snapshot, catalogue, {
							...{ indicator: definition.code, area: 'D', period, against, by, limit },
						});
						contract['indicators.explainChange'].output.parse(found);
						if (found.status !== 'ok') continue;
						answered += 1;
						const total = found.steps.reduce((sum, step) => sum + step.total, found.rest?.total ?? 0);
						expect(total).toBeCloseTo(found.change ?? Number.NaN, 8);
						expect(found.mix + found.performance).toBeCloseTo(found.change ?? Number.NaN, 8);
						expect(found.steps.length).toBeLessThanOrEqual(limit);
					}
				}
			}
		}
		expect(answered).toBeGreaterThan(60);
	});
});
