// The page's end of the notice stream: reconnects with growing pauses, catches up, and notices a dead line.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openNoticeSource } from '../../renderer/client/notice-source.ts';
import type { Notice } from '../../shared/contract/notices.ts';

class PlannedEventSource {
	static all: PlannedEventSource[] = [];
	onopen: (() => void) | null = null;
	onmessage: ((event: { data: string; lastEventId: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	beat: ((event: { data: string; lastEventId: string }) => void) | null = null;
	isClosed = false;
	readonly address: string;

	constructor(address: string) {
		this.address = address;
		PlannedEventSource.all.push(this);
	}
	addEventListener(_name: string, listener: PlannedEventSource['beat']): void {
		this.beat = listener;
	}
	close(): void {
		this.isClosed = true;
	}
	message(data: unknown, lastEventId: string): void {
		this.onmessage?.({ data: typeof data === 'string' ? data : JSON.stringify(data), lastEventId });
	}
}

const notices: Notice[] = [];
const states: string[] = [];
let end = () => {};
const last = () => PlannedEventSource.all.at(-1) as PlannedEventSource;

beforeEach(() => {
	vi.useFakeTimers();
	vi.spyOn(Math, 'random').mockReturnValue(0.5);
	vi.stubGlobal('EventSource', PlannedEventSource);
	PlannedEventSource.all = [];
	notices.length = 0;
	states.length = 0;
	end = openNoticeSource('notices', {
		onNotice: (notice) => notices.push(notice),
		onConnection: (state) => states.push(state),
	});
});
afterEach(() => {
	end();
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

it('hands on notices of the contract and nothing else', () => {
	last().onopen?.();
	last().message({ topic: 'data.changed', revision: 3 }, 'e-1');
	for (const other of ['no json', { topic: 'other' }, { topic: 'data.changed', revision: 3, name: '张三' }]) {
		last().message(other, 'e-2');
	}
	expect(notices).toEqual([{ topic: 'data.changed', revision: 3 }]);
	expect(states).toEqual([]);
});

it('comes back with the last id, says so, and says that anything may have changed', () => {
	last().onopen?.();
	last().message({ topic: 'data.changed', revision: 3 }, 'e-1');
	last().onerror?.();
	expect(states).toEqual(['reconnecting']);
	vi.advanceTimersByTime(500);
	expect(last().address).toBe('notices?after=e-1');
	last().onopen?.();
	expect(states).toEqual(['reconnecting', 'connected']);
	expect(notices.at(-1)).toEqual({ topic: 'app.stateChanged' });
});

it('waits longer each time, up to fifteen seconds, and forgets that once connected', () => {
	const waits = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000];
	for (const wait of waits) {
		const before = PlannedEventSource.all.length;
		last().onerror?.();
		vi.advanceTimersByTime(wait - 1);
		expect(PlannedEventSource.all.length).toBe(before);
		vi.advanceTimersByTime(1);
		expect(PlannedEventSource.all.length).toBe(before + 1);
	}
	expect(states).toEqual(['reconnecting']);
	last().onopen?.();
	last().onerror?.();
	vi.advanceTimersByTime(500);
	expect(PlannedEventSource.all.length).toBe(waits.length + 2);
});

it('takes silence for a dead line, and a beat for life', () => {
	last().onopen?.();
	vi.advanceTimersByTime(39_000);
	last().beat?.({ data: '{}', lastEventId: '' });
	vi.advanceTimersByTime(39_000);
	expect(states).toEqual([]);
	vi.advanceTimersByTime(1_001);
	expect(states).toEqual(['reconnecting']);
	expect(PlannedEventSource.all[0]?.isClosed).toBe(true);
});

it('ends for good', () => {
	end();
	vi.advanceTimersByTime(120_000);
	expect(PlannedEventSource.all.length).toBe(1);
	expect(last().isClosed).toBe(true);
});
