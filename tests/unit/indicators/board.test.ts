// Board, ranking, trend, proof, wall and sentences over one hand-written district; each output passes the contract.

import { describe, expect, it } from 'vitest';
import { computeBoard } from '../../../electron/services/indicators/board.ts';
import { listDefinitions, loadCatalogue, readCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeProof } from '../../../electron/services/indicators/proof.ts';
import { listProofKeys } from '../../../electron/services/indicators/proof-rows.ts';
import { computeRanking } from '../../../electron/services/indicators/ranking.ts';
import { textOf } from '../../../electron/services/indicators/sentence-parts.ts';
import { computeSentences } from '../../../electron/services/indicators/sentences.ts';
import { computeTrend } from '../../../electron/services/indicators/trend.ts';
import { computeWallOverview } from '../../../electron/services/indicators/wall-overview.ts';
import { wilsonInterval } from '../../../electron/services/indicators/wilson-interval.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { dayFromDate, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { CATALOGUE_CODES } from '../../support/catalogue-codes.ts';
import type { PlainArea, PlainDistrict, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { instantOf, makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const catalogue = loadCatalogue();
const calendar = loadWorkingCalendar();
const AREAS: PlainArea[] = [
	{ code: 'D', name: '测区', level: 'district', popResident: 8_000 },
	{ code: 'A', name: '甲街道', level: 'town', parent: 'D', sortNo: 1, peerGroup: 'urban' },
	{ code: 'B', name: '乙街道', level: 'town', parent: 'D', sortNo: 2, peerGroup: 'urban' },
	{ code: 'C', name: '丙镇', level: 'town', parent: 'D', sortNo: 3, peerGroup: 'rural' },
	{ code: 'E', name: '丁镇', level: 'town', parent: 'D', sortNo: 4, peerGroup: 'rural' },
	{ code: 'G', name: '甲一格', level: 'grid', parent: 'A' },
];
const AS_OF = '2026-11-23 07:42:00';

function period(code: string): Period {
	const found = parsePeriod(code);
	if (!found) throw new Error(code);
	return found;
}

const many = (event: PlainEvent, count: number): PlainEvent[] => Array.from({ length: count }, () => event);

/** October: 20 due in each town, on time as given; the rest late. */
function due(area: string, onTime: number, of = 20): PlainEvent[] {
	const event = { area, accepted: '2026-10-12 09:00', due: '2026-10-15 17:30' };
	return [
		...many({ ...event, disposed: '2026-10-15 17:30', closed: '2026-10-16 09:00' }, onTime),
		...many({ ...event, disposed: '2026-10-16 09:00', closed: '2026-10-16 10:00' }, of - onTime),
	];
}

const OCTOBER = [...due('A', 19), ...due('B', 19), ...due('C', 10), ...due('G', 3, 3), ...due('E', 4, 4)];

function snapshotOf(events: PlainEvent[], more: Partial<PlainDistrict> = {}) {
	return makeEngineSnapshot({ areas: AREAS, events, asOf: { main: AS_OF }, ...more });
}

describe('definitions', () => {
	it('are the 54 of the catalogue in its order, in the contract shape, whole in both languages, and none of them internal', () => {
		const output = contract['indicators.listDefinitions'].output.parse({ definitions: listDefinitions() });
		expect(output.definitions.map(({ code }) => code)).toEqual(CATALOGUE_CODES);
		for (const { definition, name, unit } of output.definitions) {
			expect(definition.zh.length).toBeGreaterThan(40);
			expect(definition.en.length).toBeGreaterThan(100);
			expect(name.zh).toMatch(/^[\u4e00-\u9fff（）]+$/u);
			expect(unit.en.length).toBeGreaterThan(0);
		}
	});

	it('are refused when malformed: unknown words, doubles, lights on nothing', () => {
		const [first, ...rest] = [...catalogue.values()].map(({ definition }) => definition);
		expect(() => readCatalogue([{ ...first, cohort: 'x' }])).toThrow();
		expect(() => readCatalogue([first, first])).toThrow(/twice/);
		const op05 = rest.find(({ code }) => code === 'OP05');
		expect(() => readCatalogue([op05])).toThrow(/needs OPEN/);
	});
});

describe('ranking', () => {
	it('gives the Wilson interval of the worked examples', () => {
		const rounded = (num: number, den: number) => Object.values(wilsonInterval(num, den)).map((end) => end.toFixed(2));
		expect(rounded(4, 4)).toEqual(['0.51', '1.00']);
		expect(rounded(9, 10)).toEqual(['0.60', '0.98']);
		// The page rounds 0.905 up.
		expect(wilsonInterval(140, 147).low).toBeCloseTo(0.905, 3);
		expect(wilsonInterval(140, 147).high).toBeCloseTo(0.977, 3);
		expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
	});

	it('ranks peers only, by the lower bound, ties alike, too few not at all', () => {
		const input = { indicator: 'OP04', area: 'D', period: period('2026-10') };
		const ranking = computeRanking(snapshotOf(OCTOBER), catalogue, input);
		contract['indicators.getRanking'].output.parse(ranking);
		const rows = ranking.groups.map(({ peerGroup, rows: group }) => [
			peerGroup,
			...group.map(({ reading, rank }) => `${reading.area} ${rank}`),
		]);
		// Town A has three more (of its grid), all on time: 22 of 23.
		expect(rows).toEqual([
			['urban', 'A 1', 'B 2'],
			['rural', 'C 1', 'E null'],
		]);
		const tied = computeRanking(snapshotOf([...due('A', 19), ...due('B', 19)]), catalogue, input);
		expect(tied.groups[0]?.rows.map(({ reading, rank }) => `${reading.area} ${rank}`)).toEqual(['A 1', 'B 1']);
	});

	it('does not let five of five pass before nineteen of twenty', () => {
		const input = { indicator: 'OP04', area: 'D', period: period('2026-10') };
		const [urban] = computeRanking(snapshotOf([...due('A', 5, 5), ...due('B', 19)]), catalogue, input).groups;
		expect(urban?.rows.map(({ reading, rank }) => `${reading.area} ${rank}`)).toEqual(['B 1', 'A 2']);
	});

	it('ranks counts by value in the direction of the indicator', () => {
		const open = { accepted: '2026-11-01 09:00', due: '2026-11-05 09:00' };
		const events = [...many({ ...open, area: 'A' }, 3), { ...open, area: 'B' }];
		const input = { indicator: 'OP05', area: 'D', period: period('2026-11') };
		const [urban] = computeRanking(snapshotOf(events), catalogue, input).groups;
		expect(urban?.rows.map(({ reading, rank, low }) => [reading.area, rank, low])).toEqual([
			['B', 1, null],
			['A', 2, null],
		]);
		expect(computeRanking(snapshotOf(events), catalogue, { ...input, area: 'G' })).toMatchObject({
			level: null,
			groups: [],
		});
	});
});

describe('trend', () => {
	it('gives points, gaps and the middle half of the areas below', () => {
		const input = { indicator: 'OP04', area: 'D', period: period('2026-10'), count: 3 };
		const trend = computeTrend(snapshotOf([...OCTOBER, ...due('E', 1, 1)]), catalogue, input);
		contract['indicators.getTrend'].output.parse(trend);
		expect(trend.points.map(({ value, status }) => [value === null ? null : value.toFixed(1), status])).toEqual([
			[null, 'notDelivered'],
			[null, 'notDelivered'],
			['82.4', 'ok'],
		]);
		// A 95.65, B 95, C 50, E 100: quartiles by interpolation.
		expect(trend.peers[2]?.q1).toBeCloseTo(83.75, 9);
		expect(trend.peers[2]?.q3).toBeCloseTo(96.739130435, 6);
		expect(trend.peerLevel).toBe('town');
		expect(computeTrend(snapshotOf(OCTOBER), catalogue, input).peers[2]).toEqual({
			period: '2026-10',
			q1: null,
			q3: null,
		});
	});
});

describe('board', () => {
	it('compares with the period before, in points or per cent, by direction', () => {
		const september = OCTOBER.map((event) => ({
			...event,
			accepted: '2026-09-10 09:00',
			due: '2026-09-15 17:30',
			disposed: '2026-09-15 09:00',
		}));
		const board = computeBoard(
			snapshotOf([...september, ...many({ accepted: '2026-08-03 09:00' }, 1), ...OCTOBER]),
			catalogue,
			calendar,
			{
				area: 'D',
				period: period('2026-10'),
			},
		);
		contract['indicators.getBoard'].output.parse(board);
		const row = (code: string) => board.rows.find(({ reading }) => reading.indicator === code);
		expect(board.rows.map(({ reading }) => reading.indicator)).toEqual(CATALOGUE_CODES);
		expect(row('OP01')?.change).toEqual({ amount: 0, kind: 'percent', verdict: 'neutral' });
		expect(row('OP04')?.previous).toMatchObject({ period: '2026-09', value: 100 });
		expect(row('OP04')?.change).toMatchObject({ kind: 'points', verdict: 'worse' });
		expect(row('OP04')?.change?.amount).toBeCloseTo(-17.91, 2);
		expect(row('OP04')?.series).toHaveLength(12);
		// Too little history for a band: not every month of the twelve before was delivered.
		expect(row('OP01')?.band).toBeNull();
	});

	it('compares no whole month with one that was delivered only from its middle on', () => {
		const september = OCTOBER.map((event) => ({ ...event, accepted: '2026-09-10 09:00' }));
		const input = { area: 'D', period: period('2026-10') };
		const [accepted] = computeBoard(snapshotOf([...september, ...OCTOBER]), catalogue, calendar, input).rows;
		expect(accepted).toMatchObject({
			reading: { complete: true },
			previous: { value: OCTOBER.length, complete: false },
			change: null,
		});
	});

	it('compares a running month with the same stretch of the month before', () => {
		const events = [
			...many({ accepted: '2026-09-10 09:00' }, 1),
			...many({ accepted: '2026-10-23 07:42:00' }, 4),
			...many({ accepted: '2026-10-23 07:42:01' }, 9),
			...many({ accepted: '2026-11-02 09:00' }, 5),
		];
		const board = computeBoard(snapshotOf(events), catalogue, calendar, { area: 'D', period: period('2026-11') });
		expect(board.rows[0]).toMatchObject({
			reading: { value: 5, complete: false },
			previous: { period: '2026-10', value: 4, asOf: '2026-10-23T07:42:00+08:00', complete: false },
			change: { amount: 25, kind: 'percent' },
		});
	});

	it('shows live figures at the as-of whatever the period, against a week earlier', () => {
		const events = [
			{ accepted: '2026-11-01 09:00', due: '2026-11-10 09:00' },
			{ accepted: '2026-11-01 09:00', due: '2026-11-20 09:00' },
			{ accepted: '2026-11-01 09:00', due: '2026-12-20 09:00' },
		];
		const board = computeBoard(snapshotOf(events), catalogue, calendar, { area: 'D', period: period('2025') });
		const row = board.rows.find(({ reading }) => reading.indicator === 'OP05');
		expect(row).toMatchObject({
			reading: { period: '2026-11-23', value: 2, light: 'red' },
			previous: { period: '2026-11-16', value: 1 },
			change: { amount: 1, kind: 'count', verdict: 'worse' },
			note: { openCount: 3 },
		});
		expect(row?.note?.sharePercent).toBeCloseTo(66.667, 3);
		expect(row?.note?.oldestHours).toBeCloseTo(13 * 24 - 1.3, 9);
	});

	it('has the usual band of a day from the same weekday of eight weeks, of a month by working days', () => {
		const events: PlainEvent[] = [];
		for (let day = dayFromDate(2025, 9, 1); day < dayFromDate(2026, 11, 23); day += 1) {
			if (calendar.isWorkingDay(day)) events.push({ accepted: `${toIsoDate(day)} 09:00` });
		}
		// Thursdays: 5 and 3 more on two of the eight before 19 November.
		events.push(...many({ accepted: '2026-11-12 09:00' }, 5), ...many({ accepted: '2026-11-05 09:00' }, 3));
		const bandOf = (code: string) =>
			computeBoard(snapshotOf(events), catalogue, calendar, { area: 'D', period: period(code) }).rows[0]?.band;
		// 6, 4, 1 × 5 and 0 on the Thursday of National Day: mean 1.875.
		const counts = [6, 4, 1, 1, 1, 1, 1, 0];
		const sd = Math.sqrt(counts.reduce((sum, count) => sum + (count - 1.875) ** 2, 0) / 7);
		expect(bandOf('2026-11-19')?.high).toBeCloseTo(1.875 + 2 * sd, 9);
		expect(bandOf('2026-11-19')?.low).toBe(0);
		// One a working day: every month alike once scaled, October with 18 working days.
		expect(bandOf('2026-10')?.low).toBeCloseTo(18, 9);
		expect(bandOf('2026-10')?.high).toBeCloseTo(18, 9);
		expect(bandOf('2025-12')).toBeNull();
	});
});

describe('proof', () => {
	const cache = {
		batch: (id: number) => ({
			file: `f${id}.csv`,
			sha256: `${id}`.repeat(64),
			arrivedAt: instantOf('2026-11-01 02:00'),
		}),
		eventIds: (keys: readonly number[]) => keys.map((key) => `L${key}`),
	};
	const event = { area: 'A', accepted: '2026-10-12 09:00', due: '2026-10-15 17:30' };
	const events: PlainEvent[] = [
		...many({ ...event, disposed: '2026-10-15 09:00' }, 6),
		...many({ ...event, disposed: '2026-10-17 09:00', batch: 2 }, 2),
		event,
		{ ...event, status: 90 },
		{ ...event, status: 91, batch: 2 },
		{ ...event, status: 11 },
		{ ...event, category: '0901' },
		{ ...event, selfClosed: true },
		{ area: 'A', accepted: '2026-10-12 09:00' },
		{ area: 'A', reported: '2026-10-12 09:00', due: '2026-10-15 17:30' },
		{ ...event, due: '2026-11-15 17:30' },
		{ ...event, area: 'B' },
	];
	const input = { indicator: 'OP04', area: 'A', period: period('2026-10') };
	const prove = (more: object = {}) =>
		computeProof(snapshotOf(events), catalogue, { ...input, limit: 4, ...more }, cache);

	it('goes from all records down to the denominator, by parts and by file', () => {
		const proof = prove();
		contract['indicators.getProof'].output.parse(proof);
		expect(proof).toMatchObject({ num: 6, den: 9, startCount: 16, recordTotal: 9, records: ['L1', 'L2', 'L3', 'L4'] });
		expect(proof.excluded).toEqual([
			{ reason: 'refused', count: 1 },
			{ reason: 'void', count: 1 },
			{ reason: 'merged', count: 1 },
			{ reason: 'baseData', count: 1 },
			{ reason: 'notAccepted', count: 1 },
			{ reason: 'noLimit', count: 1 },
			{ reason: 'selfClosed', count: 1 },
		]);
		expect(proof.parts.map(({ part, count }) => [part, count])).toEqual([
			['onTime', 6],
			['lateClosed', 2],
			['lateOpen', 1],
		]);
		expect(proof.sources).toMatchObject([
			{ file: 'f1.csv', batchId: 1, allRows: 13, rows: 7, arrivedAt: '2026-11-01T02:00:00+08:00' },
			{ file: 'f2.csv', batchId: 2, allRows: 3, rows: 2 },
		]);
		expect(proof.variants.map(({ variant, den }) => [variant, den])).toEqual([
			['all', 10],
			['orig', null],
		]);
	});

	it('calls late, not still open, what a source reports as done late without a time', () => {
		const done = { area: 'A', accepted: '2026-10-12 09:00', status: 60, statusClosed: '2026-10-20 09:00' };
		const flagged = [
			...many({ ...done, reportedOnTime: true }, 6),
			...many({ ...done, reportedOnTime: false }, 2),
			{ area: 'A', accepted: '2026-10-12 09:00', reportedOnTime: false },
		];
		const { parts } = computeProof(snapshotOf(flagged), catalogue, { ...input, limit: 1 }, cache);
		expect(parts.map(({ part, count }) => [part, count])).toEqual([
			['onTime', 6],
			['lateClosed', 2],
			['lateOpen', 1],
		]);
	});

	it('lists the records of a part', () => {
		const keys = (part: 'all' | 'num' | 'missed') => [
			...listProofKeys(snapshotOf(events), catalogue, { ...input, part }),
		];
		expect(keys('all')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(keys('num')).toEqual([1, 2, 3, 4, 5, 6]);
		expect(keys('missed')).toEqual([7, 8, 9]);
	});

	it('has a check code that any part of the figure changes', () => {
		const codes = [
			prove(),
			prove({ variant: 'all' }),
			prove({ area: 'D' }),
			prove({ period: period('2026Q4') }),
			prove({ asOfS: instantOf('2026-11-01 00:00') }),
		].map(({ checkCode }) => checkCode);
		expect(codes[0]).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}$/);
		expect(new Set(codes).size).toBe(codes.length);
		expect(prove().checkCode).toBe(codes[0]);
	});

	it('counts clock faults of a median as left out', () => {
		const closed = { accepted: '2026-10-12 09:00', closed: '2026-10-13 09:00' };
		const faults = [...many(closed, 5), { ...closed, closed: '2026-10-11 09:00' }];
		const proof = computeProof(
			snapshotOf(faults),
			catalogue,
			{ ...input, indicator: 'OP09', area: 'D', limit: 0 },
			cache,
		);
		expect(proof).toMatchObject({ value: 24, num: null, den: null, startCount: 6, recordTotal: 5, records: [] });
		expect(proof.excluded).toEqual([{ reason: 'clockFault', count: 1 }]);
	});
});

describe('sentences and wall', () => {
	const open: PlainEvent[] = [
		{ area: 'G', accepted: '2026-11-02 09:00', due: '2026-11-05 17:30', limit: 'W3', severity: 2, status: 31 },
		{ area: 'B', accepted: '2026-11-02 09:00', due: '2026-11-23 09:00', limit: 'W15', severity: 3, status: 30 },
		{ area: 'B', accepted: '2026-11-22 09:00', due: '2026-11-27 17:30', limit: 'W5', severity: 3, status: 41 },
	];
	const snapshot = snapshotOf([...OCTOBER, ...open]);
	const nowS = instantOf('2026-11-23 07:45:00');

	it('say the same readings in both languages, each number with its figure', () => {
		const output = computeSentences(snapshot, catalogue, calendar, { area: 'D', period: period('2026-10') }, nowS);
		contract['briefing.getSentences'].output.parse(output);
		expect(output.sentences.map(({ zh }) => textOf(zh))).toEqual([
			'11月22日（周日）受理 1 件。',
			'按期办结率 82.1%，距目标差 12.9 个百分点；丙镇 50.0% 拖累最多。',
			'逾期在办 1 件，其中特急、紧急 1 件；今日还有 1 件到期，1 件在两小时内。',
		]);
		expect(output.sentences.map(({ en }) => textOf(en))).toEqual([
			'1 event accepted on Sun 22 Nov.',
			'On-time closure 82.1%, 12.9 pp short of the target; 丙镇 50.0% held it back most.',
			'1 overdue, 1 of them critical or urgent; another 1 falls due today, 1 within two hours.',
		]);
		const figures = output.sentences[1]?.zh.map(({ figure }) => figure).filter((figure) => figure !== null);
		expect(figures).toEqual([
			{ indicator: 'OP04', area: 'D', period: '2026-10', variant: 'headline' },
			{ indicator: 'OP04', area: 'D', period: '2026-10', variant: 'headline' },
			{ indicator: 'OP04', area: 'C', period: '2026-10', variant: 'headline' },
		]);
	});

	it('give the wall its eight figures and nothing else', () => {
		const overview = computeWallOverview(snapshot, catalogue, calendar, nowS);
		contract['wall.getOverview'].output.parse(overview);
		expect(overview).toMatchObject({
			asOf: '2026-11-23T07:42:00+08:00',
			now: '2026-11-23T07:45:00+08:00',
			month: '2026-10',
			acceptedLastDay: { value: 1, day: '2026-11-22', usual: null },
			open: {
				value: 3,
				byLight: { deepRed: 1, red: 0, yellow: 1, green: 0, paused: 1, none: 0 },
				awaitingVerification: 0,
				inHandling: 1,
				awaitingStart: 1,
			},
			overdueOpen: { value: 1, light: 'red' },
			dueToday: { value: 1, inTwoHours: 1 },
			closure: { value: 100, light: 'green', target: 95 },
			onTime: { light: 'red', target: 95 },
			medianHours: { status: 'ok', target: 48 },
			unlocatedShare: { status: 'ok' },
			gridLights: { deepRed: 1, none: 0 },
		});
		expect(overview.overdueOpen.sharePercent).toBeCloseTo(100 / 3, 9);
		// From Thursday 5 November 17:30: eleven working days.
		expect(overview.overdueOpen.oldestDays).toBeCloseTo(11, 9);
		expect(overview.dueToday.nextDays).toEqual([
			{ day: '2026-11-24', count: 0 },
			{ day: '2026-11-25', count: 0 },
			{ day: '2026-11-26', count: 0 },
			{ day: '2026-11-27', count: 0 },
		]);
		expect(overview.unlocatedShare.value).toBeCloseTo((100 * 64) / 67, 9);
		expect(overview.sentences.map(({ topic }) => topic)).toEqual(['lastDay', 'month', 'now']);
		expect(overview.areas.map(({ area, light }) => `${area} ${light}`)).toEqual([
			'A deepRed',
			'G deepRed',
			'B yellow',
			'C none',
			'E none',
		]);
	});

	it('shows the last month that is final, not the last month', () => {
		const monthAt = (asOf: string) =>
			computeWallOverview(snapshotOf(OCTOBER, { asOf: { main: asOf } }), catalogue, calendar, instantOf(asOf)).month;
		expect(monthAt('2026-11-05 23:59:59')).toBe('2026-09');
		expect(monthAt('2026-11-06 00:00:00')).toBe('2026-10');
	});

	it('stand empty and true on an empty cache', () => {
		const empty = makeEngineSnapshot({ areas: [], events: [], asOf: {}, connected: [] });
		const overview = computeWallOverview(empty, catalogue, calendar, nowS);
		contract['wall.getOverview'].output.parse(overview);
		expect(overview).toMatchObject({ asOf: null, month: null, sentences: [], areas: [] });
		for (const figure of [overview.open, overview.dueToday, overview.closure, overview.acceptedLastDay]) {
			expect(figure).toMatchObject({ value: null, status: 'notConnected' });
		}
		const input = { area: 'district', period: period('2026-10') };
		expect(computeSentences(empty, catalogue, calendar, input, nowS).sentences).toEqual([]);
		contract['indicators.getBoard'].output.parse(computeBoard(empty, catalogue, calendar, input));
	});
});
