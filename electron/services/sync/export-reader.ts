// Binds the import to exports/: a big file is parsed in a worker of its own beside the writer, a small one right here,
// where starting a worker would take longer than reading it.

import { openExport } from '../exports/open-export.ts';
import { readExportInWorker } from '../exports/parse-worker-client.ts';
import { readExport } from '../exports/read-export.ts';
import type { ExportPlan, ExportSummary, RecordBlock } from '../exports/record-blocks.ts';
import type { RunFile } from './find-files.ts';
import type { ExportReader, ImportFile } from './import-file.ts';
import { withRowOrigins } from './row-origins.ts';

/** About 0.1 s of parsing in blocks, which let queries in between; a worker takes longer than that to start. */
const SMALL_BYTES = 4_000_000;
/** A workbook is packed, about ten times. */
const SMALL_WORKBOOK_BYTES = SMALL_BYTES / 10;

/** Numbers that the rows of an opened made file have where they came from. */
const rowNumbersOf = new WeakMap<ExportPlan, readonly number[]>();

export const exportReader: ExportReader = {
	async open(file: ImportFile & Partial<Pick<RunFile, 'part'>>, profile) {
		const opened = await openExport(file.path, file.fileName, {
			...(profile ? { profile } : {}),
			...(file.part ? { part: file.part } : {}),
		});
		if (file.rowNumbers && !('outcome' in opened)) rowNumbersOf.set(opened, file.rowNumbers);
		return opened;
	},
	read(plan, context) {
		const isSmall = plan.byteSize <= (plan.kind === 'xlsx' ? SMALL_WORKBOOK_BYTES : SMALL_BYTES);
		const blocks = isSmall ? readExport(plan, context) : readExportInWorker(plan, context);
		const rowNumbers = rowNumbersOf.get(plan);
		return rowNumbers ? renumber(blocks, rowNumbers) : blocks;
	},
};

async function* renumber(
	blocks: AsyncGenerator<RecordBlock, ExportSummary>,
	rowNumbers: readonly number[],
): AsyncGenerator<RecordBlock, ExportSummary> {
	for (;;) {
		const step = await blocks.next();
		if (step.done) return step.value;
		yield withRowOrigins(step.value, rowNumbers);
	}
}
