// Finishes one file of a ledger: merge, then what vanished from a full one. The rules are those of events.

import type { WritableDb } from '../cache/cache-db.ts';
import { noteReturnedRows, withdrawLedgerRows } from '../cache/ledger-delivery.ts';
import { type LedgerMark, type LedgerTable, mergeStagedLedger } from '../cache/ledger-merge.ts';
import type { Finding } from '../exports/record-blocks.ts';
import { type Delivery, judgingAsOf } from './delivery.ts';
import type { MergeCounts } from './import-scope.ts';

/** Merges the staged rows and judges what a full file lacks. */
export function finishLedger(
	db: WritableDb,
	table: LedgerTable,
	mark: LedgerMark & { sourceSystemId: number },
	asOfS: number,
	delivery: Delivery,
): MergeCounts {
	const whole = { batchId: mark.batchId, sourceSystemId: mark.sourceSystemId, dataset: table.name, asOfS };
	noteReturnedRows(db, whole);
	const outcome = mergeStagedLedger(db, table, mark, asOfS);
	// A quarantined row has no key to tell it by: a file with some does not say what vanished.
	if (!delivery.isFull || delivery.isCapped || delivery.rejected.size > 0) return { ...outcome, vanished: 0 };
	const { judged, vanished, withdrawn } = withdrawLedgerRows(db, {
		...whole,
		asOfS: judgingAsOf(db, whole, delivery, outcome.older),
	});
	const findings: Finding[] = [
		{ code: 'W_VANISHED', count: vanished - withdrawn, params: {} },
		{ code: 'W_WITHDRAWN', count: withdrawn, params: {} },
	];
	return { ...outcome, judged, vanished, findings: findings.filter(({ count }) => count > 0) };
}
