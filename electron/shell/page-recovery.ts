// Brings a window's page back after a crash, a hang or a failed load, in the same view; gives up after repeated failures.

import type { BrowserWindow } from 'electron';
import { STOPPED_URL } from './app-protocol.ts';
import { watchHeartbeat } from './page-heartbeat.ts';
import { createRecoveryCount } from './recovery-count.ts';
import type { LogLine } from './shell-log.ts';

/** The load was given up for another one; no failure. */
const ERR_ABORTED = -3;

export interface PageRecovery {
	/** A person wants another try: forgets the failures and loads the view again. */
	retry(): void;
}

/**
 * @param name of the window in the log
 * @param homeUrl view to load when the window has none yet
 * @param isWall a page that nobody touches; a desk is given minutes, because it stands still while it prints
 */
export function recoverPage(
	window: BrowserWindow,
	name: string,
	homeUrl: string,
	isWall: boolean,
	log: LogLine,
): PageRecovery {
	const { webContents } = window;
	const failures = createRecoveryCount(() => performance.now());
	let viewUrl = homeUrl;
	let timer: NodeJS.Timeout | undefined;

	const load = (url: string) => {
		if (!window.isDestroyed()) window.loadURL(url).catch(() => {});
	};
	const recover = (what: string) => {
		const pauseMs = failures.next();
		log(`${name}: ${what}, failure ${failures.count}${pauseMs === null ? ', stopped' : ''}`);
		clearTimeout(timer);
		timer = setTimeout(() => load(pauseMs === null ? STOPPED_URL : viewUrl), pauseMs ?? 0);
	};
	const keepView = (url: string) => {
		if (url !== STOPPED_URL) viewUrl = url;
	};

	webContents.on('did-navigate', (_event, url) => keepView(url));
	webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
		if (isMainFrame) keepView(url);
	});
	webContents.on('render-process-gone', (_event, { reason }) => {
		if (reason !== 'clean-exit') recover(`page gone (${reason})`);
	});
	webContents.on('did-fail-load', (_event, code, _words, url, isMainFrame) => {
		if (isMainFrame && code !== ERR_ABORTED && url !== STOPPED_URL) recover(`load failed (${code})`);
	});
	// A hung page cannot be asked to reload; ended, it comes back like a crashed one.
	const endHungPage = () => {
		log(`${name}: hangs`);
		webContents.forcefullyCrashRenderer();
	};
	window.on('unresponsive', endHungPage);
	watchHeartbeat(webContents, isWall, endHungPage);
	window.on('closed', () => clearTimeout(timer));

	return {
		retry() {
			failures.reset();
			load(viewUrl);
		},
	};
}
