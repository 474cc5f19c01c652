// The product as a whole: its state, its areas, the connection. Refetched on every notice; never computes figures.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ConnectionState } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type AppState = MethodOutput<'app.getState'>;
export type Area = MethodOutput<'areas.listAreas'>['areas'][number];
export type IndicatorDefinition = MethodOutput<'indicators.listDefinitions'>['definitions'][number];

/** All areas with the look-ups that screens need; children stand in official order. */
export interface AreaTree {
	list: readonly Area[];
	byCode: ReadonlyMap<string, Area>;
	childrenOf: ReadonlyMap<string, readonly Area[]>;
	layers: readonly string[];
}

const EMPTY_TREE: AreaTree = { list: [], byCode: new Map(), childrenOf: new Map(), layers: [] };

/** Builds the look-ups once per arrival of areas. */
export function buildAreaTree(input: MethodOutput<'areas.listAreas'>): AreaTree {
	const byCode = new Map<string, Area>();
	const childrenOf = new Map<string, Area[]>();
	for (const area of input.areas) {
		byCode.set(area.code, area);
		if (area.parentCode === null) continue;
		const siblings = childrenOf.get(area.parentCode);
		if (siblings) siblings.push(area);
		else childrenOf.set(area.parentCode, [area]);
	}
	for (const siblings of childrenOf.values()) {
		siblings.sort((a, b) => a.sortNo - b.sortNo || (a.code < b.code ? -1 : 1));
	}
	return { list: input.areas, byCode, childrenOf, layers: input.layers };
}

export interface AppStoreState {
	app: Loadable<AppState>;
	tree: AreaTree;
	definitions: ReadonlyMap<string, IndicatorDefinition>;
	connection: ConnectionState;
	/** Asks for state, areas and definitions again. */
	refresh(): Promise<void>;
}

export type AppStore = StoreApi<AppStoreState>;

/** Makes the store; the caller asks for the first `refresh`. */
export function createAppStore(client: Client): AppStore {
	return createStore<AppStoreState>((set, get) => {
		const state = createLoader(
			(_: null) => client.call('app.getState', {}),
			toClientError,
			(app) => set({ app }),
		);
		let isAsked = false;
		let areasRevision: number | null = null;
		client.onConnection((connection) => set({ connection }));
		const refreshAreas = async () => {
			const { app } = get();
			const revision = app.value?.revision ?? null;
			if (app.value === null || (revision === areasRevision && areasRevision !== null)) return;
			try {
				const [areas, definitions] = await Promise.all([
					client.call('areas.listAreas', {}),
					client.call('indicators.listDefinitions', {}),
				]);
				areasRevision = revision;
				set({
					tree: buildAreaTree(areas),
					definitions: new Map(definitions.definitions.map((definition) => [definition.code, definition])),
				});
			} catch (thrown) {
				set({ app: { ...get().app, error: toClientError(thrown) } });
			}
		};
		return {
			app: NOTHING,
			tree: EMPTY_TREE,
			definitions: new Map(),
			connection: 'connected',
			async refresh() {
				await (isAsked ? state.reload() : state.load(null));
				isAsked = true;
				await refreshAreas();
			},
		};
	});
}
