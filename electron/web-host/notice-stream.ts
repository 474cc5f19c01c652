// Notices as server-sent events, with a heartbeat, and what was missed after a reconnect.
// Carries what changed, never the data.

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Notice } from '../../shared/contract/notices.ts';

/** Notices kept for a page that comes back; one that missed more is told to ask for everything. */
const KEPT = 256;
/** A page that hears nothing for two beats reconnects. */
const HEARTBEAT_MS = 15_000;
const MAX_PAGES = 64;

export interface NoticeStream {
	/** Opens the stream for one page; `after` is the id it saw last, null on its first visit. */
	open(request: IncomingMessage, response: ServerResponse, after: string | null): void;
	publish(notice: Notice): void;
	close(): void;
}

/** @param heartbeatMs time between beats, shorter only in tests */
export function createNoticeStream(heartbeatMs: number = HEARTBEAT_MS): NoticeStream {
	const epoch = randomBytes(6).toString('hex');
	const pages = new Set<ServerResponse>();
	const kept: { seq: number; notice: Notice }[] = [];
	let seq = 0;

	function frame(id: number, notice: Notice): string {
		return `id: ${epoch}-${id}\ndata: ${JSON.stringify(notice)}\n\n`;
	}

	function send(page: ServerResponse, text: string): void {
		// A page that does not read is cut off; it catches up when it comes back.
		if (page.writableLength > 1_000_000) page.destroy();
		else page.write(text);
	}

	function missedSince(after: string): string {
		const [afterEpoch, afterSeq] = after.split('-');
		const last = Number(afterSeq);
		const oldest = kept[0]?.seq ?? seq + 1;
		if (afterEpoch !== epoch || !Number.isInteger(last) || last > seq || last < oldest - 1) {
			return frame(seq, { topic: 'app.stateChanged' });
		}
		return kept
			.filter((entry) => entry.seq > last)
			.map((entry) => frame(entry.seq, entry.notice))
			.join('');
	}

	const heart = setInterval(() => {
		for (const page of pages) send(page, 'event: beat\ndata: {}\n\n');
	}, heartbeatMs);
	heart.unref();

	return {
		open(request, response, after) {
			if (pages.size >= MAX_PAGES) {
				response.writeHead(503).end();
				return;
			}
			response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
			request.socket.setNoDelay(true);
			const hello = `retry: 1000\nid: ${epoch}-${seq}\nevent: beat\ndata: {}\n\n`;
			response.write(after === null ? hello : missedSince(after) || hello);
			pages.add(response);
			response.on('close', () => pages.delete(response));
		},
		publish(notice) {
			seq += 1;
			kept.push({ seq, notice });
			if (kept.length > KEPT) kept.shift();
			for (const page of pages) send(page, frame(seq, notice));
		},
		close() {
			clearInterval(heart);
			for (const page of pages) page.end();
			pages.clear();
		},
	};
}
