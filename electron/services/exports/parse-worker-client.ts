// Runs readExport in a Worker of its own, so that parsing and writing go side by side. Same blocks, same summary.
// Must not hold more than a few blocks, and ends the worker whatever happens.

import { Worker } from 'node:worker_threads';
import { takeColumns, unpackBlock } from './block-transfer.ts';
import type { ParseMessage } from './parse-worker.ts';
import type { ReadContext } from './read-export.ts';
import type { ExportPlan, ExportSummary, RecordBlock } from './record-blocks.ts';

/** Young objects of a reader die with their block: more room for them is memory for nothing. */
const YOUNG_MB = 24;

/**
 * Like readExport, in a Worker; the arrays of a block are void once the next one is asked for. `signal` ends it with
 * the signal's reason; leaving the loop early ends it too.
 * @throws Error when the worker dies or fails for a reason that is no fault of the file
 */
export async function* readExportInWorker(
	plan: ExportPlan,
	context: ReadContext,
): AsyncGenerator<RecordBlock, ExportSummary> {
	const { signal, stock: _, ...plain } = context;
	signal?.throwIfAborted();
	const entry = new URL(import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js', import.meta.url);
	const worker = new Worker(entry, {
		workerData: { plan, context: plain },
		resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
	});
	const arrived: ParseMessage[] = [];
	let failure: Error | null = null;
	let wake: (() => void) | null = null;
	const onAbort = (): void => {
		failure = signal?.reason instanceof Error ? signal.reason : new Error('cancelled');
		wake?.();
	};
	worker.on('message', (message: ParseMessage) => {
		arrived.push(message);
		wake?.();
	});
	worker.on('error', (error) => {
		failure ??= error instanceof Error ? error : new Error(String(error));
		wake?.();
	});
	worker.on('exit', (code) => {
		if (arrived.at(-1)?.kind !== 'end') failure ??= new Error(`parse worker ended with ${code}`);
		wake?.();
	});
	signal?.addEventListener('abort', onAbort);
	try {
		while (true) {
			if (signal?.aborted) throw failure ?? new Error('cancelled');
			const message = arrived.shift();
			if (message === undefined) {
				if (failure) throw failure;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
				wake = null;
				continue;
			}
			if (message.kind === 'end') return message.summary;
			if (message.kind === 'failed') throw new Error(message.message);
			yield unpackBlock(message.block);
			const columns = takeColumns(message.block);
			worker.postMessage(columns, columns);
		}
	} finally {
		signal?.removeEventListener('abort', onAbort);
		await worker.terminate();
	}
}
