// The host's side of the data worker: starts it, forwards calls and notices, restarts it once after a crash.
// Holds no data; a call that a crash cuts off fails with a sentence, it is never repeated by itself.

import { Worker } from 'node:worker_threads';
import { GridHelmError, type Reply } from '../../shared/contract/errors.ts';
import type { Notice } from '../../shared/contract/notices.ts';
import { type Failure, failureReply } from './dispatch.ts';
import type { LayerFile, Services, ServicesOptions } from './services.ts';
import type { WorkerMessage, WorkerRequest } from './worker-protocol.ts';

/** Services in a worker; `dispatchJson` gives the reply as JSON bytes, ready to be sent on. */
export interface WorkerServices extends Services {
	dispatchJson(method: string, input: unknown): Promise<Uint8Array<ArrayBuffer>>;
}

interface Pending {
	resolve(message: WorkerMessage): void;
	reject(error: GridHelmError): void;
}

/** A second crash within this time of a restart is reported instead of restarted again. */
const RESTART_WINDOW_MS = 600_000;
/** A run that does not end in this time is cut off; the transaction keeps the cache whole. */
const CLOSE_WAIT_MS = 15_000;

const CRASHED: Failure = {
	ok: false,
	code: 'E_INTERNAL',
	message: '数据服务意外停止，已自动重新启动；刚才的操作未完成，请再试一次。',
	details: { method: 'worker', restarted: true },
};
const STOPPED: Failure = {
	ok: false,
	code: 'E_INTERNAL',
	message: '数据服务反复停止，已不再自动重启；缓存未受影响，请重新启动程序。',
	details: { method: 'worker', restarted: false },
};
const CLOSED: Failure = { ok: false, code: 'E_GONE', message: '程序正在退出。', details: {} };

function defaultEntry(): URL {
	return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}

function toError(failure: Failure): GridHelmError {
	return new GridHelmError(failure.code, failure.message, failure.details);
}

class WorkerConnection implements WorkerServices {
	private readonly options: ServicesOptions;
	private readonly entry: URL;
	private worker: Worker | null = null;
	private ready: Promise<void> = Promise.resolve();
	private readonly pending = new Map<number, Pending>();
	private readonly listeners = new Set<(notice: Notice) => void>();
	private nextId = 1;
	private restartedAtMs = Number.NEGATIVE_INFINITY;
	private ended: Failure | null = null;

	constructor(options: ServicesOptions, entry: URL) {
		this.options = options;
		this.entry = entry;
	}

	/** Starts a worker; settles when its services stand or have refused to. */
	start(): Promise<void> {
		const worker = new Worker(this.entry, { workerData: this.options });
		this.worker = worker;
		this.ready = new Promise((resolve, reject) => {
			worker.on('message', (message: WorkerMessage) => {
				if (message.type === 'ready') resolve();
				else if (message.type === 'startFailed') {
					this.ended = message.failure;
					reject(toError(message.failure));
				} else this.receive(message);
			});
			worker.on('error', (error) => {
				console.error(`data worker: ${error.name}`);
			});
			worker.on('exit', () => {
				reject(toError(this.ended ?? STOPPED));
				if (this.worker === worker) this.recover();
			});
		});
		this.ready.catch(() => {});
		return this.ready;
	}

	private receive(message: WorkerMessage): void {
		if (message.type === 'notice') {
			this.notify(message.notice);
			return;
		}
		if (message.type === 'log') {
			console.error(message.line);
			return;
		}
		if (!('id' in message)) return;
		const waiting = this.pending.get(message.id);
		this.pending.delete(message.id);
		if (message.type === 'failed') waiting?.reject(toError(message.failure));
		else waiting?.resolve(message);
	}

	private notify(notice: Notice): void {
		for (const listener of this.listeners) listener(notice);
	}

	/** After an exit: fails what was under way; starts again once, else stays down and says so. */
	private recover(): void {
		this.worker = null;
		const mayRestart = this.ended === null && Date.now() - this.restartedAtMs > RESTART_WINDOW_MS;
		if (!mayRestart) this.ended ??= STOPPED;
		const failure = this.ended ?? CRASHED;
		for (const waiting of this.pending.values()) waiting.reject(toError(failure));
		this.pending.clear();
		if (!mayRestart) {
			if (failure !== CLOSED) this.notify({ topic: 'app.stateChanged' });
			return;
		}
		this.restartedAtMs = Date.now();
		this.start().then(
			() => this.notify({ topic: 'app.stateChanged' }),
			() => {},
		);
	}

	private async send<T extends WorkerMessage['type']>(
		make: (id: number) => WorkerRequest,
		type: T,
	): Promise<Extract<WorkerMessage, { type: T }>> {
		if (this.ended) throw toError(this.ended);
		await this.ready;
		const { worker } = this;
		if (!worker) throw toError(this.ended ?? CRASHED);
		const id = this.nextId++;
		const message = await new Promise<WorkerMessage>((resolve, reject) => {
			this.pending.set(id, { resolve, reject });
			worker.postMessage(make(id));
		});
		if (message.type !== type) throw toError(STOPPED);
		return message as Extract<WorkerMessage, { type: T }>;
	}

	async dispatchJson(method: string, input: unknown): Promise<Uint8Array<ArrayBuffer>> {
		try {
			return (await this.send((id) => ({ type: 'call', id, method, input }), 'reply')).json;
		} catch (error) {
			return new TextEncoder().encode(JSON.stringify(failureReply(error, method, (line) => console.error(line))));
		}
	}

	async dispatch(method: string, input: unknown): Promise<Reply<unknown>> {
		const json = await this.dispatchJson(method, input);
		return JSON.parse(new TextDecoder().decode(json)) as Reply<unknown>;
	}

	onNotice(listener: (notice: Notice) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	async getLayer(name: string): Promise<LayerFile | null> {
		return (await this.send((id) => ({ type: 'layer', id, name }), 'layer')).layer;
	}

	async registerFile(path: string, fileName: string, isTemporary: boolean): Promise<string> {
		const make = (id: number): WorkerRequest => ({ type: 'register', id, path, fileName, isTemporary });
		return (await this.send(make, 'registered')).reference;
	}

	async close(): Promise<void> {
		const { worker } = this;
		if (!worker || this.ended) return;
		const done = this.send((id) => ({ type: 'close', id }), 'closed').catch(() => {});
		this.ended = CLOSED;
		let timer: NodeJS.Timeout | undefined;
		const cut = new Promise<void>((resolve) => {
			timer = setTimeout(resolve, CLOSE_WAIT_MS);
		});
		await Promise.race([done, cut]);
		clearTimeout(timer);
		await worker.terminate();
	}
}

/**
 * Starts the services in a worker. Rejects with GridHelmError when they cannot open (newer, locked or corrupt cache).
 * @param entry module of the worker; another one only in tests
 */
export async function startWorkerServices(
	options: ServicesOptions,
	entry: URL = defaultEntry(),
): Promise<WorkerServices> {
	const connection = new WorkerConnection(options, entry);
	await connection.start();
	return connection;
}
