// The settings of the district and what is still missing. Saves only when a person says so; a refusal keeps the form.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type SettingsAnswer = MethodOutput<'settings.getSettings'>;
export type Settings = SettingsAnswer['settings'];
export type Missing = MethodOutput<'settings.listMissing'>;

export interface SettingsStoreState {
	settings: Loadable<SettingsAnswer>;
	missing: Loadable<Missing>;
	/** Why the last saving was refused. */
	failure: ClientError | null;
	load(): void;
	reload(): void;
	/** True when saved. */
	save(settings: Settings): Promise<boolean>;
}

export type SettingsStore = StoreApi<SettingsStoreState>;

export function createSettingsStore(client: Client): SettingsStore {
	return createStore<SettingsStoreState>((set, get) => {
		const settings = createLoader(
			(_: null) => client.call('settings.getSettings', {}),
			toClientError,
			(state) => set({ settings: state }),
		);
		const missing = createLoader(
			(_: null) => client.call('settings.listMissing', {}),
			toClientError,
			(state) => set({ missing: state }),
		);
		return {
			settings: NOTHING,
			missing: NOTHING,
			failure: null,
			load() {
				void settings.load(null);
				void missing.load(null);
			},
			reload() {
				void settings.reload();
				void missing.reload();
			},
			async save(changed) {
				set({ failure: null });
				try {
					await client.call('settings.saveSettings', { settings: changed });
					get().reload();
					return true;
				} catch (thrown) {
					set({ failure: toClientError(thrown) });
					return false;
				}
			},
		};
	});
}
