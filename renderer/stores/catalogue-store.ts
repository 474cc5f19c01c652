// The settings of the catalogue and its changes: what stands, what a change would do, and making it. Nothing is changed
// before a person says so; a refusal keeps the form.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type CatalogueSettings = MethodOutput<'indicators.listSettings'>;
export type SettingsRow = CatalogueSettings['rows'][number];
export type CatalogueChange = MethodOutput<'indicators.listChanges'>['changes'][number];
export type ChangePreview = MethodOutput<'indicators.previewChange'>;
export type DraftedChange = MethodInput<'indicators.previewChange'>;

export interface CatalogueStoreState {
	settings: Loadable<CatalogueSettings>;
	changes: Loadable<MethodOutput<'indicators.listChanges'>>;
	preview: Loadable<ChangePreview>;
	/** Why the last change was not made. */
	failure: ClientError | null;
	/** The change that was made last. */
	made: { indicator: string | null; version: number } | null;
	load(): void;
	/** What the change would do; null forgets what was asked. */
	loadPreview(change: DraftedChange | null): void;
	/** True when made. */
	make(change: DraftedChange, note: string): Promise<boolean>;
	reload(): void;
}

export type CatalogueStore = StoreApi<CatalogueStoreState>;

export function createCatalogueStore(client: Client): CatalogueStore {
	return createStore<CatalogueStoreState>((set, get) => {
		const settings = createLoader(
			(_: null) => client.call('indicators.listSettings', {}),
			toClientError,
			(state) => set({ settings: state }),
		);
		const changes = createLoader(
			(_: null) => client.call('indicators.listChanges', {}),
			toClientError,
			(state) => set({ changes: state }),
		);
		const preview = createLoader(
			(input: DraftedChange) => client.call('indicators.previewChange', input),
			toClientError,
			(state) => set({ preview: state }),
		);
		return {
			settings: NOTHING,
			changes: NOTHING,
			preview: NOTHING,
			failure: null,
			made: null,
			load() {
				void settings.load(null);
				void changes.load(null);
			},
			loadPreview(change) {
				set({ failure: null });
				if (change === null) preview.clear();
				else void preview.load(change);
			},
			async make({ indicator, effectiveOn, definition, weights }, note) {
				set({ failure: null, made: null });
				try {
					const { version } =
						indicator !== null && definition !== null
							? await client.call('indicators.changeDefinition', { indicator, effectiveOn, note, patch: definition })
							: await client.call('indicators.changeWeights', { effectiveOn, note, patch: weights ?? {} });
					preview.clear();
					set({ made: { indicator, version } });
					get().reload();
					return true;
				} catch (thrown) {
					set({ failure: toClientError(thrown) });
					return false;
				}
			},
			reload() {
				void settings.reload();
				void changes.reload();
			},
		};
	});
}
