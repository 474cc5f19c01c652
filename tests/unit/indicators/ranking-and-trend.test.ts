// Ranks among peers with their bounds, and trends: what is ranked, what is too few, what a line may say.

import { describe, expect, it } from 'vitest';
import { computeRanking } from '../../../electron/services/indicators/ranking.ts';
import { computeTrend } from '../../../electron/services/indicators/trend.ts';
import { wilsonInterval } from '../../../electron/services/indicators/wilson-interval.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { catalogue, due, many, OCTOBER, period, snapshotOf } from './board-district.ts';

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
