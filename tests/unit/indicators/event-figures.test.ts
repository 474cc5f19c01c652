// The figures that stand on facts of events: what is not connected, what the words of the documents mean at their edges,
// and how they are read by handling unit, in a ranking, in a trend and in a proof.

import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import { computeProof } from '../../../electron/services/indicators/proof.ts';
import { listProofKeys } from '../../../electron/services/indicators/proof-rows.ts';
import { computeRanking } from '../../../electron/services/indicators/ranking.ts';
import { computeTrend } from '../../../electron/services/indicators/trend.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import type { PlainArea, PlainDistrict, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const catalogue = loadCatalogue();
const AREAS: PlainArea[] = [
	{ code: 'D', level: 'district' },
	{ code: 'T1', level: 'town', parent: 'D' },
	{ code: 'T2', level: 'town', parent: 'D' },
	{ code: 'G1', level: 'grid', parent: 'T1', households: 100 },
	{ code: 'G2', level: 'grid', parent: 'T1', households: 300 },
	{ code: 'G3', level: 'grid', parent: 'T2', households: null },
];
const OCT: PlainEvent = { area: 'G1', reported: '2026-10-12 09:00', accepted: '2026-10-12 09:10' };
const CLOSED: PlainEvent = { ...OCT, closed: '2026-10-14 10:00' };

function many(event: PlainEvent, count: number): PlainEvent[] {
	return Array.from({ length: count }, () => event);
}

function district(events: readonly PlainEvent[], more: Partial<PlainDistrict> = {}): PlainDistrict {
	return { areas: AREAS, events, asOf: { main: '2026-11-20 09:00' }, ...more };
}

function periodOf(code: string): Period {
	const [period] = parsePeriodRange(code) ?? [];
	if (!period) throw new Error(code);
	return period;
}

function read(indicator: string, from: PlainDistrict, more: { area?: string; variant?: string; unit?: string } = {}) {
	const { area = 'D', variant, unit } = more;
	const [reading] = computeReadings(makeEngineSnapshot(from), catalogue, {
		indicators: [indicator],
		areas: [area],
		periods: [periodOf('2026-10')],
		...(variant === undefined ? {} : { variant }),
		...(unit === undefined ? {} : { units: [unit] }),
	});
	if (!reading) throw new Error(indicator);
	return reading;
}

describe('what no export carries', () => {
	it.each(['OP07', 'OP08', 'TM05', 'DF01', 'DF05', 'PP01', 'PP03', 'ID03', 'DG02', 'DG05', 'CO01', 'CO03'])(
		'leaves %s not connected, never 0',
		(indicator) => {
			const bare = district(many({ ...CLOSED, due: '2026-10-15 09:00' }, 9), { eventFields: [], connected: ['event'] });
			expect(read(indicator, bare)).toMatchObject({ status: 'notConnected', value: null, num: null, den: null, n: 0 });
		},
	);

	it('is told from a column whose cells are all blank', () => {
		expect(read('PP03', district(many(CLOSED, 9)))).toMatchObject({ status: 'insufficient', num: 0, den: 0 });
		expect(read('CO01', district(many({ ...OCT, dispatched: '2026-10-12 10:00' }, 9)))).toMatchObject({
			num: 0,
			den: 9,
		});
	});

	it('leaves the fields of a grid without households out of its town', () => {
		const events = [OCT, { ...OCT, area: 'G2', category: '0101' }, { ...OCT, area: 'G2' }, { ...OCT, area: 'G3' }];
		expect(read('DF07', district(events), { area: 'G2' })).toMatchObject({ num: 2, den: 10, value: 20 });
		expect(read('DF07', district(events), { area: 'T1' })).toMatchObject({ num: 700, den: 4000, value: 17.5 });
		expect(read('DF07', district(events), { area: 'T2' })).toMatchObject({ status: 'notConnected' });
		expect(read('DF07', district(events))).toMatchObject({ num: 700, den: 4000 });
	});
});

describe('edges', () => {
	it('count backlog by the closings of 28 days, inclusive at the as-of', () => {
		const asOf = { main: '2026-10-29 12:00:00' };
		const at = (closed: string): PlainEvent => ({ ...OCT, accepted: '2026-09-01 09:00', closed });
		const events = [
			...many(at('2026-10-29 12:00:00'), 4),
			at('2026-10-01 12:00:01'),
			at('2026-10-01 12:00:00'),
			...many({ ...OCT, accepted: '2026-10-02 09:00' }, 10),
		];
		expect(read('OP06', district(events, { asOf }))).toMatchObject({ num: 10, den: 5, value: 56, light: 'red' });
	});

	it('count working hours only in the windows of working days', () => {
		// Friday 16:30 to Monday 09:30: one hour and one hour.
		const events = many({ ...OCT, accepted: '2026-10-16 16:30', closed: '2026-10-19 09:30', pauseMinutes: 60 }, 5);
		expect(read('OP09', district(events), { variant: 'workHours' })).toMatchObject({ value: 2, n: 5, light: 'none' });
		expect(read('OP09', district(events)).value).toBe(64);
	});

	it('call trouble recurring up to 30 days and 50 metres, in the same class, once the earlier is closed', () => {
		const point = [120, 28] as const;
		const earlier: PlainEvent = { ...OCT, accepted: '2026-08-01 09:00', closed: '2026-09-12 09:10', point };
		const later: PlainEvent = { ...OCT, point };
		const metres = (n: number): readonly [number, number] => [120, 28 + n / 111_195];
		const found = (first: PlainEvent, second: PlainEvent) => read('OP08', district([first, ...many(second, 5)])).num;
		expect(found(earlier, later)).toBe(5);
		expect(found({ ...earlier, closed: '2026-09-12 09:09:59' }, later)).toBe(0);
		expect(found({ ...earlier, closed: '2026-10-12 09:10:01' }, later)).toBe(0);
		expect(found(earlier, { ...later, point: metres(49.9) })).toBe(5);
		expect(found(earlier, { ...later, point: metres(50.1) })).toBe(0);
		expect(found(earlier, { ...later, category: '0402' })).toBe(0);
		expect(found({ ...earlier, selfClosed: true }, later)).toBe(0);
		expect(found({ ...earlier, status: 90 }, later)).toBe(0);
		expect(found({ ...earlier, area: 'G3' }, later)).toBe(5);
	});

	it('light a band on both sides: too little is red, above it worth a look', () => {
		const share = (inside: number) =>
			read(
				'DF05',
				district([
					...many({ ...CLOSED, handlingLevel: 3 }, inside),
					...many({ ...CLOSED, handlingLevel: 4 }, 20 - inside),
				]),
			).light;
		expect([share(11), share(12), share(15), share(18), share(19)]).toEqual([
			'red',
			'yellow',
			'green',
			'green',
			'yellow',
		]);
	});

	it('judge hot grids as a share of the grids in use', () => {
		const asOf = { main: '2026-10-18 12:00:00' };
		expect(read('OP10', district(many(OCT, 5), { asOf }))).toMatchObject({ value: 1, light: 'red' });
		expect(read('OP10', district(many(OCT, 4), { asOf }))).toMatchObject({ value: 0, light: 'green' });
	});
});

describe('figures of facts', () => {
	const returned: PlainEvent = { ...OCT, dispatched: '2026-10-12 10:00', returns: 1 };
	const events = [
		...many({ ...returned, unit: '住建局' }, 6),
		...many({ ...returned, unit: '住建局', returns: 0 }, 4),
		...many({ ...returned, unit: '城管局', returns: 0, area: 'G3' }, 10),
	];

	it('are read by handling unit', () => {
		expect(read('CO01', district(events))).toMatchObject({ num: 6, den: 20 });
		expect(read('CO01', district(events), { unit: '住建局' })).toMatchObject({ num: 6, den: 10, unit: '住建局' });
		expect(read('CO01', district(events), { unit: '城管局' })).toMatchObject({ num: 0, den: 10 });
	});

	it('rank areas, and stand in a trend', () => {
		const snapshot = makeEngineSnapshot(district(events));
		const asked = { indicator: 'CO01', area: 'D', period: periodOf('2026-10') };
		const [group] = computeRanking(snapshot, catalogue, asked).groups;
		expect(group?.rows.map(({ reading, rank }) => [reading.area, rank])).toEqual([
			['T2', 1],
			['T1', 2],
		]);
		const { points } = computeTrend(snapshot, catalogue, { ...asked, count: 2 });
		expect(points.map(({ value, n }) => [value, n])).toEqual([
			[null, 0],
			[30, 20],
		]);
	});

	it('prove themselves: ladder, parts and records', () => {
		const snapshot = makeEngineSnapshot(district([...events, { ...returned, status: 90 }]));
		const asked = { indicator: 'CO01', area: 'D', period: periodOf('2026-10') };
		const proof = computeProof(
			snapshot,
			catalogue,
			{ ...asked, limit: 50 },
			{ batch: () => ({ file: 'f', sha256: 's', arrivedAt: 1 }), eventIds: (keys) => keys.map(String) },
		);
		expect(proof.excluded).toEqual([{ reason: 'void', count: 1 }]);
		expect(proof.parts).toEqual([
			{ part: 'numerator', count: 6, light: 'red' },
			{ part: 'rest', count: 14, light: 'none' },
		]);
		expect([proof.startCount, proof.records.length]).toEqual([21, 20]);
		expect(listProofKeys(snapshot, catalogue, { ...asked, part: 'num' }).length).toBe(6);
	});

	it('keep void and merged reports in the denominator of valid ones', () => {
		const patrol: PlainEvent = { ...OCT, channel: '01', textLength: 10 };
		const reports = [
			...many(patrol, 5),
			{ ...patrol, status: 90 },
			{ ...patrol, status: 91 },
			{ ...patrol, textLength: 9 },
		];
		const others = [
			{ ...patrol, category: null },
			{ ...patrol, area: 'nowhere' },
			{ ...patrol, channel: '04' },
		];
		expect(read('TM05', district([...reports, ...others]))).toMatchObject({ num: 5, den: 10 });
	});
});
