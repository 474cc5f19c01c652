// What an import says about one file, and the ways in which it ends without writing. Words only, no database.

import type { z } from 'zod';
import type { BatchReport as BatchReportSchema, RowCounts } from '../../../shared/contract/schemas/imports.ts';
import { formatImportMessage } from '../../../shared/domain/import-messages.ts';
import { isEqualTotal } from '../exports/control-totals.ts';
import type { ControlTotal, ExportRefusal, Finding } from '../exports/record-blocks.ts';

/** What became of one file. */
export type BatchReport = z.infer<typeof BatchReportSchema>;
/** Rows by what became of them. */
export type Counts = z.infer<typeof RowCounts>;

/** No row was looked at. */
export const NO_ROWS: Counts = {
	read: 0,
	inserted: 0,
	updated: 0,
	unchanged: 0,
	folded: 0,
	quarantined: 0,
	vanished: 0,
};

/** Thrown inside the transaction to end it without writing; carries the finished report. */
export class NothingWritten extends Error {
	readonly report: BatchReport;
	constructor(report: BatchReport) {
		super('nothing written');
		this.report = report;
	}
}

/** Warnings in words. */
export function wordFindings(findings: readonly Finding[]): BatchReport['warnings'] {
	return findings.map(({ code, count, params }) => ({
		code,
		count,
		message: formatImportMessage(code, { ...params, count }, 'zh').text,
		messageEn: formatImportMessage(code, { ...params, count }, 'en').text,
	}));
}

/** Totals of a sheet for a report; those that differ first. */
export function reportTotals(totals: readonly ControlTotal[]): BatchReport['controlTotals'] {
	return totals
		.map(({ rowNo, ...total }) => ({ row: rowNo, ...total, isEqual: isEqualTotal(total.stated, total.counted) }))
		.sort((one, other) => Number(one.isEqual) - Number(other.isEqual));
}

/** The report of a file that was not taken; `sha256` when it was read to its end. */
export function refusedReport(refusal: ExportRefusal, sha256: string | null, isInFolder: boolean): BatchReport {
	const zh = formatImportMessage(refusal.code, refusal.params, 'zh');
	const en = formatImportMessage(refusal.code, refusal.params, 'en');
	return {
		batchId: null,
		file: refusal.fileName,
		sha256,
		dataset: refusal.dataset,
		kind: refusal.kind,
		encoding: refusal.encoding,
		mode: null,
		asOf: null,
		outcome: refusal.outcome === 'ignored' && !isInFolder ? 'refused' : refusal.outcome,
		rows: NO_ROWS,
		warnings: [],
		rejections: [],
		controlTotals: [],
		heldBy: null,
		message: `${zh.text}${zh.fix}`,
		messageEn: `${en.text} ${en.fix}`.trim(),
	};
}
