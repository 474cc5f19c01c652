// One import run over several files, one at a time in this process: progress, time left, cancel. Each file is its own
// transaction; a cancelled run leaves nothing of the file it was reading.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { ImportRun as ImportRunSchema } from '../../../shared/contract/schemas/imports.ts';
import { findFiles, orderFiles, type RunFile } from './find-files.ts';
import { type ImportContext, type ImportFile, importFile } from './import-file.ts';
import type { ImportOptions } from './import-options.ts';
import type { BatchReport } from './import-report.ts';
import { findRememberedProfile } from './preview-profile.ts';

export type RunState = z.infer<typeof ImportRunSchema>;
export type RunOptions = Omit<ImportOptions, 'isInFolder' | 'signal' | 'onProgress'>;

export interface RunHooks {
	/** Something about the run changed; at most a few times a second. */
	onProgress?: (state: RunState) => void;
	/** A file was committed. */
	onCommitted?: (report: BatchReport) => void;
	/** The run ended, however. */
	onEnded?: (state: RunState) => void;
}

const PROGRESS_MS = 200;
/** Finished runs whose state can still be asked for. */
const KEPT_RUNS = 20;

interface Run {
	state: RunState;
	abort: AbortController;
	ended: Promise<RunState>;
}

/** The runs of one cache. */
export interface ImportRuns {
	/** Starts a run and returns its number; throws E_BUSY while another is running. */
	start(files: readonly ImportFile[], options: RunOptions): number;
	/** True when the run was still going; it ends soon after, with nothing of its present file. */
	cancel(runId: number): boolean;
	/** Throws E_NOT_FOUND for an unknown or long finished run. */
	get(runId: number): RunState;
	/** Resolves when the run has ended; a failure is in its state. */
	whenEnded(runId: number): Promise<RunState>;
	readonly isRunning: boolean;
}

/** Bytes behind and ahead, for the time left over the whole run. */
class Pace {
	private readonly startedMs = performance.now();
	private doneBytes = 0;
	private readonly totalBytes: number;

	constructor(files: readonly RunFile[]) {
		this.totalBytes = files.reduce((sum, file) => sum + file.byteSize, 0);
	}

	finish(file: RunFile): void {
		this.doneBytes += file.byteSize;
	}

	secondsLeft(file: RunFile, fraction: number): number | null {
		const share = (this.doneBytes + file.byteSize * fraction) / Math.max(this.totalBytes, 1);
		const elapsedS = (performance.now() - this.startedMs) / 1000;
		if (share < 0.02 || elapsedS < 0.5) return null;
		return Math.max(0, Math.round((elapsedS / share) * (1 - share)));
	}
}

/** Keeps the runs of a cache. */
export function createImportRuns(ctx: ImportContext, hooks: RunHooks = {}): ImportRuns {
	const runs = new Map<number, Run>();
	let running: Run | null = null;
	let lastId = 0;

	async function work(run: Run, named: readonly ImportFile[], options: RunOptions): Promise<void> {
		const { state } = run;
		let toldMs = 0;
		const tell = (isUrgent: boolean): void => {
			const nowMs = performance.now();
			if (!isUrgent && nowMs - toldMs < PROGRESS_MS) return;
			toldMs = nowMs;
			hooks.onProgress?.(snapshotOf(state));
		};
		const files = await orderFiles(await findFiles(named), ctx.reader, options.profile ?? null);
		const pace = new Pace(files);
		state.fileCount = files.length;
		for (const [index, file] of files.entries()) {
			run.abort.signal.throwIfAborted();
			Object.assign(state, { file: file.fileName, fileIndex: index, stage: 'reading', rowsRead: 0, fraction: 0 });
			tell(true);
			const profile = options.profile ?? (await findRememberedProfile(ctx.cache.reader, ctx.reader, file));
			const report = await importFile(ctx, file, {
				...options,
				profile,
				isInFolder: file.isInFolder,
				signal: run.abort.signal,
				onProgress(progress) {
					const isNewStage = progress.stage !== state.stage;
					state.stage = progress.stage;
					state.rowsRead = progress.rowsRead;
					state.fraction = progress.fraction;
					state.secondsLeft = pace.secondsLeft(file, progress.fraction);
					tell(isNewStage);
				},
			});
			pace.finish(file);
			state.reports.push(report);
			if (report.outcome === 'committed') hooks.onCommitted?.(report);
		}
	}

	async function go(run: Run, files: readonly ImportFile[], options: RunOptions): Promise<RunState> {
		const { state } = run;
		try {
			await work(run, files, options);
			state.state = 'done';
		} catch (error) {
			state.state = run.abort.signal.aborted ? 'cancelled' : 'failed';
			if (state.state === 'failed') {
				state.failure = error instanceof GridHelmError ? error.message : '导入因内部错误中断，未作任何改动。';
				state.failureCode = error instanceof GridHelmError ? error.code : 'E_INTERNAL';
			}
			if (state.state === 'failed' && !(error instanceof GridHelmError)) console.error(error);
		}
		Object.assign(state, { stage: 'done', fraction: null, secondsLeft: null });
		running = null;
		hooks.onEnded?.(snapshotOf(state));
		return snapshotOf(state);
	}

	function find(runId: number): Run {
		const run = runs.get(runId);
		if (!run) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${runId} 的导入。`, { runId });
		return run;
	}

	return {
		get isRunning() {
			return running !== null;
		},
		start(files, options) {
			if (running) throw new GridHelmError('E_BUSY', '另一项导入正在进行，请等它结束后再试。');
			lastId += 1;
			const run: Run = {
				state: newState(lastId),
				abort: new AbortController(),
				ended: Promise.resolve(newState(lastId)),
			};
			running = run;
			runs.set(lastId, run);
			for (const old of [...runs.keys()].slice(0, -KEPT_RUNS)) runs.delete(old);
			run.ended = go(run, files, options);
			return lastId;
		},
		cancel(runId) {
			const run = find(runId);
			if (run !== running) return false;
			run.abort.abort();
			return true;
		},
		get: (runId) => snapshotOf(find(runId).state),
		whenEnded: (runId) => find(runId).ended,
	};
}

function newState(runId: number): RunState {
	return {
		runId,
		state: 'running',
		file: null,
		fileIndex: 0,
		fileCount: 0,
		stage: 'reading',
		rowsRead: 0,
		fraction: null,
		secondsLeft: null,
		reports: [],
		failure: null,
		failureCode: null,
	};
}

function snapshotOf(state: RunState): RunState {
	return { ...state, reports: [...state.reports] };
}
