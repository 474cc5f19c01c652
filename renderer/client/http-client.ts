// Client over the loopback web host: calls by POST, notices by server-sent events, files by upload.
// Relative addresses only, so that nothing but the host that served the page is ever asked.

import { config } from 'zod';
import { contract, type MethodInput, type MethodName, type MethodOutput } from '../../shared/contract/contract.ts';
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '../../shared/contract/errors.ts';
import type { Notice } from '../../shared/contract/notices.ts';
import { type Client, ClientError, type ConnectionState } from './client.ts';
import { openNoticeSource } from './notice-source.ts';

// The page's Content-Security-Policy forbids code made at run time; without this zod would try it once and be reported.
config({ jitless: true });

type WireReply = { ok: true; data: unknown } | { ok: false; code: ErrorCode; message: string; details: ErrorDetails };

function offline(): ClientError {
	return new ClientError('E_OFFLINE', '与本机服务的连接已断开，正在重新连接。');
}

function unexpected(method: string): ClientError {
	return new ClientError('E_INTERNAL', '服务的答复不符合约定。', { method });
}

/** The reply in a body, or null for anything else. */
function parseReply(text: string): WireReply | null {
	try {
		const reply: unknown = JSON.parse(text);
		if (reply === null || typeof reply !== 'object' || !('ok' in reply)) return null;
		if (reply.ok === true) return 'data' in reply ? { ok: true, data: reply.data } : null;
		const { code, message, details } = reply as Record<string, unknown>;
		const known = ERROR_CODES.find((entry) => entry === code);
		if (!known || typeof message !== 'string') return null;
		return { ok: false, code: known, message, details: (details ?? {}) as ErrorDetails };
	} catch {
		return null;
	}
}

function dataOf(text: string, what: string): unknown {
	const reply = parseReply(text);
	if (!reply) throw unexpected(what);
	if (!reply.ok) throw new ClientError(reply.code, reply.message, reply.details);
	return reply.data;
}

async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
	const checkedInput = contract[method].input.safeParse(input);
	if (!checkedInput.success) {
		const field = checkedInput.error.issues[0]?.path.map(String).join('.') ?? '';
		throw new ClientError('E_INPUT', `参数“${field}”不正确。`, { field });
	}
	let text: string;
	try {
		const response = await fetch('rpc', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ method, input }),
		});
		text = await response.text();
	} catch {
		throw offline();
	}
	const output = contract[method].output.safeParse(dataOf(text, method));
	if (!output.success) throw unexpected(method);
	return output.data as MethodOutput<M>;
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
		call,
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
		capabilities: { canOpenWall: true, canChooseFolder: false },
		openWall() {
			window.open('wall', 'gridhelm-wall');
		},
	};
}
