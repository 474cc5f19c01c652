// The boards that stand side by side: one for each area and period in the basket. Keeps the last good answer.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../client/client.ts';
import type { BasketItem } from './address.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';
import type { Board } from './readings-store.ts';

export interface CompareStoreState {
	/** In the order of the basket. */
	boards: Loadable<readonly (BasketItem & { board: Board })[]>;
	load(basket: readonly BasketItem[]): void;
	reload(): void;
}

export type CompareStore = StoreApi<CompareStoreState>;

export function createCompareStore(client: Client): CompareStore {
	return createStore<CompareStoreState>((set) => {
		const loader = createLoader(
			(basket: readonly BasketItem[]) =>
				Promise.all(
					basket.map(async ({ area, period }) => ({
						area,
						period,
						board: await client.call('indicators.getBoard', { area, period }),
					})),
				),
			toClientError,
			(boards) => set({ boards }),
		);
		return {
			boards: NOTHING,
			load(basket) {
				void loader.load(basket);
			},
			reload() {
				void loader.reload();
			},
		};
	});
}
