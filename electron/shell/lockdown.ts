// What no page may do: leave our origin, open windows, use devices, reach the network. Everything is refused;
// the few things that are allowed stand here by name.

import { app, type Session, type WebContents } from 'electron';
import { APP_ORIGIN, isOwnAddress } from './app-protocol.ts';
import type { LogLine } from './shell-log.ts';

/** Permissions that our own pages use: copying a proof, and a wall that fills its screen. */
const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write', 'fullscreen']);
/** Schemes a page may load from; `blob:` and `data:` carry what the page itself made. */
const ALLOWED_SCHEMES = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Locks every page of the program, also one made by mistake. Call before the first window. */
export function lockContents(log: LogLine): void {
	app.on('web-contents-created', (_event, contents) => {
		contents.setWindowOpenHandler(() => {
			log('a page asked for a window: refused');
			return { action: 'deny' };
		});
		const stay = (details: { url: string; preventDefault(): void }) => {
			if (isOwnAddress(details.url)) return;
			details.preventDefault();
			log('a page asked to leave: refused');
		};
		contents.on('will-navigate', stay);
		contents.on('will-redirect', stay);
		contents.on('will-frame-navigate', (details) => {
			if (!details.isMainFrame) details.preventDefault();
		});
		contents.on('will-attach-webview', (event) => event.preventDefault());
	});
}

function mayUse(contents: WebContents | null, permission: string, origin: string): boolean {
	return (
		ALLOWED_PERMISSIONS.has(permission) &&
		isOwnAddress(origin) &&
		(contents === null || isOwnAddress(contents.getURL()))
	);
}

/** Locks a session: permissions, devices, downloads, and every request that is not our own. */
export function lockSession(session: Session, log: LogLine): void {
	session.setPermissionRequestHandler((contents, permission, answer, details) => {
		const isAllowed = details.isMainFrame && mayUse(contents, permission, details.requestingUrl);
		if (!isAllowed) log(`permission ${permission}: refused`);
		answer(isAllowed);
	});
	session.setPermissionCheckHandler((contents, permission, requestingOrigin) =>
		mayUse(contents, permission, requestingOrigin || (contents?.getURL() ?? '')),
	);
	session.setDevicePermissionHandler(() => false);
	session.on('will-download', (event, item) => {
		// A page saves only what it made itself.
		if (item.getURL().startsWith(`blob:${APP_ORIGIN}`) || item.getURL().startsWith('data:image/')) return;
		event.preventDefault();
		log('a download: refused');
	});
	session.webRequest.onBeforeRequest((details, answer) => {
		const { protocol = '' } = URL.parse(details.url) ?? {};
		const isAllowed = ALLOWED_SCHEMES.has(protocol);
		if (!isAllowed) log(`a request over ${protocol}: refused`);
		answer({ cancel: !isAllowed });
	});
}
