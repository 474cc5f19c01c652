// Who may talk to the loopback host: right Host, right Origin, same site, and a session that began with a token.
// Knows nothing of what a request asks for.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the guard decides about one request. */
export type Verdict =
	| { kind: 'allow' }
	/** First visit with a valid token: set the cookie and go to the same address without the token. */
	| { kind: 'welcome'; cookie: string; location: string }
	| { kind: 'deny'; status: 400 | 401 | 403; reason: 'host' | 'origin' | 'site' | 'session' };

export interface ConnectionGuard {
	check(request: IncomingMessage, url: URL): Verdict;
	/** A further address token; each opens one browser, once. */
	issueToken(): string;
}

const MAX_OPEN_TOKENS = 32;

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

function cookieOf(request: IncomingMessage, name: string): string | null {
	for (const part of (request.headers.cookie ?? '').split(';')) {
		const at = part.indexOf('=');
		if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
	}
	return null;
}

/** A page load by address bar, link or reload; everything else is a request made by a page. */
export function isNavigation(request: IncomingMessage): boolean {
	if (request.method !== 'GET' && request.method !== 'HEAD') return false;
	const mode = request.headers['sec-fetch-mode'];
	if (mode !== undefined) return mode === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
	return (request.headers.accept ?? '').includes('text/html');
}

/**
 * A guard for one port. Cookies do not know ports, so the session cookie carries the port in its name.
 * @param port port the host listens on
 */
export function createConnectionGuard(port: number): ConnectionGuard {
	const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
	const cookieName = `gridhelm-${port}`;
	const session = randomBytes(32).toString('base64url');
	const sessionDigest = digest(session);
	const openTokens = new Map<string, Buffer>();

	function takeToken(given: string): boolean {
		const givenDigest = digest(given);
		for (const [token, tokenDigest] of openTokens) {
			if (timingSafeEqual(givenDigest, tokenDigest)) return openTokens.delete(token);
		}
		return false;
	}

	function hasSession(request: IncomingMessage): boolean {
		const cookie = cookieOf(request, cookieName);
		return cookie !== null && timingSafeEqual(digest(cookie), sessionDigest);
	}

	function check(request: IncomingMessage, url: URL): Verdict {
		const host = request.headers.host ?? '';
		if (!hosts.has(host)) return { kind: 'deny', status: 400, reason: 'host' };
		const { origin } = request.headers;
		const isSafeMethod = request.method === 'GET' || request.method === 'HEAD';
		if (origin !== undefined ? origin !== `http://${host}` : !isSafeMethod) {
			return { kind: 'deny', status: 403, reason: 'origin' };
		}
		const isPageLoad = isNavigation(request);
		const site = request.headers['sec-fetch-site'];
		if (!isPageLoad && site !== undefined && site !== 'same-origin') {
			return { kind: 'deny', status: 403, reason: 'site' };
		}
		const token = url.searchParams.get('token');
		if (request.method === 'GET' && token !== null) {
			if (takeToken(token)) {
				url.searchParams.delete('token');
				const cookie = `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
				return { kind: 'welcome', cookie, location: url.pathname.replace(/^\/+/, '/') + url.search };
			}
			if (hasSession(request)) {
				url.searchParams.delete('token');
				return { kind: 'allow' };
			}
		}
		return hasSession(request) ? { kind: 'allow' } : { kind: 'deny', status: 401, reason: 'session' };
	}

	function issueToken(): string {
		const token = randomBytes(24).toString('base64url');
		openTokens.set(token, digest(token));
		const [oldest] = openTokens.keys();
		if (openTokens.size > MAX_OPEN_TOKENS && oldest !== undefined) openTokens.delete(oldest);
		return token;
	}

	return { check, issueToken };
}
