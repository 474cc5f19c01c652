// Event lists, their counts, the red queue and one event. Pages of a list are fetched where they are looked at.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { EventColumn, EventFilter } from '../../shared/contract/schemas/events.ts';
import type { Client } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import type { EventFilters } from './event-filters.ts';
import { type EventLayout, keepLayout, type LayoutStorage, readLayout, withView } from './event-layout.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type RedLights = MethodOutput<'events.listRedLights'>;
export type EventRow = RedLights['rows'][number];
export type EventDetail = MethodOutput<'events.getEvent'>;
export type EventVersions = MethodOutput<'events.listVersions'>;
export type EventList = MethodOutput<'events.listEvents'>;
export type EventFacets = MethodOutput<'events.getFacets'>;
export type EventFile = MethodOutput<'events.exportList'>;
export type EventSort = NonNullable<MethodInput<'events.listEvents'>['sort']>;

/** Rows fetched at a time. */
const PAGE_ROWS = 200;
/** Pages kept beside the first. */
const KEPT_PAGES = 50;

type Pages = ReadonlyMap<number, readonly EventRow[]>;
const NO_PAGES: Pages = new Map();

export interface EventsStoreState {
	redLights: Loadable<RedLights>;
	/** The first page; `total` is of the whole list. */
	list: Loadable<EventList>;
	/** Further pages by number. */
	pages: Pages;
	facets: Loadable<EventFacets>;
	event: Loadable<EventDetail>;
	/** What the event was before. */
	versions: Loadable<EventVersions>;
	layout: EventLayout;
	loadRedLights(area: string): void;
	loadList(filter: EventFilter, sort: EventSort, descending: boolean): void;
	/** Fetches the pages that hold the rows from one position to another, both included. */
	loadRows(from: number, to: number): void;
	loadEvent(eventId: string | null): void;
	/** The present list as a file. Throws a ClientError. */
	exportList(format: 'csv' | 'xlsx', language: 'zh' | 'en'): Promise<EventFile | null>;
	setColumns(columns: readonly EventColumn[]): void;
	saveView(name: string, filters: EventFilters): void;
	removeView(name: string): void;
	reload(): void;
}

/** The row at a position of the list; undefined while its page is not here. */
export function rowAt({ list, pages }: Pick<EventsStoreState, 'list' | 'pages'>, index: number): EventRow | undefined {
	const page = Math.floor(index / PAGE_ROWS);
	return (page === 0 ? list.value?.rows : pages.get(page))?.[index % PAGE_ROWS];
}

export type EventsStore = StoreApi<EventsStoreState>;

/** The contract's filter for what the address names. Figures of a period need `period`; a proof carries its own. */
export function toEventFilter(filters: EventFilters, area: string, period: string): EventFilter {
	if (filters.proof !== null) {
		const { variant, ...rest } = filters.proof;
		return { proof: variant === null ? rest : { ...rest, variant } };
	}
	const filter: EventFilter = { area };
	if (filters.state !== null) filter.state = filters.state;
	if (filters.state === 'accepted' || filters.state === 'unlocated') filter.period = period;
	if (filters.lights.length > 0) filter.lights = [...filters.lights];
	if (filters.category !== null) filter.category = filters.category;
	if (filters.source !== null) filter.source = filters.source;
	if (filters.unit !== null) filter.unit = filters.unit;
	if (filters.status !== null) filter.status = filters.status;
	if (filters.severity !== null) filter.severity = filters.severity;
	if (filters.from !== null) filter.from = filters.from;
	if (filters.to !== null) filter.to = filters.to;
	if (filters.number !== null) filter.number = filters.number;
	return filter;
}

function localStorageOf(): LayoutStorage | null {
	return typeof window === 'undefined' ? null : window.localStorage;
}

export function createEventsStore(client: Client, storage: LayoutStorage | null = localStorageOf()): EventsStore {
	return createStore<EventsStoreState>((set, get) => {
		let listInput: MethodInput<'events.listEvents'> | null = null;
		const underway = new Set<number>();
		const setLayout = (layout: EventLayout) => {
			keepLayout(storage, layout);
			set({ layout });
		};
		const fetchPage = async (page: number) => {
			const input = listInput;
			if (!input || underway.has(page) || get().pages.has(page)) return;
			underway.add(page);
			try {
				const { rows } = await client.call('events.listEvents', { ...input, offset: page * PAGE_ROWS });
				if (listInput !== input) return;
				const pages = [...get().pages, [page, rows] as const].slice(-KEPT_PAGES);
				set({ pages: new Map(pages) });
			} catch (thrown) {
				if (listInput === input) set({ list: { ...get().list, error: toClientError(thrown) } });
			} finally {
				if (listInput === input) underway.delete(page);
			}
		};
		const startAfresh = (input: MethodInput<'events.listEvents'> | null) => {
			listInput = input;
			underway.clear();
			set({ pages: NO_PAGES });
		};
		const redLights = createLoader(
			(input: MethodInput<'events.listRedLights'>) => client.call('events.listRedLights', input),
			toClientError,
			(state) => set({ redLights: state }),
		);
		const list = createLoader(
			(input: MethodInput<'events.listEvents'>) => client.call('events.listEvents', input),
			toClientError,
			(state) => set({ list: state }),
		);
		const facets = createLoader(
			(input: MethodInput<'events.getFacets'>) => client.call('events.getFacets', input),
			toClientError,
			(state) => set({ facets: state }),
		);
		const event = createLoader(
			(input: MethodInput<'events.getEvent'>) => client.call('events.getEvent', input),
			toClientError,
			(state) => set({ event: state }),
		);
		const versions = createLoader(
			(input: MethodInput<'events.listVersions'>) => client.call('events.listVersions', input),
			toClientError,
			(state) => set({ versions: state }),
		);
		return {
			redLights: NOTHING,
			list: NOTHING,
			pages: NO_PAGES,
			facets: NOTHING,
			event: NOTHING,
			versions: NOTHING,
			layout: readLayout(storage),
			loadRedLights(area) {
				void redLights.load({ area, limit: 50 });
			},
			loadList(filter, sort, descending) {
				const input = { filter, sort, descending, offset: 0, limit: PAGE_ROWS };
				if (JSON.stringify(input) !== JSON.stringify(listInput)) startAfresh(input);
				void list.load(input);
				void facets.load({ filter });
			},
			loadRows(from, to) {
				const { value, isLoading } = get().list;
				if (!value || isLoading) return;
				const last = Math.floor(Math.min(to, value.total - 1) / PAGE_ROWS);
				for (let page = Math.max(1, Math.floor(from / PAGE_ROWS)); page <= last; page += 1) void fetchPage(page);
			},
			async exportList(format, language) {
				if (!listInput) return null;
				const { filter, sort, descending } = listInput;
				const columns = [...get().layout.columns];
				return client.call('events.exportList', {
					filter,
					columns,
					language,
					format,
					...(sort !== undefined && { sort }),
					...(descending !== undefined && { descending }),
				});
			},
			setColumns(columns) {
				setLayout({ ...get().layout, columns });
			},
			saveView(name, filters) {
				setLayout(withView(get().layout, name, filters));
			},
			removeView(name) {
				const { layout } = get();
				setLayout({ ...layout, views: layout.views.filter((view) => view.name !== name) });
			},
			loadEvent(eventId) {
				for (const loader of [event, versions]) {
					if (eventId === null) loader.clear();
					else void loader.load({ eventId });
				}
			},
			reload() {
				if (listInput) startAfresh({ ...listInput });
				for (const loader of [redLights, list, facets, event, versions]) void loader.reload();
			},
		};
	});
}
