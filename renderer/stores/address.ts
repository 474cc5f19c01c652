// The address of a view: which page, area, period, indicator and event filter it names. Pure, both ways.

import { LIGHTS, type Light } from '../../shared/domain/codes.ts';
import { DIMENSIONS, type Dimension, THESIS_TAGS, type ThesisTag } from '../../shared/domain/dimensions.ts';
import { parsePeriod } from '../../shared/domain/period.ts';
import { type EventFilters, parseFilters, writeFilters } from './event-filters.ts';
import { type MapAddress, parseMap, writeMap } from './map-address.ts';
import { parseTeam, type TeamAddress, writeTeam } from './team-address.ts';

/** Pages of the desk that exist. */
export const PAGES = ['overview', 'map', 'indicators', 'events', 'team', 'collab', 'briefing', 'imports'] as const;
export type Page = (typeof PAGES)[number];

/** Parts of the indicators page: the whole list, one indicator, one area, what lies in the basket, the cut of the grids,
 * what moves together, the settings, what was published, the booklet. */
export const SECTIONS = [
	'all',
	'one',
	'profile',
	'compare',
	'division',
	'clues',
	'settings',
	'published',
	'booklet',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What the list of indicators is narrowed to. */
export interface IndicatorChoice {
	tag: ThesisTag | null;
	light: Light | null;
	dimension: Dimension | null;
}

export const EVERY_INDICATOR: IndicatorChoice = { tag: null, light: null, dimension: null };

/** Parts of the collaboration page: the red-light queue, who holds the ball, answers to calls, meetings, special actions,
 * disputes. */
export const COLLAB_PARTS = ['queue', 'flow', 'response', 'meetings', 'actions', 'disputes'] as const;
export type CollabPart = (typeof COLLAB_PARTS)[number];

/** Papers of the briefing page. */
export const PAPERS = ['day', 'week', 'month'] as const;
export type Paper = (typeof PAPERS)[number];

/** Levels that a map can be coloured at. */
export const MAP_LEVELS = ['town', 'village', 'grid'] as const;
export type MapLevel = (typeof MAP_LEVELS)[number];

/** One column of a comparison: an area in a period. */
export interface BasketItem {
	area: string;
	period: string;
}

/** Most columns that stand side by side. */
export const BASKET_LIMIT = 4;

/** A view. `area` and `period` null mean "the district" and "the last whole month of the data". */
export interface Address {
	page: Page;
	area: string | null;
	period: string | null;
	indicator: string | null;
	mapLevel: MapLevel | null;
	/** What the map page shows beside the level. */
	map: MapAddress;
	section: Section;
	choice: IndicatorChoice;
	/** Which part of the collaboration page is shown. */
	collabPart: CollabPart;
	/** Which paper the briefing page shows. */
	paper: Paper;
	/** What is gathered for a comparison; carried from page to page. */
	basket: readonly BasketItem[];
	/** What the team page shows. */
	team: TeamAddress;
	eventId: string | null;
	filters: EventFilters;
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
	return values.find((value) => value === text) ?? null;
}

function parseBasketItem(text: string): BasketItem | null {
	const at = text.indexOf('@');
	const period = parsePeriod(text.slice(0, Math.max(at, 0)))?.code;
	const area = text.slice(at + 1);
	return period === undefined || area === '' ? null : { area, period };
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
		map: parseMap(query),
		section: oneOf(SECTIONS, query.get('show')) ?? 'all',
		choice: {
			tag: oneOf(THESIS_TAGS, query.get('tag')),
			light: oneOf(LIGHTS, query.get('light')),
			dimension: oneOf(DIMENSIONS, query.get('dimension')),
		},
		collabPart: oneOf(COLLAB_PARTS, query.get('show')) ?? 'queue',
		paper: oneOf(PAPERS, query.get('paper')) ?? 'day',
		basket: query
			.getAll('with')
			.flatMap((text) => parseBasketItem(text) ?? [])
			.slice(0, BASKET_LIMIT),
		team: parseTeam(query),
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
	if (address.page === 'map') writeMap(address.map, query);
	if (address.page === 'indicators') {
		if (address.section !== 'all') query.set('show', address.section);
		for (const [key, value] of Object.entries(address.choice)) if (value !== null) query.set(key, value);
	}
	if (address.page === 'collab' && address.collabPart !== 'queue') query.set('show', address.collabPart);
	if (address.page === 'briefing' && address.paper !== 'day') query.set('paper', address.paper);
	if (address.page === 'team') writeTeam(address.team, query);
	writeFilters(address.filters, query);
	if (address.page === 'events' && address.eventId !== null) query.set('event', address.eventId);
	for (const { area, period } of address.basket) query.append('with', `${period}@${area}`);
	const text = query.toString();
	return text === '' ? '' : `?${text}`;
}
