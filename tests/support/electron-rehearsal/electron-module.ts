// The `electron` that a program imports: the rehearsed parts, and for every other export of the real one a guard that
// throws at its first use.

import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { dialog, heldAwake, Menu, powerMonitor, powerSaveBlocker, screen, setDisplays, shutDown } from './machine.ts';
import { protocol, session } from './session.ts';
import { strict } from './strict.ts';
import { WebContents } from './web-contents.ts';

/** Exports of Electron's main process that are not rehearsed. */
const OTHERS = [
	'BaseWindow',
	'BrowserView',
	'MenuItem',
	'MessageChannelMain',
	'Notification',
	'ShareMenu',
	'TouchBar',
	'Tray',
	'View',
	'WebContentsView',
	'autoUpdater',
	'clipboard',
	'contentTracing',
	'crashReporter',
	'desktopCapturer',
	'globalShortcut',
	'inAppPurchase',
	'nativeImage',
	'nativeTheme',
	'net',
	'netLog',
	'pushNotifications',
	'safeStorage',
	'shell',
	'systemPreferences',
	'utilityProcess',
	'webFrameMain',
	'contextBridge',
	'ipcRenderer',
	'webFrame',
	'webUtils',
];

const parts = {
	app,
	BrowserWindow,
	ipcMain,
	dialog,
	Menu,
	powerMonitor,
	powerSaveBlocker,
	screen,
	protocol,
	session,
	webContents: WebContents,
};

/** Everything a program can import by name. */
export const electron: Record<string, unknown> = {
	...Object.fromEntries(OTHERS.map((name) => [name, strict(name, {})])),
	...parts,
};

/** For tests alone: the hand on the imagined machine. */
export const rehearsal = { setDisplays, heldAwake, shutDown };
