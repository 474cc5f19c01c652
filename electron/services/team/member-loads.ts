// What a full-time member carries: households and events of the grid, shared among its members; visits and patrolled
// kilometres by the ledgers' own number of the member. Members are those that TM02 counts. Nobody is named.

import type { z } from 'zod';
import type { LOAD_MEASURES, TeamOutput } from '../../../shared/contract/schemas/team.ts';
import type { ReadingStatus } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import type { Place } from '../indicators/area-tree.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { ledgerAsOf } from '../indicators/ledger-figure.ts';
import { populationAt } from '../indicators/ledger-population.ts';
import { ledgerWindowOf } from '../indicators/ledger-window.ts';
import { quantileOf } from '../indicators/quantile.ts';
import { readFigure } from '../indicators/read-figure.ts';
import { type ChosenRows, numbersOf, questionOf, rowsOfFigure, rowsOfLedger, type TeamScope } from './figure-rows.ts';
import { loadSteps } from './load-steps.ts';
import { hideSmallCells, SMALLEST_CELL, shownTotal } from './small-cells.ts';

type Load = z.infer<typeof TeamOutput>['loads'][number];
type Measure = (typeof LOAD_MEASURES)[number];

/** One full-time member in force: where, and what each measure says; NaN where nothing can be said. */
interface MemberLoad {
	place: number;
	amounts: Record<Measure, number>;
}

/** Edges of households per member: the band of TM02 (250–500, warning 600) and halves below it. */
const HOUSEHOLD_EDGES = [0, 150, 250, 350, 500, 600];

/** Distributions inside `place`, and means of every town. */
export function readLoads(scope: TeamScope, period: Period, place: Place, towns: readonly Place[]): Load[] {
	const index = eventIndexOf(scope.snapshot);
	const root = index.tree.places[0];
	const staff = root ? rowsOfFigure(scope, 'TM02', period, root) : null;
	const statuses = statusesOf(scope, period, staff);
	const members = staff === null ? [] : readMembers(scope, period, staff);
	const unplaced = members.filter(
		(member) => isInside(member.place, place) && index.tree.places[member.place]?.level !== 'grid',
	).length;
	return (['households', 'events', 'visits', 'patrolKm'] as const).map((measure) => {
		const status = statuses[measure];
		const own = amountsInside(members, measure, place);
		const isShown = status === 'ok' && own.length >= SMALLEST_CELL;
		return {
			measure,
			status: status === 'ok' && !isShown ? (own.length === 0 ? 'notDelivered' : 'suppressed') : status,
			members: status === 'ok' ? shownTotal(own.length) : null,
			mean: isShown ? meanInside(scope, period, members, measure, place) : null,
			median: isShown ? quantileOf(Float64Array.from(own), 0.5) : null,
			steps: isShown ? loadSteps(own, measure === 'households' ? HOUSEHOLD_EDGES : undefined) : [],
			unplaced: measure === 'households' || measure === 'events' ? unplaced : 0,
			areas: meansOf(scope, period, members, measure, status, towns),
		};
	});
}

function meansOf(
	scope: TeamScope,
	period: Period,
	members: readonly MemberLoad[],
	measure: Measure,
	status: ReadingStatus,
	towns: readonly Place[],
): Load['areas'] {
	const amounts = towns.map((town) => amountsInside(members, measure, town));
	const cells = hideSmallCells(amounts.map(({ length }) => length));
	return towns.map((town, at) => {
		const { code, name } = town;
		const own = amounts[at] ?? [];
		const isHidden = cells[at]?.hiding !== 'none';
		if (status !== 'ok') return { area: code, name, status, mean: null };
		if (own.length === 0) return { area: code, name, status: 'notDelivered' as const, mean: null };
		if (isHidden) return { area: code, name, status: 'suppressed' as const, mean: null };
		return { area: code, name, status, mean: meanInside(scope, period, members, measure, town) };
	});
}

/**
 * What an area asks of each of its members. Households and events of grids without a member are carried by somebody all
 * the same: TM02, and the events of the area by the number of its members. Work done is a mean of the members.
 */
function meanInside(
	scope: TeamScope,
	period: Period,
	members: readonly MemberLoad[],
	measure: Measure,
	place: Place,
): number | null {
	const figureOf = (code: string): number | null => {
		const question = questionOf(scope, code, period);
		return question === null ? null : readFigure(question, place).value;
	};
	if (measure === 'households') return figureOf('TM02');
	if (measure === 'events') {
		const count = members.filter((member) => isInside(member.place, place)).length;
		const events = figureOf('OP01');
		return events === null || count === 0 ? null : events / count;
	}
	const amounts = amountsInside(members, measure, place);
	return amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}

function isInside(place: number, inside: Place): boolean {
	return place >= inside.place && place <= inside.lastPlace;
}

function amountsInside(members: readonly MemberLoad[], measure: Measure, inside: Place): number[] {
	return members
		.filter((member) => isInside(member.place, inside) && !Number.isNaN(member.amounts[measure]))
		.map((member) => member.amounts[measure]);
}

/** Rows of the two ledgers of work in the period, wherever they were done. */
function workOf(scope: TeamScope, period: Period): { visits: ChosenRows | null; patrols: ChosenRows | null } {
	const root = eventIndexOf(scope.snapshot).tree.places[0];
	if (!root) return { visits: null, patrols: null };
	return {
		visits: rowsOfLedger(scope, 'visit', { by: 'happened', field: 'visited_on' }, period, root),
		patrols: rowsOfLedger(scope, 'patrol', { by: 'happened', field: 'start_at' }, period, root),
	};
}

function statusesOf(scope: TeamScope, period: Period, staff: ChosenRows | null): Record<Measure, ReadingStatus> {
	const { snapshot } = scope;
	const isReached = (ledgerAsOf(eventIndexOf(snapshot), null) ?? Number.NEGATIVE_INFINITY) >= period.startS;
	const staffStatus: ReadingStatus =
		staff !== null ? 'ok' : snapshot.connected.has('grid_staff') && !isReached ? 'notDelivered' : 'notConnected';
	const { visits, patrols } = workOf(scope, period);
	const ofWork = (found: ChosenRows | null, dataset: 'visit' | 'patrol', field: string): ReadingStatus => {
		if (staffStatus !== 'ok') return staffStatus;
		if (!snapshot.connected.has(dataset)) return 'notConnected';
		if (found === null || found.chosen.length === 0) return 'notDelivered';
		const read = numbersOf(found.rows, 'staff_id');
		const amount = numbersOf(found.rows, field);
		return found.chosen.some((row) => !Number.isNaN(read(row)) && !Number.isNaN(amount(row))) ? 'ok' : 'notConnected';
	};
	const events = questionOf(scope, 'OP01', period);
	const root = eventIndexOf(snapshot).tree.places[0];
	const ofEvents = events && root ? readFigure(events, root).status : 'notConnected';
	return {
		households: staffStatus,
		events: staffStatus === 'ok' ? ofEvents : staffStatus,
		visits: ofWork(visits, 'visit', 'visited_on'),
		patrolKm: ofWork(patrols, 'patrol', 'track_km'),
	};
}

/** Every member that TM02 counts, with what can be said of each. */
function readMembers(scope: TeamScope, period: Period, staff: ChosenRows): MemberLoad[] {
	const index = eventIndexOf(scope.snapshot);
	const asOfS = ledgerAsOf(index, null) ?? 0;
	const households = populationAt(index, 'households', ledgerWindowOf(period, asOfS).tS);
	const events = questionOf(scope, 'OP01', period);
	const { visits, patrols } = workOf(scope, period);
	const visited = sumsByMember(visits, (rows) => {
		const targets = numbersOf(rows.rows, 'targets_cnt');
		return (row) => (Number.isNaN(targets(row)) ? 1 : targets(row));
	});
	const walked = sumsByMember(patrols, (rows) => numbersOf(rows.rows, 'track_km'));
	const perPlace = new Map<number, number>();
	for (const row of staff.chosen) {
		const at = staff.place[row] as number;
		perPlace.set(at, (perPlace.get(at) ?? 0) + 1);
	}
	const eventsAt = new Map<number, number>();
	const staffId = numbersOf(staff.rows, 'staff_id');
	return staff.chosen.map((row) => {
		const at = staff.place[row] as number;
		const place = index.tree.places[at];
		const sharers = perPlace.get(at) ?? 1;
		const isAtGrid = place?.level === 'grid';
		if (isAtGrid && events && !eventsAt.has(at)) eventsAt.set(at, readFigure(events, place).value ?? Number.NaN);
		return {
			place: at,
			amounts: {
				households: isAtGrid ? (households[at] ?? Number.NaN) / sharers : Number.NaN,
				events: isAtGrid ? (eventsAt.get(at) ?? Number.NaN) / sharers : Number.NaN,
				visits: visited === null ? Number.NaN : (visited.get(staffId(row)) ?? 0),
				patrolKm: walked === null ? Number.NaN : (walked.get(staffId(row)) ?? 0),
			},
		};
	});
}

/** Sums by the number of the member; null where the ledger has nothing in the period. */
function sumsByMember(
	found: ChosenRows | null,
	amountOf: (rows: ChosenRows) => (row: number) => number,
): Map<number, number> | null {
	if (found === null || found.chosen.length === 0) return null;
	const read = amountOf(found);
	const staffId = numbersOf(found.rows, 'staff_id');
	const sums = new Map<number, number>();
	for (const row of found.chosen) {
		const amount = read(row);
		if (!Number.isNaN(amount)) sums.set(staffId(row), (sums.get(staffId(row)) ?? 0) + amount);
	}
	return sums;
}
