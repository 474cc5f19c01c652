// All stores of one window, wired to the notices of its host. The only place that knows which notice touches what.

import type { Client } from '../client/client.ts';
import { type AppStore, createAppStore } from './app-store.ts';
import { createEventsStore, type EventsStore } from './events-store.ts';
import { createImportsStore, type ImportsStore } from './imports-store.ts';
import { createIndicatorsStore, type IndicatorsStore } from './indicators-store.ts';
import { type AddressBar, createLocationStore, type LocationStore } from './location-store.ts';
import { createReadingsStore, type ReadingsStore } from './readings-store.ts';

export interface Stores {
	client: Client;
	app: AppStore;
	location: LocationStore;
	readings: ReadingsStore;
	events: EventsStore;
	indicators: IndicatorsStore;
	imports: ImportsStore;
}

/** Makes the stores, listens to notices and asks for the state of the product. */
export function createStores(client: Client, bar: AddressBar): Stores {
	const stores: Stores = {
		client,
		app: createAppStore(client),
		location: createLocationStore(bar),
		readings: createReadingsStore(client),
		events: createEventsStore(client),
		indicators: createIndicatorsStore(client),
		imports: createImportsStore(client),
	};
	const refetch = async () => {
		await stores.app.getState().refresh();
		stores.readings.getState().reload();
		stores.events.getState().reload();
		stores.indicators.getState().reload();
		stores.imports.getState().reload();
	};
	client.onNotice((notice) => {
		if (notice.topic === 'imports.progress') void stores.imports.getState().refreshRun(notice.runId);
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
		void stores.imports.getState().startImportOf(request.references, null);
	});
}
