// What the parts of the stand-in share: the state of the run, and events as Electron gives them.

import type { EventEmitter } from 'node:events';
import type { Cdp } from './cdp.ts';

/** State of one run of a program. */
export interface RunState {
	isReady: boolean;
	isQuitting: boolean;
	/** Set when Chromium stands. */
	cdp: Cdp | null;
	/** What the program registered before `ready`. */
	schemes: Map<string, Record<string, boolean>>;
	/** Handlers of protocol.handle by scheme. */
	protocolHandlers: Map<string, (request: Request) => Promise<Response> | Response>;
	switches: Map<string, string>;
	isPackaged: boolean;
	appDir: string;
	/** Answers for the test: displays of the imagined machine. */
	displays: Display[];
}

export interface Rect {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface Display {
	id: number;
	label: string;
	bounds: Rect;
	workArea: Rect;
	scaleFactor: number;
	rotation: number;
	internal: boolean;
	size: { width: number; height: number };
	workAreaSize: { width: number; height: number };
}

export const state: RunState = {
	isReady: false,
	isQuitting: false,
	cdp: null,
	schemes: new Map(),
	protocolHandlers: new Map(),
	switches: new Map(),
	isPackaged: false,
	appDir: '',
	displays: [],
};

/** Emits an event that a listener may prevent; false when it was prevented. */
export function emitPreventable(emitter: EventEmitter, name: string, facts: object, ...rest: unknown[]): boolean {
	let isPrevented = false;
	const event = {
		...facts,
		get defaultPrevented() {
			return isPrevented;
		},
		preventDefault() {
			isPrevented = true;
		},
	};
	emitter.emit(name, event, ...rest);
	return !isPrevented;
}

/** Throws as Electron does for what must not be asked before `ready`. */
export function requireReady(what: string): void {
	if (!state.isReady) throw new Error(`${what} before app is ready`);
}
