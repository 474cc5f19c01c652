// Finishes one file of a ledger: merge, then what vanished from a full one. The rules are those of events.

import type { AbsenceMark } from '../cache/absence.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import { noteReturnedRows, withdrawLedgerRows } from '../cache/ledger-delivery.ts';
import {
	type LedgerMark,
	type LedgerMergeOutcome,
	type LedgerTable,
	mergeStagedLedger,
} from '../cache/ledger-merge.ts';
import type { Finding } from '../exports/record-blocks.ts';
import { type Delivery, judgingAsOf } from './delivery.ts';
import type { MergeCounts } from './import-scope.ts';
import { relocateEverything } from './relocate-events.ts';

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
	const counts = judgeVanished(db, whole, outcome, delivery);
	// Which grids stood on which day decides where events of that day count.
	if (table.name === 'grid_lineage') relocateEverything(db, false);
	return counts;
}

function judgeVanished(
	db: WritableDb,
	whole: AbsenceMark,
	outcome: LedgerMergeOutcome,
	delivery: Delivery,
): MergeCounts {
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
