// Event lists, the red queue and one event. Pages of a list are appended; a new filter starts again.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { EventFilter } from '../../shared/contract/schemas/events.ts';
import type { Client } from '../client/client.ts';
import type { EventFilters } from './address.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type RedLights = MethodOutput<'events.listRedLights'>;
export type EventRow = RedLights['rows'][number];
export type EventDetail = MethodOutput<'events.getEvent'>;
export type EventVersions = MethodOutput<'events.listVersions'>;
export type EventList = MethodOutput<'events.listEvents'>;
export type EventSort = NonNullable<MethodInput<'events.listEvents'>['sort']>;

/** Rows fetched at a time. */
const PAGE_ROWS = 200;

export interface EventsStoreState {
	redLights: Loadable<RedLights>;
	list: Loadable<EventList>;
	/** True while a further page of the list is on its way. */
	isLoadingMore: boolean;
	event: Loadable<EventDetail>;
	/** What the event was before. */
	versions: Loadable<EventVersions>;
	loadRedLights(area: string): void;
	loadList(filter: EventFilter, sort: EventSort, descending: boolean): void;
	/** Fetches the next page when there is one. */
	loadMore(): Promise<void>;
	loadEvent(eventId: string | null): void;
	reload(): void;
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
	return filter;
}

export function createEventsStore(client: Client): EventsStore {
	return createStore<EventsStoreState>((set, get) => {
		let listInput: MethodInput<'events.listEvents'> | null = null;
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
			isLoadingMore: false,
			event: NOTHING,
			versions: NOTHING,
			loadRedLights(area) {
				void redLights.load({ area, limit: 50 });
			},
			loadList(filter, sort, descending) {
				listInput = { filter, sort, descending, offset: 0, limit: PAGE_ROWS };
				void list.load(listInput);
			},
			async loadMore() {
				const shown = get().list;
				const input = listInput;
				if (!shown.value || shown.isLoading || !input || get().isLoadingMore) return;
				if (shown.value.rows.length >= shown.value.total) return;
				set({ isLoadingMore: true });
				try {
					const next = await client.call('events.listEvents', { ...input, offset: shown.value.rows.length });
					if (listInput === input && get().list.value === shown.value) {
						set({ list: { ...shown, value: { ...next, rows: [...shown.value.rows, ...next.rows] } } });
					}
				} catch (thrown) {
					if (listInput === input) set({ list: { ...get().list, error: toClientError(thrown) } });
				} finally {
					set({ isLoadingMore: false });
				}
			},
			loadEvent(eventId) {
				for (const loader of [event, versions]) {
					if (eventId === null) loader.clear();
					else void loader.load({ eventId });
				}
			},
			reload() {
				for (const loader of [redLights, list, event, versions]) void loader.reload();
			},
		};
	});
}
