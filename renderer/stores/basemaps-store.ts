// The basemaps that an operator added and the online one, and adding and removing them. A refusal changes nothing.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type Basemaps = MethodOutput<'map.listBasemaps'>;
export type CoordinateSystem = NonNullable<MethodInput<'map.addBasemap'>['system']>;

export interface BasemapsStoreState {
	basemaps: Loadable<Basemaps>;
	/** Share of a file that has gone to the host; null while none is being added. */
	adding: number | null;
	/** Why the last change was refused. */
	failure: ClientError | null;
	/** Features of the file added last that are not drawn. */
	leftOut: number;
	load(): void;
	reload(): void;
	add(file: File, system: CoordinateSystem): Promise<void>;
	setRemoved(packId: string, isRemoved: boolean): Promise<void>;
}

export type BasemapsStore = StoreApi<BasemapsStoreState>;

export function createBasemapsStore(client: Client): BasemapsStore {
	return createStore<BasemapsStoreState>((set) => {
		const loader = createLoader(
			(_: null) => client.call('map.listBasemaps', {}),
			toClientError,
			(basemaps) => set({ basemaps }),
		);
		const change = async (action: () => Promise<unknown>): Promise<void> => {
			set({ failure: null, leftOut: 0 });
			try {
				await action();
				await loader.reload();
			} catch (thrown) {
				set({ failure: toClientError(thrown) });
			}
			set({ adding: null });
		};
		return {
			basemaps: NOTHING,
			adding: null,
			failure: null,
			leftOut: 0,
			load() {
				void loader.load(null);
			},
			reload() {
				void loader.reload();
			},
			add: (file, system) =>
				change(async () => {
					set({ adding: 0 });
					const [reference = ''] = await client.takeFiles([file], (adding) => set({ adding }));
					const { leftOut } = await client.call('map.addBasemap', { reference, system });
					set({ leftOut });
				}),
			setRemoved: (packId, isRemoved) =>
				change(() => client.call(isRemoved ? 'map.removeBasemap' : 'map.restoreBasemap', { packId })),
		};
	});
}
