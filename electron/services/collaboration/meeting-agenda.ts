// What a meeting should speak of: open matters that are stuck, by why they are, class and lead unit. Rules only, the same for
// the same input; the suggestion of each kind is the screen's. Pure.

import type { z } from 'zod';
import type { MeetingsOutput, STUCK_KINDS } from '../../../shared/contract/schemas/collaboration.ts';
import type { Duty } from '../cache/collaboration-queries.ts';
import type { EventRow } from '../events/event-shapes.ts';

type AgendaItem = z.infer<typeof MeetingsOutput>['agenda'][number];
type StuckKind = (typeof STUCK_KINDS)[number];

/** An open event with what may make it stuck. */
export interface StuckMatter {
	event: EventRow;
	coUnits: readonly string[];
	/** Units that held it, in order of first touch. */
	handlers: readonly string[];
	returns: number;
	extendCount: number;
	level: number;
	/** Natural days of the running pause; null where none runs. */
	pausedDays: number | null;
	/** Called units that did not answer in time. */
	unanswered: readonly string[];
}

/** A pause beyond this many natural days goes to the leader (domain.md §4.4). */
const LONG_PAUSE_DAYS = 30;
const MOST_ITEMS = 60;
const MOST_EVENTS = 50;
/** As duty lists word what is the same in every town: 镇街司法所 stands for each town's own. */
const ANY_TOWN = '镇街';

/** Why a matter is stuck, the gravest reason; null where it takes its course. */
export function stuckKindOf(matter: StuckMatter): StuckKind | null {
	const isOverdue = matter.event.light === 'red' || matter.event.light === 'deepRed';
	if (matter.returns >= 2) return 'passedAround';
	if (matter.unanswered.length > 0) return 'whistleIgnored';
	if (matter.level >= 3) return 'redCard';
	if (matter.pausedDays !== null && matter.pausedDays > LONG_PAUSE_DAYS) return 'longPause';
	if (isOverdue && matter.coUnits.length > 0) return 'crossOverdue';
	if (isOverdue && matter.extendCount > 0) return 'noExtensionLeft';
	return null;
}

/** True where a unit is the one that a line of the duty list means. */
export function isDutyOf(duty: string, unit: string): boolean {
	if (duty === unit) return true;
	return duty.startsWith(ANY_TOWN) && duty.length > ANY_TOWN.length && unit.endsWith(duty.slice(ANY_TOWN.length));
}

const KIND_ORDER: readonly StuckKind[] = [
	'passedAround',
	'whistleIgnored',
	'redCard',
	'longPause',
	'crossOverdue',
	'noExtensionLeft',
];

/** Items in order of gravity, then size. */
export function agendaOf(matters: readonly StuckMatter[], duties: ReadonlyMap<string, Duty[]>): AgendaItem[] {
	const groups = new Map<string, { kind: StuckKind; matters: StuckMatter[] }>();
	for (const matter of matters) {
		const kind = stuckKindOf(matter);
		if (kind === null) continue;
		const key = JSON.stringify([kind, matter.event.category.code, matter.event.leadUnit]);
		const group = groups.get(key);
		if (group) group.matters.push(matter);
		else groups.set(key, { kind, matters: [matter] });
	}
	return [...groups.values()]
		.sort(
			(a, b) =>
				KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
				b.matters.length - a.matters.length ||
				firstId(a.matters).localeCompare(firstId(b.matters), 'en'),
		)
		.slice(0, MOST_ITEMS)
		.map(({ kind, matters: own }) => toItem(kind, own, duties));
}

function firstId(matters: readonly StuckMatter[]): string {
	return matters[0]?.event.eventId ?? '';
}

function toItem(kind: StuckKind, matters: readonly StuckMatter[], duties: ReadonlyMap<string, Duty[]>): AgendaItem {
	const [first] = matters as [StuckMatter, ...StuckMatter[]];
	const { category, leadUnit } = first.event;
	const own = duties.get(category.code) ?? [];
	const isElsewhere = leadUnit !== null && own.length > 0 && !own.some(({ unit }) => isDutyOf(unit, leadUnit));
	const units = new Set<string>();
	if (leadUnit !== null) units.add(leadUnit);
	for (const matter of matters) {
		for (const unit of matter.coUnits) units.add(unit);
		for (const unit of matter.unanswered) units.add(unit);
		if (kind === 'passedAround') for (const unit of matter.handlers) units.add(unit);
	}
	if (isElsewhere) for (const { unit } of own) units.add(unit);
	return {
		kind,
		category,
		units: [...units],
		duty: own.map(({ unit, kindCode, kindRaw, basis }) => ({
			unit,
			kind: kindRaw === null ? null : { code: kindCode, raw: kindRaw },
			basis,
		})),
		isElsewhere,
		events: matters.slice(0, MOST_EVENTS).map(({ event }) => event),
		eventCount: matters.length,
	};
}
