// Counts beside a filter of events, held against a plain count of the same events, choice by choice.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseEvents, orderEvents } from '../../../electron/services/events/choose-events.ts';
import { countFacets } from '../../../electron/services/events/facets.ts';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import type { EventFilter } from '../../../shared/contract/schemas/events.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';
import { makeEngineSnapshot, type PlainEvent } from '../../support/make-engine-snapshot.ts';

const AREAS = [
	{ code: 'D', level: 'district' as const },
	{ code: 'T1', level: 'town' as const, parent: 'D', sortNo: 1 },
	{ code: 'T2', level: 'town' as const, parent: 'D', sortNo: 2 },
	{ code: 'G1', level: 'grid' as const, parent: 'T1' },
];
const base = {
	catalogue: loadCatalogue(),
	calendar: loadWorkingCalendar(),
	nowS: secondsFromWallClock(2026, 11, 23, 8),
};

function scopeOf(events: readonly PlainEvent[]) {
	const snapshot = makeEngineSnapshot({ areas: AREAS, events, asOf: { s: '2026-11-23 07:42' } });
	return { ...base, snapshot };
}

const CATEGORIES = ['0401', '0402', '0301', null] as const;
const event: fc.Arbitrary<PlainEvent> = fc
	.record({
		area: fc.constantFrom('T1', 'T2', 'G1'),
		category: fc.constantFrom(...CATEGORIES),
		channel: fc.constantFrom('01', '04'),
		unit: fc.constantFrom('甲局', '乙局'),
		status: fc.constantFrom(31, 60),
		severity: fc.constantFrom(1, 3),
		day: fc.integer({ min: 1, max: 28 }),
	})
	.map(({ day, ...rest }) => ({ ...rest, accepted: `2026-10-${String(day).padStart(2, '0')} 09:00` }));
const filter: fc.Arbitrary<EventFilter> = fc.record(
	{
		area: fc.constantFrom('D', 'T1'),
		category: fc.constantFrom('04', '0401', '9999'),
		source: fc.constantFrom('01', '04'),
		unit: fc.constantFrom('甲局', '乙局'),
		status: fc.constantFrom('31', '60'),
		severity: fc.constantFrom(1, 3),
		from: fc.constantFrom('2026-10-05', '2026-10-10'),
		to: fc.constantFrom('2026-10-12', '2026-10-20'),
	},
	{ requiredKeys: [] },
);

type Choice = 'category' | 'source' | 'unit' | 'status' | 'severity' | 'days';

/** Whether a plain event meets every choice of a filter but one. */
function meets(one: PlainEvent, asked: EventFilter, but: Choice | null): boolean {
	const day = (one.accepted ?? '').slice(0, 10);
	const code = one.category ?? '9999';
	return (
		(asked.area !== 'T1' || one.area !== 'T2') &&
		(but === 'category' || asked.category === undefined || code.startsWith(asked.category)) &&
		(but === 'source' || asked.source === undefined || one.channel === asked.source) &&
		(but === 'unit' || asked.unit === undefined || one.unit === asked.unit) &&
		(but === 'status' || asked.status === undefined || String(one.status) === asked.status) &&
		(but === 'severity' || asked.severity === undefined || one.severity === asked.severity) &&
		(but === 'days' || ((asked.from ?? '') <= day && day <= (asked.to ?? '9')))
	);
}

function tally(events: readonly PlainEvent[], read: (one: PlainEvent) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const one of events) counts[read(one)] = (counts[read(one)] ?? 0) + 1;
	return counts;
}

const asRecord = (values: readonly { code: string; count: number }[]) =>
	Object.fromEntries(values.map(({ code, count }) => [code, count]));

const withoutAcceptance = ({ accepted: _, ...rest }: PlainEvent): PlainEvent => rest;

describe('countFacets', () => {
	it('counts in each list what meets every other choice, as a plain count does', () => {
		fc.assert(
			fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), filter, (events, asked) => {
				const facets = countFacets({ ...scopeOf(events), filter: asked });
				const but = (choice: Choice | null) => events.filter((one) => meets(one, asked, choice));
				expect(facets.total).toBe(but(null).length);
				expect(asRecord(facets.categories)).toEqual(tally(but('category'), (one) => one.category ?? '9999'));
				expect(asRecord(facets.sources)).toEqual(tally(but('source'), (one) => one.channel ?? ''));
				expect(asRecord(facets.units)).toEqual(tally(but('unit'), (one) => one.unit ?? ''));
				expect(asRecord(facets.statuses)).toEqual(tally(but('status'), (one) => String(one.status)));
				expect(asRecord(facets.severities)).toEqual(tally(but('severity'), (one) => String(one.severity)));
				const days = facets.days.bars.filter(({ count }) => count > 0).map(({ from, count }) => [from, count]);
				expect(Object.fromEntries(days)).toEqual(tally(but('days'), (one) => (one.accepted ?? '').slice(0, 10)));
				expect(chooseEvents({ ...scopeOf(events), filter: asked, sort: 'acceptedAt', descending: false }).length).toBe(
					facets.total,
				);
			}),
			{ numRuns: 60 },
		);
	});

	it('counts by cells what it counts row by row, with periods, unaccepted events and chosen days', () => {
		const some = fc
			.tuple(event, fc.option(fc.constantFrom('2026-09-30 23:59', '2026-10-01 00:00', ''), { nil: null }))
			.map(([one, accepted]) =>
				accepted === null ? one : accepted === '' ? withoutAcceptance(one) : { ...one, accepted },
			);
		const asked = fc
			.tuple(filter, fc.option(fc.constantFrom('2026-10', '2026-W41', '2026-09', '2026'), { nil: undefined }))
			.map(([one, period]) => (period === undefined ? one : { ...one, period }));
		fc.assert(
			fc.property(fc.array(some, { minLength: 1, maxLength: 40 }), asked, (events, question) => {
				const scope = scopeOf(events);
				// A number that every event begins with makes the frame one of rows, and asks for the same events.
				const rowByRow = { ...question, number: 'E' };
				const findByNumber = () => Array.from(scope.snapshot.events.eventKey);
				expect(countFacets({ ...scope, filter: question })).toEqual(
					countFacets({ ...scope, filter: rowByRow, findByNumber }),
				);
			}),
			{ numRuns: 100 },
		);
	});

	it('lists every value of the district whatever is chosen, and the areas one level down', () => {
		const scope = scopeOf([
			{ area: 'G1', category: '0401', unit: '甲局', accepted: '2026-10-01 09:00' },
			{ area: 'T2', category: '0301', unit: '乙局', accepted: '2026-10-02 09:00' },
		]);
		const facets = countFacets({ ...scope, filter: { unit: '甲局' } });
		expect(facets.all.units.map(({ code }) => code)).toEqual(['乙局', '甲局']);
		expect(facets.all.categories.map(({ code }) => code)).toEqual(['0301', '0401']);
		expect(facets.areas).toEqual([
			{ area: 'T1', name: 'T1', count: 1 },
			{ area: 'T2', name: 'T2', count: 0 },
		]);
		expect(facets.domains.map(({ code }) => code)).toEqual(['04', '03'].slice(0, 1));
	});

	it('draws days while they are few, then weeks from Monday, then months, without gaps', () => {
		const at = (...days: string[]) =>
			countFacets({ ...scopeOf(days.map((accepted) => ({ area: 'T1', accepted }))), filter: {} }).days;
		expect(at('2026-10-01 00:00', '2026-10-03 23:59').bars.map(({ count }) => count)).toEqual([1, 0, 1]);
		const weeks = at('2026-06-03 09:00', '2026-10-01 09:00');
		expect([weeks.step, weeks.bars[0]]).toEqual(['week', { from: '2026-06-01', to: '2026-06-07', count: 1 }]);
		const months = at('2024-01-31 09:00', '2026-02-01 09:00');
		expect([months.step, months.bars.length, months.bars.at(-1)?.to]).toEqual(['month', 26, '2026-02-28']);
	});

	it('finds by the beginning of a number only what the cache names', () => {
		const scope = scopeOf([
			{ area: 'T1', accepted: '2026-10-01 09:00' },
			{ area: 'T1', accepted: '2026-10-02 09:00' },
		]);
		const findByNumber = (prefix: string) => (prefix === 'L2' ? [2] : []);
		expect(countFacets({ ...scope, filter: { number: 'L2' }, findByNumber }).total).toBe(1);
		expect(countFacets({ ...scope, filter: { number: 'X' }, findByNumber }).total).toBe(0);
	});
});

describe('orderEvents', () => {
	it('orders by instant both ways, rows of the same instant by their number, rows without one first', () => {
		const scope = scopeOf([
			{ area: 'T1', accepted: '2026-10-02 09:00', due: '2026-10-09 17:30', closed: '2026-10-03 09:00', status: 60 },
			{ area: 'T1', accepted: '2026-10-01 09:00', closed: '2026-10-03 09:00', status: 60 },
			{ area: 'T1', accepted: '2026-10-03 09:00', due: '2026-10-05 17:30', closed: '2026-10-04 09:00', status: 60 },
			{ area: 'T1', accepted: '2026-10-02 09:00', due: '2026-10-09 17:30', closed: '2026-10-04 09:00', status: 60 },
		]);
		const keys = (sort: 'urgency' | 'acceptedAt' | 'dueAt', descending: boolean) =>
			[...orderEvents({ ...scope, filter: {}, sort, descending }).rows].map(
				(row) => scope.snapshot.events.eventKey[row],
			);
		expect(keys('acceptedAt', false)).toEqual([2, 1, 4, 3]);
		expect(keys('acceptedAt', true)).toEqual([3, 4, 1, 2]);
		expect(keys('dueAt', false)).toEqual([2, 3, 1, 4]);
		expect(keys('urgency', false)).toEqual([3, 4, 1, 2]);
	});
});
