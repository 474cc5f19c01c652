// The routes of the loopback host: calls, notices, geometry, uploads, the built renderer. Loopback only.
// Holds no logic of the product: the services answer, this carries.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { GridHelmError } from '../../shared/contract/errors.ts';
import { layerHeaders, layerNameOf, PAGE_HEADERS, packFileOf, pageFileOf } from '../services/page-files.ts';
import type { Services } from '../services/services.ts';
import { type ConnectionGuard, isNavigation } from './connection-guard.ts';
import type { NoticeStream } from './notice-stream.ts';
import { sendDenialPage } from './send-denial-page.ts';
import { sendStaticFile } from './static-files.ts';
import { displayName, receiveUpload } from './upload.ts';

/** Services as a host uses them; `dispatchJson`, where there is one, saves the main thread the writing of JSON. */
export type HostServices = Services & {
	dispatchJson?(method: string, input: unknown): Promise<Uint8Array<ArrayBuffer>>;
};

export interface ServerParts {
	services: HostServices;
	notices: NoticeStream;
	/** Built renderer; holds index.html. */
	rendererDir: string;
	/** Folder for uploads, made before. */
	uploadDir: string;
	/** Folder of the basemaps that an operator added. */
	packDir: string;
	maxUploadBytes: number;
	/** Called when the port is known. */
	guard: () => ConnectionGuard;
}

/** Largest body of a call in bytes. */
export const MAX_RPC_BYTES = 1024 ** 2;

function sendJson(response: ServerResponse, status: number, body: unknown): void {
	sendBytes(response, status, Buffer.from(JSON.stringify(body)));
}

function sendBytes(response: ServerResponse, status: number, bytes: Uint8Array): void {
	response
		.writeHead(status, {
			'Content-Type': 'application/json; charset=utf-8',
			'Content-Length': bytes.byteLength,
			'Cache-Control': 'no-store',
		})
		.end(bytes);
}

function sendFailure(response: ServerResponse, status: number, error: GridHelmError): void {
	sendJson(response, status, { ok: false, code: error.code, message: error.message, details: error.details });
}

/** Reads a body of at most MAX_RPC_BYTES; null when it is longer. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
	if (Number(request.headers['content-length'] ?? 0) > MAX_RPC_BYTES) return null;
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > MAX_RPC_BYTES) return null;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** The body of a call, `{method, input}` and nothing else; null for anything that is no call. */
function parseCall(body: Buffer): { method: string; input: unknown } | null {
	try {
		const call: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
		if (call === null || typeof call !== 'object' || Array.isArray(call)) return null;
		const { method, input, ...rest } = call as Record<string, unknown>;
		return typeof method === 'string' && Object.keys(rest).length === 0 ? { method, input } : null;
	} catch {
		return null;
	}
}

async function answerCall(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
	if (type !== 'application/json') {
		sendFailure(response, 415, new GridHelmError('E_INPUT', '请求须为 application/json。'));
		return;
	}
	const body = await readBody(request);
	if (!body) {
		response.setHeader('Connection', 'close');
		sendFailure(response, 413, new GridHelmError('E_INPUT', '请求过大。', { limitBytes: MAX_RPC_BYTES }));
		return;
	}
	const call = parseCall(body);
	if (!call) {
		sendFailure(response, 400, new GridHelmError('E_INPUT', '请求不是有效的调用。'));
		return;
	}
	const { services } = parts;
	if (services.dispatchJson) sendBytes(response, 200, await services.dispatchJson(call.method, call.input));
	else sendJson(response, 200, await services.dispatch(call.method, call.input));
}

async function answerUpload(
	parts: ServerParts,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	try {
		const path = await receiveUpload(request, parts.uploadDir, parts.maxUploadBytes);
		const reference = await parts.services.registerFile(path, displayName(url.searchParams.get('name')), true);
		sendJson(response, 200, { ok: true, data: { reference } });
	} catch (error) {
		if (!(error instanceof GridHelmError)) throw error;
		response.setHeader('Connection', 'close');
		sendFailure(response, error.details.limitMb === undefined ? 400 : 413, error);
	}
}

async function answerLayer(
	services: Services,
	name: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const layer = await services.getLayer(name);
	if (!layer) {
		sendFailure(response, 404, new GridHelmError('E_NOT_FOUND', '没有这个图层。'));
		return;
	}
	const headers = layerHeaders(layer);
	for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
	if (request.headers['if-none-match'] === headers['ETag']) {
		response.writeHead(304).end();
		return;
	}
	response.writeHead(200, { 'Content-Length': layer.body.byteLength });
	response.end(request.method === 'HEAD' ? undefined : layer.body);
}

async function answerGet(
	parts: ServerParts,
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	if (url.pathname === '/notices') {
		const lastSeen = request.headers['last-event-id'] ?? url.searchParams.get('after');
		parts.notices.open(request, response, typeof lastSeen === 'string' && lastSeen !== '' ? lastSeen : null);
		return;
	}
	const layerName = layerNameOf(url.pathname);
	if (layerName) {
		await answerLayer(parts.services, layerName, request, response);
		return;
	}
	const pack = packFileOf(url.pathname);
	if (pack !== null) {
		if (await sendStaticFile(parts.packDir, pack, request, response)) return;
		sendFailure(response, 404, new GridHelmError('E_NOT_FOUND', '没有这份底图。'));
		return;
	}
	const file = pageFileOf(url.pathname);
	if (file !== null && (await sendStaticFile(parts.rendererDir, file, request, response))) return;
	sendFailure(response, 404, new GridHelmError('E_NOT_FOUND', '没有这个地址。'));
}

async function answer(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
	const url = URL.parse(request.url?.startsWith('/') ? `http://host${request.url}` : '');
	if (!url) {
		sendFailure(response, 400, new GridHelmError('E_INPUT', '地址不正确。'));
		return;
	}
	const verdict = parts.guard().check(request, url);
	if (verdict.kind === 'welcome') {
		response
			.writeHead(303, { Location: verdict.location, 'Set-Cookie': verdict.cookie, 'Cache-Control': 'no-store' })
			.end();
		return;
	}
	if (verdict.kind === 'deny') {
		response.setHeader('Connection', 'close');
		if (verdict.reason === 'session' && isNavigation(request)) sendDenialPage(response);
		else
			sendFailure(response, verdict.status, new GridHelmError('E_FORBIDDEN', '未获允许。', { reason: verdict.reason }));
		return;
	}
	const isPost = url.pathname === '/rpc' || url.pathname === '/upload';
	const isAllowed = isPost ? request.method === 'POST' : request.method === 'GET' || request.method === 'HEAD';
	if (!isAllowed) {
		response.setHeader('Allow', isPost ? 'POST' : 'GET, HEAD');
		response.setHeader('Connection', 'close');
		sendFailure(response, 405, new GridHelmError('E_INPUT', '方法不允许。'));
	} else if (url.pathname === '/rpc') await answerCall(parts, request, response);
	else if (url.pathname === '/upload') await answerUpload(parts, url, request, response);
	else await answerGet(parts, url, request, response);
}

/** The server, not yet listening. A fault of one request ends that request only. */
export function createHostServer(parts: ServerParts): Server {
	const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
		answer(parts, request, response).catch((error: unknown) => {
			console.error(`web host: ${error instanceof Error ? error.name : typeof error}`);
			if (response.headersSent) response.destroy();
			else sendFailure(response, 500, new GridHelmError('E_INTERNAL', '内部错误。'));
		});
	});
	server.headersTimeout = 10_000;
	// A big export from a slow stick may take its time.
	server.requestTimeout = 1_800_000;
	return server;
}
