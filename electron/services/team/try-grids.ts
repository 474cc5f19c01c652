// What splitting one grid or merging two would do to load and norm. Reckoned for the screen; nothing is written, and no
// figure of the catalogue changes.

import type { Geometry } from 'geojson';
import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { TrialInput, TrialOutput } from '../../../shared/contract/schemas/team.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { type Place, placeOfCode, placesAtLevel } from '../indicators/area-tree.ts';
import { readFigure } from '../indicators/read-figure.ts';
import { questionOf, type TeamScope } from './figure-rows.ts';
import { type NormKind, sizeAgainst } from './grid-norm.ts';
import { doOutlinesTouch } from './outlines-touch.ts';
import { asOfText } from './team-page.ts';
import { type GridFacts, readGround, shownNorm, type TrialGround } from './trial-grids.ts';

export type Trial = z.infer<typeof TrialOutput>;
type TrialGrid = Trial['before'][number];
type Finding = Trial['findings'][number];
type Ask = z.output<typeof TrialInput>;

/** Households that one full-time member can carry at most, where TM02 has no band. */
const LOAD_HIGH = 500;

/** A grid of a trial before loads and size are added. */
export interface PlainGrid {
	area: string | null;
	name: string;
	households: number | null;
	residents: number | null;
	events: number | null;
	members: number | null;
}

/**
 * @throws GridHelmError E_UNKNOWN_AREA; E_INPUT where an area is no grid, or a grid is merged with itself
 */
export function tryGrids(
	scope: TeamScope & { outlineOf(code: string): Geometry | null },
	input: Ask & { periodRead: Period },
): Trial {
	const ground = readGround(scope, input.periodRead);
	const codes = input.action === 'split' ? [input.grid] : [...input.grids];
	const facts = codes.map((code) => ground.factsOf(gridOf(ground, code)));
	const [first, second] = facts;
	if (!first || (second && first.place === second.place)) {
		throw new GridHelmError('E_INPUT', '请选择两个不同的网格。', { field: 'grids' });
	}
	const events = questionOf(scope, 'OP01', input.periodRead);
	const plain = facts.map(
		({ place, households, residents, members }): PlainGrid => ({
			area: place.code,
			name: place.name,
			households,
			residents,
			events: events === null ? null : readFigure(events, place).value,
			members,
		}),
	);
	const [one, other] = plain as [PlainGrid, PlainGrid | undefined];
	const after =
		input.action === 'split'
			? splitGrid(one, input.sharePercent / 100, input.members)
			: [mergeGrids(one, other ?? one, input.members)];
	const loaded = (grid: PlainGrid) => withLoad(grid, ground, first.kind);
	return {
		asOf: asOfText(scope),
		norm: shownNorm(ground.norm),
		before: plain.map((grid, at) => withLoad(grid, ground, facts[at]?.kind ?? first.kind)),
		after: after.map(loaded),
		findings: [
			...placeFindings(scope, facts),
			...(input.action === 'split' ? (['estimated'] as const) : []),
			...memberFindings(plain, after, loadHigh(scope, input.periodRead)),
		],
		town: townEffect(ground, facts, after),
	};
}

function gridOf({ tree }: TrialGround, code: string): Place {
	const place = placeOfCode(tree, code);
	if (place.level !== 'grid') throw new GridHelmError('E_INPUT', '这里要选网格。', { field: 'grid' });
	return place;
}

/** Two parts of a grid: the first has `share` (0 to 1) of its households, and of everything else as much. */
export function splitGrid(
	grid: PlainGrid,
	share: number,
	members?: readonly [number, number] | undefined,
): [PlainGrid, PlainGrid] {
	const partOf = (amount: number | null): [number | null, number | null] => {
		if (amount === null) return [null, null];
		const first = Math.round(amount * share);
		return [first, amount - first];
	};
	const [households, residents, events] = [grid.households, grid.residents, grid.events].map(partOf) as [
		[number | null, number | null],
		[number | null, number | null],
		[number | null, number | null],
	];
	const own = grid.members ?? 0;
	const firstMembers = Math.min(Math.max(1, Math.round(own * share)), Math.max(1, own - 1));
	const shared = members ?? [firstMembers, Math.max(1, own - firstMembers)];
	return [0, 1].map((at) => ({
		area: null,
		name: `${grid.name} ${at === 0 ? 'A' : 'B'}`,
		households: households[at] ?? null,
		residents: residents[at] ?? null,
		events: events[at] ?? null,
		members: grid.members === null && members === undefined ? null : (shared[at] ?? null),
	})) as [PlainGrid, PlainGrid];
}

/** Two grids as one; an amount that one of them lacks is not known of both. */
export function mergeGrids(first: PlainGrid, second: PlainGrid, members?: number | undefined): PlainGrid {
	const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
	return {
		area: null,
		name: `${first.name} + ${second.name}`,
		households: add(first.households, second.households),
		residents: add(first.residents, second.residents),
		events: add(first.events, second.events),
		members: members ?? add(first.members, second.members),
	};
}

function withLoad(grid: PlainGrid, { norm }: TrialGround, kind: NormKind): TrialGrid {
	const per = (amount: number | null): number | null =>
		amount === null || grid.members === null || grid.members === 0 ? null : amount / grid.members;
	return {
		...grid,
		householdsPerMember: per(grid.households),
		eventsPerMember: per(grid.events),
		size: sizeAgainst(norm, kind, grid.households),
	};
}

function placeFindings(scope: { outlineOf(code: string): Geometry | null }, facts: readonly GridFacts[]): Finding[] {
	const findings: Finding[] = [];
	if (facts.some(({ kind }) => kind === 'dedicated')) findings.push('dedicated');
	if (facts.some(({ households }) => households === null)) findings.push('noHouseholds');
	const [first, second] = facts;
	if (!first || !second) return findings;
	if (first.village?.code !== second.village?.code) findings.push('otherVillage');
	const outlines = [first, second].map(({ place }) => scope.outlineOf(place.code));
	const [one, other] = outlines;
	if (!one || !other) findings.push('outlineUnknown');
	else if (!doOutlinesTouch(one, other)) findings.push('apart');
	return findings;
}

/** The upper end of TM02's band. */
function loadHigh(scope: TeamScope, period: Period): number {
	const rule = questionOf(scope, 'TM02', period)?.entry.definition.light;
	return rule?.kind === 'band' ? rule.high : LOAD_HIGH;
}

/** Whether the new cut asks for more members than there are, or would do with fewer. */
export function memberFindings(before: readonly PlainGrid[], after: readonly PlainGrid[], high: number): Finding[] {
	const count = (grids: readonly PlainGrid[]) => grids.reduce((sum, { members }) => sum + (members ?? 0), 0);
	if (before.every(({ members }) => members === null)) return [];
	const isTooMuch = after.some(
		({ households, members }) => members === 0 || (households !== null && households / (members ?? 1) > high),
	);
	if (count(after) > count(before) || isTooMuch) return ['needsMember'];
	const [only] = after;
	const spare = (only?.members ?? 0) - 1;
	if (after.length === 1 && only && only.households !== null && spare > 0 && only.households / spare <= high) {
		return ['freesMember'];
	}
	return [];
}

/** Grids of the first grid's town that meet the norm, before and after. */
function townEffect(ground: TrialGround, facts: readonly GridFacts[], after: readonly PlainGrid[]): Trial['town'] {
	const { tree, norm } = ground;
	const town = facts[0]?.town ?? tree.places[0];
	if (!town) throw new Error('an area tree always has a root');
	const sizes = placesAtLevel(tree, 'grid', town)
		.filter(({ isActive }) => isActive)
		.map((place) => {
			const { kind, households } = ground.factsOf(place);
			return { place, size: sizeAgainst(norm, kind, households) };
		});
	const changed = new Set(facts.map(({ place }) => place));
	const kept = sizes.filter(({ place }) => !changed.has(place)).map(({ size }) => size);
	const kind = facts[0]?.kind ?? 'urbanBase';
	const then = [...kept, ...after.map(({ households }) => sizeAgainst(norm, kind, households))];
	const judged = (all: readonly string[]) => all.filter((size) => size !== 'notJudged').length;
	const within = (all: readonly string[]) => all.filter((size) => size === 'within').length;
	const now = sizes.map(({ size }) => size);
	return {
		name: town.name,
		judged: judged(now),
		within: within(now),
		judgedAfter: judged(then),
		withinAfter: within(then),
	};
}
