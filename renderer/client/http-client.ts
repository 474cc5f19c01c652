// Client over the loopback web host: calls by POST, notices by server-sent events, files by upload.
// Relative addresses only, so that nothing but the host that served the page is ever asked.

import type { Notice } from '../../shared/contract/notices.ts';
import type { Client, ConnectionState } from './client.ts';
import { openNoticeSource } from './notice-source.ts';
import { callOver, dataOf, offline, unexpected } from './replies.ts';

async function send(method: string, input: unknown): Promise<string> {
	try {
		const response = await fetch('rpc', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ method, input }),
		});
		return await response.text();
	} catch {
		throw offline();
	}
}

/** Sends one file; XMLHttpRequest, because fetch tells nothing of an upload's progress. */
function sendFile(file: File, onSent: (bytes: number) => void): Promise<string> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open('POST', `upload?name=${encodeURIComponent(file.name)}`);
		request.setRequestHeader('Content-Type', 'application/octet-stream');
		request.upload.onprogress = (event) => onSent(event.loaded);
		request.onerror = () => reject(offline());
		request.onload = () => {
			try {
				const data = dataOf(request.responseText, 'upload');
				const reference = data !== null && typeof data === 'object' && 'reference' in data ? data.reference : null;
				if (typeof reference !== 'string') throw unexpected('upload');
				resolve(reference);
			} catch (error) {
				reject(error);
			}
		};
		request.send(file);
	});
}

async function takeFiles(files: readonly File[], onProgress?: (fraction: number) => void): Promise<string[]> {
	const total = Math.max(
		1,
		files.reduce((sum, file) => sum + file.size, 0),
	);
	let done = 0;
	const references: string[] = [];
	for (const file of files) {
		references.push(await sendFile(file, (bytes) => onProgress?.(Math.min(1, (done + bytes) / total))));
		done += file.size;
		onProgress?.(Math.min(1, done / total));
	}
	return references;
}

/** Opens the notice stream at once; one client a page. */
export function createHttpClient(): Client {
	const noticeListeners = new Set<(notice: Notice) => void>();
	const connectionListeners = new Set<(state: ConnectionState) => void>();
	openNoticeSource('notices', {
		onNotice: (notice) => {
			for (const listener of noticeListeners) listener(notice);
		},
		onConnection: (state) => {
			for (const listener of connectionListeners) listener(state);
		},
	});
	return {
		call: (method, input) => callOver(send, method, input),
		onNotice(listener) {
			noticeListeners.add(listener);
			return () => noticeListeners.delete(listener);
		},
		onConnection(listener) {
			connectionListeners.add(listener);
			return () => connectionListeners.delete(listener);
		},
		layerUrl: (name, revision) => `geo/${encodeURIComponent(name)}.geojson?v=${revision}`,
		takeFiles,
		// A browser lets no host ask anything of its page.
		onHostRequest: () => () => {},
		chooseFolder: async () => [],
		capabilities: { canOpenWall: true, canChooseFolder: false, canSavePdf: false },
		savePdf: async () => false,
		openWall() {
			window.open('wall', 'gridhelm-wall');
		},
	};
}
