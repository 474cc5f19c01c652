// `session`, `protocol`: schemes and their handlers, permissions, downloads, requests.

import { EventEmitter } from 'node:events';
import { addScheme, toChromium } from './addresses.ts';
import { requireReady, state } from './parts.ts';
import { strict } from './strict.ts';
import type { WebContents } from './web-contents.ts';

type PermissionRequest = (
	contents: unknown,
	permission: string,
	answer: (isAllowed: boolean) => void,
	details: object,
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type RequestListener = (
	details: { url: string; method: string },
	answer: (verdict: { cancel?: boolean }) => void,
) => void;

/** Electron's names of permissions and Chromium's. */
const PERMISSIONS: Record<string, object> = {
	geolocation: { name: 'geolocation' },
	notifications: { name: 'notifications' },
	media: { name: 'camera' },
	midi: { name: 'midi' },
	'clipboard-read': { name: 'clipboard-read' },
	'clipboard-sanitized-write': { name: 'clipboard-write', allowWithoutSanitization: false },
};
const PRIVILEGES = ['standard', 'secure', 'supportFetchAPI'] as const;

let request: PermissionRequest | null = null;
let check: PermissionCheck | null = null;
let beforeRequest: RequestListener | null = null;

export const protocol = strict('protocol', {
	registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: Record<string, boolean> }[]): void {
		if (state.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
		for (const { scheme, privileges } of schemes) {
			state.schemes.set(scheme, privileges ?? {});
			addScheme(scheme);
		}
	},
	handle(scheme: string, handler: (request: Request) => Promise<Response> | Response): void {
		requireReady('protocol.handle');
		const privileges = state.schemes.get(scheme) ?? {};
		const missing = PRIVILEGES.filter((name) => privileges[name] !== true);
		// Served over https these faults would not show.
		if (missing.length > 0) throw new Error(`rehearsal: scheme ${scheme} lacks the privileges ${missing.join(', ')}`);
		if (state.protocolHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
		state.protocolHandlers.set(scheme, handler);
	},
	unhandle: (scheme: string) => void state.protocolHandlers.delete(scheme),
	isProtocolHandled: (scheme: string) => state.protocolHandlers.has(scheme),
});

class Session extends EventEmitter {
	readonly protocol = protocol;
	readonly webRequest = strict('webRequest', {
		onBeforeRequest(listener: RequestListener) {
			beforeRequest = listener;
		},
	});
	setPermissionRequestHandler(handler: PermissionRequest): void {
		request = handler;
	}
	setPermissionCheckHandler(handler: PermissionCheck): void {
		check = handler;
	}
	setDevicePermissionHandler(handler: () => boolean): void {
		if (typeof handler !== 'function') throw new TypeError('handler must be a function');
	}
}

export const defaultSession = strict('session', new Session());
export const session = strict('session module', {
	get defaultSession() {
		requireReady('session.defaultSession');
		return defaultSession;
	},
});

/** What webRequest.onBeforeRequest says; only requests to the program's own scheme ever come so far. */
export function mayPass(url: string, method: string): boolean {
	let isCancelled = false;
	beforeRequest?.({ url, method }, (verdict) => {
		isCancelled = verdict.cancel === true;
	});
	return !isCancelled;
}

function isGranted(contents: unknown, permission: string, origin: string): boolean {
	if (check && !check(contents, permission, `${origin}/`, { isMainFrame: true, requestingUrl: `${origin}/` }))
		return false;
	let isAllowed = request === null;
	request?.(
		contents,
		permission,
		(answer) => {
			isAllowed = answer;
		},
		{ isMainFrame: true, requestingUrl: `${origin}/` },
	);
	return isAllowed;
}

const told = new Set<string>();

/** Tells Chromium what the program's handlers say about an origin; without handlers all is allowed, as in Electron. */
export async function applyPermissions(contents: WebContents, url: string): Promise<void> {
	const { protocol: scheme, host } = new URL(url);
	const origin = `${scheme}//${host}`;
	if (told.has(origin) || !state.schemes.has(scheme.replace(':', ''))) return;
	told.add(origin);
	for (const [permission, descriptor] of Object.entries(PERMISSIONS)) {
		const setting = isGranted(contents, permission, origin) ? 'granted' : 'denied';
		await state.cdp?.send('Browser.setPermission', { permission: descriptor, setting, origin: toChromium(origin) });
	}
}
