// `BrowserWindow`: the frame around a page. Kept as numbers; Chromium shows no frame here.

import { EventEmitter } from 'node:events';
import { app, windowsOfApp } from './app.ts';
import { type Display, emitPreventable, type Rect, requireReady, state } from './parts.ts';
import { say } from './say.ts';
import { checkOptions, strict } from './strict.ts';
import { WebContents } from './web-contents.ts';

const OPTIONS = new Set(
	'x y width height minWidth minHeight title show frame kiosk backgroundColor webPreferences icon autoHideMenuBar fullscreen fullscreenable resizable useContentSize'.split(
		' ',
	),
);
const PREFERENCES = new Set(
	'preload sandbox contextIsolation nodeIntegration nodeIntegrationInWorker nodeIntegrationInSubFrames webSecurity allowRunningInsecureContent experimentalFeatures webviewTag navigateOnDragDrop spellcheck backgroundThrottling devTools session'.split(
		' ',
	),
);
/** What a safe page has; the rehearsal knows no other kind. */
const DEMANDED: Record<string, boolean> = {
	sandbox: true,
	contextIsolation: true,
	nodeIntegration: false,
	webSecurity: true,
};

interface Options extends Partial<Rect> {
	show?: boolean;
	kiosk?: boolean;
	fullscreen?: boolean;
	webPreferences?: Record<string, unknown> & { preload?: string };
}

const all = new Set<Frame>();
let nextId = 1;
let focused: Frame | null = null;

class Frame extends EventEmitter {
	readonly id = nextId++;
	readonly webContents: WebContents;
	private bounds: Rect;
	private normalBounds: Rect;
	private isShown: boolean;
	private isBig = false;
	private hasPainted = false;
	private isSmall = false;
	private isKioskOn: boolean;
	private isFull: boolean;
	private isGone = false;
	/** The object that the program holds. */
	private self: Frame = this;

	constructor(options: Options = {}) {
		super();
		requireReady('Cannot create BrowserWindow');
		checkOptions('BrowserWindow', options, OPTIONS);
		const preferences = options.webPreferences ?? {};
		checkOptions('webPreferences', preferences, PREFERENCES);
		for (const [name, wanted] of Object.entries(DEMANDED)) {
			const given = preferences[name];
			if (given !== undefined && given !== wanted) throw new Error(`not rehearsed: a page with ${name}: ${given}`);
		}
		const { width = 800, height = 600 } = options;
		const { workArea } = state.displays[0] ?? { workArea: { x: 0, y: 0, width, height } };
		const x = options.x ?? workArea.x + Math.round((workArea.width - width) / 2);
		const y = options.y ?? workArea.y + Math.round((workArea.height - height) / 2);
		this.bounds = { x, y, width, height };
		this.normalBounds = this.bounds;
		this.isShown = options.show !== false;
		this.isKioskOn = options.kiosk === true;
		this.isFull = options.fullscreen === true;
		const raw = new WebContents(preferences.preload ?? null, this.bounds, this.scaleFactor());
		this.webContents = raw.guard();
		for (const name of ['unresponsive', 'responsive']) raw.on(name, () => this.emit(name));
		raw.on('close-asked', () => this.self.close());
		raw.once('first-paint', () => {
			this.hasPainted = true;
			this.emit('ready-to-show');
		});
	}

	/** Makes the object that the program holds. */
	guard(): Frame {
		this.self = strict('BrowserWindow', this);
		all.add(this.self);
		if (this.isShown) focused = this.self;
		app.emit('browser-window-created', {}, this.self);
		return this.self;
	}

	private display(): Display | undefined {
		const { x, y } = this.bounds;
		return state.displays.find(({ bounds: b }) => x >= b.x && x < b.x + b.width && y >= b.y && y < b.y + b.height);
	}
	private scaleFactor(): number {
		return this.display()?.scaleFactor ?? 1;
	}
	loadURL(url: string): Promise<void> {
		return this.webContents.loadURL(url);
	}
	show(): void {
		this.isShown = true;
		this.focus();
		this.emit('show');
	}
	hide(): void {
		this.isShown = false;
		this.emit('hide');
	}
	focus(): void {
		focused = this.self;
		this.emit('focus');
	}
	isVisible(): boolean {
		return this.isShown;
	}
	isFocused(): boolean {
		return focused === this.self;
	}
	isDestroyed(): boolean {
		return this.isGone;
	}
	minimize(): void {
		this.isSmall = true;
		this.emit('minimize');
	}
	restore(): void {
		this.isSmall = false;
		this.emit('restore');
	}
	isMinimized(): boolean {
		return this.isSmall;
	}
	/** Shows a hidden window too, as Electron documents. */
	maximize(): void {
		if (this.isBig) return;
		if (!this.isShown && !this.hasPainted) say('rehearsal: maximize shows a window that has nothing to show yet');
		this.normalBounds = this.bounds;
		this.isBig = true;
		this.isShown = true;
		this.place(this.display()?.workArea ?? this.bounds);
		this.emit('maximize');
	}
	unmaximize(): void {
		if (!this.isBig) return;
		this.isBig = false;
		this.place(this.normalBounds);
		this.emit('unmaximize');
	}
	isMaximized(): boolean {
		return this.isBig;
	}
	setFullScreen(isOn: boolean): void {
		this.isFull = isOn;
	}
	isFullScreen(): boolean {
		return this.isFull || this.isKioskOn;
	}
	isKiosk(): boolean {
		return this.isKioskOn;
	}
	/** A window that fills its display stays where it is. */
	setBounds(bounds: Partial<Rect>): void {
		if (this.isKioskOn || this.isBig) return;
		this.place({ ...this.bounds, ...bounds });
	}
	private place(bounds: Rect): void {
		const before = this.bounds;
		this.bounds = { ...bounds };
		const { width, height } = this.bounds;
		if (width !== before.width || height !== before.height) {
			const contents = this.webContents;
			void contents.opened.then((page) => contents.resize(page, this.bounds, this.scaleFactor()));
			this.emit('resize');
		}
		if (this.bounds.x !== before.x || this.bounds.y !== before.y) this.emit('move');
	}
	getBounds(): Rect {
		return { ...this.bounds };
	}
	getNormalBounds(): Rect {
		return { ...(this.isBig ? this.normalBounds : this.bounds) };
	}
	removeMenu(): void {}
	close(): void {
		if (this.isGone) return;
		if (emitPreventable(this, 'close', {})) this.destroy();
	}
	destroy(): void {
		if (this.isGone) return;
		this.isGone = true;
		all.delete(this.self);
		if (focused === this.self) focused = null;
		this.webContents.destroy();
		this.emit('closed');
		if (all.size === 0 && !state.isQuitting) {
			setImmediate(() => {
				if (all.size > 0 || state.isQuitting) return;
				if (app.listenerCount('window-all-closed') === 0) app.quit();
				else app.emit('window-all-closed');
			});
		}
	}

	static getAllWindows(): Frame[] {
		return [...all];
	}
	static getFocusedWindow(): Frame | null {
		return focused;
	}
	static fromWebContents(contents: WebContents): Frame | null {
		return [...all].find((window) => window.webContents === contents) ?? null;
	}
	static fromId(id: number): Frame | null {
		return [...all].find((window) => window.id === id) ?? null;
	}
}

/** Every `new BrowserWindow` gives the guarded object. */
export const BrowserWindow = new Proxy(Frame, {
	construct: (target, [options]) => new target(options).guard(),
});

windowsOfApp.closeAll = () => {
	for (const window of Frame.getAllWindows()) window.close();
	return all.size === 0;
};
windowsOfApp.end = () => {
	for (const window of Frame.getAllWindows()) window.destroy();
};
