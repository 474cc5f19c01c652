// Who holds the ball: now, by unit; over a period, working time by unit and stage, the ways between units, and what was
// passed around. From steps; where none were delivered, from the lead unit of each event.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { FLOW_STAGES, type FlowOutput } from '../../../shared/contract/schemas/collaboration.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { type CourseStep, isDelivered, listCourses } from '../cache/collaboration-queries.ts';
import { getEvents } from '../cache/event-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { isoOrNull, toEventRow } from '../events/event-shapes.ts';
import { requirePeriod } from '../events/frame-rows.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { TRAIT } from '../indicators/event-traits.ts';
import { type OpenEvent, openEventsInside } from '../indicators/open-events.ts';
import { openEventClock } from '../indicators/red-queue.ts';
import type { WorkingCalendar } from '../indicators/working-calendar.ts';
import { acceptedRows, leadUnitOf } from './event-cohorts.ts';
import { courseOf, type FlowStage, type Turn, turnsOf } from './event-course.ts';
import { flowOf, type UnitPath } from './unit-flow.ts';

type Answer = z.infer<typeof FlowOutput>;

/** Chains that one answer carries. */
const MOST_CHAINS = 100;

interface Course {
	turns: Turn[];
	isOpen: boolean;
}

interface Tally {
	events: number;
	stages: Map<FlowStage, number>;
}

function addMinutes(tally: Map<FlowStage, number>, stage: FlowStage, minutes: number): void {
	tally.set(stage, (tally.get(stage) ?? 0) + minutes);
}

function toStages(tally: ReadonlyMap<FlowStage, number>): Answer['stages'] {
	return FLOW_STAGES.filter((stage) => tally.has(stage)).map((stage) => ({
		stage,
		workMinutes: Math.round(tally.get(stage) ?? 0),
	}));
}

function totalOf(stages: ReadonlyMap<FlowStage, number>): number {
	return [...stages.values()].reduce((sum, minutes) => sum + minutes, 0);
}

/** Working time of all courses by unit and stage; the courses themselves as turns. */
function readCourses(
	index: EventIndex,
	calendar: WorkingCalendar,
	rows: readonly number[],
	steps: ReadonlyMap<number, CourseStep[]>,
	openRows: ReadonlySet<number>,
	nowS: number,
) {
	const units = new Map<string, Tally>();
	const stages = new Map<FlowStage, number>();
	const courses = new Map<number, Course>();
	for (const row of rows) {
		const own = steps.get(index.events.eventKey[row] as number);
		if (!own) continue;
		const isOpen = openRows.has(row);
		const endS = isOpen ? nowS : (index.events.closedAt[row] as number) || (own.at(-1)?.opAt ?? 0);
		const course = courseOf(own, endS);
		const seen = new Set<string>();
		for (const { unit, stage, fromS, toS } of course) {
			const minutes = Math.max(0, calendar.workMinutesBetween(fromS, toS));
			const tally = units.get(unit) ?? { events: 0, stages: new Map<FlowStage, number>() };
			units.set(unit, tally);
			if (!seen.has(unit)) tally.events += 1;
			seen.add(unit);
			addMinutes(tally.stages, stage, minutes);
			addMinutes(stages, stage, minutes);
		}
		courses.set(row, { turns: turnsOf(course, calendar), isOpen });
	}
	return { units, stages, courses };
}

/** Who holds each open event and since when, added up by unit. */
function readHolders(
	index: EventIndex,
	calendar: WorkingCalendar,
	open: readonly OpenEvent[],
	steps: ReadonlyMap<number, CourseStep[]>,
	nowS: number,
): (Omit<Answer['holders'][number], 'longestEventId'> & { longestKey: number })[] {
	const { events } = index;
	const holders = new Map<string, ReturnType<typeof readHolders>[number]>();
	for (const each of open) {
		const { row } = each;
		const key = events.eventKey[row] as number;
		const own = steps.get(key);
		const turn = own && turnsOf(courseOf(own, nowS), calendar).at(-1);
		const unit = turn?.unit ?? leadUnitOf(index, row) ?? '';
		const sinceS = turn?.fromS ?? ((events.dispatchedAt[row] as number) || (events.acceptedAt[row] as number));
		const minutes = Math.round(turn?.workMinutes ?? Math.max(0, calendar.workMinutesBetween(sinceS, nowS)));
		const { light } = openEventClock(index, calendar, each, nowS);
		const holder = holders.get(unit) ?? { unit, open: 0, overdue: 0, workMinutes: 0, longest: -1, longestKey: key };
		holders.set(unit, holder);
		holder.open += 1;
		holder.workMinutes += minutes;
		if (light === 'red' || light === 'deepRed') holder.overdue += 1;
		if (minutes > holder.longest) {
			holder.longest = minutes;
			holder.longestKey = key;
		}
	}
	return [...holders.values()].sort(
		(a, b) => b.open - a.open || b.workMinutes - a.workMinutes || (a.unit < b.unit ? -1 : 1),
	);
}

/** The whole answer. Throws GridHelmError E_UNKNOWN_AREA, E_PERIOD. */
export function getFlow(scope: EventScope, input: ParsedInput<'collaboration.getFlow'>): Answer {
	const { db, snapshot, calendar, nowS } = scope;
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const { eventKey } = index.events;
	const rows = acceptedRows(index, place, requirePeriod(input.period));
	const open = openEventsInside(index, place);
	const openRows = new Set(open.map(({ row }) => row));
	const wanted = [...new Set([...rows, ...openRows])];
	const steps = listCourses(
		db,
		wanted.map((row) => eventKey[row] as number),
	);
	const { units, stages, courses } = readCourses(index, calendar, rows, steps, openRows, nowS);
	const holders = readHolders(index, calendar, open, steps, nowS);
	const isAgain = (row: number) => ((index.traits[row] as number) & TRAIT.returnedAgain) !== 0;
	const again = wanted.filter(isAgain).sort((a, b) => Number(openRows.has(b)) - Number(openRows.has(a)) || b - a);
	const shown = again.slice(0, MOST_CHAINS);
	const named = new Map(
		getEvents(db, [...shown.map((row) => eventKey[row] as number), ...holders.map(({ longestKey }) => longestKey)]).map(
			(event) => [event.eventKey, event],
		),
	);
	return {
		asOf: isoOrNull(snapshot.asOfS),
		now: toIso(nowS),
		isConnected: isDelivered(db, 'event_step'),
		eventCount: rows.length,
		withSteps: courses.size,
		holders: holders.map(({ longestKey, ...holder }) => ({
			...holder,
			longestEventId: named.get(longestKey)?.eventId ?? '',
		})),
		held: [...units]
			.map(([unit, tally]) => ({
				unit,
				events: tally.events,
				workMinutes: Math.round(totalOf(tally.stages)),
				stages: toStages(tally.stages),
			}))
			.sort((a, b) => b.workMinutes - a.workMinutes || (a.unit < b.unit ? -1 : 1)),
		stages: toStages(stages),
		links: flowOf([...courses.values()].map(({ turns, isOpen }): UnitPath => ({ units: turns, isClosed: !isOpen }))),
		chains: shown.flatMap((row) => {
			const event = named.get(eventKey[row] as number);
			if (!event) return [];
			const each = open.find((one) => one.row === row);
			const clock = each ? openEventClock(index, calendar, each, nowS) : null;
			const own = steps.get(event.eventKey) ?? [];
			const turns = courses.get(row)?.turns ?? turnsOf(courseOf(own, event.closedAt ?? nowS), calendar);
			return [
				{
					event: toEventRow(event, clock),
					returns: Math.max(event.returnCount ?? 0, 2),
					path: turns.map(({ unit, workMinutes, isReturn }) => ({
						unit,
						workMinutes: Math.round(workMinutes),
						isReturn,
					})),
				},
			];
		}),
		chainTotal: again.length,
	};
}
