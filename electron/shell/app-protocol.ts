// `app://gridhelm`: the built page and the geometry layers, answered inside the program; no port is opened.
// Must never answer with a file outside the built page and the folder of basemaps.

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Protocol, protocol } from 'electron';
import {
	answerForFile,
	findPageFile,
	layerHeaders,
	layerNameOf,
	PAGE_HEADERS,
	type PageFile,
	packFileOf,
	pageFileOf,
} from '../services/page-files.ts';
import type { Services } from '../services/services.ts';
import { stoppedPage } from './stopped-page.ts';

const SCHEME = 'app';
const HOST = 'gridhelm';
/** Where every page of ours lives. */
export const APP_ORIGIN = `${SCHEME}://${HOST}`;
/** Address of the page that says that a view has failed too often. */
export const STOPPED_URL = `${APP_ORIGIN}/stopped`;
/** Read at once; anything larger is streamed. */
const WHOLE_FILE_BYTES = 4 * 1024 ** 2;

/** True for an address below our own origin; Node gives custom schemes no origin, so the parts are compared. */
export function isOwnAddress(address: string): boolean {
	const url = URL.parse(address);
	return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST;
}

/** Call before the application is ready. */
export function registerAppScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
	]);
}

function plainAnswer(status: number): Response {
	return new Response(null, { status, headers: PAGE_HEADERS });
}

async function bodyOf(file: PageFile, range: { start: number; end: number }): Promise<BodyInit> {
	if (file.size <= WHOLE_FILE_BYTES) {
		const bytes = await readFile(file.path);
		return new Uint8Array(bytes.buffer, bytes.byteOffset + range.start, range.end - range.start + 1);
	}
	return Readable.toWeb(createReadStream(file.path, range)) as ReadableStream<Uint8Array>;
}

async function answerFile(rendererDir: string, name: string, request: Request): Promise<Response> {
	const file = await findPageFile(rendererDir, name);
	if (!file) return plainAnswer(404);
	const { status, headers, range } = answerForFile(file, (header) => request.headers.get(header) ?? undefined);
	const isBodyless = range === null || request.method === 'HEAD';
	const body = isBodyless ? null : await bodyOf(file, range);
	return new Response(body, { status, headers: { ...PAGE_HEADERS, ...headers } });
}

async function answerLayer(services: Services, name: string, request: Request): Promise<Response> {
	const layer = await services.getLayer(name);
	if (!layer) return plainAnswer(404);
	const own = layerHeaders(layer);
	const headers = { ...PAGE_HEADERS, ...own };
	if (request.headers.get('if-none-match') === own['ETag']) return new Response(null, { status: 304, headers });
	const body = request.method === 'HEAD' ? null : new Uint8Array(layer.body);
	return new Response(body, { status: 200, headers });
}

/**
 * Answers `app://gridhelm/…` in a session.
 * @param folders of the built page, and of the basemaps that an operator added
 */
export function serveApp(
	target: Protocol,
	folders: { page: string; packs: string },
	services: Services,
	language: () => string,
): void {
	target.handle(SCHEME, async (request) => {
		const url = URL.parse(request.url);
		if (!url || url.host !== HOST) return plainAnswer(404);
		if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405);
		if (url.pathname === '/stopped') {
			const headers = { ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
			return new Response(stoppedPage(language()), { headers });
		}
		const layer = layerNameOf(url.pathname);
		// The services refuse while the program closes; the page then stays without the layer.
		if (layer !== null) return answerLayer(services, layer, request).catch(() => plainAnswer(503));
		const pack = packFileOf(url.pathname);
		if (pack !== null) return answerFile(folders.packs, pack, request);
		const name = pageFileOf(url.pathname);
		return name === null ? plainAnswer(404) : answerFile(folders.page, name, request);
	});
}
