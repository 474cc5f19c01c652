// Stores layers of lines for orientation (roads, water): a whole layer replaces the one of its name, nothing is counted.

import { createHash } from 'node:crypto';
import { putOrientationLayer } from '../cache/batch-store.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import { bumpRevision } from '../cache/setting-queries.ts';
import type { ExportPlan, ExportSummary } from '../exports/record-blocks.ts';
import { type BatchReport, NO_ROWS, NothingWritten, wordFindings } from './import-report.ts';
import { ORIENTATION_STORED, UNCHANGED } from './report-sentences.ts';

/** Stores the layers of a file that was read to its end. Throws NothingWritten when they are there already, or in a dry run. */
export function storeOrientation(
	db: WritableDb,
	plan: ExportPlan,
	summary: ExportSummary,
	isDryRun: boolean,
): BatchReport {
	let isChanged = false;
	for (const layer of summary.orientation) {
		const sha256 = createHash('sha256').update(layer.geojson).digest('hex');
		isChanged = putOrientationLayer(db, layer.name, layer.geojson, sha256) || isChanged;
	}
	const outcome = !isChanged ? 'unchanged' : isDryRun ? 'dryRun' : 'committed';
	const sentence = isChanged ? ORIENTATION_STORED : UNCHANGED;
	const report: BatchReport = {
		batchId: null,
		file: plan.fileName,
		sha256: summary.sha256,
		dataset: null,
		kind: plan.kind,
		encoding: plan.encoding,
		mode: null,
		asOf: null,
		outcome,
		rows: NO_ROWS,
		warnings: wordFindings(summary.findings),
		rejections: [],
		controlTotals: [],
		heldBy: null,
		message: sentence.zh,
		messageEn: sentence.en,
	};
	if (outcome !== 'committed') throw new NothingWritten(report);
	bumpRevision(db);
	return report;
}
