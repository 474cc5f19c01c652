// The address of a view: which page, area, period, indicator and event filter it names. Pure, both ways.

import { EVENT_LIGHTS, type EventLight, LIGHTS, type Light } from '../../shared/domain/codes.ts';
import { DIMENSIONS, type Dimension, THESIS_TAGS, type ThesisTag } from '../../shared/domain/dimensions.ts';
import { parsePeriod } from '../../shared/domain/period.ts';

/** Pages of the desk that exist. */
export const PAGES = ['overview', 'indicators', 'events', 'briefing', 'imports'] as const;
export type Page = (typeof PAGES)[number];

/** Parts of the indicators page: the whole list, one indicator, one area, the cut of the grids, what moves together,
 * the booklet. */
export const SECTIONS = ['all', 'one', 'profile', 'division', 'clues', 'booklet'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the list of indicators is narrowed to. */
export interface IndicatorChoice {
	tag: ThesisTag | null;
	light: Light | null;
	dimension: Dimension | null;
}

export const EVERY_INDICATOR: IndicatorChoice = { tag: null, light: null, dimension: null };

/** Papers of the briefing page. */
export const PAPERS = ['day', 'week', 'month'] as const;
export type Paper = (typeof PAPERS)[number];

/** Levels that a map can be coloured at. */
export const MAP_LEVELS = ['town', 'village', 'grid'] as const;
export type MapLevel = (typeof MAP_LEVELS)[number];

/** Event states that a list can be asked for. */
export const EVENT_STATES = ['open', 'overdue', 'dueToday', 'unlocated', 'accepted'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** The records behind a figure, or one part of it. */
export interface ProofFilter {
	indicator: string;
	area: string;
	period: string;
	variant: string | null;
	part: 'all' | 'num' | 'missed';
}

/** What the events page is filtered by, beside the area. */
export interface EventFilters {
	state: EventState | null;
	lights: readonly EventLight[];
	category: string | null;
	source: string | null;
	unit: string | null;
	proof: ProofFilter | null;
}

/** A view. `area` and `period` null mean "the district" and "the last whole month of the data". */
export interface Address {
	page: Page;
	area: string | null;
	period: string | null;
	indicator: string | null;
	mapLevel: MapLevel | null;
	section: Section;
	choice: IndicatorChoice;
	/** Which paper the briefing page shows. */
	paper: Paper;
	eventId: string | null;
	filters: EventFilters;
}

/** What must be chased: the filter that the events page opens with. */
export const DEFAULT_FILTERS: EventFilters = {
	state: 'open',
	lights: ['deepRed', 'red', 'yellow'],
	category: null,
	source: null,
	unit: null,
	proof: null,
};

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
	return values.find((value) => value === text) ?? null;
}

function parseProof(text: string | null): ProofFilter | null {
	const [indicator, area, period, variant, part] = (text ?? '').split('~').map((piece) => piece.replaceAll('%7E', '~'));
	if (!indicator || !area || !period || (part !== 'all' && part !== 'num' && part !== 'missed')) return null;
	return { indicator, area, period, variant: variant || null, part };
}

function writeProof(proof: ProofFilter): string {
	return [proof.indicator, proof.area, proof.period, proof.variant ?? '', proof.part]
		.map((piece) => piece.replaceAll('~', '%7E'))
		.join('~');
}

function parseFilters(query: URLSearchParams): EventFilters {
	const proof = parseProof(query.get('proof'));
	const hasOwn = query.has('state') || query.has('lights') || proof !== null;
	return {
		state: hasOwn ? oneOf(EVENT_STATES, query.get('state')) : DEFAULT_FILTERS.state,
		lights: hasOwn
			? EVENT_LIGHTS.filter((light) => (query.get('lights') ?? '').split(',').includes(light))
			: DEFAULT_FILTERS.lights,
		category: query.get('category'),
		source: query.get('source'),
		unit: query.get('unit'),
		proof,
	};
}

/** Reads an address query (`?area=…&period=2026-10`); anything unreadable falls back, nothing throws. */
export function parseAddress(search: string): Address {
	const query = new URLSearchParams(search);
	const period = query.get('period');
	return {
		page: oneOf(PAGES, query.get('page')) ?? 'overview',
		area: query.get('area') || null,
		period: period === null ? null : (parsePeriod(period)?.code ?? null),
		indicator: query.get('indicator') || null,
		mapLevel: oneOf(MAP_LEVELS, query.get('map')),
		section: oneOf(SECTIONS, query.get('show')) ?? 'all',
		choice: {
			tag: oneOf(THESIS_TAGS, query.get('tag')),
			light: oneOf(LIGHTS, query.get('light')),
			dimension: oneOf(DIMENSIONS, query.get('dimension')),
		},
		paper: oneOf(PAPERS, query.get('paper')) ?? 'day',
		eventId: query.get('event') || null,
		filters: parseFilters(query),
	};
}

/** Writes an address as a query, shortest form first; `parseAddress` reads it back. */
export function writeAddress(address: Address): string {
	const query = new URLSearchParams();
	if (address.page !== 'overview') query.set('page', address.page);
	if (address.area !== null) query.set('area', address.area);
	if (address.period !== null) query.set('period', address.period);
	if (address.indicator !== null) query.set('indicator', address.indicator);
	if (address.mapLevel !== null) query.set('map', address.mapLevel);
	if (address.page === 'indicators') {
		if (address.section !== 'all') query.set('show', address.section);
		for (const [key, value] of Object.entries(address.choice)) if (value !== null) query.set(key, value);
	}
	if (address.page === 'briefing' && address.paper !== 'day') query.set('paper', address.paper);
	if (address.page === 'events') {
		const { filters } = address;
		const isDefault =
			filters.state === DEFAULT_FILTERS.state &&
			filters.proof === null &&
			filters.lights.join() === DEFAULT_FILTERS.lights.join();
		if (!isDefault) {
			query.set('state', filters.state ?? '');
			if (filters.lights.length > 0) query.set('lights', filters.lights.join(','));
		}
		if (filters.category !== null) query.set('category', filters.category);
		if (filters.source !== null) query.set('source', filters.source);
		if (filters.unit !== null) query.set('unit', filters.unit);
		if (filters.proof !== null) query.set('proof', writeProof(filters.proof));
		if (address.eventId !== null) query.set('event', address.eventId);
	}
	const text = query.toString();
	return text === '' ? '' : `?${text}`;
}
