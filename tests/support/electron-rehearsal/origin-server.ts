// Serves what the program answers for its own scheme, as HTTP/2 over TLS on the loopback. HTTP/2, because a browser
// holds only six plain connections to a host and the notice streams of several windows would starve the rest.

import { readFileSync } from 'node:fs';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { policyToChromium, toProgram } from './addresses.ts';
import { say } from './say.ts';

/** Public key of the test certificate, for Chromium's list of keys whose faults it overlooks. */
export const CERTIFICATE_SPKI = 'e1g8tjZaGSp3FY1Ty2KOFy0y6gdC/A90l3Q+S9GUHig=';

export interface OriginHandlers {
	/** The program's answer; null for a scheme that nobody handles. */
	answer(request: Request): Promise<Response> | null;
	/** False when the program cancels the request (webRequest.onBeforeRequest). */
	mayPass(url: string, method: string): boolean;
	allowsServiceWorkers(url: string): boolean;
}

function requestOf(url: string, message: Http2ServerRequest): Request {
	const headers = new Headers();
	for (const [name, value] of Object.entries(message.headers)) {
		if (name.startsWith(':') || typeof value !== 'string' || name.startsWith('sec-')) continue;
		headers.set(name, name === 'referer' || name === 'origin' ? toProgram(value) : value);
	}
	const hasBody = message.method !== 'GET' && message.method !== 'HEAD';
	const body = hasBody ? (Readable.toWeb(message) as ReadableStream) : null;
	const init = { method: message.method, headers, body, ...(hasBody && { duplex: 'half' }) };
	return new Request(url, init as RequestInit);
}

async function send(answer: Response, response: Http2ServerResponse, url: string): Promise<void> {
	if (!(answer instanceof Response)) throw new TypeError(`protocol.handle: the handler gave no Response for ${url}`);
	const headers: Record<string, string> = {};
	for (const [name, value] of answer.headers)
		headers[name] = name === 'content-security-policy' ? policyToChromium(value) : value;
	response.writeHead(answer.status, headers);
	if (!answer.body) {
		response.end();
		return;
	}
	const stream = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
	response.on('close', () => stream.destroy());
	stream.on('error', () => response.stream?.close());
	stream.pipe(response as unknown as NodeJS.WritableStream);
}

/** Listens on a free port of the loopback. */
export async function startOriginServer(handlers: OriginHandlers): Promise<{ port: number; close(): void }> {
	const file = (name: string) => readFileSync(join(import.meta.dirname, name));
	const server = createSecureServer({
		allowHTTP1: true,
		key: file('test-key.pem'),
		cert: file('test-certificate.pem'),
	});
	server.on('request', (message, response) => {
		const authority = message.headers[':authority'] ?? message.headers.host ?? '';
		const url = toProgram(`https://${authority}${message.url}`);
		const fail = (why: unknown) => {
			say(`rehearsal: ${url} failed: ${why instanceof Error ? why.message : String(why)}`);
			response.stream?.close();
		};
		const isServiceWorker = message.headers['service-worker'] === 'script';
		if (isServiceWorker && !handlers.allowsServiceWorkers(url)) {
			fail('a service worker needs the privilege allowServiceWorkers');
			return;
		}
		if (!handlers.mayPass(url, message.method)) {
			response.stream?.close();
			return;
		}
		const answer = handlers.answer(requestOf(url, message));
		if (!answer) fail('net::ERR_UNKNOWN_URL_SCHEME');
		else answer.then((given) => send(given, response, url)).catch(fail);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}
