// What the wall shows, fetched by itself: asks again on every notice and every minute, keeps the last good answer when
// the host is gone, and comes back by itself. Only methods of the wall's whitelist are called.

import type { MethodOutput } from '../../shared/contract/contract.ts';
import { parseIso } from '../../shared/domain/shanghai-time.ts';
import type { Client } from '../client/client.ts';

export interface WallState {
	app: MethodOutput<'app.getState'> | null;
	areas: MethodOutput<'areas.listAreas'> | null;
	/** What lies under the map; asked for with the areas. */
	basemaps: MethodOutput<'map.listBasemaps'> | null;
	overview: MethodOutput<'wall.getOverview'> | null;
	isConnected: boolean;
	/** Monotonic time (ms) at which `app` and `overview` came; null before the first answer. */
	fetchedAtMs: number | null;
}

export interface WallFeed {
	getState(): WallState;
	subscribe(listener: () => void): () => void;
	close(): void;
}

/** Figures of now move with the clock, so they are asked for again this often. */
const REFRESH_MS = 60_000;
/** After a failure the next try comes after this, then twice as late each time up to the longest. */
const RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

/** Opens the feed of a client and asks at once. `clockMs` is monotonic. */
export function openWallFeed(client: Client, clockMs: () => number): WallFeed {
	let state: WallState = {
		app: null,
		areas: null,
		basemaps: null,
		overview: null,
		isConnected: true,
		fetchedAtMs: null,
	};
	const listeners = new Set<() => void>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	let areasRevision: number | null = null;
	let retryMs = RETRY_MS;
	let isAsking = false;
	let mustAskAgain = false;
	let mayHaveChanged = false;
	let isClosed = false;

	const set = (change: Partial<WallState>) => {
		if (isClosed) return;
		state = { ...state, ...change };
		for (const listener of listeners) listener();
	};
	const plan = (delayMs: number) => {
		clearTimeout(timer);
		if (!isClosed) timer = setTimeout(() => void refresh(), delayMs);
	};
	const refresh = async (): Promise<void> => {
		if (isAsking) {
			mustAskAgain = true;
			return;
		}
		isAsking = true;
		mustAskAgain = false;
		try {
			const app = await client.call('app.getState', {});
			const isNew = state.areas === null || mayHaveChanged || app.revision !== areasRevision;
			const areas = isNew ? await client.call('areas.listAreas', {}) : state.areas;
			const basemaps = isNew ? await client.call('map.listBasemaps', {}) : state.basemaps;
			mayHaveChanged = false;
			const overview = await client.call('wall.getOverview', {});
			areasRevision = app.revision;
			retryMs = RETRY_MS;
			set({ app, areas, basemaps, overview, isConnected: true, fetchedAtMs: clockMs() });
			plan(REFRESH_MS);
		} catch {
			set({ isConnected: false });
			plan(retryMs);
			retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
		}
		isAsking = false;
		if (mustAskAgain && !isClosed) plan(0);
	};

	const endNotices = client.onNotice((notice) => {
		if (notice.topic === 'imports.progress') return;
		mayHaveChanged ||= notice.topic === 'data.changed';
		void refresh();
	});
	const endConnection = client.onConnection((connection) => {
		if (connection === 'connected') void refresh();
		else set({ isConnected: false });
	});
	void refresh();

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			isClosed = true;
			clearTimeout(timer);
			endNotices();
			endConnection();
			listeners.clear();
		},
	};
}

/** Present of the product in epoch seconds: that of the last answer plus the time since, or frozen. Null before it. */
export function presentOf(state: WallState, nowMs: number): number | null {
	if (state.app === null || state.fetchedAtMs === null) return null;
	const at = parseIso(state.app.now);
	if (at === null) return null;
	return state.app.isClockFrozen ? at : at + Math.max(0, Math.floor((nowMs - state.fetchedAtMs) / 1000));
}
