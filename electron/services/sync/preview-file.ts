// One file of a rehearsal: imports it into the copy and gathers what a person wants to know before the real import.

import type { z } from 'zod';
import type { FilePreview, PERSONAL_KINDS } from '../../../shared/contract/schemas/preview.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { listUnknownWordsOfBatch } from '../cache/dict-store.ts';
import { getProfileVersion } from '../cache/profile-store.ts';
import { listQuarantine } from '../cache/quarantine-queries.ts';
import { readSamples } from '../exports/sample-rows.ts';
import type { RunFile } from './find-files.ts';
import { type ImportContext, importFile } from './import-file.ts';
import type { ImportOptions } from './import-options.ts';
import { findFaults } from './preview-faults.ts';
import { dryRunSentence } from './report-sentences.ts';

export type PreviewOfFile = z.infer<typeof FilePreview>;

const MAX_SHOWN = 200;
/** Kinds of personal data by the code of the sentence that tells of them. */
const PERSONAL_KIND_OF: Readonly<Record<string, (typeof PERSONAL_KINDS)[number]>> = {
	W_PERSONAL_COLUMN: 'column',
	W_CUT_NAME: 'name',
	W_CUT_MOBILE: 'mobile',
	W_CUT_LANDLINE: 'landline',
	W_CUT_IDENTITY: 'identity',
	W_CUT_BANK_CARD: 'bankCard',
	W_CUT_PLATE: 'plate',
	W_CUT_ADDRESS: 'address',
	W_CUT_CONTACT: 'contact',
	W_SENSITIVE_TEXT: 'sensitiveText',
};

/** Rehearses a file in the copy that `ctx` holds; the copy then stands as after the import. */
export async function previewFile(ctx: ImportContext, file: RunFile, options: ImportOptions): Promise<PreviewOfFile> {
	const profile = options.profile ?? null;
	let report = await importFile(ctx, file, options);
	const isHeld = report.outcome === 'held';
	const { heldBy } = report;
	const heldReason = isHeld ? { zh: report.message, en: report.messageEn } : null;
	if (isHeld) report = await importFile(ctx, file, { ...options, acceptHeld: true });
	const { batchId } = report;
	const opened = await ctx.reader.open(file, profile);
	const isReadable = !('outcome' in opened);
	const samples = isReadable ? await readSamples(opened, profile) : { columns: [], fields: [] };
	const db: ReadableDb = ctx.cache.reader;
	const sentence = dryRunSentence(report.rows);
	const isCommitted = report.outcome === 'committed';
	return {
		report: isCommitted
			? { ...report, batchId: null, outcome: 'dryRun', message: sentence.zh, messageEn: sentence.en }
			: report,
		isHeld,
		heldBy,
		heldReason,
		profile:
			profile === null || !isReadable || opened.layout.mappingIndex === null
				? null
				: { name: profile.name, title: profile.title, version: getProfileVersion(db, profile.name) },
		...samples,
		quarantine: batchId === null ? [] : listQuarantine(db, batchId, MAX_SHOWN).rows,
		personal: report.warnings.flatMap(({ code, count }) => {
			const kind = PERSONAL_KIND_OF[code];
			return kind === undefined ? [] : [{ kind, count }];
		}),
		unknownWords: batchId === null ? [] : listUnknownWordsOfBatch(db, batchId, MAX_SHOWN),
		faults:
			batchId === null || report.dataset === null
				? []
				: findFaults({ db, batchId, dataset: report.dataset, asOfS: parseIso(report.asOf ?? '') ?? ctx.nowS() }),
	};
}
