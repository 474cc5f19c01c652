// What runs inside a page: the two ends of the context bridge and the `electron` that a sandboxed preload script sees.
// These functions are sent to the page as source, so each must use nothing outside itself.

interface Membrane {
	expose(key: string, value: unknown): void;
	onExpose(listener: (key: string, value: unknown) => void): void;
}

/** Carries values, functions and promises between the page's world and the isolated one, in events. */
export function createMembrane(secret: string, side: 'main' | 'isolated'): Membrane {
	type Packed = { tag: string; value: unknown };
	type Message = { kind: string; id: string; isOk: boolean; value: Packed; parts: Packed[]; words: string };
	const functions = new Map<string, (...parts: unknown[]) => unknown>();
	const known = new WeakMap<object, string>();
	const proxies = new Map<string, (...parts: unknown[]) => unknown>();
	const promises = new Map<string, { resolve(value: unknown): void; reject(error: Error): void }>();
	const returns = new Map<string, Message>();
	const exposing: ((key: string, value: unknown) => void)[] = [];
	let count = 0;
	const newId = () => `${side}${++count}`;
	const post = (message: Partial<Message>) =>
		window.dispatchEvent(new CustomEvent(secret + (side === 'main' ? 'isolated' : 'main'), { detail: message }));
	const pack = (value: unknown): Packed => {
		if (typeof value === 'function') {
			const id = known.get(value) ?? newId();
			known.set(value, id);
			functions.set(id, value as (...parts: unknown[]) => unknown);
			return { tag: 'function', value: id };
		}
		if (value instanceof Promise) {
			const id = newId();
			value.then(
				(settled) => post({ kind: 'settle', id, isOk: true, value: pack(settled) }),
				(error) => post({ kind: 'settle', id, isOk: false, words: String(error?.message ?? error) }),
			);
			return { tag: 'promise', value: id };
		}
		if (Array.isArray(value)) return { tag: 'array', value: value.map(pack) };
		if (value !== null && typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]') {
			return { tag: 'object', value: Object.entries(value).map(([key, entry]) => [key, pack(entry)]) };
		}
		try {
			return { tag: 'value', value: structuredClone(value) };
		} catch {
			throw new Error('An object could not be cloned.');
		}
	};
	const unpack = ({ tag, value }: Packed): unknown => {
		if (tag === 'array') return (value as Packed[]).map(unpack);
		if (tag === 'object') {
			return Object.fromEntries((value as [string, Packed][]).map(([key, entry]) => [key, unpack(entry)]));
		}
		const id = String(value);
		if (tag === 'promise') return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
		if (tag !== 'function') return value;
		const proxy =
			proxies.get(id) ??
			((...parts: unknown[]) => {
				const call = newId();
				post({ kind: 'call', id: call, words: id, parts: parts.map(pack) });
				const answer = returns.get(call);
				returns.delete(call);
				if (!answer) throw new Error('the other world is gone');
				if (!answer.isOk) throw new Error(answer.words);
				return unpack(answer.value);
			});
		proxies.set(id, proxy);
		return proxy;
	};
	window.addEventListener(secret + side, (event) => {
		const message = (event as CustomEvent<Message>).detail;
		const { kind, id } = message;
		if (kind === 'return') returns.set(id, message);
		else if (kind === 'expose') for (const listener of exposing) listener(id, unpack(message.value));
		else if (kind === 'settle') {
			const promise = promises.get(id);
			promises.delete(id);
			if (message.isOk) promise?.resolve(unpack(message.value));
			else promise?.reject(new Error(message.words));
		} else {
			try {
				const value = functions.get(message.words)?.(...message.parts.map(unpack));
				post({ kind: 'return', id, isOk: true, value: pack(value) });
			} catch (error) {
				post({ kind: 'return', id, isOk: false, words: error instanceof Error ? error.message : String(error) });
			}
		}
	});
	return {
		expose: (key, value) => post({ kind: 'expose', id: key, value: pack(value) }),
		onExpose: (listener) => exposing.push(listener),
	};
}

/** The page's own world: receives what the preload script exposes, and loses what Electron does not give a custom scheme. */
export function prepareMainWorld(secret: string, make: typeof createMembrane): void {
	const membrane = make(secret, 'main');
	membrane.onExpose((key, value) => {
		if (Object.hasOwn(window, key))
			throw new Error(`Cannot bind an API on top of an existing property on the window object`);
		const freeze = (entry: unknown): unknown => {
			if (entry !== null && typeof entry === 'object') for (const inner of Object.values(entry)) freeze(inner);
			return entry !== null && typeof entry === 'object' ? Object.freeze(entry) : entry;
		};
		Object.defineProperty(window, key, {
			value: freeze(value),
			enumerable: true,
			configurable: false,
			writable: false,
		});
	});
	if (!/\.invalid$/.test(location.hostname)) return;
	Object.defineProperty(document, 'cookie', { get: () => '', set: () => {}, configurable: true });
	if ('caches' in window) {
		const refuse = async () => {
			throw new TypeError("Failed to execute 'put' on 'Cache': Request scheme 'app' is unsupported");
		};
		for (const name of ['put', 'add', 'addAll'] as const)
			Object.defineProperty(Cache.prototype, name, { value: refuse });
	}
}

/** The isolated world: gives the preload script its `require` and runs it. */
export function prepareIsolatedWorld(
	secret: string,
	make: typeof createMembrane,
	makeWire: () => { encode(value: unknown): string; decode(text: string): unknown },
	preload: ((require: unknown, module: unknown, exports: unknown, process: unknown) => void) | null,
	preloadPath: string,
	sandboxFacts: Record<string, unknown>,
	standStill: () => void,
): void {
	type Listener = (event: unknown, ...parts: unknown[]) => void;
	type Received = { kind: string; id: number; isOk: boolean; words: string; value: string; channel: string };
	const scope = globalThis as unknown as Record<string, (text: string) => void>;
	const binding = scope.__rehearsal;
	const tell = (message: object) => binding?.(JSON.stringify(message));
	const membrane = make(secret, 'isolated');
	const wire = makeWire();
	const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
	const listeners = new Map<string, Set<Listener>>();
	let count = 0;
	const guard = <T extends object>(name: string, object: T): T =>
		new Proxy(object, {
			get(target, member) {
				if (typeof member === 'symbol' || member in target) return Reflect.get(target, member);
				throw new Error(`not rehearsed: ${name}.${member}`);
			},
		});
	const on = (channel: string, listener: Listener) => {
		if (typeof listener !== 'function') throw new TypeError('The "listener" argument must be of type function.');
		listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
	};
	const off = (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener);
	const electron = guard('electron (preload)', {
		contextBridge: guard('contextBridge', {
			exposeInMainWorld(key: string, api: unknown) {
				membrane.expose(key, api);
			},
		}),
		ipcRenderer: guard('ipcRenderer', {
			invoke(channel: string, ...parts: unknown[]) {
				const id = ++count;
				tell({ kind: 'invoke', id, channel, value: wire.encode(parts) });
				return new Promise((resolve, reject) => calls.set(id, { resolve, reject }));
			},
			send: (channel: string, ...parts: unknown[]) => tell({ kind: 'send', id: 0, channel, value: wire.encode(parts) }),
			on,
			addListener: on,
			off,
			removeListener: off,
		}),
		webUtils: guard('webUtils', {
			getPathForFile(file: unknown): string {
				if (!(file instanceof File)) throw new TypeError('getPathForFile: Argument must be a File.');
				const rehearsalPath: { text: string } = { text: '' };
				// The rehearsal reads the path while the page stands still here.
				standStill();
				return rehearsalPath.text;
			},
		}),
	});
	scope.__rehearsalReceive = (text) => {
		const message = JSON.parse(text) as Received;
		if (message.kind === 'message') {
			const event = guard('ipcRenderer event', { senderId: 0, ports: [] });
			const parts = wire.decode(message.value) as unknown[];
			for (const listener of [...(listeners.get(message.channel) ?? [])]) listener(event, ...parts);
			return;
		}
		const call = calls.get(message.id);
		calls.delete(message.id);
		if (message.isOk) call?.resolve(wire.decode(message.value));
		else call?.reject(new Error(message.words));
	};
	window.addEventListener(
		'keydown',
		({ key, code, ctrlKey, shiftKey, altKey, metaKey }) => {
			tell({
				kind: 'key',
				id: 0,
				input: { type: 'keyDown', key, code, control: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey },
			});
		},
		true,
	);
	if (!preload || window !== window.top) return;
	const require = (name: string) => {
		if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron;
		throw new Error(`module not found: ${name}`);
	};
	const module = { exports: {} };
	try {
		preload(require, module, module.exports, guard('process', sandboxFacts));
	} catch (error) {
		console.error(`Unable to load preload script: ${preloadPath}`);
		console.error(String(error));
		tell({ kind: 'preloadError', id: 0, words: String(error) });
	}
}
