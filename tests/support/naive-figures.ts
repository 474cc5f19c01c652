// A second program for the figures, written from figures.md with the simplest loops over plain rows, sharing no
// code with the engine: no columns, no epochs, no periods of ours. Times are wall-clock text read as if UTC.

import type { PlainArea, PlainDistrict, PlainEvent } from './make-engine-snapshot.ts';

export interface NaiveFigure {
	num: number | null;
	den: number | null;
	value: number | null;
	n: number;
	status: 'ok' | 'insufficient' | 'notConnected' | 'notDelivered';
}

/** Wall-clock seconds; null for none. */
export function at(text: string | undefined, endOfDay = false): number | null {
	if (text === undefined) return null;
	const key = endOfDay ? `${text}!` : text;
	let time = times.get(key);
	if (time === undefined) {
		time = parse(text, endOfDay);
		times.set(key, time);
	}
	return time;
}

const times = new Map<string, number>();

function parse(text: string, endOfDay: boolean): number {
	const isDate = text.length === 10;
	const full = isDate ? `${text} ${endOfDay ? '23:59:59' : '00:00:00'}` : text.length === 16 ? `${text}:00` : text;
	return Date.parse(`${full.replace(' ', 'T')}Z`) / 1000;
}

function isDateOnly(text: string | undefined): boolean {
	return text !== undefined && text.length === 10;
}

/** Start and end (exclusive) of a period in wall-clock seconds. */
function naivePeriod(code: string): [number, number] {
	const DAY = 86_400;
	const utc = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 1000;
	const [year = 0] = code.split(/[-Q]/).map(Number);
	if (/^\d{4}$/.test(code)) return [utc(year, 1, 1), utc(year + 1, 1, 1)];
	if (code[4] === 'Q') {
		const first = (Number(code[5]) - 1) * 3 + 1;
		return [utc(year, first, 1), utc(year, first + 3, 1)];
	}
	if (code[5] === 'W') {
		// ISO 8601: week 1 is the one with the first Thursday of the year.
		let thursday = utc(year, 1, 1);
		while (new Date(thursday * 1000).getUTCDay() !== 4) thursday += DAY;
		const monday = thursday - 3 * DAY + (Number(code.slice(6)) - 1) * 7 * DAY;
		return [monday, monday + 7 * DAY];
	}
	const [, month = 1, day] = code.split('-').map(Number);
	if (day === undefined) return [utc(year, month, 1), utc(year, month + 1, 1)];
	return [utc(year, month, day), utc(year, month, day) + DAY];
}

/** Everything the formulas ask of one event. */
export interface Facts {
	event: PlainEvent;
	accepted: number | null;
	disposed: number | null;
	closed: number | null;
	due: number | null;
	dueOrig: number | null;
	asOf: number;
	isValid: boolean;
	category: string;
	channel: string;
	/** Areas it counts in: its own and all above; the district alone where it names no known place. */
	areas: string[];
}

/** What is asked of the formulas that stand in a file of their own. */
export interface NaiveQuestion {
	indicator: string;
	variant: string;
	area: string;
	/** Every event, valid or not. */
	all: readonly Facts[];
	/** Valid and accepted events of the area. */
	valid: readonly Facts[];
	district: PlainDistrict;
	start: number;
	end: number;
}

/** A district read once for one as-of. */
export interface NaiveDistrict {
	district: PlainDistrict;
	asOf: string | null;
	facts: Facts[];
	/** Newest as-of used, and first delivered day. */
	used: number;
	firstDay: number;
	hasDue: boolean;
	hasDueOrig: boolean;
	hasFlag: boolean;
}

/** Reads the events as known at `asOf` (null: at each source's own). The first area is the district itself. */
export function readNaively(district: PlainDistrict, asOf: string | null): NaiveDistrict {
	const { events } = district;
	const newest = Math.max(...Object.values(district.asOf).map((text) => at(text) ?? 0));
	const accepted = events.map((event) => at(event.accepted)).filter((time) => time !== null);
	return {
		district,
		asOf,
		facts: events.map((event) => factsOf(event, district, asOf)),
		used: asOf === null ? newest : Math.min(newest, at(asOf) ?? 0),
		firstDay: Math.floor(Math.min(...accepted) / 86_400) * 86_400,
		hasDue: events.some(({ due }) => due !== undefined),
		hasDueOrig: events.some(({ dueOrig }) => dueOrig !== undefined),
		hasFlag: events.some(({ reportedOnTime }) => reportedOnTime !== undefined),
	};
}

function factsOf(event: PlainEvent, district: PlainDistrict, asOf: string | null): Facts {
	const sources = Object.keys(district.asOf);
	const source = event.source ?? sources[0] ?? '';
	const own = at(district.asOf[source]) ?? 0;
	const asked = asOf === null ? null : at(asOf);
	const known = asked === null ? own : Math.min(own, asked);
	const accepted = at(event.accepted);
	const category = event.category === undefined ? '0401' : (event.category ?? '9999');
	return {
		event,
		category,
		channel: event.channel ?? '',
		// An instant after as-of has not happened; without acceptance an event is in no figure.
		accepted: accepted !== null && accepted <= known ? accepted : null,
		disposed: at(event.disposed ?? event.closed),
		closed: at(event.closed),
		due: at(event.due, true),
		dueOrig: at(event.dueOrig, true),
		asOf: known,
		areas: areasOf(event.area, district.areas),
		isValid: ![11, 90, 91].includes(event.status ?? -1) && !category.startsWith('09'),
	};
}

export function isClosedAt({ event, closed }: Facts, t: number): boolean {
	if (closed === null || closed > t) return false;
	const reopened = at(event.reopened);
	if (event.status === 51 || event.status === 52) {
		// Re-opened after it; when nobody says when, at once.
		const since = reopened !== null && reopened > closed ? reopened : closed;
		return since > t;
	}
	return !(reopened !== null && reopened > closed && reopened <= t);
}

function isClosedForRate(facts: Facts): boolean {
	if (isClosedAt(facts, facts.asOf)) return true;
	const { event, closed, asOf } = facts;
	if (closed !== null || ![60, 61, 70].includes(event.status ?? -1)) return false;
	return (at(event.statusClosed) ?? 0) <= asOf;
}

function isOnTime({ event, disposed, due, asOf }: Facts, limit: number | null): boolean {
	if (due === null && limit === null) return event.reportedOnTime === true;
	return disposed !== null && limit !== null && disposed <= limit && disposed <= asOf;
}

function hours({ event, accepted, closed }: Facts): number | null {
	if (accepted === null || closed === null) return null;
	const pause = (event.pauseMinutes ?? 0) / 60;
	if (isDateOnly(event.accepted) || isDateOnly(event.closed)) {
		const days = Math.floor(closed / 86_400) - Math.floor(accepted / 86_400);
		return days < 0 ? null : days * 24 - pause;
	}
	return closed < accepted ? null : (closed - accepted) / 3600 - pause;
}

export function ratio(num: number, den: number, scale: number): NaiveFigure {
	if (den < 5) return { num, den, value: null, n: den, status: 'insufficient' };
	return { num, den, value: (scale * num) / den, n: den, status: 'ok' };
}

export function count(n: number): NaiveFigure {
	return { num: null, den: null, value: n, n, status: 'ok' };
}

function quantile(values: number[], share: number): NaiveFigure {
	const sorted = [...values].sort((a, b) => a - b);
	const n = sorted.length;
	if (n < 5) return { num: null, den: null, value: null, n, status: 'insufficient' };
	const position = share * (n - 1);
	const low = sorted[Math.floor(position)] ?? 0;
	const high = sorted[Math.ceil(position)] ?? 0;
	return { num: null, den: null, value: low + (high - low) * (position - Math.floor(position)), n, status: 'ok' };
}

const NONE = { num: null, den: null, value: null, n: 0 };

function areasOf(code: string | undefined, areas: readonly PlainArea[]): string[] {
	const found: string[] = [];
	let at = areas.some((area) => area.code === code) ? code : areas[0]?.code;
	while (at !== undefined) {
		found.push(at);
		const here = at;
		at = areas.find((area) => area.code === here)?.parent;
	}
	return found;
}

function population(code: string, areas: readonly PlainArea[]): number | null {
	const own = areas.find((area) => area.code === code)?.popResident;
	if (own !== null && own !== undefined) return own;
	const children = areas.filter((area) => area.parent === code);
	if (children.length === 0) return null;
	let sum = 0;
	for (const child of children) {
		const part = population(child.code, areas);
		if (part === null) return null;
		sum += part;
	}
	return sum;
}

/** One figure by the words of figures.md. */
export function naiveFigure(
	{ district, facts: all, used, firstDay, hasDue, hasDueOrig, hasFlag }: NaiveDistrict,
	area: string,
	indicator: string,
	variant: string,
	periodCode: string,
	more: (question: NaiveQuestion) => NaiveFigure,
): NaiveFigure {
	const [start, end] = naivePeriod(periodCode);
	if (indicator === 'OP04' && !hasDue && !hasFlag) return { ...NONE, status: 'notConnected' };
	if (variant === 'orig' && !hasDueOrig) return { ...NONE, status: 'notConnected' };
	if (indicator === 'OP05' && !hasDue) return { ...NONE, status: 'notConnected' };
	if (end <= firstDay || start > used) return { ...NONE, status: 'notDelivered' };

	const valid = all.filter((facts) => facts.isValid && facts.accepted !== null && facts.areas.includes(area));
	const isIn = (time: number | null, facts: Facts): boolean =>
		time !== null && time >= start && time < end && time <= facts.asOf;
	const notSelf = (facts: Facts): boolean => facts.event.selfClosed !== true;
	const received = valid.filter((facts) => isIn(facts.accepted, facts));

	switch (indicator) {
		case 'OP01':
			if (variant === 'noSelf') return count(received.filter(notSelf).length);
			if (variant === 'self') return count(received.filter((facts) => !notSelf(facts)).length);
			return count(received.length);
		case 'OP02': {
			const people = population(area, district.areas);
			if (people === null) return { ...NONE, status: 'notConnected' };
			return ratio(variant === 'all' ? received.length : received.filter(notSelf).length, people, 1000);
		}
		case 'OP03': {
			const of = variant === 'noSelf' ? received.filter(notSelf) : received;
			return ratio(of.filter(isClosedForRate).length, of.length, 100);
		}
		case 'OP04': {
			const due = valid.filter((facts) => {
				if (facts.due !== null) return isIn(facts.due, facts);
				return facts.event.reportedOnTime !== undefined && isIn(facts.accepted, facts);
			});
			const of = variant === 'all' ? due : due.filter(notSelf);
			const good = of.filter((facts) => isOnTime(facts, variant === 'orig' ? (facts.dueOrig ?? facts.due) : facts.due));
			return ratio(good.length, of.length, 100);
		}
		case 'OP05':
			return count(
				valid.filter((facts) => {
					const t = Math.min(end, facts.asOf);
					if ((facts.accepted ?? 0) > t || isClosedAt(facts, t)) return false;
					if (facts.disposed !== null && facts.disposed <= t) return false;
					return facts.event.status !== 41 && facts.due !== null && facts.due < t;
				}).length,
			);
		case 'OP09': {
			const closed = valid.filter((facts) => isIn(facts.closed, facts));
			const of = variant === 'all' ? closed : closed.filter(notSelf);
			return quantile(
				of.map(hours).filter((time) => time !== null),
				variant === 'p90' ? 0.9 : 0.5,
			);
		}
		default:
			return more({ indicator, variant, area, all, valid, district, start, end });
	}
}
