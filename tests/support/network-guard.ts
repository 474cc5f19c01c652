// Notes every request of a browser context that would leave the machine. The product makes none by itself.

import type { BrowserContext } from 'playwright-core';

/** Chromium answers "not found" for every name and address but the loopback, whatever a page tries. */
export const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** True for an address that stays on this machine or carries its content itself. */
function staysHere(address: string): boolean {
	const url = URL.parse(address);
	if (!url) return false;
	if (['data:', 'blob:', 'about:'].includes(url.protocol)) return true;
	return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/** Calls `complain` with each address outside the loopback that a page of the context asks for. */
export function watchNetwork(context: BrowserContext, complain: (message: string) => void): void {
	const check = (address: string) => {
		if (!staysHere(address)) complain(`leaves the machine: ${address}`);
	};
	context.on('request', (request) => check(request.url()));
	context.on('page', (page) => page.on('websocket', (socket) => check(socket.url().replace(/^ws/, 'http'))));
}
