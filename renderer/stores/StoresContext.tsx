// Hands the stores to the views. Views read with a selector, so that they draw again only for what they show.

import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { ActionsStoreState } from './actions-store.ts';
import type { AppStoreState } from './app-store.ts';
import type { BasemapsStoreState } from './basemaps-store.ts';
import type { BriefingStoreState } from './briefing-store.ts';
import type { CatalogueStoreState } from './catalogue-store.ts';
import type { CollabStoreState } from './collab-store.ts';
import type { CompareStoreState } from './compare-store.ts';
import type { EventsStoreState } from './events-store.ts';
import type { ImportsStoreState } from './imports-store.ts';
import type { IndicatorsStoreState } from './indicators-store.ts';
import type { LocationStoreState } from './location-store.ts';
import type { MapStoreState } from './map-store.ts';
import type { NotesStoreState } from './notes-store.ts';
import type { PreviewStoreState } from './preview-store.ts';
import type { PublishedStoreState } from './published-store.ts';
import type { ReadingsStoreState } from './readings-store.ts';
import type { SettingsStoreState } from './settings-store.ts';
import type { Stores } from './stores.ts';
import type { TeamStoreState } from './team-store.ts';
import type { WordsStoreState } from './words-store.ts';

const Context = createContext<Stores | null>(null);

export function StoresProvider({ stores, children }: { stores: Stores; children: ReactNode }) {
	return <Context.Provider value={stores}>{children}</Context.Provider>;
}

/** The stores themselves, for actions. Throws outside the provider. */
export function useStores(): Stores {
	const stores = useContext(Context);
	if (!stores) throw new Error('no stores above this view');
	return stores;
}

export function useApp<T>(select: (state: AppStoreState) => T): T {
	return useStore(useStores().app, select);
}
export function useLocation<T>(select: (state: LocationStoreState) => T): T {
	return useStore(useStores().location, select);
}
export function useReadings<T>(select: (state: ReadingsStoreState) => T): T {
	return useStore(useStores().readings, select);
}
export function useEvents<T>(select: (state: EventsStoreState) => T): T {
	return useStore(useStores().events, select);
}
export function useIndicators<T>(select: (state: IndicatorsStoreState) => T): T {
	return useStore(useStores().indicators, select);
}
export function useCatalogue<T>(select: (state: CatalogueStoreState) => T): T {
	return useStore(useStores().catalogue, select);
}
export function usePublished<T>(select: (state: PublishedStoreState) => T): T {
	return useStore(useStores().published, select);
}
export function useBriefing<T>(select: (state: BriefingStoreState) => T): T {
	return useStore(useStores().briefing, select);
}
export function useCollab<T>(select: (state: CollabStoreState) => T): T {
	return useStore(useStores().collab, select);
}
export function useActions<T>(select: (state: ActionsStoreState) => T): T {
	return useStore(useStores().actions, select);
}
export function useCompare<T>(select: (state: CompareStoreState) => T): T {
	return useStore(useStores().compare, select);
}
export function useNotes<T>(select: (state: NotesStoreState) => T): T {
	return useStore(useStores().notes, select);
}
export function useImports<T>(select: (state: ImportsStoreState) => T): T {
	return useStore(useStores().imports, select);
}
export function useMap<T>(select: (state: MapStoreState) => T): T {
	return useStore(useStores().map, select);
}
export function useBasemaps<T>(select: (state: BasemapsStoreState) => T): T {
	return useStore(useStores().basemaps, select);
}
export function usePreview<T>(select: (state: PreviewStoreState) => T): T {
	return useStore(useStores().preview, select);
}
export function useTeam<T>(select: (state: TeamStoreState) => T): T {
	return useStore(useStores().team, select);
}
export function useWords<T>(select: (state: WordsStoreState) => T): T {
	return useStore(useStores().words, select);
}
export function useSettings<T>(select: (state: SettingsStoreState) => T): T {
	return useStore(useStores().settings, select);
}
