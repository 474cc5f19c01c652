// 会商: what should be put before a meeting, made from matters that are stuck, and what became of the resolutions of the
// meetings held. The duty list says who should hold a class. Words are made by the screen in both languages.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { MeetingsOutput } from '../../../shared/contract/schemas/collaboration.ts';
import type { EventLight } from '../../../shared/domain/codes.ts';
import { dayOf, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import {
	isDelivered,
	listCourses,
	listDuties,
	listMeetings,
	listRunningPauses,
	listSupervisions,
	listWhistleCalls,
	type MeetingRow,
} from '../cache/collaboration-queries.ts';
import { getEventById, getEvents } from '../cache/event-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { isoOrNull, toEventRow } from '../events/event-shapes.ts';
import { type Place, placeOfCode } from '../indicators/area-tree.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import type { EventClock } from '../indicators/event-lights.ts';
import { TRAIT } from '../indicators/event-traits.ts';
import { openEventsInside } from '../indicators/open-events.ts';
import { openEventClock } from '../indicators/red-queue.ts';
import { areaTest } from './event-cohorts.ts';
import { courseOf } from './event-course.ts';
import { agendaOf, type StuckMatter } from './meeting-agenda.ts';
import { ladderOf } from './supervision-ladder.ts';

type Answer = z.infer<typeof MeetingsOutput>;

const MOST_MEETINGS = 200;
/** Lights of events that can be stuck without having been returned or called for. */
const DOUBTFUL: ReadonlySet<EventLight> = new Set(['deepRed', 'red', 'paused']);

/** Units that did not answer a call in time, by the event of the call. */
function listUnanswered(scope: EventScope): Map<string, string[]> {
	const late = new Map<string, string[]>();
	for (const { eventId, called, dueAt } of listWhistleCalls(scope.db, scope.nowS, scope.nowS)) {
		if (eventId === null || called === null || dueAt === null || dueAt >= scope.nowS) continue;
		late.set(eventId, [...(late.get(eventId) ?? []), called]);
	}
	return late;
}

/** Open events of a place that may be stuck, with what tells whether they are. */
function doubtfulMatters(scope: EventScope, index: EventIndex, place: Place): StuckMatter[] {
	const { db, calendar, nowS } = scope;
	const unanswered = listUnanswered(scope);
	const called = new Set([...unanswered.keys()].flatMap((eventId) => getEventById(db, eventId)?.eventKey ?? []));
	const clocks = new Map<number, { clock: EventClock; isReturnedAgain: boolean }>();
	for (const open of openEventsInside(index, place)) {
		const key = index.events.eventKey[open.row] as number;
		const clock = openEventClock(index, calendar, open, nowS);
		const isReturnedAgain = ((index.traits[open.row] as number) & TRAIT.returnedAgain) !== 0;
		if (isReturnedAgain || DOUBTFUL.has(clock.light) || called.has(key)) clocks.set(key, { clock, isReturnedAgain });
	}
	const keys = [...clocks.keys()];
	const courses = listCourses(db, keys);
	const pauses = listRunningPauses(db);
	const supervisions = listSupervisions(db);
	return getEvents(db, keys).flatMap((event) => {
		const found = clocks.get(event.eventKey);
		if (!found) return [];
		const row = toEventRow(event, found.clock);
		const pausedAt = row.light === 'paused' ? (pauses.get(event.eventId)?.pausedAt ?? null) : null;
		return [
			{
				event: row,
				coUnits: event.coUnits,
				handlers: [...new Set(courseOf(courses.get(event.eventKey) ?? [], nowS).map(({ unit }) => unit))],
				returns: Math.max(event.returnCount ?? 0, found.isReturnedAgain ? 2 : 0),
				extendCount: event.extendCount ?? 0,
				level: ladderOf(row.light, event.superviseLevel ?? 0, supervisions.get(event.eventId) ?? [], nowS).level,
				pausedDays: pausedAt === null ? null : dayOf(nowS) - dayOf(pausedAt),
				unanswered: unanswered.get(event.eventId) ?? [],
			},
		];
	});
}

function isSettled({ due, done, resolutions }: MeetingRow): boolean {
	return (done ?? 0) >= (due ?? resolutions ?? 0);
}

function toMeeting(row: MeetingRow): Answer['meetings'][number] {
	return {
		meetingId: row.meetingId,
		heldOn: row.heldOn === null ? null : toIsoDate(row.heldOn),
		level: row.levelRaw === null ? null : { code: row.levelCode, raw: row.levelRaw },
		areaName: row.areaName,
		units: row.units === null ? [] : (JSON.parse(row.units) as string[]),
		resolutions: row.resolutions,
		due: row.due,
		done: row.done,
	};
}

/** The whole answer. Throws GridHelmError E_UNKNOWN_AREA. */
export function getMeetings(scope: EventScope, input: ParsedInput<'collaboration.getMeetings'>): Answer {
	const { db, snapshot, nowS } = scope;
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const isInside = areaTest(index, place);
	const meetings = listMeetings(db, dayOf(nowS)).filter(({ areaId }) => isInside(areaId));
	const open = meetings.filter((row) => !isSettled(row));
	const ordered = [...open, ...meetings.filter(isSettled)];
	return {
		asOf: isoOrNull(snapshot.asOfS),
		now: toIso(nowS),
		hasMeetings: isDelivered(db, 'meeting'),
		hasDuties: isDelivered(db, 'duty_list'),
		agenda: agendaOf(doubtfulMatters(scope, index, place), listDuties(db)),
		meetings: ordered.slice(0, MOST_MEETINGS).map(toMeeting),
		meetingTotal: meetings.length,
		openTotal: open.length,
	};
}
