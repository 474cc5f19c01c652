// Why a figure changed, on a district small enough to count by hand: mix and performance, sums and how unusual a part
// is, the sentence in both languages, and what cannot be divided.

import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { explainChange } from '../../../electron/services/indicators/explain/explain-change.ts';
import { textOf } from '../../../electron/services/indicators/sentence-parts.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import type { PlainArea, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const catalogue = loadCatalogue();
const AREAS: PlainArea[] = [
	{ code: 'D', name: '测区', level: 'district', popResident: 10_000 },
	{ code: 'A', name: '甲街道', level: 'town', parent: 'D', sortNo: 1 },
	{ code: 'B', name: '乙街道', level: 'town', parent: 'D', sortNo: 2 },
];
const many = (count: number, event: PlainEvent): PlainEvent[] => Array.from({ length: count }, () => event);

/** `of` events due in a month, the first `good` of them in time. */
function due(month: string, area: string, good: number, of: number, category = '0401'): PlainEvent[] {
	const event = { area, category, accepted: `2026-${month}-12 09:00`, due: `2026-${month}-15 17:30` };
	return [...many(good, { ...event, closed: `2026-${month}-13 09:00` }), ...many(of - good, event)];
}

function explain(events: PlainEvent[], more: Partial<Parameters<typeof explainChange>[2]> = {}) {
	const snapshot = makeEngineSnapshot({ areas: AREAS, events, asOf: { main: '2026-11-20 08:00' } });
	const period = parsePeriod('2026-10') ?? expect.fail('no period');
	const found = explainChange(snapshot, catalogue, {
		...{ indicator: 'OP04', area: 'D', period, against: { kind: 'previous' }, by: 'area', limit: 8 },
		...more,
	});
	contract['indicators.explainChange'].output.parse(found);
	return found;
}

describe('a rate', () => {
	// A stays at 90 %, B at 50 %; B becomes most of the cases. All of the fall is mix.
	const onlyMix = [
		...due('09', 'A', 72, 80),
		...due('09', 'B', 10, 20),
		...due('10', 'A', 18, 20),
		...due('10', 'B', 40, 80),
	];

	it('that falls though every part stays as it was is all mix', () => {
		const found = explain(onlyMix);
		expect([found.from.value, found.to.value]).toEqual([82, 58]);
		expect(found.change).toBe(-24);
		expect(found.mix).toBeCloseTo(-24, 9);
		expect(found.performance).toBeCloseTo(0, 9);
		expect(found.steps.map(({ key, from, to }) => [key, from.value, to.value])).toEqual([
			['A', 90, 90],
			['B', 50, 50],
		]);
		expect(found.steps[0]?.figure).toEqual({ indicator: 'OP04', area: 'A', period: '2026-10', variant: 'headline' });
	});

	it('that moves in one part alone is that part’s performance, said in both languages', () => {
		const found = explain([
			...due('09', 'A', 45, 50),
			...due('09', 'B', 45, 50),
			...due('10', 'A', 45, 50),
			...due('10', 'B', 25, 50),
		]);
		const [worst] = found.steps;
		expect(worst?.key).toBe('B');
		expect(worst?.mix).toBeCloseTo(0, 9);
		expect(worst?.performance).toBeCloseTo(-20, 9);
		expect(textOf(found.sentence.zh)).toBe(
			'测区按期办结率 70.0%，比上期（90.0）低 20.0 个百分点：结构 0.0，表现 −20.0；主要来自乙街道 −20.0。',
		);
		expect(textOf(found.sentence.en)).toBe(
			'On-time closure in 测区: 70.0%, 20.0 pp below the month before (90.0): mix 0.0, performance −20.0; mostly from 乙街道 −20.0.',
		);
		expect(found.sentence.zh.find(({ text }) => text === '−20.0')?.figure?.area).toBe('B');
	});

	it('names as its makers only parts that went the same way', () => {
		const found = explain([
			...due('09', 'A', 40, 50),
			...due('09', 'B', 45, 50),
			...due('10', 'A', 45, 50),
			...due('10', 'B', 30, 50),
		]);
		expect(found.steps.map(({ key, total }) => [key, Math.round(total)])).toEqual([
			['B', -15],
			['A', 5],
		]);
		expect(textOf(found.sentence.zh)).toContain('主要来自乙街道 −15.0。');
	});

	it('is divided between two areas by class, and folds what the limit leaves out', () => {
		const events = [
			...due('10', 'A', 10, 10),
			...due('10', 'A', 5, 10, '0101'),
			...due('10', 'B', 5, 10),
			...due('10', 'B', 5, 10, '0101'),
		];
		const found = explain(events, { area: 'A', against: { kind: 'area', area: 'B' }, by: 'category', limit: 1 });
		expect(found.change).toBe(25);
		expect(found.steps.map(({ key, name, total }) => [key, name.zh, total])).toEqual([['04', '市容与综合执法', 25]]);
		expect(found.rest?.count).toBe(1);
		expect(found.rest?.total).toBeCloseTo(0, 9);
		expect(explain(events, { area: 'A', against: { kind: 'area', area: 'B' } }).status).toBe('notDivisible');
	});

	it('without a value on one side explains nothing', () => {
		expect(explain(due('10', 'A', 9, 10))).toMatchObject({ status: 'noValue', change: null, steps: [] });
	});
});

describe('a sum', () => {
	it('names what grew most and says when that is outside its own eight weeks', () => {
		const day = (at: number): string => new Date(Date.UTC(2026, 7, 3 + at)).toISOString().slice(0, 10);
		// From Monday 3 August on two a day in A and one in B; October has a burst in A.
		const steady = Array.from({ length: 90 }, (_, at) => [
			...many(2, { area: 'A', accepted: `${day(at)} 09:00` }),
			{ area: 'B', accepted: `${day(at)} 09:00` },
		]).flat();
		const found = explain([...steady, ...many(40, { area: 'A', accepted: '2026-10-20 09:00' })], { indicator: 'OP01' });
		expect([found.method, found.change]).toEqual(['sum', 43]);
		expect(found.steps.map(({ key, total }) => [key, total])).toEqual([
			['A', 42],
			['B', 1],
		]);
		expect(found.steps[0]?.unusual).toMatchObject({ mean: 62, isUnusual: true });
		expect(found.steps[1]?.unusual).toMatchObject({ mean: 31, isUnusual: false });
		expect(textOf(found.sentence.zh)).toBe(
			'测区事件受理量 133 件，比上期（90）多 43 件；主要来自甲街道 +42（超出自身八周常态）、乙街道 +1。',
		);
	});

	it('of events outside every part stands as 未落格', () => {
		const found = explain(
			[...many(7, { area: 'D', accepted: '2026-10-20 09:00' }), { area: 'A', accepted: '2026-09-20 09:00' }],
			{ indicator: 'OP01' },
		);
		expect(found.steps.map(({ key, name, total }) => [key, name.zh, total])).toEqual([
			['', '未落格', 7],
			['A', '甲街道', -1],
			['B', '乙街道', 0],
		]);
	});
});

it('medians cannot be divided, and say so', () => {
	const closed = (month: string) =>
		many(6, { area: 'A', accepted: `2026-${month}-12 09:00`, closed: `2026-${month}-13 09:00` });
	expect(explain([...closed('09'), ...closed('10')], { indicator: 'OP09' })).toMatchObject({
		status: 'notDivisible',
		change: 0,
	});
});
