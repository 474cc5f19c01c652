// What the map page shows: figures of the level over the periods of the slider, open events, places, hot grids.
// Keeps the last good answer of each; the figures are the services' alone.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, type Loader, NOTHING } from './loadable.ts';

export type MapValues = MethodOutput<'map.listValues'>;
export type MapFrame = MapValues['frames'][number];
export type MapEvents = MethodOutput<'map.listEvents'>;
export type MapPlaces = MethodOutput<'map.listPlaces'>;
export type MapChains = MethodOutput<'map.listChains'>;
export type MapHotspots = MethodOutput<'map.listHotspots'>;

export interface MapStoreState {
	values: Loadable<MapValues>;
	/** Figures of the second map, where its indicator or period is not among `values`. */
	against: Loadable<MapValues>;
	staff: Loadable<MapValues>;
	events: Loadable<MapEvents>;
	keyPlace: Loadable<MapPlaces>;
	component: Loadable<MapPlaces>;
	hazard: Loadable<MapPlaces>;
	hotspots: Loadable<MapHotspots>;
	chains: Loadable<MapChains>;
	loadValues(slot: 'values' | 'against' | 'staff', input: MethodInput<'map.listValues'>): void;
	loadEvents(area: string): void;
	loadPlaces(kind: MapPlaces['kind'], area: string): void;
	loadHotspots(area: string, period: string): void;
	loadChains(area: string, period: string): void;
	reload(): void;
}

export type MapStore = StoreApi<MapStoreState>;

type Slot = 'values' | 'against' | 'staff' | 'events' | 'keyPlace' | 'component' | 'hazard' | 'hotspots' | 'chains';

export function createMapStore(client: Client): MapStore {
	return createStore<MapStoreState>((set) => {
		const loaderOf = <M extends MethodName>(method: M, slot: Slot) =>
			createLoader(
				(input: MethodInput<M>) => client.call(method, input),
				toClientError,
				(state) => set({ [slot]: state }),
			);
		const figures = {
			values: loaderOf('map.listValues', 'values'),
			against: loaderOf('map.listValues', 'against'),
			staff: loaderOf('map.listValues', 'staff'),
		};
		const places: Record<MapPlaces['kind'], Loader<MethodInput<'map.listPlaces'>>> = {
			keyPlace: loaderOf('map.listPlaces', 'keyPlace'),
			component: loaderOf('map.listPlaces', 'component'),
			hazard: loaderOf('map.listPlaces', 'hazard'),
		};
		const events = loaderOf('map.listEvents', 'events');
		const hotspots = loaderOf('map.listHotspots', 'hotspots');
		const chains = loaderOf('map.listChains', 'chains');
		return {
			values: NOTHING,
			against: NOTHING,
			staff: NOTHING,
			events: NOTHING,
			keyPlace: NOTHING,
			component: NOTHING,
			hazard: NOTHING,
			hotspots: NOTHING,
			chains: NOTHING,
			loadValues(slot, input) {
				void figures[slot].load(input);
			},
			loadEvents(area) {
				void events.load({ area });
			},
			loadPlaces(kind, area) {
				void places[kind].load({ area, kind });
			},
			loadHotspots(area, period) {
				void hotspots.load({ area, period });
			},
			loadChains(area, period) {
				void chains.load({ area, period });
			},
			reload() {
				for (const loader of [...Object.values(figures), ...Object.values(places), events, hotspots, chains]) {
					void loader.reload();
				}
			},
		};
	});
}
