// A web host around stand-in services and a small page, with plain requests that set every header themselves.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWebHost, type WebHost, type WebHostOptions } from '../../../electron/web-host/main.ts';
import type { HostServices } from '../../../electron/web-host/server.ts';
import type { Reply } from '../../../shared/contract/errors.ts';
import type { Notice } from '../../../shared/contract/notices.ts';

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
	text: string;
}

export interface HostUnderTest {
	host: WebHost;
	dir: string;
	uploadDir: string;
	/** Session cookie, taken with the first token. */
	cookie: string;
	registered: { path: string; fileName: string; isTemporary: boolean }[];
	calls: { method: string; input: unknown }[];
	notify(notice: Notice): void;
	/** A request with exactly these headers (Host is right unless given). */
	send(method: string, path: string, headers?: OutgoingHttpHeaders, body?: string | Buffer): Promise<Answer>;
	/** As the page itself would send it: cookie, Origin, same-origin. */
	asPage(method: string, path: string, body?: string | Buffer, headers?: OutgoingHttpHeaders): Promise<Answer>;
	close(): Promise<void>;
}

function sendRequest(
	port: number,
	method: string,
	path: string,
	headers: OutgoingHttpHeaders,
	body?: string | Buffer,
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const all = Buffer.concat(chunks);
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: all, text: all.toString() });
			});
			response.on('error', reject);
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

/** Starts one on a free port; the font is 1,000 bytes, byte i = i mod 256. */
export async function startHostUnderTest(
	options: Partial<WebHostOptions> = {},
	reply: (method: string, input: unknown) => unknown = (method, input) => ({ ok: true, data: { method, input } }),
): Promise<HostUnderTest> {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-host-'));
	const rendererDir = join(dir, 'renderer');
	const uploadDir = join(dir, 'uploads');
	mkdirSync(join(rendererDir, 'assets'), { recursive: true });
	writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>page</title>');
	writeFileSync(join(rendererDir, 'assets', 'index-abcd1234.js'), 'export {};\n');
	writeFileSync(join(rendererDir, 'assets', 'worker-abcd1234.mjs'), 'export {};\n');
	writeFileSync(
		join(rendererDir, 'assets', 'font-abcd1234.woff2'),
		Buffer.from(Array.from({ length: 1_000 }, (_, i) => i % 256)),
	);
	writeFileSync(join(dir, 'secret.txt'), 'SECRET');

	const registered: HostUnderTest['registered'] = [];
	const calls: HostUnderTest['calls'] = [];
	const listeners = new Set<(notice: Notice) => void>();
	const services: HostServices = {
		dispatch(method, input) {
			calls.push({ method, input });
			return Promise.resolve(reply(method, input) as Reply<unknown>);
		},
		onNotice(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		getLayer: (name) =>
			Promise.resolve(name === 'town' ? { body: Buffer.from('{"type":"FeatureCollection"}'), etag: 'r1' } : null),
		registerFile(path, fileName, isTemporary) {
			registered.push({ path, fileName, isTemporary });
			return Promise.resolve(`ref-${registered.length}`);
		},
		close: () => Promise.resolve(),
	};
	const packDir = join(dir, 'basemaps');
	const host = await startWebHost({ services, rendererDir, uploadDir, packDir, ...options });
	const { port } = host;
	const send: HostUnderTest['send'] = (method, path, headers = {}, body) =>
		sendRequest(port, method, path, { Host: `127.0.0.1:${port}`, ...headers }, body);
	const first = await send('GET', `/?token=${host.token}`, { Accept: 'text/html' });
	const cookie = String(first.headers['set-cookie']?.[0]).split(';')[0] ?? '';
	return {
		host,
		dir,
		uploadDir,
		cookie,
		registered,
		calls,
		notify: (notice) => {
			for (const listener of listeners) listener(notice);
		},
		send,
		asPage: (method, path, body, headers = {}) =>
			send(method, path, { Cookie: cookie, Origin: host.origin, 'Sec-Fetch-Site': 'same-origin', ...headers }, body),
		async close() {
			await host.close();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}

/** Headers of a call's body. */
export const JSON_BODY = { 'Content-Type': 'application/json' };
