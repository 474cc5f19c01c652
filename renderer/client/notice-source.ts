// The page's end of the notice stream: reconnects with growing pauses, notices a dead line, and after every
// reconnect says that anything may have changed.

import { Notice } from '../../shared/contract/notices.ts';
import type { ConnectionState } from './client.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** The host beats every 15 s; nothing heard for longer than two beats means a dead line (sleep, a stopped host). */
const SILENCE_MS = 40_000;

export interface NoticeSink {
	onNotice(notice: Notice): void;
	onConnection(state: ConnectionState): void;
}

/**
 * Opens the stream and keeps it open until the returned function is called.
 * @param address relative address of the stream
 */
export function openNoticeSource(address: string, sink: NoticeSink): () => void {
	let source: EventSource | null = null;
	let pauseMs = FIRST_PAUSE_MS;
	let lastId = '';
	let wasConnected = false;
	let isConnected = true;
	let isClosed = false;
	let silenceTimer: ReturnType<typeof setTimeout> | undefined;
	let retryTimer: ReturnType<typeof setTimeout> | undefined;

	function heard(event: MessageEvent): void {
		if (event.lastEventId !== '') lastId = event.lastEventId;
		clearTimeout(silenceTimer);
		silenceTimer = setTimeout(lost, SILENCE_MS);
	}

	function receive(event: MessageEvent): void {
		heard(event);
		try {
			const notice = Notice.safeParse(JSON.parse(String(event.data)));
			if (notice.success) sink.onNotice(notice.data);
		} catch {
			// A line that is no JSON says nothing; the next one will.
		}
	}

	function opened(): void {
		pauseMs = FIRST_PAUSE_MS;
		const isReconnect = wasConnected && !isConnected;
		wasConnected = true;
		if (!isConnected) sink.onConnection('connected');
		isConnected = true;
		if (isReconnect) sink.onNotice({ topic: 'app.stateChanged' });
	}

	function lost(): void {
		source?.close();
		source = null;
		clearTimeout(silenceTimer);
		clearTimeout(retryTimer);
		if (isClosed) return;
		if (isConnected) sink.onConnection('reconnecting');
		isConnected = false;
		retryTimer = setTimeout(open, pauseMs * (0.8 + 0.4 * Math.random()));
		pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
	}

	function open(): void {
		const next = new EventSource(lastId === '' ? address : `${address}?after=${encodeURIComponent(lastId)}`);
		source = next;
		next.onopen = opened;
		next.onmessage = receive;
		next.addEventListener('beat', heard);
		next.onerror = () => {
			if (source === next) lost();
		};
		silenceTimer = setTimeout(lost, SILENCE_MS);
	}

	open();
	return () => {
		isClosed = true;
		lost();
	};
}
