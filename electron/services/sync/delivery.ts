// What a file means beside the files before it (domain.md §6.1): full or increment, rows that vanished, an older file
// after a newer, columns that no longer come. Rules and words; the rows are the business of each dataset.

import type { Dataset } from '../../../shared/domain/codes.ts';
import { formatImportMessage } from '../../../shared/domain/import-messages.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { AbsenceMark } from '../cache/absence.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { fieldTitle } from '../exports/header-recogniser.ts';
import type { Finding, Rejection } from '../exports/record-blocks.ts';
import { normalizeEventId } from './event-id.ts';
import type { MergeCounts } from './import-scope.ts';
import type { Sentence } from './report-sentences.ts';

/** How one file is taken. */
export interface Delivery {
	isFull: boolean;
	/** The operator said so; else the rows showed it. */
	isForced: boolean;
	/** As many rows as systems cut off at: what is missing tells nothing. */
	isCapped: boolean;
	/** Its as-of was told by the operator, the file or its name; else it is only the latest instant in the rows. */
	isAsOfStated: boolean;
	/** Cells of quarantined rows; a row that was delivered and not taken has not vanished. */
	rejected: ReadonlySet<string>;
}

/** More than this share, or more than this many rows, vanishing hold a file. */
const VANISHED_SHARE = 0.02;
const VANISHED_ROWS = 50;

/** True when so much vanished that the operator must decide. */
export function isTooMuchVanished({ vanished, judged = 0 }: Pick<MergeCounts, 'vanished' | 'judged'>): boolean {
	return vanished > VANISHED_ROWS || vanished > VANISHED_SHARE * judged;
}

/** Words of a hold because of vanished rows. */
export function vanishedSentence({ vanished, judged = 0 }: Pick<MergeCounts, 'vanished' | 'judged'>): Sentence {
	const params = { count: vanished, judged, percent: ((100 * vanished) / Math.max(judged, 1)).toFixed(1) };
	const zh = formatImportMessage('E_VANISHED', params, 'zh');
	const en = formatImportMessage('E_VANISHED', params, 'en');
	return { zh: `${zh.text}${zh.fix}`, en: `${en.text} ${en.fix}` };
}

/** Collects the cells of quarantined rows, as event ids are written. */
export function collectCells(into: Set<string>, rejection: Rejection): void {
	for (const cell of Object.values(rejection.cells)) into.add(normalizeEventId(cell));
}

/**
 * The instant that a full file speaks of. Where only its rows tell, a file that is older in no row is as new as the
 * newest one, though its latest rows are missing; else it is an old file that came late.
 */
export function judgingAsOf(db: ReadableDb, mark: AbsenceMark, { isAsOfStated }: Delivery, older: number): number {
	if (isAsOfStated || older > 0) return mark.asOfS;
	return Math.max(mark.asOfS, earlierOf(db, mark.batchId, mark.dataset, mark.sourceSystemId)?.asOfS ?? 0);
}

interface EarlierBatch {
	asOfS: number | null;
	fields: string | null;
}

/** Newest as-of, and fields of the last batch, of one source and dataset; before this batch. */
function earlierOf(db: ReadableDb, batchId: number, dataset: string, sourceSystemId: number): EarlierBatch | undefined {
	return db
		.prepare<[string, number, number], EarlierBatch>(
			`SELECT max(as_of) OVER () AS asOfS, fields FROM batch
			WHERE dataset = ? AND source_system_id = ? AND batch_id <> ? AND undone_at IS NULL ORDER BY batch_id DESC LIMIT 1`,
		)
		.get(dataset, sourceSystemId, batchId);
}

interface DeliveredBatch {
	batchId: number;
	dataset: Dataset;
	sourceSystemId: number;
	asOfS: number;
	fields: readonly string[];
}

/** Everything that the operator should know of a file beside the files before it. */
export function findDelivery(
	db: ReadableDb,
	merged: MergeCounts,
	batch: DeliveredBatch,
	{ isFull, isCapped }: Delivery,
): Finding[] {
	return [
		...(isFull && isCapped ? [{ code: 'W_CAP_KEPT', count: 1, params: {} }] : []),
		...findRegression(db, merged, batch),
		...(merged.older > 0 ? [{ code: 'W_OLDER', count: merged.older, params: {} }] : []),
		...(merged.findings ?? []),
	];
}

/**
 * An older file after a newer, and columns that the file before still had; both only where the file speaks of records
 * that are known, for one source may deliver files of several kinds.
 */
function findRegression(
	db: ReadableDb,
	{ inserted, updated, unchanged }: MergeCounts,
	batch: DeliveredBatch,
): Finding[] {
	const earlier = earlierOf(db, batch.batchId, batch.dataset, batch.sourceSystemId);
	const known = updated + unchanged;
	if (!earlier || known === 0) return [];
	const findings: Finding[] = [];
	if (earlier.asOfS !== null && earlier.asOfS > batch.asOfS) {
		const params = { asOf: wallClock(batch.asOfS), newest: wallClock(earlier.asOfS) };
		findings.push({ code: 'W_OLDER_FILE', count: 1, params });
	}
	const before: unknown = earlier.fields === null ? [] : JSON.parse(earlier.fields);
	const gone = Array.isArray(before) ? before.map(String).filter((field) => !batch.fields.includes(field)) : [];
	if (gone.length > 0 && known >= inserted) {
		const columns = gone.slice(0, 8).map((field) => fieldTitle(batch.dataset, field));
		findings.push({ code: 'W_FEWER_COLUMNS', count: gone.length, params: { columns: columns.join('、') } });
	}
	return findings;
}

function wallClock(atS: number): string {
	return toIso(atS).slice(0, 16).replace('T', ' ');
}
