// The windows: one desk, walls on chosen displays. Where they stand is computed in display-layout.ts; this does it.

import { join } from 'node:path';
import {
	app,
	BrowserWindow,
	type BrowserWindowConstructorOptions,
	screen,
	type WebContents,
	type WebPreferences,
} from 'electron';
import type { HostMessage } from '../../shared/contract/host.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { type DeskPlace, identityOf, layoutKey, planWindows, type Rect, suggestWall } from './display-layout.ts';
import { sendMessage } from './ipc-host.ts';
import { createAwakeDisplay } from './native-capabilities.ts';
import { type PageRecovery, recoverPage } from './page-recovery.ts';
import type { LogLine } from './shell-log.ts';
import type { SettingsStore } from './shell-settings.ts';

const DESK_URL = `${APP_ORIGIN}/`;
const WALL_URL = `${APP_ORIGIN}/wall`;
/** A window's place is written when it has rested this long. */
const PLACE_REST_MS = 400;
/** Plugging a display makes several events; they are answered once. */
const DISPLAY_REST_MS = 300;

export interface Windows {
	/** Opens the desk, or brings it forward. */
	openDesk(): BrowserWindow;
	/** Opens walls on the remembered displays, or on the best one; gives how many stand. */
	openWalls(): number;
	/** Puts a wall on a display or takes it away, and remembers it. */
	toggleWall(displayId: number): void;
	closeWalls(): void;
	/** Ids of displays that carry a wall now. */
	wallDisplayIds(): number[];
	broadcast(message: HostMessage): void;
	/** The page of the window in front is loaded again. */
	reload(): void;
	isDesk(contents: WebContents): boolean;
	/** Called when the desk's page begins to load, and hears nothing until it says that it is ready. */
	onDeskLoading(listener: () => void): void;
	/** Called when walls open or close or displays change. */
	onChange(listener: () => void): void;
	closeAll(): void;
}

/** A wall and the place it was opened at; a window in kiosk mode may tell another size by itself. */
interface Wall {
	window: BrowserWindow;
	bounds: Rect;
	isKiosk: boolean;
}

function isSamePlace(a: Rect, b: Rect): boolean {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function pagePreferences(isWall: boolean): WebPreferences {
	return {
		preload: join(import.meta.dirname, 'preload.cjs'),
		sandbox: true,
		contextIsolation: true,
		nodeIntegration: false,
		nodeIntegrationInWorker: false,
		nodeIntegrationInSubFrames: false,
		webSecurity: true,
		allowRunningInsecureContent: false,
		experimentalFeatures: false,
		webviewTag: false,
		navigateOnDragDrop: false,
		spellcheck: false,
		backgroundThrottling: !isWall,
		devTools: !app.isPackaged,
	};
}

/** Nothing is opened yet. Call when the application is ready. */
export function createWindows(settings: SettingsStore, log: LogLine): Windows {
	const listeners = new Set<() => void>();
	const recoveries = new Map<BrowserWindow, PageRecovery>();
	const walls = new Map<number, Wall>();
	const awake = createAwakeDisplay();
	let desk: BrowserWindow | null = null;
	let deskLoading = () => {};
	let deskLayout = '';
	let areWallsOpen = false;
	let displayTimer: NodeJS.Timeout | undefined;

	const changed = () => {
		awake.setWanted(walls.size > 0);
		for (const listener of listeners) listener();
	};
	const plan = (deskPlace: DeskPlace | null) => {
		const displays = screen.getAllDisplays();
		const chosen = areWallsOpen ? settings.read().walls : [];
		return planWindows(displays, screen.getPrimaryDisplay().id, deskPlace, chosen);
	};
	/** Opens a window unseen; `reveal` shows it as soon as there is something to see. */
	const open = (
		name: string,
		url: string,
		isWall: boolean,
		options: BrowserWindowConstructorOptions,
		reveal: (window: BrowserWindow) => void = (window) => window.show(),
	) => {
		const window = new BrowserWindow({
			title: 'GridHelm',
			show: false,
			...options,
			webPreferences: pagePreferences(isWall),
		});
		recoveries.set(window, recoverPage(window, name, url, isWall, log));
		window.on('closed', () => recoveries.delete(window));
		window.once('ready-to-show', () => reveal(window));
		window.loadURL(url).catch(() => {});
		return window;
	};

	function keepDeskPlace(window: BrowserWindow): void {
		if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
		// A desk that the system has just pushed to another display stands where nobody left it.
		if (layoutKey(screen.getAllDisplays()) !== deskLayout) return;
		const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
		settings.keepDeskPlace(deskLayout, place);
	}

	function openDesk(): BrowserWindow {
		if (desk) {
			if (desk.isMinimized()) desk.restore();
			desk.show();
			desk.focus();
			return desk;
		}
		deskLayout = layoutKey(screen.getAllDisplays());
		const { isMaximized, ...bounds } = plan(settings.read().deskPlaces[deskLayout] ?? null).desk;
		// `maximize` shows a window, so it waits for the first picture too.
		const reveal = (shown: BrowserWindow) => {
			if (isMaximized) shown.maximize();
			shown.show();
		};
		const options = { ...bounds, minWidth: 960, minHeight: 600, backgroundColor: '#f5f6f8' };
		const window = open('desk', DESK_URL, false, options, reveal);
		deskLoading();
		window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
			if (isMainFrame && !isSameDocument) deskLoading();
		});
		let placeTimer: NodeJS.Timeout | undefined;
		const rest = () => {
			clearTimeout(placeTimer);
			placeTimer = setTimeout(() => keepDeskPlace(window), PLACE_REST_MS);
		};
		for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', rest);
		window.on('close', () => {
			clearTimeout(placeTimer);
			keepDeskPlace(window);
		});
		window.on('closed', () => {
			desk = null;
		});
		desk = window;
		return window;
	}

	function openWall(displayId: number, bounds: Rect, isKiosk: boolean): void {
		const window = open('wall', WALL_URL, true, {
			...bounds,
			frame: !isKiosk,
			kiosk: isKiosk,
			backgroundColor: '#0b1220',
		});
		window.removeMenu();
		// The wall is looked at, not pointed at.
		window.webContents.on('dom-ready', () => {
			window.webContents.insertCSS('html, html * { cursor: none !important; }').catch(() => {});
		});
		window.webContents.on('before-input-event', (event, input) => {
			if (input.type !== 'keyDown' || input.key !== 'Escape') return;
			event.preventDefault();
			closeWalls();
		});
		window.on('closed', () => {
			if (walls.get(displayId)?.window === window) walls.delete(displayId);
			changed();
		});
		walls.set(displayId, { window, bounds, isKiosk });
	}

	/** Makes the walls that stand agree with the displays that are there; the desk is moved only when out of reach. */
	function arrange(): number {
		const { walls: planned, missing } = plan(null);
		const wanted = new Set(planned.map(({ displayId }) => displayId));
		for (const [displayId, { window }] of [...walls]) {
			if (wanted.has(displayId)) continue;
			walls.delete(displayId);
			window.destroy();
		}
		for (const { displayId, bounds, isKiosk } of planned) {
			const standing = walls.get(displayId);
			if (standing && standing.isKiosk === isKiosk && isSamePlace(standing.bounds, bounds)) continue;
			// A window leaves kiosk mode in its own time and keeps its place until then, so another one takes over.
			openWall(displayId, bounds, isKiosk);
			standing?.window.destroy();
		}
		if (missing.length > 0) log(`${missing.length} wall display(s) away`);
		if (desk) placeDesk(desk);
		changed();
		return walls.size;
	}

	/** Moves the desk to where it stood in a new layout of displays, or out from under a wall; else leaves it alone. */
	function placeDesk(window: BrowserWindow): void {
		const present = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
		const key = layoutKey(screen.getAllDisplays());
		const isNewLayout = key !== deskLayout;
		deskLayout = key;
		const { isMaximized, ...bounds } = plan(isNewLayout ? (settings.read().deskPlaces[key] ?? present) : present).desk;
		if (isSamePlace(bounds, present) && isMaximized === present.isMaximized) return;
		// A maximised window keeps its display whatever bounds it is given.
		if (present.isMaximized) window.unmaximize();
		window.setBounds(bounds);
		if (isMaximized) window.maximize();
	}

	function closeWalls(): void {
		areWallsOpen = false;
		arrange();
	}

	const onDisplays = () => {
		clearTimeout(displayTimer);
		displayTimer = setTimeout(arrange, DISPLAY_REST_MS);
	};
	screen.on('display-added', onDisplays);
	screen.on('display-removed', onDisplays);
	screen.on('display-metrics-changed', onDisplays);

	return {
		openDesk,
		openWalls() {
			areWallsOpen = true;
			if (plan(null).walls.length === 0) {
				const bounds = desk?.getNormalBounds() ?? screen.getPrimaryDisplay().bounds;
				const display = suggestWall(screen.getAllDisplays(), bounds);
				if (display) settings.change({ walls: [identityOf(display)] });
			}
			return arrange();
		},
		toggleWall(displayId) {
			const display = screen.getAllDisplays().find(({ id }) => id === displayId);
			if (!display) return;
			const isStanding = walls.has(displayId);
			const others = plan(null)
				.walls.filter((wall) => wall.displayId !== displayId)
				.map(({ identity }) => identity);
			areWallsOpen = true;
			settings.change({ walls: isStanding ? others : [...others, identityOf(display)] });
			arrange();
		},
		closeWalls,
		wallDisplayIds: () => [...walls.keys()],
		broadcast(message) {
			for (const window of BrowserWindow.getAllWindows()) sendMessage(window.webContents, message);
		},
		reload() {
			const window = BrowserWindow.getFocusedWindow() ?? desk;
			if (window) recoveries.get(window)?.retry();
		},
		isDesk: (contents) => desk?.webContents === contents,
		onDeskLoading(listener) {
			deskLoading = listener;
		},
		onChange(listener) {
			listeners.add(listener);
		},
		closeAll() {
			clearTimeout(displayTimer);
			for (const window of BrowserWindow.getAllWindows()) window.destroy();
		},
	};
}
