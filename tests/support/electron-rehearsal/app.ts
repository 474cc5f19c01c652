// `app`: start, single instance, quitting, switches, paths, with the order of events that Electron documents.

import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitPreventable, state } from './parts.ts';
import { strict } from './strict.ts';

/** What quitting needs of the windows; set by them. */
export const windowsOfApp: { closeAll(): boolean; end(): void } = { closeAll: () => true, end: () => {} };

let resolveReady: () => void = () => {};
const ready = new Promise<void>((resolve) => {
	resolveReady = resolve;
});
/** True when someone waits for `ready`; at the top level of the entry that is a deadlock. */
export const waiting = { isAsked: false };
const paths = new Map<string, string>();
let lock: Server | null = null;
let exitHook: () => void = () => {};

/** Runs when the program ends by whatever way. */
export function setExitHook(hook: () => void): void {
	exitHook = hook;
}

function packageFacts(): { name: string; productName?: string; version: string } {
	return JSON.parse(readFileSync(join(state.appDir, 'package.json'), 'utf8'));
}

function beforeReadyOnly(what: string): void {
	if (state.isReady) throw new Error(`${what} can only be called before app is ready`);
}

/** The socket that stands for the lock; one per userData folder, as in Electron. */
function lockPath(): string {
	const hash = createHash('sha256').update(app.getPath('userData')).digest('hex').slice(0, 16);
	return join(tmpdir(), `rehearsal-${hash}.sock`);
}

class App extends EventEmitter {
	readonly commandLine = strict('commandLine', {
		appendSwitch(name: string, value = ''): void {
			if (name.startsWith('-')) throw new Error(`rehearsal: a switch is named without dashes: ${name}`);
			beforeReadyOnly('commandLine.appendSwitch');
			state.switches.set(name, value);
		},
		hasSwitch: (name: string) => state.switches.has(name),
		getSwitchValue: (name: string) => state.switches.get(name) ?? '',
	});
	/** Undefined but on macOS. */
	readonly dock = undefined;

	get isPackaged(): boolean {
		return state.isPackaged;
	}
	isReady(): boolean {
		return state.isReady;
	}
	whenReady(): Promise<void> {
		waiting.isAsked = true;
		return ready;
	}
	getVersion(): string {
		return packageFacts().version;
	}
	getName(): string {
		return packageFacts().productName ?? packageFacts().name;
	}
	getAppPath(): string {
		return state.appDir;
	}
	getLocale(): string {
		return process.env.REHEARSAL_LOCALE ?? 'zh-CN';
	}
	getPath(name: string): string {
		const known = paths.get(name);
		if (known !== undefined) return known;
		const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
		if (name === 'userData') return join(config, this.getName());
		if (name === 'temp') return tmpdir();
		if (name === 'home') return homedir();
		if (name === 'exe') return process.execPath;
		throw new Error(`not rehearsed: app.getPath('${name}')`);
	}
	setPath(name: string, path: string): void {
		if (!path.startsWith('/') && !/^[A-Z]:\\/.test(path)) throw new Error('Path must be absolute');
		if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`);
		paths.set(name, path);
	}
	enableSandbox(): void {
		beforeReadyOnly('app.enableSandbox()');
	}
	disableHardwareAcceleration(): void {
		beforeReadyOnly('app.disableHardwareAcceleration()');
	}

	/** Real between processes: the lock is a socket. The answer must be there at once, so a child asks for it. */
	requestSingleInstanceLock(handedOn: unknown = null): boolean {
		if (lock) return true;
		const path = lockPath();
		const isHeld = askHolder(path, { argv: process.argv, cwd: process.cwd(), handedOn });
		if (isHeld) return false;
		rmSync(path, { force: true });
		lock = createServer((socket) => {
			let text = '';
			socket.on('data', (chunk) => {
				text += chunk;
			});
			socket.on('end', () => {
				const { argv, cwd, handedOn: data } = JSON.parse(text);
				const tell = () => this.emit('second-instance', {}, argv, cwd, data);
				if (state.isReady) tell();
				else void ready.then(tell);
			});
		}).listen(path);
		lock.unref();
		return true;
	}

	quit(): void {
		if (state.isQuitting) return;
		state.isQuitting = true;
		if (!emitPreventable(this, 'before-quit', {})) {
			state.isQuitting = false;
			return;
		}
		if (!windowsOfApp.closeAll()) {
			state.isQuitting = false;
			return;
		}
		// Windows are gone before will-quit; window-all-closed is not told while quitting.
		setImmediate(() => {
			if (!emitPreventable(this, 'will-quit', {})) {
				state.isQuitting = false;
				return;
			}
			this.exit(Number(process.exitCode ?? 0));
		});
	}
	exit(code = 0): void {
		this.emit('quit', {}, code);
		windowsOfApp.end();
		exitHook();
		process.exit(code);
	}
	focus(): void {}
}

export const app = strict('app', new App());

/** Tells that all stands; called once, after the entry has been imported. */
export function becomeReady(): void {
	state.isReady = true;
	app.emit('will-finish-launching', {});
	app.emit('ready', {}, {});
	resolveReady();
}

/** Hands a second start over to the holder of the lock; false when nobody holds it. */
function askHolder(path: string, message: object): boolean {
	const flag = new Int32Array(new SharedArrayBuffer(4));
	const { Worker } = process.getBuiltinModule('node:worker_threads');
	const worker = new Worker(
		`const { workerData: { flag, path, text } } = require('node:worker_threads');
		const done = (value) => { Atomics.store(flag, 0, value); Atomics.notify(flag, 0); };
		const socket = require('node:net').createConnection(path);
		socket.on('error', () => done(1));
		socket.on('connect', () => socket.end(text, () => done(2)));`,
		{ eval: true, execArgv: [], workerData: { flag, path, text: JSON.stringify(message) } },
	);
	worker.unref();
	Atomics.wait(flag, 0, 0, 5_000);
	return Atomics.load(flag, 0) === 2;
}
