// 会商: what should be put before a meeting, made from matters that are stuck, and what became of the resolutions of the
// meetings held. The duty list says who should hold a class. Words are made by the screen in both languages.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { MeetingsOutput } from '../../../shared/contract/schemas/collaboration.ts';
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
import { getEvents } from '../cache/event-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { isoOrNull, toEventRow } from '../events/event-shapes.ts';
import { type Place, placeOfCode } from '../indicators/area-tree.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { openEventsInside } from '../indicators/open-events.ts';
import { openEventClock } from '../indicators/red-queue.ts';
import { areaTest } from './event-cohorts.ts';
import { courseOf } from './event-course.ts';
import { agendaOf, type StuckMatter } from './meeting-agenda.ts';
import { ladderOf } from './supervision-ladder.ts';

type Answer = z.infer<typeof MeetingsOutput>;

const MOST_MEETINGS = 200;

/** Open events of a place with everything that may make them stuck. */
function openMatters(scope: EventScope, index: EventIndex, place: Place): StuckMatter[] {
	const { db, calendar, nowS } = scope;
	const open = openEventsInside(index, place);
	const keys = open.map(({ row }) => index.events.eventKey[row] as number);
	const courses = listCourses(db, keys);
	const pauses = listRunningPauses(db);
	const supervisions = listSupervisions(db);
	const late = new Map<string, string[]>();
	for (const { eventId, called, dueAt } of listWhistleCalls(db, nowS, nowS)) {
		if (eventId === null || called === null || dueAt === null || dueAt >= nowS) continue;
		late.set(eventId, [...(late.get(eventId) ?? []), called]);
	}
	const clocks = new Map(
		open.map((each) => [index.events.eventKey[each.row] as number, openEventClock(index, calendar, each, nowS)]),
	);
	return getEvents(db, keys).map((event) => {
		const clock = clocks.get(event.eventKey) ?? null;
		const row = toEventRow(event, clock);
		const pausedAt = row.light === 'paused' ? (pauses.get(event.eventId)?.pausedAt ?? null) : null;
		return {
			event: row,
			coUnits: event.coUnits,
			handlers: [...new Set(courseOf(courses.get(event.eventKey) ?? [], nowS).map(({ unit }) => unit))],
			returns: event.returnCount ?? 0,
			extendCount: event.extendCount ?? 0,
			level: ladderOf(row.light, event.superviseLevel ?? 0, supervisions.get(event.eventId) ?? [], nowS).level,
			pausedDays: pausedAt === null ? null : dayOf(nowS) - dayOf(pausedAt),
			unanswered: late.get(event.eventId) ?? [],
		};
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
		agenda: agendaOf(openMatters(scope, index, place), listDuties(db)),
		meetings: ordered.slice(0, MOST_MEETINGS).map(toMeeting),
		meetingTotal: meetings.length,
		openTotal: open.length,
	};
}
