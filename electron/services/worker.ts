// Entry of the data worker: runs the services off the host's main thread and answers its messages.
// Holds no logic of its own.

import { parentPort, workerData } from 'node:worker_threads';
import { createServices } from './create-services.ts';
import { describeForLog, failureReply } from './dispatch.ts';
import type { Services, ServicesOptions } from './services.ts';
import type { WorkerMessage, WorkerRequest } from './worker-protocol.ts';

const port = parentPort;
if (!port) throw new Error('worker.ts runs only as a worker');
const encoder = new TextEncoder();

function post(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
	port?.postMessage(message, transfer);
}

function logLine(line: string): void {
	post({ type: 'log', line });
}

// The log is the host's: what a worker writes to its own console goes past it, and is lost where there is no console.
console.error = (...parts: unknown[]) =>
	logLine(parts.map((part) => (typeof part === 'string' ? part : describeForLog(part))).join(' '));

async function answer(services: Services, request: WorkerRequest): Promise<void> {
	const { id } = request;
	switch (request.type) {
		case 'call': {
			const reply = await services.dispatch(request.method, request.input);
			const json = encoder.encode(JSON.stringify(reply));
			post({ type: 'reply', id, json }, [json.buffer]);
			return;
		}
		case 'layer': {
			const layer = await services.getLayer(request.name);
			// One copy, because the services may keep theirs; the copy itself is handed over.
			const body = layer ? new Uint8Array(layer.body) : null;
			post({ type: 'layer', id, layer: layer && body ? { ...layer, body } : null }, body ? [body.buffer] : []);
			return;
		}
		case 'register': {
			const reference = await services.registerFile(request.path, request.fileName, request.isTemporary);
			post({ type: 'registered', id, reference });
			return;
		}
		case 'close': {
			await services.close();
			post({ type: 'closed', id });
			port?.close();
		}
	}
}

try {
	const services = await createServices(workerData as ServicesOptions);
	services.onNotice((notice) => post({ type: 'notice', notice }));
	port.on('message', (request: WorkerRequest) => {
		answer(services, request).catch((error: unknown) => {
			post({ type: 'failed', id: request.id, failure: failureReply(error, request.type, logLine) });
		});
	});
	post({ type: 'ready' });
} catch (error) {
	post({ type: 'startFailed', failure: failureReply(error, 'start', logLine) });
	port.close();
}
