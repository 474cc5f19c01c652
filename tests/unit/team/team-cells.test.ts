// The pure parts of the 队伍 page: order of rows and of grids to try, its address, margins of pooled surveys.

import { expect, test } from 'vitest';
import { pooledMargin } from '../../../electron/services/team/survey-margins.ts';
import { axisOf } from '../../../renderer/boards/team/ClueScatter.tsx';
import { sortRows } from '../../../renderer/boards/team/team-cells.ts';
import { chooseGrid, orderCandidates } from '../../../renderer/boards/team/trial-order.ts';
import { NO_TRIAL, parseTeam, TEAM_START, type TeamAddress, writeTeam } from '../../../renderer/stores/team-address.ts';
import type { TrialCandidate } from '../../../renderer/stores/team-store.ts';

test('rows sort either way; without a value they are last, equal ones stay as they stood', () => {
	const rows = [
		{ name: 'a', value: 2 },
		{ name: 'b', value: null },
		{ name: 'c', value: 5 },
		{ name: 'd', value: 2 },
	];
	const names = (isDescending: boolean) => sortRows(rows, ({ value }) => value, isDescending).map(({ name }) => name);
	expect(names(true)).toEqual(['c', 'a', 'd', 'b']);
	expect(names(false)).toEqual(['a', 'd', 'c', 'b']);
});

const grid = (area: string, villageCode: string, households: number | null): TrialCandidate => ({
	area,
	name: area,
	town: 't',
	village: villageCode,
	villageCode,
	gridType: 'base',
	households,
	members: 1,
	size: households === null ? 'unknown' : households < 300 ? 'below' : households > 500 ? 'above' : 'within',
});
const GRIDS = [
	grid('a', 'v1', 400),
	grid('b', 'v1', null),
	grid('c', 'v2', 600),
	grid('d', 'v2', 120),
	grid('e', 'v1', 200),
];

test('a split offers the largest first, a merge the smallest, then the neighbours of the one chosen', () => {
	const areas = (trial: typeof NO_TRIAL, filter: 'all' | 'below' = 'all') =>
		orderCandidates(GRIDS, trial, filter).map(({ area }) => area);
	expect(areas(NO_TRIAL)).toEqual(['c', 'a', 'e', 'd', 'b']);
	const merge = { ...NO_TRIAL, action: 'merge' as const };
	expect(areas(merge)).toEqual(['d', 'e', 'a', 'c', 'b']);
	expect(areas({ ...merge, grids: ['e'] })).toEqual(['e', 'a', 'b', 'd', 'c']);
	expect(areas({ ...merge, grids: ['a'] }, 'below')).toEqual(['a', 'e', 'd']);
});

test('a split holds one grid, a merge the first and the last chosen; pressing again lets go', () => {
	expect(chooseGrid({ ...NO_TRIAL, grids: ['a'] }, 'b').grids).toEqual(['b']);
	const merge = { ...NO_TRIAL, action: 'merge' as const, grids: ['a', 'b'] };
	expect(chooseGrid(merge, 'c').grids).toEqual(['a', 'c']);
	expect(chooseGrid(merge, 'a').grids).toEqual(['b']);
});

test.each<TeamAddress>([
	TEAM_START,
	{ part: 'public', trial: NO_TRIAL },
	{ part: 'trial', trial: { action: 'split', grids: ['33~01'], sharePercent: 35 } },
	{ part: 'trial', trial: { action: 'merge', grids: [], sharePercent: 50 } },
	{ part: 'trial', trial: { action: 'merge', grids: ['LQ-03-012', '33%7E'], sharePercent: 50 } },
])('the address is read back as written: %j', (address) => {
	const query = new URLSearchParams();
	writeTeam(address, query);
	expect(parseTeam(new URLSearchParams(query.toString()))).toEqual(address);
});

test.each(['part=moon', 'try=split~4~a', 'try=split~x~a', 'try=split~50~', 'try=cut~a'])(
	'falls back on %s',
	(search) => {
		expect(parseTeam(new URLSearchParams(search))).toEqual(TEAM_START);
	},
);

test('the margin of pooled surveys is smaller than that of each; one without a margin leaves none', () => {
	expect(pooledMargin([{ weight: 200, margin: 0.06 }])).toBeCloseTo(0.06, 12);
	const equal = { weight: 200, margin: 0.06 };
	expect(pooledMargin([equal, equal, equal, equal])).toBeCloseTo(0.03, 12);
	expect(pooledMargin([equal, { weight: 200, margin: Number.NaN }])).toBeNull();
	expect(pooledMargin([])).toBeNull();
});

test('an axis always has a width', () => {
	expect(axisOf([100, 100])).toEqual({ low: 99, high: 101 });
	expect(axisOf([0, 50]).high).toBeGreaterThan(50);
});
