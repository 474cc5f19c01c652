// All stores of one window, wired to the notices of its host. The only place that knows which notice touches what.

import type { Client } from '../client/client.ts';
import { type ActionsStore, createActionsStore } from './actions-store.ts';
import { type AppStore, createAppStore } from './app-store.ts';
import { type BasemapsStore, createBasemapsStore } from './basemaps-store.ts';
import { type BriefingStore, createBriefingStore } from './briefing-store.ts';
import { type CatalogueStore, createCatalogueStore } from './catalogue-store.ts';
import { type CollabStore, createCollabStore } from './collab-store.ts';
import { type CompareStore, createCompareStore } from './compare-store.ts';
import { createEventsStore, type EventsStore } from './events-store.ts';
import { createImportsStore, type ImportsStore } from './imports-store.ts';
import { createIndicatorsStore, type IndicatorsStore } from './indicators-store.ts';
import { type AddressBar, createLocationStore, type LocationStore } from './location-store.ts';
import { createMapStore, type MapStore } from './map-store.ts';
import { createNotesStore, type NotesStore } from './notes-store.ts';
import { createPreviewStore, type PreviewStore } from './preview-store.ts';
import { createPublishedStore, type PublishedStore } from './published-store.ts';
import { createReadingsStore, type ReadingsStore } from './readings-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { createTeamStore, type TeamStore } from './team-store.ts';
import { createWordsStore, type WordsStore } from './words-store.ts';

export interface Stores {
	client: Client;
	app: AppStore;
	location: LocationStore;
	readings: ReadingsStore;
	events: EventsStore;
	indicators: IndicatorsStore;
	catalogue: CatalogueStore;
	published: PublishedStore;
	briefing: BriefingStore;
	compare: CompareStore;
	notes: NotesStore;
	collab: CollabStore;
	actions: ActionsStore;
	imports: ImportsStore;
	map: MapStore;
	basemaps: BasemapsStore;
	preview: PreviewStore;
	words: WordsStore;
	settings: SettingsStore;
	team: TeamStore;
}

/** Makes the stores, listens to notices and asks for the state of the product. */
export function createStores(client: Client, bar: AddressBar): Stores {
	const imports = createImportsStore(client);
	const stores: Stores = {
		client,
		app: createAppStore(client),
		location: createLocationStore(bar),
		readings: createReadingsStore(client),
		events: createEventsStore(client),
		indicators: createIndicatorsStore(client),
		catalogue: createCatalogueStore(client),
		published: createPublishedStore(client),
		briefing: createBriefingStore(client),
		compare: createCompareStore(client),
		notes: createNotesStore(client),
		collab: createCollabStore(client),
		actions: createActionsStore(client),
		imports,
		map: createMapStore(client),
		basemaps: createBasemapsStore(client),
		preview: createPreviewStore(client, imports.getState()),
		words: createWordsStore(client),
		settings: createSettingsStore(client),
		team: createTeamStore(client),
	};
	const refetch = async () => {
		await stores.app.getState().refresh();
		stores.readings.getState().reload();
		stores.events.getState().reload();
		stores.indicators.getState().reload();
		stores.catalogue.getState().reload();
		stores.published.getState().reload();
		stores.briefing.getState().reload();
		stores.compare.getState().reload();
		stores.notes.getState().reload();
		stores.collab.getState().reload();
		stores.actions.getState().reload();
		stores.imports.getState().reload();
		stores.map.getState().reload();
		stores.basemaps.getState().reload();
		stores.words.getState().reload();
		stores.settings.getState().reload();
		stores.team.getState().reload();
	};
	client.onNotice((notice) => {
		if (notice.topic === 'imports.progress') void stores.imports.getState().refreshRun(notice.runId);
		else if (notice.topic === 'imports.previewProgress') void stores.preview.getState().refresh(notice.previewId);
		else void refetch();
	});
	void stores.app.getState().refresh();
	return stores;
}

/**
 * Does what the window asks of its page; call once the desk stands, because what was asked before is said at once.
 * @returns its own end
 */
export function answerHost(stores: Stores): () => void {
	return stores.client.onHostRequest((request) => {
		if (request.kind === 'openPage') {
			stores.location.getState().openPage(request.page);
			return;
		}
		stores.location.getState().openPage('imports');
		void stores.preview.getState().openReferences(request.references, null);
	});
}
