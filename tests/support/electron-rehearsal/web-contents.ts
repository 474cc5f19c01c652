// `webContents`: one page in Chromium, driven by its own protocol session, with Electron's events.

import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { toChromium, toProgram } from './addresses.ts';
import { app } from './app.ts';
import type { CdpSession } from './cdp.ts';
import { answerFilePaths } from './file-paths.ts';
import { answerInvoke, ipcMain } from './ipc-main.ts';
import { errorCodeOf } from './load-errors.ts';
import { listenToConsole } from './page-console.ts';
import { pageScripts } from './page-scripts.ts';
import { emitPreventable, type Rect, state } from './parts.ts';
import { say } from './say.ts';
import { applyPermissions, defaultSession } from './session.ts';
import { strict } from './strict.ts';
import { createWire } from './wire.ts';

const WORLD = 'Electron Isolated Context';
const HANG_MS = Number(process.env.REHEARSAL_HANG_MS ?? 30_000);
const BEAT_MS = 500;
type Facts = Record<string, unknown>;
interface PrintOptions {
	pageSize?: string;
	preferCSSPageSize?: boolean;
	printBackground?: boolean;
}
type OpenHandler = (details: Facts) => { action: string };

const all = new Map<number, WebContents>();
const wire = createWire();
let nextId = 1;

export class WebContents extends EventEmitter {
	readonly id = nextId++;
	readonly session = defaultSession;
	readonly mainFrame: Facts;
	/** Settles when the page stands in Chromium. */
	readonly opened: Promise<CdpSession>;
	targetId = '';
	private guarded: WebContents = this;
	private url = '';
	private awaited = new Set<string>();
	private isGone = false;
	private hasCrashed = false;
	private isHung = false;
	private world: number | null = null;
	private mainWorld: number | null = null;
	private readonly secret = randomUUID();
	private openHandler: OpenHandler = () => ({ action: 'allow' });
	private readonly preloadPath: string | null;
	private beat: NodeJS.Timeout | undefined;
	private loads: ((code: number, words: string) => void)[] = [];

	constructor(preload: string | null, size: Rect, scaleFactor: number) {
		super();
		this.preloadPath = preload;
		const contents = this;
		this.mainFrame = strict('WebFrameMain', {
			get url() {
				return contents.url;
			},
			parent: null,
			top: null,
			frameTreeNodeId: this.id,
		});
		this.opened = this.open(size, scaleFactor);
		this.opened.catch((error: Error) => say(`rehearsal: ${error.message}`));
	}

	/** The object that the program holds. */
	guard(): WebContents {
		this.guarded = strict('webContents', this);
		all.set(this.id, this.guarded);
		app.emit('web-contents-created', {}, this.guarded);
		return this.guarded;
	}

	private async open(size: Rect, scaleFactor: number): Promise<CdpSession> {
		const { cdp } = state;
		if (!cdp) throw new Error('a page before Chromium');
		const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true });
		this.targetId = String(targetId);
		const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
		const page = cdp.session(String(sessionId));
		this.listen(page);
		const domains = ['Page', 'Runtime', 'Inspector', 'Log', 'DOM', 'Debugger'];
		for (const domain of domains) await page.send(`${domain}.enable`);
		await page.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] });
		await this.resize(page, size, scaleFactor);
		await page.send('Runtime.addBinding', { name: '__rehearsal', executionContextName: WORLD });
		const { main, isolated, fault } = pageScripts(this.secret, this.preloadPath);
		if (fault !== null) queueMicrotask(() => this.emit('preload-error', {}, this.preloadPath, new Error(fault)));
		await page.send('Page.addScriptToEvaluateOnNewDocument', { source: main });
		await page.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: WORLD });
		this.beat = setInterval(() => void this.checkLife(page), BEAT_MS);
		this.beat.unref();
		return page;
	}

	/** Gives the page a size and the scale of its display. */
	async resize(page: CdpSession, { width, height }: Rect, deviceScaleFactor: number): Promise<void> {
		await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
	}

	/** What a page still says after its end is heard by nobody, as in Electron. */
	private listen(session: CdpSession): void {
		const page: CdpSession = {
			...session,
			on: (event, listener) => session.on(event, (facts) => void (this.isGone || listener(facts))),
		};
		const own = (frame: Facts) => frame.parentId === undefined;
		page.on('Page.frameStartedNavigating', ({ url, frameId, navigationType }) => {
			const isMainFrame = frameId === this.targetId;
			const isSameDocument = navigationType === 'sameDocument';
			this.emit('did-start-navigation', { url: toProgram(String(url)), isMainFrame, isSameDocument });
		});
		page.on('Page.frameNavigated', ({ frame }) => {
			if (!own(frame as Facts)) return;
			const { url, unreachableUrl } = frame as { url: string; unreachableUrl?: string };
			if (unreachableUrl !== undefined) return;
			this.url = toProgram(url);
			this.hasCrashed = false;
			void applyPermissions(this.guarded, this.url);
			this.emit('did-navigate', {}, this.url, 200, 'OK');
		});
		page.on('Page.navigatedWithinDocument', ({ url, frameId }) => {
			const isMainFrame = frameId === this.targetId;
			if (isMainFrame) this.url = toProgram(String(url));
			this.emit('did-navigate-in-page', {}, toProgram(String(url)), isMainFrame, 0, 0);
		});
		page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
		page.on('Page.loadEventFired', () => {
			if (this.url === '') return;
			this.emit('did-finish-load', {});
			this.emit('first-paint');
			for (const settle of this.loads.splice(0)) settle(0, '');
		});
		page.on('Runtime.executionContextCreated', ({ context }) => {
			const { id, name, auxData } = context as {
				id: number;
				name: string;
				auxData?: { isDefault?: boolean; frameId?: string };
			};
			if (auxData?.frameId !== this.targetId) return;
			if (name === WORLD) this.world = id;
			else if (auxData.isDefault) this.mainWorld = id;
		});
		page.on('Runtime.executionContextsCleared', () => {
			this.world = null;
			this.mainWorld = null;
		});
		page.on('Runtime.bindingCalled', ({ payload }) => void this.receive(page, JSON.parse(String(payload))));
		listenToConsole(page, this.id, (level, message) =>
			this.emit('console-message', { level, message, frame: this.mainFrame }),
		);
		page.on('Inspector.targetCrashed', () => {
			this.hasCrashed = true;
			this.world = null;
			this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
		});
		page.on('Fetch.requestPaused', (paused) => void this.decide(page, paused));
		answerFilePaths(page);
		page.on('Page.windowOpen', ({ url }) => {
			const { action } = this.openHandler({
				url: toProgram(String(url)),
				frameName: '',
				features: '',
				disposition: 'new-window',
			});
			if (action !== 'deny') say('not rehearsed: a page opens a window and nothing denies it');
		});
	}

	/** A navigation that the page began is asked about; one that the program began is not. */
	private async decide(page: CdpSession, paused: Facts): Promise<void> {
		const { requestId, frameId, request } = paused as { requestId: string; frameId: string; request: { url: string } };
		const isMainFrame = frameId === this.targetId;
		const isOwn = isMainFrame && this.awaited.delete(request.url.split('#')[0] ?? '');
		const facts = { url: toProgram(request.url), isMainFrame, isSameDocument: false, frame: this.mainFrame };
		let mayGo = isOwn || emitPreventable(this, 'will-frame-navigate', facts);
		if (mayGo && !isOwn && isMainFrame) mayGo = emitPreventable(this, 'will-navigate', facts, facts.url);
		if (mayGo) await page.send('Fetch.continueRequest', { requestId });
		else await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
	}

	private async receive(page: CdpSession, message: Facts): Promise<void> {
		const { kind, id, channel, value } = message as { kind: string; id: number; channel: string; value: string };
		if (kind === 'preloadError') this.emit('preload-error', {}, this.preloadPath, new Error(String(message.words)));
		if (kind === 'key') emitPreventable(this, 'before-input-event', {}, message.input);
		if (kind !== 'invoke' && kind !== 'send') return;
		const event = strict('ipcMain event', {
			sender: this.guarded,
			senderFrame: this.mainFrame,
			processId: this.id,
			frameId: 1,
			returnValue: undefined,
		});
		const parts = wire.decode(value) as unknown[];
		if (kind === 'send') {
			ipcMain.emit(channel, event, ...parts);
			return;
		}
		const world = this.world;
		const reply = await answerInvoke(channel, event, parts)
			.then((answer) => ({ isOk: true, value: wire.encode(answer) }))
			.catch((error: Error) => {
				if (error.message === 'An object could not be cloned.')
					say(`Error occurred in handler for '${channel}': ${error}`);
				return { isOk: false, words: error.message };
			});
		if (world !== null && world === this.world) await this.hand(page, { kind: 'reply', id, ...reply });
	}

	private async hand(page: CdpSession, message: object): Promise<void> {
		if (this.world === null) return;
		const text = JSON.stringify(JSON.stringify(message));
		await page
			.send('Runtime.evaluate', { expression: `globalThis.__rehearsalReceive(${text})`, contextId: this.world })
			.catch(() => {});
	}

	/** Chromium's own hang monitor waits for input; here a page that answers nothing for a while counts as hung. */
	private async checkLife(page: CdpSession): Promise<void> {
		if (this.isGone || this.hasCrashed || this.isHung) return;
		const timer = setTimeout(() => {
			if (this.isGone || this.hasCrashed) return;
			this.isHung = true;
			this.emit('unresponsive');
		}, HANG_MS);
		timer.unref();
		await page.send('Runtime.evaluate', { expression: '0' }).catch(() => {});
		clearTimeout(timer);
		if (this.isHung && !this.hasCrashed && !this.isGone) this.emit('responsive');
		this.isHung = false;
	}

	async loadURL(url: string): Promise<void> {
		const page = await this.opened;
		const address = toChromium(url);
		this.awaited.add(address.split('#')[0] ?? '');
		const loaded = new Promise<[number, string]>((resolve) => this.loads.push((code, words) => resolve([code, words])));
		const { errorText } = await page.send('Page.navigate', { url: address });
		if (typeof errorText === 'string') {
			this.awaited.clear();
			const code = errorCodeOf(errorText);
			for (const settle of this.loads.splice(0)) settle(code, errorText);
			this.emit('did-fail-load', {}, code, errorText.replace('net::', ''), url, true, 0, 0);
		}
		const [code, words] = await loaded;
		if (code !== 0)
			throw Object.assign(new Error(`${words} (${code}) loading '${url}'`), { code: words, errno: code, url });
	}

	send(channel: string, ...parts: unknown[]): void {
		const value = wire.encode(parts);
		void this.opened.then((page) => this.hand(page, { kind: 'message', channel, value }));
	}

	async executeJavaScript(code: string): Promise<unknown> {
		const page = await this.opened;
		const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
			expression: code,
			awaitPromise: true,
			returnByValue: true,
			...(this.mainWorld !== null && { contextId: this.mainWorld }),
		});
		if (exceptionDetails) throw new Error(`Script failed to execute: ${(exceptionDetails as { text: string }).text}`);
		return (result as Facts).value;
	}

	/** Papers by name as Electron takes them; sizes in inches as the protocol does. */
	async printToPDF({ pageSize, preferCSSPageSize, printBackground, ...others }: PrintOptions): Promise<Buffer> {
		if (pageSize !== 'A4' || Object.keys(others).length > 0) throw new TypeError('printToPDF: not rehearsed');
		const page = await this.opened;
		const { data } = await page.send('Page.printToPDF', {
			paperWidth: 8.27,
			paperHeight: 11.69,
			...(preferCSSPageSize !== undefined && { preferCSSPageSize }),
			...(printBackground !== undefined && { printBackground }),
		});
		return Buffer.from(String(data), 'base64');
	}

	async insertCSS(css: string): Promise<string> {
		const page = await this.opened;
		const sheet = `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets.push(sheet); }`;
		await page.send('Runtime.evaluate', { expression: sheet, ...(this.world !== null && { contextId: this.world }) });
		return randomUUID();
	}

	setWindowOpenHandler(handler: OpenHandler): void {
		this.openHandler = handler;
	}

	forcefullyCrashRenderer(): void {
		void this.opened.then((page) => page.send('Page.crash').catch(() => {}));
	}

	getURL(): string {
		return this.url;
	}
	isDestroyed(): boolean {
		return this.isGone;
	}
	isCrashed(): boolean {
		return this.hasCrashed;
	}

	close(): void {
		this.emit('close-asked');
	}

	/** Ends the page in Chromium. */
	destroy(): void {
		if (this.isGone) return;
		this.isGone = true;
		clearInterval(this.beat);
		all.delete(this.id);
		void this.opened
			.then(() => state.cdp?.send('Target.closeTarget', { targetId: this.targetId }).catch(() => {}))
			.catch(() => {});
		this.emit('destroyed');
	}

	static getAllWebContents(): WebContents[] {
		return [...all.values()];
	}
	static fromId(id: number): WebContents | undefined {
		return all.get(id);
	}
	static fromDevToolsTargetId(targetId: string): WebContents | undefined {
		return [...all.values()].find((contents) => contents.targetId === targetId);
	}
}
