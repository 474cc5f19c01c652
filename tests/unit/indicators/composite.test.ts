// The composite index over hand-written districts: the score's corners, weights and what is missing, deductions that
// add up to what is short of 100, peers and their ranks.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import {
	type CompositeWeights,
	loadCompositeWeights,
} from '../../../electron/services/indicators/composite/composite-weights.ts';
import { computeComposite, listComposites } from '../../../electron/services/indicators/composite/compute-composite.ts';
import { scoreInBand, scoreOf } from '../../../electron/services/indicators/composite/score-figure.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { DIMENSIONS, dimensionOf } from '../../../shared/domain/dimensions.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import type { PlainArea, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const period = parsePeriod('2026-10') ?? expect.fail('no period');
const catalogue = loadCatalogue();

describe('a score', () => {
	it.each([
		[95, 100],
		[99, 100],
		[91.5, 80],
		[88, 60],
		[81, 30],
		[74, 0],
		[10, 0],
	])('of %d against target 95 and warning 88 is %d', (value, score) => {
		expect(scoreOf(value, 95, 88)).toBeCloseTo(score, 9);
	});

	it.each([
		[30, 100],
		[48, 100],
		[72, 80],
		[96, 60],
		[144, 30],
		[192, 0],
		[500, 0],
	])('of %d where less is better, target 48 and warning 96, is %d', (value, score) => {
		expect(scoreOf(value, 48, 96)).toBeCloseTo(score, 9);
	});

	it.each([
		[250, 100],
		[500, 100],
		[550, 80],
		[600, 60],
		[150, 60],
		[700, 30],
		[800, 0],
		[0, 15],
	])('of %d in the band 250–500 with warning 600 is %d', (value, score) => {
		expect(scoreInBand(value, { low: 250, high: 500, outerLow: null, outerHigh: 600 })).toBeCloseTo(score, 9);
	});

	it('never leaves 0–100 and never falls as the value gets better', () => {
		const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
		fc.assert(
			fc.property(any, any, any, any, (a, b, target, warning) => {
				const [worse, better] = target >= warning ? [Math.min(a, b), Math.max(a, b)] : [Math.max(a, b), Math.min(a, b)];
				const low = scoreOf(worse, target, warning);
				const high = scoreOf(better, target, warning);
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(100);
				expect(high).toBeGreaterThanOrEqual(low - 1e-9);
			}),
		);
	});
});

describe('the shipped weights', () => {
	it('are those of domain.md: nine dimensions, 100 in all, each code in its own dimension once', () => {
		const { dimensions } = loadCompositeWeights();
		expect(dimensions.map(({ weight }) => weight)).toEqual([20, 15, 20, 15, 8, 8, 8, 3, 3]);
		expect(dimensions.map(({ dimension }) => dimension)).toEqual([...DIMENSIONS]);
		const codes = dimensions.flatMap(({ dimension, indicators }) =>
			indicators.map(({ indicator }) => {
				expect(dimensionOf(indicator)).toBe(dimension);
				return indicator;
			}),
		);
		expect(new Set(codes).size).toBe(codes.length);
		// All 54 but the two neutral ones.
		expect(codes).toHaveLength(52);
		const optional = dimensions.flatMap(({ indicators }) => indicators.filter(({ isOptional }) => isOptional));
		expect(optional.map(({ indicator }) => indicator).sort()).toEqual(
			['CO04', 'DF08', 'DG02', 'GU04', 'ID05', 'PP06', 'TM07'].sort(),
		);
	});
});

const AREAS: PlainArea[] = [
	{ code: 'D', level: 'district' },
	{ code: 'A', level: 'town', parent: 'D', sortNo: 1, peerGroup: 'urban' },
	{ code: 'B', level: 'town', parent: 'D', sortNo: 2, peerGroup: 'urban' },
	{ code: 'C', level: 'town', parent: 'D', sortNo: 3, peerGroup: 'rural' },
	{ code: 'E', level: 'town', parent: 'D', sortNo: 4, peerGroup: 'urban' },
];

/** `of` events due in October, `onTime` of them on time and all closed but `open`. */
function events(area: string, onTime: number, of: number, open = 0): PlainEvent[] {
	return Array.from({ length: of }, (_, at) => ({
		area,
		accepted: '2026-10-12 09:00',
		due: '2026-10-15 17:30',
		...(at < of - open && { closed: at < onTime ? '2026-10-15 10:00' : '2026-10-16 09:00' }),
	}));
}

function weightsOf(members: Record<string, number>): CompositeWeights {
	const shipped = loadCompositeWeights();
	const dimensions = shipped.dimensions.map((dimension) => {
		const indicators = Object.entries(members)
			.filter(([code]) => dimensionOf(code) === dimension.dimension)
			.map(([indicator, weight]) => ({ indicator, weight, isOptional: false }));
		return { ...dimension, weight: indicators.length === 0 ? 0 : dimension.weight, indicators };
	});
	return { ...shipped, dimensions };
}

const snapshot = makeEngineSnapshot({
	areas: AREAS,
	// On time 91.5 % (score 80), closed 183 of 200 = 91.5 % (score 72).
	events: [...events('A', 183, 200, 17), ...events('B', 190, 200), ...events('C', 150, 200), ...events('E', 190, 200)],
	asOf: { main: '2026-11-20 08:00' },
});

describe('the index', () => {
	it('weighs scores, names what costs points and adds up to what is short of 100', () => {
		const found = computeComposite(snapshot, catalogue, weightsOf({ OP04: 3, OP03: 1 }), { area: 'A', period });
		contract['indicators.getComposite'].output.parse(found);
		expect(found.score).toBeCloseTo((3 * 80 + 72) / 4, 9);
		expect(found.grade).toBe('C');
		expect(found.deductions.map(({ indicator }) => indicator)).toEqual(['OP04', 'OP03']);
		const lost = found.dimensions.flatMap(({ indicators }) => indicators.map((each) => each.lost));
		expect(lost.reduce((sum, each) => sum + each, 0)).toBeCloseTo(100 - (found.score ?? 0), 9);
		expect(found.deductions[0]?.lost).toBeCloseTo((3 * 20) / 4, 9);
	});

	it('weighs dimensions against each other, and divides what is lost among them', () => {
		const entry = catalogue.get('OP03') ?? expect.fail('no OP03');
		const standIn = { ...entry, definition: { ...entry.definition, code: 'CO01' } };
		const found = computeComposite(
			snapshot,
			new Map([...catalogue, ['CO01', standIn]]),
			weightsOf({ OP04: 1, CO01: 1 }),
			{
				area: 'A',
				period,
			},
		);
		// 运行 20 at 80, 协同 8 at 72.
		expect(found.score).toBeCloseTo((20 * 80 + 8 * 72) / 28, 9);
		expect(found.deductions.map(({ indicator, lost }) => [indicator, Math.round(lost * 100)])).toEqual([
			['OP04', Math.round((100 * 20 * 20) / 28)],
			['CO01', Math.round((100 * 8 * 28) / 28)],
		]);
	});

	it('ranks among urban peers only, ties alike', () => {
		const { peers, rank, rankedCount } = computeComposite(snapshot, catalogue, weightsOf({ OP04: 1 }), {
			area: 'A',
			period,
		});
		expect(peers.map(({ area, rank: at }) => [area, at])).toEqual([
			['B', 1],
			['E', 1],
			['A', 3],
		]);
		expect([rank, rankedCount]).toEqual([3, 3]);
		const rows = listComposites(snapshot, catalogue, weightsOf({ OP04: 1 }), { level: 'town', period });
		contract['indicators.listComposites'].output.parse(rows);
		expect(rows.rows.map(({ area }) => area)).toEqual(['A', 'B', 'C', 'E']);
		expect(rows.rows[2]?.rank).toBe(1);
	});

	it('is 数据不足 below 60 % of the weight, and counts exactly 60 % as enough', () => {
		// OP02 has no population here and knows no better or worse; OP05 needs due times that are all past.
		const missing = makeEngineSnapshot({
			areas: AREAS,
			events: events('A', 100, 100).map(({ due, ...rest }) => rest),
			asOf: { main: '2026-11-20 08:00' },
		});
		const share = (closed: number, onTime: number) =>
			computeComposite(missing, catalogue, weightsOf({ OP03: closed, OP04: onTime }), { area: 'A', period });
		expect(share(3, 2).score).toBe(100);
		expect(share(3, 2).dimensions[0]?.available).toBeCloseTo(0.6, 12);
		const short = share(59, 41);
		expect([short.score, short.grade, short.rank]).toEqual([null, null, null]);
		expect(short.deductions).toEqual([]);
	});

	it('does not count as missing what the district switched off or an optional ledger that nobody keeps', () => {
		const off = new Map([...catalogue].filter(([code]) => code !== 'OP09'));
		const found = computeComposite(snapshot, off, weightsOf({ OP03: 1, OP09: 9 }), { area: 'A', period });
		expect(found.score).toBeCloseTo(72, 9);
		expect(found.dimensions[0]?.indicators[1]?.isExempt).toBe(true);
		const entry = catalogue.get('OP09') ?? expect.fail('no OP09');
		const unlisted = new Map([
			...catalogue,
			['OP09', { ...entry, definition: { ...entry.definition, audience: 'internal' as const } }],
		]);
		expect(computeComposite(snapshot, unlisted, weightsOf({ OP03: 1, OP09: 9 }), { area: 'A', period }).score).toBe(
			found.score,
		);
	});

	it('never ranks grids', () => {
		const grids = makeEngineSnapshot({
			areas: [...AREAS, { code: 'G', level: 'grid', parent: 'A' }],
			events: events('G', 20, 20),
			asOf: { main: '2026-11-20 08:00' },
		});
		const { rows } = listComposites(grids, catalogue, weightsOf({ OP04: 1 }), { level: 'grid', period });
		expect(rows.map(({ score, grade, rank }) => [score, grade, rank])).toEqual([[100, 'A', null]]);
	});
});
