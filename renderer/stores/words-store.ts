// Words and names that no dictionary knows, and what a person settled about them. Every settling can be taken back.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type UnknownWords = MethodOutput<'imports.listUnknownWords'>;
export type UnknownPlaces = MethodOutput<'imports.listUnknownPlaces'>;

export interface WordsStoreState {
	words: Loadable<UnknownWords>;
	places: Loadable<UnknownPlaces>;
	/** Why the last settling failed. */
	failure: ClientError | null;
	/** Events whose figures the last settling read anew; null before the first. */
	settledRows: number | null;
	load(): void;
	reload(): void;
	mapWord(wordId: number, code: string): Promise<void>;
	unmapWord(mappingId: number): Promise<void>;
	confirmAlias(word: string, code: string): Promise<void>;
	undoAlias(aliasId: number): Promise<void>;
}

export type WordsStore = StoreApi<WordsStoreState>;

export function createWordsStore(client: Client): WordsStore {
	return createStore<WordsStoreState>((set, get) => {
		const words = createLoader(
			(_: null) => client.call('imports.listUnknownWords', {}),
			toClientError,
			(state) => set({ words: state }),
		);
		const places = createLoader(
			(_: null) => client.call('imports.listUnknownPlaces', {}),
			toClientError,
			(state) => set({ places: state }),
		);
		const settle = async (action: () => Promise<number | null>): Promise<void> => {
			set({ failure: null });
			try {
				const rows = await action();
				set({ settledRows: rows });
				get().reload();
			} catch (thrown) {
				set({ failure: toClientError(thrown) });
			}
		};
		return {
			words: NOTHING,
			places: NOTHING,
			failure: null,
			settledRows: null,
			load() {
				void words.load(null);
				void places.load(null);
			},
			reload() {
				void words.reload();
				void places.reload();
			},
			mapWord: (wordId, code) => settle(async () => (await client.call('imports.mapWord', { wordId, code })).rows),
			unmapWord: (mappingId) => settle(async () => (await client.call('imports.unmapWord', { mappingId })).rows),
			confirmAlias: (word, code) =>
				settle(async () => {
					await client.call('imports.confirmAlias', { word, code });
					return null;
				}),
			undoAlias: (aliasId) =>
				settle(async () => {
					await client.call('imports.undoAlias', { aliasId });
					return null;
				}),
		};
	});
}
