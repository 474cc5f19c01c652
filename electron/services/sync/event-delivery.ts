// What one merged file of events means over time: events that vanished, came back, were opened again or corrected late,
// and a month that was issued again. After the merge, in the same transaction.

import { dateFromDay, dayFromDate, dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { AbsenceMark } from '../cache/absence.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import {
	countEventMoves,
	countKnownStaged,
	countPackedDays,
	judgeEventAbsence,
	stagedSpan,
	withdrawEvents,
} from '../cache/event-delivery.ts';
import type { MergeOutcome } from '../cache/event-merge.ts';
import type { Finding } from '../exports/record-blocks.ts';
import { type Delivery, judgingAsOf } from './delivery.ts';
import type { MergeCounts } from './import-scope.ts';

/** A month is issued again when the file holds this share of what is stored of it, and nothing else. */
const REISSUED_SHARE = 0.8;

function finding(code: string, count: number): Finding[] {
	return count > 0 ? [{ code, count, params: {} }] : [];
}

/** Judges what vanished from a full export and tells what was out of the ordinary. */
export function finishDelivery(
	db: WritableDb,
	mark: AbsenceMark,
	delivery: Delivery,
	outcome: MergeOutcome,
): Pick<MergeCounts, 'vanished' | 'judged' | 'findings'> {
	const { returned, reopened, late } = countEventMoves(db, mark.batchId, mark.asOfS);
	const findings = [
		...finding('W_RETURNED', returned),
		...finding('W_REOPENED', reopened),
		...finding('W_LATE_CORRECTION', late),
		...findReissue(db, mark.asOfS, outcome),
	];
	if (!delivery.isFull || delivery.isCapped) return { vanished: 0, judged: 0, findings };
	const { judged, vanished, withdrawn } = judgeEventAbsence(
		db,
		{ ...mark, asOfS: judgingAsOf(db, mark, delivery, outcome.older) },
		delivery,
	);
	if (withdrawn > 0) withdrawEvents(db, mark.batchId);
	findings.push(...finding('W_VANISHED', vanished - withdrawn), ...finding('W_WITHDRAWN', withdrawn));
	return { vanished, judged, findings };
}

/** A past month, whole, in a file of its own. */
function findReissue(db: WritableDb, asOfS: number, outcome: MergeOutcome): Finding[] {
	const span = stagedSpan(db);
	if (!span) return [];
	const { year, month } = dateFromDay(dayOf(span.firstS));
	const firstDay = dayFromDate(year, month, 1);
	const nextMonth = dayFromDate(year, month + 1, 1);
	if (span.lastS >= startOfDay(nextMonth) || asOfS < startOfDay(nextMonth)) return [];
	const stored = countPackedDays(db, firstDay, nextMonth - 1);
	const known = countKnownStaged(db, startOfDay(firstDay), startOfDay(nextMonth) - 1);
	const isAllThereIs = stored === countPackedDays(db, -1, Number.MAX_SAFE_INTEGER);
	if (isAllThereIs || known < REISSUED_SHARE * stored) return [];
	const params = {
		month: `${year}-${String(month).padStart(2, '0')}`,
		known,
		updated: outcome.updated,
		inserted: outcome.inserted,
		missing: Math.max(0, stored - known),
	};
	return [{ code: 'W_REISSUED', count: known, params }];
}
