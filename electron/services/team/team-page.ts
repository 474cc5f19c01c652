// The 队伍 page: figures of the catalogue for an area and every town as the engine reads them, and beside them what the
// ledgers say by kind. Counts of people are cells that hide the few (small-cells.ts).

import type { z } from 'zod';
import type { TeamOutput } from '../../../shared/contract/schemas/team.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { type Place, placeOfCode, placesAtLevel } from '../indicators/area-tree.ts';
import { HEADLINE } from '../indicators/catalogue.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { ledgerAsOf } from '../indicators/ledger-figure.ts';
import { type Reading, readFigure } from '../indicators/read-figure.ts';
import {
	groupRows,
	numbersOf,
	periodOfFigure,
	questionOf,
	rowsOfLedger,
	sumOfRows,
	type TeamScope,
	wordsOf,
} from './figure-rows.ts';
import { readLoads } from './member-loads.ts';
import { readPeople } from './people-cells.ts';
import { SMALLEST_CELL } from './small-cells.ts';
import { readTraining } from './training-facts.ts';

type Team = z.infer<typeof TeamOutput>;

/** Figures of the page: the team, what its training should move, its guarantees. */
const TEAM_FIGURES = [
	...['TM01', 'TM02', 'TM03', 'TM04', 'TM05', 'TM06', 'TM07', 'OP07'],
	...['GU01', 'GU02', 'GU03', 'GU04'],
];

/** The figures of an area and of every town, each for the period it is made for. */
export function readingsFor(
	scope: TeamScope,
	figures: readonly { code: string; variant?: string }[],
	period: Period,
	places: readonly Place[],
): Reading[] {
	return figures.flatMap(({ code, variant = HEADLINE }) => {
		const question = questionOf(scope, code, periodOfFigure(scope, code, period, variant), variant);
		return question === null ? [] : places.map((place) => readFigure(question, place));
	});
}

/** The asked area and the towns of the district; a town asked for stands once. */
export function placesOfPage(
	{ snapshot }: TeamScope,
	area: string,
): { place: Place; towns: readonly Place[]; all: readonly Place[] } {
	const { tree } = eventIndexOf(snapshot);
	const place = placeOfCode(tree, area);
	const root = tree.places[0] ?? place;
	const towns = placesAtLevel(tree, 'town', root).filter(({ isActive }) => isActive);
	return { place, towns, all: [...new Set([place, ...towns])] };
}

/** As-of of the ledgers' figures as text. */
export function asOfText({ snapshot }: TeamScope): string | null {
	const asOfS = ledgerAsOf(eventIndexOf(snapshot), null);
	return asOfS === null ? null : toIso(asOfS);
}

/**
 * Everything of the page but the trial of a split or merge.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function readTeam(scope: TeamScope, input: { area: string; period: Period }): Team {
	const { place, towns, all } = placesOfPage(scope, input.area);
	const { period } = input;
	return {
		asOf: asOfText(scope),
		smallestCell: SMALLEST_CELL,
		areas: towns.map(({ code, name }) => ({ area: code, name })),
		readings: readingsFor(
			scope,
			TEAM_FIGURES.map((code) => ({ code })),
			period,
			all,
		),
		posts: postsOf(scope, period, place),
		loads: readLoads(scope, period, place, towns),
		training: readTraining(scope, period, place),
		people: readPeople(scope, period, place),
		guarantees: guaranteesOf(scope, period, place),
	};
}

/** Posts by role, from the newest plan of each area and role at t. */
function postsOf(scope: TeamScope, period: Period, place: Place): Team['posts'] {
	const newest = { by: 'newest', field: 'as_of_on', per: ['role'] } as const;
	const found = rowsOfLedger(scope, 'post_plan', { ...newest, per: [...newest.per] }, period, place);
	if (found === null) return null;
	const planned = numbersOf(found.rows, 'planned_posts');
	const filled = numbersOf(found.rows, 'filled_posts');
	return groupRows(found.chosen, wordsOf(scope, found.rows, 'role')).map(([role, rows]) => ({
		role,
		planned: sumOfRows(rows, planned),
		filled: sumOfRows(rows, filled),
	}));
}

/** What was planned and what arrived by item, in the period of GU01. */
function guaranteesOf(scope: TeamScope, asked: Period, place: Place): Team['guarantees'] {
	const period = periodOfFigure(scope, 'GU01', asked);
	const found = rowsOfLedger(scope, 'guarantee', { by: 'span', field: 'period' }, period, place);
	if (found === null) {
		const isKnown = scope.snapshot.connected.has('guarantee');
		return { status: isKnown ? 'notDelivered' : 'notConnected', period: period.code, items: [] };
	}
	const planned = numbersOf(found.rows, 'planned');
	const arrived = numbersOf(found.rows, 'arrived');
	const onTime = numbersOf(found.rows, 'on_time');
	const isWhole = (row: number): boolean => !Number.isNaN(planned(row)) && !Number.isNaN(arrived(row));
	return {
		status: found.chosen.length === 0 ? 'notDelivered' : 'ok',
		period: period.code,
		items: groupRows(found.chosen.filter(isWhole), wordsOf(scope, found.rows, 'item')).map(([item, rows]) => ({
			item,
			planned: sumOfRows(rows, planned) ?? 0,
			arrived: sumOfRows(rows, arrived) ?? 0,
			entries: rows.length,
			late: rows.filter((row) => onTime(row) === 0).length,
		})),
	};
}
