// Guards against gaming and misreading, rates with the same class mix, and rank correlations: what is counted, when a
// question is raised, and what is said where a field was never delivered.

import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { listCorrelations } from '../../../electron/services/indicators/guards/correlate.ts';
import { type CountReturns, listGuards } from '../../../electron/services/indicators/guards/list-guards.ts';
import { rankCorrelation } from '../../../electron/services/indicators/guards/rank-correlation.ts';
import { listStandardised } from '../../../electron/services/indicators/guards/standardise.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { GUARDS } from '../../../shared/contract/schemas/guards.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import type { PlainArea, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const catalogue = loadCatalogue();
const period = (code: string) => parsePeriod(code) ?? expect.fail(code);
const AREAS: PlainArea[] = [
	{ code: 'D', level: 'district' },
	{ code: 'A', level: 'town', parent: 'D', sortNo: 1 },
	{ code: 'B', level: 'town', parent: 'D', sortNo: 2 },
];
const many = (count: number, event: PlainEvent): PlainEvent[] => Array.from({ length: count }, () => event);

function guardsOf(
	events: readonly PlainEvent[],
	code = '2026-10',
	area = 'D',
	countReturns: CountReturns = () => null,
) {
	const snapshot = makeEngineSnapshot({ areas: AREAS, events, asOf: { main: '2026-11-20 08:00' } });
	const found = listGuards(snapshot, catalogue, { area, period: period(code) }, countReturns);
	contract['indicators.listGuards'].output.parse(found);
	return (guard: (typeof GUARDS)[number]) =>
		found.guards.find((each) => each.guard === guard) ?? expect.fail(`${guard} is missing`);
}

describe('guards over events', () => {
	const plain = { area: 'A', reported: '2026-10-12 08:50:00', accepted: '2026-10-12 09:00:00' };

	it('count what was closed within a minute of its report, to the second', () => {
		const guard = guardsOf([
			...many(5, { ...plain, reported: '2026-10-12 09:00:00', closed: '2026-10-12 09:00:59' }),
			...many(5, { ...plain, reported: '2026-10-12 09:00:00', closed: '2026-10-12 09:01:00' }),
			// Without a time of day nothing can be said.
			...many(5, { ...plain, reported: '2026-10-12', closed: '2026-10-12' }),
		])('quickClose');
		expect(guard).toMatchObject({ num: 5, den: 10, value: 50, isRaised: true });
		expect(guard.question.zh).toMatch(/^50\.0% .*？$/);
		expect(guard.question.en).toMatch(/\?$/);
	});

	it('count self-closed reports from 23:00 on', () => {
		const late = { ...plain, selfClosed: true, closed: '2026-10-13 09:00:00' };
		const guard = guardsOf([
			...many(5, { ...late, reported: '2026-10-11 23:00:00' }),
			...many(5, { ...late, reported: '2026-10-11 22:59:59' }),
			...many(5, { ...plain, reported: '2026-10-11 23:30:00' }),
		])('lateNight');
		expect(guard).toMatchObject({ num: 5, den: 10, isRaised: true });
	});

	it('compare the last three days of a month with an even spread, for minor events of whole months', () => {
		const self = { ...plain, selfClosed: true, severity: 4 };
		const events = [
			...many(6, { ...self, accepted: '2026-10-29 09:00' }),
			...many(4, { ...self, accepted: '2026-10-28 09:00' }),
			...many(9, { ...self, severity: 2, accepted: '2026-10-31 09:00' }),
		];
		expect(guardsOf(events)('monthEnd')).toMatchObject({ num: 6, den: 10, value: 60, isRaised: true });
		expect(guardsOf(events)('monthEnd').question.en).toContain('about 9.7% if even');
		expect(guardsOf(events, '2026-W44')('monthEnd').status).toBe('notConnected');
	});

	it('count events recorded after the work, never the self-closed', () => {
		const quick = { ...plain, closed: '2026-10-12 09:09:59' };
		const guard = guardsOf([
			...many(5, quick),
			...many(15, { ...plain, closed: '2026-10-12 09:10:00' }),
			...many(9, { ...quick, selfClosed: true }),
		])('recordedAfter');
		expect(guard).toMatchObject({ num: 5, den: 20, value: 25, isRaised: true });
	});

	it('say how much rests on moved limits and on stopped clocks', () => {
		const due = { ...plain, due: '2026-10-20 17:30', dueOrig: '2026-10-14 17:30' };
		const guards = guardsOf([
			...many(5, { ...due, closed: '2026-10-14 09:00' }),
			...many(5, { ...due, closed: '2026-10-18 09:00', pauseMinutes: 600 }),
		]);
		expect(guards('extendedLimit')).toMatchObject({ value: 50, num: 5, den: 10, isRaised: true });
		expect(guards('extendedLimit').question.zh).toContain('低 50.0 个百分点（50.0%）');
		expect(guards('pausedClock')).toMatchObject({ num: 5, den: 10, value: 50, isRaised: true });
	});

	it('say that a period still runs and that days are missing', () => {
		const daily = Array.from({ length: 19 }, (_, at) =>
			many(6, { area: 'A', accepted: `2026-11-${String(at + 1).padStart(2, '0')} 09:00` }),
		);
		daily[9] = [];
		const guards = guardsOf(daily.flat(), '2026-11');
		expect(guards('partialPeriod')).toMatchObject({ num: 20, den: 30, isRaised: true });
		expect(guards('missingDays')).toMatchObject({ num: 1, den: 19, isRaised: true });
		expect(guards('missingDays').question.en).toContain('usually about 6');
	});

	it('are 未接入 with what they need where a field was never delivered, and say nothing below their mark', () => {
		const guards = guardsOf(many(20, { area: 'A', accepted: '2026-10-12 09:00', closed: '2026-10-13 09:00' }));
		for (const guard of ['quickClose', 'lateNight', 'extendedLimit', 'pausedClock', 'sameText'] as const) {
			expect(guards(guard)).toMatchObject({ status: 'notConnected', value: null, isRaised: false });
			expect(guards(guard).missing?.zh).not.toBe('');
		}
		expect(guards('recordedAfter')).toMatchObject({ status: 'ok', num: 0, isRaised: false, question: { zh: '' } });
	});

	it('count returns near the limit of the events inside the area only', () => {
		const events = [...many(6, { ...plain }), ...many(6, { ...plain, area: 'B' })];
		const guard = guardsOf(events, '2026-10', 'A', (_, isInside) => {
			const inside = Array.from({ length: 12 }, (_, at) => at + 1).filter(isInside);
			return { num: inside.length, den: inside.length };
		})('returnNearLimit');
		expect(guard).toMatchObject({ num: 6, den: 6, value: 100, isRaised: true });
	});

	it('never accuse', () => {
		const guards = guardsOf(many(20, { ...plain, reported: '2026-10-12 09:00:00', closed: '2026-10-12 09:00:10' }));
		expect(guards('quickClose').question.zh).not.toMatch(/虚报|造假|作弊|凑数/);
	});
});

describe('the same class mix', () => {
	/** Closed within the limit or not, `of` events of a class. */
	const due = (area: string, category: string, good: number, of: number): PlainEvent[] => {
		const event = { area, category, accepted: '2026-10-12 09:00', due: '2026-10-15 17:30' };
		return [...many(good, { ...event, closed: '2026-10-13 09:00' }), ...many(of - good, event)];
	};
	// Both towns do alike in each class (90 % and 50 %); B has more of the hard one.
	const events = [
		...due('A', '0401', 81, 90),
		...due('A', '0101', 5, 10),
		...due('B', '0401', 9, 10),
		...due('B', '0101', 45, 90),
	];
	const snapshot = makeEngineSnapshot({ areas: AREAS, events, asOf: { main: '2026-11-20 08:00' } });

	it('makes towns alike that only differ in their mix', () => {
		const found = listStandardised(snapshot, catalogue, { indicator: 'OP04', area: 'D', period: period('2026-10') });
		contract['indicators.listStandardised'].output.parse(found);
		expect(found.whole.value).toBeCloseTo(70, 9);
		expect(found.rows.map(({ reading }) => reading.value)).toEqual([86, 54]);
		for (const { standardised, coverage } of found.rows) {
			expect(standardised).toBeCloseTo(70, 9);
			expect(coverage).toBe(1);
		}
	});

	it('stands beside the rate as a question', () => {
		const { guards } = listGuards(
			snapshot,
			catalogue,
			{ area: 'B', period: period('2026-10'), indicator: 'OP04' },
			() => null,
		);
		const mix = guards.find(({ guard }) => guard === 'classMix');
		expect(mix?.value).toBeCloseTo(16, 9);
		expect(mix?.isRaised).toBe(true);
		expect(guards.every(({ protects }) => protects.length === 0 || protects.includes('OP04'))).toBe(true);
	});

	it('says nothing of an area whose classes cover less than half', () => {
		const lone = makeEngineSnapshot({
			areas: AREAS,
			events: [...due('A', '0401', 10, 10), ...due('B', '0101', 5, 15)],
			asOf: { main: '2026-11-20 08:00' },
		});
		const { rows } = listStandardised(lone, catalogue, { indicator: 'OP04', area: 'D', period: period('2026-10') });
		expect(rows.map(({ standardised, coverage }) => [standardised, coverage])).toEqual([
			[null, 0.4],
			[expect.closeTo(100 / 3, 9), 0.6],
		]);
		const medians = listStandardised(lone, catalogue, { indicator: 'OP09', area: 'D', period: period('2026-10') });
		expect(medians.status).toBe('notDivisible');
	});
});

describe('rank correlation', () => {
	it('is that of the textbook, with ties and its interval', () => {
		const found = rankCorrelation([
			[106, 7],
			[100, 27],
			[86, 2],
			[101, 50],
			[99, 28],
			[103, 29],
			[97, 20],
			[113, 12],
			[112, 6],
			[110, 17],
		]);
		expect(found?.rho).toBeCloseTo(-29 / 165, 12);
		expect(found?.low).toBeCloseTo(-0.7278, 3);
		expect(found?.high).toBeCloseTo(0.5145, 3);
		const tied = rankCorrelation([
			[1, 1],
			[2, 2],
			[2, 2],
			[3, 3],
		]);
		expect(tied?.rho).toBe(1);
	});

	it('is nothing without spread or with too few', () => {
		expect(
			rankCorrelation([
				[1, 2],
				[2, 2],
				[3, 2],
				[4, 2],
			]),
		).toBeNull();
		expect(
			rankCorrelation([
				[1, 2],
				[2, 3],
				[3, 4],
			]),
		).toBeNull();
	});
});

describe('hypotheses', () => {
	/** Towns whose return of work and on-time rate go together. */
	function townsOf(count: number) {
		const areas: PlainArea[] = [{ code: 'D', level: 'district' }];
		const events: PlainEvent[] = [];
		for (let at = 0; at < count; at += 1) {
			const area = `T${String(at).padStart(2, '0')}`;
			areas.push({ code: area, level: 'town', parent: 'D' });
			for (let number = 0; number < 40; number += 1) {
				events.push({
					area,
					accepted: '2026-10-05 09:00',
					due: '2026-10-09 17:30',
					...(number > at && { closed: '2026-10-06 09:00' }),
				});
			}
		}
		return makeEngineSnapshot({ areas, events, asOf: { main: '2026-11-20 08:00' } });
	}

	it('are never tested below thirty areas, and say what is not connected', () => {
		const found = listCorrelations(townsOf(29), catalogue, { period: period('2026-10'), level: 'town' });
		contract['indicators.listCorrelations'].output.parse(found);
		expect(found.caveat).toEqual({ zh: '线索，不是结论', en: 'a clue, not a conclusion' });
		expect(found.pairs).toHaveLength(34);
		expect(new Set(found.pairs.map(({ lag }) => lag))).toEqual(new Set([1, 2]));
		expect(found.pairs.every(({ rho }) => rho === null)).toBe(true);
		expect(found.pairs.find(({ cause }) => cause === 'GU02')?.status).toBe('notConnected');
	});

	it('rank a cause in the period before against its effect, with an interval', () => {
		const areas: PlainArea[] = [{ code: 'D', level: 'district' }];
		const events: PlainEvent[] = [];
		for (let at = 0; at < 30; at += 1) {
			const area = `T${String(at).padStart(2, '0')}`;
			areas.push({ code: area, level: 'town', parent: 'D' });
			for (let number = 0; number < 40; number += 1) {
				events.push(
					// September closes the more, the higher the town's number; October is on time the less.
					{ area, accepted: '2026-09-05 09:00', ...(number < at && { closed: '2026-09-06 09:00' }) },
					{
						area,
						accepted: '2026-10-05 09:00',
						due: '2026-10-09 17:30',
						...(number > at && { closed: '2026-10-06 09:00' }),
					},
				);
			}
		}
		const snapshot = makeEngineSnapshot({ areas, events, asOf: { main: '2026-11-20 08:00' } });
		const standIn = (code: string, like: string) => {
			const entry = catalogue.get(like) ?? expect.fail(like);
			return [code, { ...entry, definition: { ...entry.definition, code } }] as const;
		};
		const known = new Map([...catalogue, standIn('TM05', 'OP03'), standIn('OP07', 'OP04')]);
		const { pairs } = listCorrelations(snapshot, known, { period: period('2026-10') });
		const [near, far] = pairs.filter(({ cause, effect }) => cause === 'TM05' && effect === 'OP07');
		expect(near).toMatchObject({ lag: 1, n: 30, status: 'ok', rho: -1, low: -1, high: -1 });
		expect(far).toMatchObject({ lag: 2, n: 0, status: 'tooFew', rho: null });
	});

	it('look at the widest level with thirty areas', () => {
		expect(listCorrelations(townsOf(30), catalogue, { period: period('2026-10') }).level).toBe('town');
		expect(listCorrelations(townsOf(29), catalogue, { period: period('2026-10') }).level).toBe('grid');
	});
});
