// The feed keeps the last good figures when the host is gone and comes back by itself.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client, ConnectionState } from '../../../renderer/client/client.ts';
import { openWallFeed, presentOf } from '../../../renderer/wall/wall-feed.ts';
import type { Notice } from '../../../shared/contract/notices.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import { makeOverview } from './make-overview.ts';

function makeClient() {
	const asked: string[] = [];
	const noticeListeners: ((notice: Notice) => void)[] = [];
	const connectionListeners: ((state: ConnectionState) => void)[] = [];
	const host = { isGone: false, revision: 1, isClockFrozen: false };
	const answers: Record<string, () => unknown> = {
		'app.getState': () => ({
			revision: host.revision,
			now: '2026-11-23T07:45:00+08:00',
			isClockFrozen: host.isClockFrozen,
		}),
		'areas.listAreas': () => ({ areas: [], layers: [] }),
		'map.listBasemaps': () => ({ packs: [], online: [], approval: null }),
		'wall.getOverview': () => makeOverview(),
	};
	const client = {
		async call(method: string) {
			asked.push(method);
			if (host.isGone) throw new Error('gone');
			return answers[method]?.();
		},
		onNotice(listener: (notice: Notice) => void) {
			noticeListeners.push(listener);
			return () => {};
		},
		onConnection(listener: (state: ConnectionState) => void) {
			connectionListeners.push(listener);
			return () => {};
		},
	} as unknown as Client;
	return { client, asked, host, noticeListeners, connectionListeners };
}

describe('openWallFeed', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('asks only for what the wall may show', async () => {
		const { client, asked } = makeClient();
		const feed = openWallFeed(client, () => 0);
		await vi.advanceTimersByTimeAsync(1);
		expect(asked).toEqual(['app.getState', 'areas.listAreas', 'map.listBasemaps', 'wall.getOverview']);
		expect(feed.getState().overview?.open.value).toBe(301);
		feed.close();
	});

	it('keeps the last good figures while the host is gone, then recovers', async () => {
		const { client, host, connectionListeners } = makeClient();
		const feed = openWallFeed(client, () => Date.now());
		await vi.advanceTimersByTimeAsync(1);
		const shown = feed.getState().overview;
		host.isGone = true;
		for (const listener of connectionListeners) listener('reconnecting');
		await vi.advanceTimersByTimeAsync(70_000);
		expect(feed.getState()).toMatchObject({ isConnected: false });
		expect(feed.getState().overview).toBe(shown);
		host.isGone = false;
		await vi.advanceTimersByTimeAsync(10_001);
		expect(feed.getState().isConnected).toBe(true);
		feed.close();
	});

	it('says that it is offline when only the calls fail', async () => {
		const { client, host } = makeClient();
		const feed = openWallFeed(client, () => Date.now());
		await vi.advanceTimersByTimeAsync(1);
		host.isGone = true;
		await vi.advanceTimersByTimeAsync(60_001);
		expect(feed.getState().isConnected).toBe(false);
		expect(feed.getState().overview).not.toBeNull();
		feed.close();
	});

	it('asks again on a change of data, for areas only when they may have changed', async () => {
		const { client, asked, host, noticeListeners } = makeClient();
		const feed = openWallFeed(client, () => 0);
		await vi.advanceTimersByTimeAsync(1);
		asked.length = 0;
		for (const listener of noticeListeners) listener({ topic: 'imports.progress', runId: 1 });
		await vi.advanceTimersByTimeAsync(1);
		expect(asked).toEqual([]);
		for (const listener of noticeListeners) listener({ topic: 'app.stateChanged' });
		await vi.advanceTimersByTimeAsync(1);
		expect(asked).toEqual(['app.getState', 'wall.getOverview']);
		host.revision = 2;
		asked.length = 0;
		for (const listener of noticeListeners) listener({ topic: 'data.changed', revision: 2 });
		await vi.advanceTimersByTimeAsync(1);
		expect(asked).toContain('areas.listAreas');
		feed.close();
	});

	it('asks nothing after it is closed', async () => {
		const { client, asked } = makeClient();
		const feed = openWallFeed(client, () => 0);
		await vi.advanceTimersByTimeAsync(1);
		feed.close();
		asked.length = 0;
		await vi.advanceTimersByTimeAsync(300_000);
		expect(asked).toEqual([]);
	});

	it('runs the clock on from the last answer, or leaves it frozen', async () => {
		const { client, host } = makeClient();
		let nowMs = 1_000;
		const feed = openWallFeed(client, () => nowMs);
		await vi.advanceTimersByTimeAsync(1);
		const start = parseIso('2026-11-23T07:45:00+08:00') ?? 0;
		nowMs = 91_000;
		expect(presentOf(feed.getState(), nowMs)).toBe(start + 90);
		feed.close();
		host.isClockFrozen = true;
		const frozen = openWallFeed(client, () => nowMs);
		await vi.advanceTimersByTimeAsync(1);
		expect(presentOf(frozen.getState(), nowMs + 90_000)).toBe(start);
		frozen.close();
	});
});
