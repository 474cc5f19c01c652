// Definitions, board, wall and sentences over one hand-written district; each output passes the contract.

import { describe, expect, it } from 'vitest';
import { computeBoard } from '../../../electron/services/indicators/board.ts';
import { listDefinitions, readCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { textOf } from '../../../electron/services/indicators/sentence-parts.ts';
import { computeSentences } from '../../../electron/services/indicators/sentences.ts';
import { computeWallOverview } from '../../../electron/services/indicators/wall-overview.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { dayFromDate, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { CATALOGUE_CODES } from '../../support/catalogue-codes.ts';
import type { PlainEvent } from '../../support/make-engine-snapshot.ts';
import { instantOf, makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';
import { calendar, catalogue, many, OCTOBER, period, snapshotOf } from './board-district.ts';

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
