// A data worker that does what its test asks for: answers, sends notices, crashes, or refuses to start.

import { parentPort, workerData } from 'node:worker_threads';
import type { ServicesOptions } from '../../../electron/services/services.ts';
import type { WorkerMessage, WorkerRequest } from '../../../electron/services/worker-protocol.ts';

const { cacheDir } = workerData as ServicesOptions;

function post(message: WorkerMessage): void {
	parentPort?.postMessage(message);
}

if (cacheDir === 'locked') {
	post({ type: 'startFailed', failure: { ok: false, code: 'E_CACHE_LOCKED', message: '占用。', details: {} } });
} else {
	post({ type: 'ready' });
	parentPort?.on('message', (request: WorkerRequest) => {
		const { id } = request;
		if (request.type === 'close') {
			post({ type: 'closed', id });
			parentPort?.close();
		} else if (request.type === 'layer') {
			post({ type: 'layer', id, layer: { body: new TextEncoder().encode(request.name), etag: 'e' } });
		} else if (request.type === 'register') {
			post({ type: 'registered', id, reference: request.fileName });
		} else if (request.method === 'crash') {
			throw new Error('planted');
		} else if (request.method === 'notice') {
			post({ type: 'notice', notice: { topic: 'data.changed', revision: 5 } });
		} else if (request.method !== 'hang') {
			post({ type: 'reply', id, json: new TextEncoder().encode(JSON.stringify({ ok: true, data: request.input })) });
		}
	});
}
