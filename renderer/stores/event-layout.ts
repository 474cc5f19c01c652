// How a person has laid out the list of events on this machine: columns in order, and saved views. Kept in the browser's
// storage, never sent anywhere; whatever cannot be read is left out.

import { EVENT_COLUMNS, type EventColumn } from '../../shared/contract/schemas/events.ts';
import { type EventFilters, parseFilters, writeFilters } from './event-filters.ts';

/** Where a layout is kept; `window.localStorage` has this shape. */
export interface LayoutStorage {
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
}

/** A list that a person wants to come back to. */
export interface SavedView {
	name: string;
	/** The filter as an address carries it. */
	query: string;
	columns: readonly EventColumn[];
}

export interface EventLayout {
	columns: readonly EventColumn[];
	views: readonly SavedView[];
}

export const DEFAULT_COLUMNS: readonly EventColumn[] = [
	'light',
	'number',
	'event',
	'town',
	'unit',
	'limit',
	'dueAt',
	'overdue',
	'supervise',
];

const KEY = 'gridhelm.events';
const MOST_VIEWS = 30;

function readColumns(value: unknown): readonly EventColumn[] {
	if (!Array.isArray(value)) return DEFAULT_COLUMNS;
	const columns = [...new Set(value)].flatMap((id) => EVENT_COLUMNS.find((one) => one === id) ?? []);
	return columns.includes('number') ? columns : DEFAULT_COLUMNS;
}

function readView(value: unknown): SavedView[] {
	if (typeof value !== 'object' || value === null) return [];
	const { name, query, columns } = value as Record<string, unknown>;
	if (typeof name !== 'string' || typeof query !== 'string' || name === '') return [];
	return [{ name, query, columns: readColumns(columns) }];
}

/** The kept layout, or the one that ships. */
export function readLayout(storage: LayoutStorage | null): EventLayout {
	try {
		const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
		const { columns, views } = (kept ?? {}) as Record<string, unknown>;
		return { columns: readColumns(columns), views: Array.isArray(views) ? views.flatMap(readView) : [] };
	} catch {
		return { columns: DEFAULT_COLUMNS, views: [] };
	}
}

/** Keeps a layout; a full or closed storage is no reason to fail. */
export function keepLayout(storage: LayoutStorage | null, layout: EventLayout): void {
	try {
		storage?.setItem(KEY, JSON.stringify(layout));
	} catch {
		// It still holds until the window closes.
	}
}

/** The layout with a view added; one of the same name is replaced, the oldest give way. */
export function withView(layout: EventLayout, name: string, filters: EventFilters): EventLayout {
	const query = new URLSearchParams();
	writeFilters(filters, query);
	const view = { name, query: query.toString(), columns: layout.columns };
	const others = layout.views.filter((one) => one.name !== name);
	return { ...layout, views: [...others, view].slice(-MOST_VIEWS) };
}

/** The filter of a saved view. */
export function filtersOf(view: SavedView): EventFilters {
	return parseFilters(new URLSearchParams(view.query));
}
