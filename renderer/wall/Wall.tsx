// The wall at /wall: feed, clock, size and language of the scene. Dark, without a pointer, heals by itself.

import './wall.css';
import { type CSSProperties, useEffect, useState, useSyncExternalStore } from 'react';
import type { Client } from '../client/client.ts';
import { readLanguage } from '../text/language.ts';
import { WALL_WORDS } from '../text/wall-words.ts';
import { WallBoundary } from './WallBoundary.tsx';
import { WallOverview } from './WallOverview.tsx';
import { openWallFeed, presentOf, type WallFeed, type WallState } from './wall-feed.ts';
import { wallLayout } from './wall-layout.ts';

const TICK_MS = 1_000;
const IDLE: WallState = {
	app: null,
	areas: null,
	basemaps: null,
	overview: null,
	isConnected: true,
	fetchedAtMs: null,
};
const subscribeToNothing = () => () => {};

/** The feed of a client, open while the view stands. */
function useWallState(client: Client): WallState {
	const [feed, setFeed] = useState<WallFeed | null>(null);
	useEffect(() => {
		const opened = openWallFeed(client, () => performance.now());
		setFeed(opened);
		return () => opened.close();
	}, [client]);
	return useSyncExternalStore(feed?.subscribe ?? subscribeToNothing, feed?.getState ?? (() => IDLE));
}

/** Present of the product in epoch seconds; renewed when its minute changes, so that nothing is drawn anew before. */
function usePresent(state: WallState): number | null {
	const [nowMs, setNowMs] = useState(() => performance.now());
	useEffect(() => {
		const minuteAt = (ms: number) => Math.floor((presentOf(state, ms) ?? 0) / 60);
		const tick = () => {
			const next = performance.now();
			setNowMs((last) => (minuteAt(last) === minuteAt(next) ? last : next));
		};
		const timer = setInterval(tick, TICK_MS);
		return () => clearInterval(timer);
	}, [state]);
	return presentOf(state, nowMs);
}

function useWindowSize() {
	const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
	useEffect(() => {
		const measure = () => setSize({ width: window.innerWidth, height: window.innerHeight });
		window.addEventListener('resize', measure);
		return () => window.removeEventListener('resize', measure);
	}, []);
	return size;
}

export function Wall({ client }: { client: Client }) {
	const state = useWallState(client);
	const size = useWindowSize();
	const nowS = usePresent(state);
	const [language] = useState(readLanguage);
	const words = WALL_WORDS[language];
	useEffect(() => {
		const { theme } = document.documentElement.dataset;
		document.documentElement.dataset.theme = 'dark';
		return () => {
			if (theme === undefined) delete document.documentElement.dataset.theme;
			else document.documentElement.dataset.theme = theme;
		};
	}, []);

	const layout = wallLayout(size.width, size.height);
	const style = { ['--u' as string]: `${layout.unitPx}px` } satisfies CSSProperties;
	const waiting = <p className="wall-waiting">{state.isConnected ? words.waiting : words.waitingOffline}</p>;
	return (
		<main
			className="wall"
			lang={language}
			data-shape={layout.shape}
			style={style}
			aria-busy={nowS === null && state.isConnected}
		>
			{nowS === null ? (
				waiting
			) : (
				<WallBoundary fallback={waiting}>
					<WallOverview
						client={client}
						state={state}
						layout={layout}
						language={language}
						nowS={nowS}
						fetchedAtS={presentOf(state, state.fetchedAtMs ?? 0)}
					/>
				</WallBoundary>
			)}
		</main>
	);
}
