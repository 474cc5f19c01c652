// What the list of events is narrowed to, as the address carries it. Pure, both ways; unreadable parts fall back.

import { EVENT_LIGHTS, type EventLight } from '../../shared/domain/codes.ts';
import { parseIso } from '../../shared/domain/shanghai-time.ts';

/** Event states that a list can be asked for. */
export const EVENT_STATES = ['open', 'overdue', 'dueToday', 'unlocated', 'accepted'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** The records behind a figure, or one part of it. */
export interface ProofFilter {
	indicator: string;
	area: string;
	period: string;
	variant: string | null;
	/** Of one handling unit. */
	unit?: string;
	/** Areas as they are now; as they stood then when absent. */
	basis?: 'now';
	part: 'all' | 'num' | 'missed';
}

/** What the events page is filtered by, beside the area. */
export interface EventFilters {
	state: EventState | null;
	lights: readonly EventLight[];
	category: string | null;
	source: string | null;
	unit: string | null;
	status: string | null;
	/** 1 to 4. */
	severity: number | null;
	/** Accepted on these days (`2026-11-23`), both included. */
	from: string | null;
	to: string | null;
	/** How the number begins. */
	number: string | null;
	proof: ProofFilter | null;
}

/** No choice but the scope. */
const NO_CHOICE = {
	category: null,
	source: null,
	unit: null,
	status: null,
	severity: null,
	from: null,
	to: null,
	number: null,
} as const;

/** What must be chased: the filter that the events page opens with. */
export const DEFAULT_FILTERS: EventFilters = {
	state: 'open',
	lights: ['deepRed', 'red', 'yellow'],
	...NO_CHOICE,
	proof: null,
};

/** Every event there is. */
export const ALL_EVENTS: EventFilters = { ...DEFAULT_FILTERS, state: null, lights: [] };

const TEXTS = ['category', 'source', 'unit', 'status', 'number'] as const;
const DAYS = ['from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function parseProof(text: string | null): ProofFilter | null {
	const pieces = (text ?? '').split('~').map((piece) => piece.replaceAll('%7E', '~'));
	const [indicator, area, period, variant, part, unit, basis] = pieces;
	if (!indicator || !area || !period || (part !== 'all' && part !== 'num' && part !== 'missed')) return null;
	return {
		indicator,
		area,
		period,
		variant: variant || null,
		part,
		...(unit && { unit }),
		...(basis === 'now' && { basis: 'now' as const }),
	};
}

function writeProof(proof: ProofFilter): string {
	const { indicator, area, period, variant, part, unit, basis } = proof;
	const rest = basis ? [unit ?? '', basis] : unit ? [unit] : [];
	return [indicator, area, period, variant ?? '', part, ...rest].map((piece) => piece.replaceAll('~', '%7E')).join('~');
}

/** A day that exists, or null. */
function readDay(text: string | null): string | null {
	return text !== null && DAY.test(text) && parseIso(text) !== null ? text : null;
}

/** Reads the filter of an address. */
export function parseFilters(query: URLSearchParams): EventFilters {
	const proof = parseProof(query.get('proof'));
	const hasOwn = query.has('state') || query.has('lights') || proof !== null;
	const filters: EventFilters = {
		...DEFAULT_FILTERS,
		...(hasOwn && {
			state: EVENT_STATES.find((state) => state === query.get('state')) ?? null,
			lights: EVENT_LIGHTS.filter((light) => (query.get('lights') ?? '').split(',').includes(light)),
		}),
		severity: [1, 2, 3, 4].find((level) => String(level) === query.get('severity')) ?? null,
		proof,
	};
	for (const key of TEXTS) filters[key] = query.get(key) || null;
	for (const key of DAYS) filters[key] = readDay(query.get(key));
	return filters;
}

/** Writes a filter into an address; nothing for the one that the page opens with. */
export function writeFilters(filters: EventFilters, query: URLSearchParams): void {
	const isDefault =
		filters.state === DEFAULT_FILTERS.state &&
		filters.proof === null &&
		filters.lights.join() === DEFAULT_FILTERS.lights.join();
	if (!isDefault) {
		query.set('state', filters.state ?? '');
		if (filters.lights.length > 0) query.set('lights', filters.lights.join(','));
	}
	for (const key of [...TEXTS, ...DAYS]) {
		const value = filters[key];
		if (value !== null) query.set(key, value);
	}
	if (filters.severity !== null) query.set('severity', String(filters.severity));
	if (filters.proof !== null) query.set('proof', writeProof(filters.proof));
}
