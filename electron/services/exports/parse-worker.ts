// Entry of the parse worker: reads one export and sends its blocks, a few ahead of what has been taken.
// Must not open the cache.

import { parentPort, workerData } from 'node:worker_threads';
import { type PackedBlock, packBlock } from './block-transfer.ts';
import { ColumnStock } from './column-stock.ts';
import { type ReadContext, readExport } from './read-export.ts';
import type { ExportPlan, ExportSummary } from './record-blocks.ts';

export type ParseMessage =
	| { kind: 'block'; block: PackedBlock }
	| { kind: 'end'; summary: ExportSummary }
	| { kind: 'failed'; message: string };

/** Blocks that may be on the way without having been taken. */
const AHEAD = 4;

if (parentPort) {
	const port = parentPort;
	const { plan, context } = workerData as { plan: ExportPlan; context: Omit<ReadContext, 'signal' | 'stock'> };
	const stock = new ColumnStock();
	let credit = AHEAD;
	let wake: (() => void) | null = null;
	port.on('message', (pieces: ArrayBuffer[]) => {
		stock.giveBack(pieces);
		credit++;
		wake?.();
	});
	const send = async (): Promise<void> => {
		const blocks = readExport(plan, { ...context, stock });
		while (true) {
			const next = await blocks.next();
			if (next.done) {
				port.postMessage({ kind: 'end', summary: next.value } satisfies ParseMessage);
				return;
			}
			while (credit === 0) {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
			credit--;
			const { packed, transfer } = packBlock(next.value);
			port.postMessage({ kind: 'block', block: packed } satisfies ParseMessage, transfer);
		}
	};
	send()
		.catch((error: unknown) => {
			port.postMessage({
				kind: 'failed',
				message: error instanceof Error ? error.message : String(error),
			} satisfies ParseMessage);
		})
		.finally(() => port.close());
}
