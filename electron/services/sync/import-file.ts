// One file from opening to its report, in one transaction: committed whole or nothing. Readers see the old data until
// the commit. Words the outcome; does not know where files come from.

import { rmSync } from 'node:fs';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { committedAsOf, completeBatch, insertBatch, nextBatchId, openQuarantine } from '../cache/batch-store.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import { openDictStore } from '../cache/dict-store.ts';
import { type Cache, cacheFailure } from '../cache/open-cache.ts';
import { putProfile } from '../cache/profile-store.ts';
import { bumpRevision } from '../cache/setting-queries.ts';
import type { CoordinatePlan } from '../exports/coordinates/coordinate-columns.ts';
import type { MappingProfile } from '../exports/mapping-profile.ts';
import type { ReadContext } from '../exports/read-export.ts';
import type { ExportPlan, ExportRefusal, ExportSummary, RecordBlock } from '../exports/record-blocks.ts';
import { AsOfFinder } from './as-of-finder.ts';
import { noteCoordinates, openCoordinateInquiry } from './coordinate-inquiry.ts';
import {
	type CoordinateTry,
	EARLY_POINTS,
	hasCoordinates,
	isSameCoordinates,
	OtherCoordinates,
	statedCoordinates,
} from './coordinate-try.ts';
import { collectCells, type Delivery, findDelivery, isTooMuchVanished, vanishedSentence } from './delivery.ts';
import type { ImportOptions } from './import-options.ts';
import {
	type BatchReport,
	type Counts,
	NO_ROWS,
	NothingWritten,
	refusedReport,
	reportTotals,
	wordFindings,
} from './import-report.ts';
import type { MergeCounts } from './import-scope.ts';
import { storeOrientation } from './orientation-import.ts';
import { findPlausibleBox } from './plausible-box.ts';
import { RejectionTally } from './rejection-tally.ts';
import {
	COORDINATES_HELD,
	committedSentence,
	dryRunSentence,
	heldSentence,
	type Sentence,
	UNCHANGED,
} from './report-sentences.ts';
import { startDataset } from './start-dataset.ts';

/** Reading side, bound to exports/; tests may bind their own blocks. */
export interface ExportReader {
	open(file: ImportFile, profile: MappingProfile | null): Promise<ExportPlan | ExportRefusal>;
	/** Ends with the summary as the return value. */
	read(plan: ExportPlan, context: ReadContext): AsyncGenerator<RecordBlock, ExportSummary>;
}

export interface ImportContext {
	cache: Cache;
	reader: ExportReader;
	/** The clock, epoch seconds. */
	nowS: () => number;
}

export interface ImportFile {
	path: string;
	/** Name shown to people; never a path. */
	fileName: string;
	/** The file goes away after the import, so that it cannot be read again. */
	isTemporary: boolean;
	/** Of a file made from rows of another: the numbers they have there, in order. */
	rowNumbers?: readonly number[];
}

/** Who says the system of the coordinates says it for good. */
function statedBy({ coordinates, profile }: ImportOptions): CoordinatePlan | null {
	return coordinates ?? statedCoordinates(profile ?? null);
}

function isRefusal(opened: ExportPlan | ExportRefusal): opened is ExportRefusal {
	return 'outcome' in opened;
}

/** Lets queries and cancel requests in between two blocks. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Imports one file. Faults of the file come back as a report (refused, held, ignored); throws GridHelmError for the
 * cache itself (read-only, locked, busy) and an AbortError when the signal ends it. Whatever happens, either all of
 * the file is in the cache or nothing of it.
 */
export async function importFile(
	ctx: ImportContext,
	file: ImportFile,
	options: ImportOptions = {},
): Promise<BatchReport> {
	const db = ctx.cache.writer;
	if (!db) {
		throw new GridHelmError('E_CACHE_READ_ONLY', '缓存不可写，未作任何改动；请检查缓存文件夹的权限，或换一个文件夹。');
	}
	if (db.inTransaction) throw new GridHelmError('E_BUSY', '另一项导入正在进行，请等它结束后再试。');
	const opened = await ctx.reader.open(file, options.profile ?? null);
	if (isRefusal(opened)) return refusedReport(opened, null, options.isInFolder ?? false);
	return takeFile(ctx, db, opened, file, options, { plan: statedBy(options), triesLeft: 3 });
}

/** Takes a file that was opened; begins anew when its rows tell of another coordinate system than it was read by. */
async function takeFile(
	ctx: ImportContext,
	db: WritableDb,
	opened: ExportPlan,
	file: ImportFile,
	options: ImportOptions,
	coordinates: CoordinateTry,
): Promise<BatchReport> {
	const { stagingPath } = ctx.cache;
	let again: CoordinatePlan | null;
	try {
		db.prepare('ATTACH ? AS staging').run(stagingPath);
		db.exec('PRAGMA staging.journal_mode = MEMORY; PRAGMA staging.synchronous = OFF; BEGIN IMMEDIATE');
		const report = await writeFile(ctx, db, opened, file, options, coordinates);
		db.exec('COMMIT');
		return report;
	} catch (error) {
		if (error instanceof NothingWritten) return error.report;
		if (!(error instanceof OtherCoordinates)) throw cacheFailure(error);
		again = error.plan;
	} finally {
		if (db.inTransaction) db.exec('ROLLBACK');
		if (db.prepare("SELECT 1 FROM pragma_database_list WHERE name = 'staging'").get()) db.exec('DETACH staging');
		rmSync(stagingPath, { force: true });
	}
	return takeFile(ctx, db, opened, file, options, { plan: again, triesLeft: coordinates.triesLeft - 1 });
}

async function writeFile(
	ctx: ImportContext,
	db: WritableDb,
	plan: ExportPlan,
	file: ImportFile,
	options: ImportOptions,
	coordinates: CoordinateTry,
): Promise<BatchReport> {
	const blocks = ctx.reader.read(plan, {
		profile: options.profile ?? null,
		plausibleBox: findPlausibleBox(db),
		coordinates: coordinates.plan,
		...(options.signal ? { signal: options.signal } : {}),
	});
	const isInFolder = options.isInFolder ?? false;
	if (plan.dataset === null) {
		const summary = await takeBlocks(blocks, options, () => {});
		if (summary.refusal) throw new NothingWritten(refusedReport(summary.refusal, summary.sha256, isInFolder));
		return storeOrientation(db, plan, summary, options.dryRun ?? false);
	}
	const batchId = nextBatchId(db);
	const dict = openDictStore(db, batchId);
	const sourceSystemId = dict.idOf('sourceSystem', plan.sourceSystem, plan.sourceSystem);
	insertBatch(db, batchId, sourceSystemId, {
		fileName: plan.fileName,
		byteSize: plan.byteSize,
		dataset: plan.dataset,
		kind: plan.kind,
		encoding: plan.encoding,
		mode: 'increment',
		profile: plan.profile,
		sourcePath: file.isTemporary ? null : file.path,
		headers: plan.layout.headers,
		correctionOf: options.correctionOf ?? null,
		committedAtS: ctx.nowS(),
	});
	const target = startDataset(plan.dataset, {
		db,
		batchId,
		sourceSystemId,
		dict,
		fields: new Set(plan.fields),
		rootUnit: plan.rootUnit,
		createUnitsFromNames: plan.createUnitsFromNames,
	});
	const quarantine = openQuarantine(db, batchId);
	const tally = new RejectionTally();
	const rejected = new Set<string>();
	const asOf = new AsOfFinder(plan.fileTimeS);
	const isAsking = plan.dataset === 'event' && hasCoordinates(plan);
	const inquiry = isAsking ? openCoordinateInquiry(db, sourceSystemId, statedBy(options)) : null;
	let isFirstLook = true;
	const summary = await takeBlocks(blocks, options, (block) => {
		if (inquiry && block.dataset === 'event') {
			inquiry.take(block);
			if (isFirstLook && inquiry.size >= EARLY_POINTS) {
				isFirstLook = false;
				isSameCoordinates(inquiry.answer(), coordinates, true);
			}
		}
		target.take(block);
		asOf.take(block);
		for (const rejection of block.rejections) {
			tally.add(rejection);
			collectCells(rejected, rejection);
			quarantine(rejection);
		}
	});
	if (summary.refusal) throw new NothingWritten(refusedReport(summary.refusal, summary.sha256, isInFolder));
	const answer = inquiry?.answer() ?? null;
	const isAsked = answer !== null && (!isSameCoordinates(answer, coordinates) || answer.asked);
	const foundAsOfS = plan.asOfHintS ?? asOf.latestS ?? plan.fileTimeS;
	const asOfS = options.asOfS ?? Math.max(foundAsOfS, options.leastAsOfS ?? foundAsOfS);
	const mode = options.mode ?? (target.isWhole?.() ? 'full' : 'increment');
	const base = {
		file: plan.fileName,
		sha256: summary.sha256,
		dataset: plan.dataset,
		kind: plan.kind,
		encoding: plan.encoding,
		mode,
		asOf: toIso(asOfS),
		rejections: tally.list(),
		controlTotals: reportTotals(summary.controlTotals),
		heldBy: null,
	};
	const read = { ...NO_ROWS, read: summary.rowsRead, quarantined: tally.rowCount };
	const hold = (heldBy: BatchReport['heldBy'], sentence: Sentence, rows: Counts): NothingWritten =>
		new NothingWritten({
			...base,
			batchId: null,
			outcome: 'held',
			heldBy,
			rows,
			warnings: wordFindings(summary.findings),
			message: sentence.zh,
			messageEn: sentence.en,
		});
	options.onProgress?.({ stage: 'writing', rowsRead: read.read, fraction: 1 });
	await breathe();
	const isCapped = summary.findings.some(({ code }) => code === 'W_CAP');
	const delivery: Delivery = {
		isFull: mode === 'full',
		isForced: options.mode === 'full',
		isCapped,
		isAsOfStated: (options.asOfS ?? plan.asOfHintS) !== null,
		rejected,
	};
	const merged = target.finish(asOfS, delivery);
	const { inserted, updated, unchanged, folded, vanished } = merged;
	const rows: Counts = { ...read, inserted, updated, unchanged, folded, vanished };
	if (tally.isTooMuchOf(read.read) && !options.acceptHeld) throw hold('quarantined', heldSentence(rows), rows);
	if (isAsked && !options.acceptHeld) throw hold('coordinates', COORDINATES_HELD, rows);
	const identity = { batchId, dataset: plan.dataset, sourceSystemId, asOfS, fields: plan.fields };
	const warnings = wordFindings([
		...summary.findings,
		...(answer?.findings ?? []),
		...findDelivery(db, merged, identity, delivery),
	]);
	const finish = (outcome: BatchReport['outcome'], id: number | null, sentence: Sentence): BatchReport => ({
		...base,
		batchId: id,
		outcome,
		rows,
		warnings,
		message: sentence.zh,
		messageEn: sentence.en,
	});
	const before = committedAsOf(db, summary.sha256, plan.dataset);
	const isNewAsOf = options.asOfS !== undefined && options.asOfS !== null && before !== options.asOfS;
	if (before !== undefined && !isNewAsOf && isUnchanged(merged)) {
		throw new NothingWritten({ ...finish('unchanged', null, UNCHANGED), rows: { ...rows, vanished: 0 } });
	}
	if (isTooMuchVanished(merged) && !options.acceptHeld) throw hold('vanished', vanishedSentence(merged), rows);
	if (options.dryRun) throw new NothingWritten(finish('dryRun', null, dryRunSentence(rows)));
	completeBatch(db, batchId, {
		...rows,
		sha256: summary.sha256,
		mode,
		fields: plan.fields,
		asOfS,
		findings: { warnings, rejections: base.rejections },
	});
	if (answer) noteCoordinates(db, batchId, sourceSystemId, answer);
	if (options.profile) putProfile(db, options.profile.name, JSON.stringify(options.profile));
	options.settle?.(db, batchId);
	bumpRevision(db);
	return finish('committed', batchId, committedSentence(rows));
}

function isUnchanged(counts: MergeCounts): boolean {
	return counts.inserted === 0 && counts.updated === 0;
}

async function takeBlocks(
	blocks: AsyncGenerator<RecordBlock, ExportSummary>,
	options: ImportOptions,
	take: (block: RecordBlock) => void,
): Promise<ExportSummary> {
	try {
		for (;;) {
			const step = await blocks.next();
			options.signal?.throwIfAborted();
			if (step.done) return step.value;
			take(step.value);
			options.onProgress?.({ stage: 'reading', rowsRead: step.value.rowsRead, fraction: step.value.fraction });
			await breathe();
		}
	} finally {
		await blocks.return?.(undefined as never);
	}
}
