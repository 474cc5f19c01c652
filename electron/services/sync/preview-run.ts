// Rehearsals: every file of a choice is imported into a throw-away copy of the cache, in the order a real import takes,
// and the figures of both are compared. The cache itself is never written; a cancelled rehearsal leaves nothing.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { Preview } from '../../../shared/contract/schemas/preview.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import { openRehearsalCache } from '../cache/rehearsal-cache.ts';
import { loadSnapshot } from '../cache/snapshot-queries.ts';
import { findFiles, orderFiles } from './find-files.ts';
import type { ImportContext, ImportFile } from './import-file.ts';
import type { ImportOptions } from './import-options.ts';
import { previewFile } from './preview-file.ts';
import { compareReadings, type Move } from './preview-moves.ts';
import { findRememberedProfile } from './preview-profile.ts';

export type PreviewState = z.infer<typeof Preview>;
export type PreviewOptions = Pick<ImportOptions, 'profile' | 'asOfS' | 'mode' | 'coordinates'>;

const PROGRESS_MS = 200;
const KEPT = 4;

/** The rehearsals of one cache, one at a time. */
export interface PreviewRuns {
	/** Throws E_BUSY while another is going. */
	start(files: readonly ImportFile[], options: PreviewOptions): number;
	/** Throws E_NOT_FOUND. */
	get(previewId: number): PreviewState;
	/** True when it was still going. */
	cancel(previewId: number): boolean;
	/** Ends what is going and waits until its copy is gone. */
	close(): Promise<void>;
}

interface Going {
	state: PreviewState;
	abort: AbortController;
	ended: Promise<void>;
}

function newState(previewId: number): PreviewState {
	return {
		previewId,
		state: 'running',
		file: null,
		fileIndex: 0,
		fileCount: 0,
		stage: 'copying',
		rowsRead: 0,
		fraction: 0,
		secondsLeft: null,
		files: [],
		moves: [],
		comparedCount: 0,
		failure: null,
		failureCode: null,
	};
}

/** Gives every move the fault of the data that explains it, where a file has one for that place. */
function explainMoves(moves: Move[], files: PreviewState['files']): Move[] {
	const faults = files.flatMap((file) => file.faults);
	return moves.map((move) => {
		const fault = faults.find(
			({ areas }) => areas.length === 0 || move.level === 'district' || areas.includes(move.area),
		);
		return fault ? { ...move, fault: fault.kind } : move;
	});
}

/** Keeps the rehearsals of a cache; `onProgress` is told a few times a second. */
export function createPreviewRuns(ctx: ImportContext, onProgress: (previewId: number) => void): PreviewRuns {
	const previews = new Map<number, Going>();
	let lastId = 0;
	let going: Going | null = null;

	async function work({ state, abort }: Going, named: readonly ImportFile[], options: PreviewOptions): Promise<void> {
		const startedMs = performance.now();
		let toldMs = 0;
		const tell = (isUrgent: boolean): void => {
			const nowMs = performance.now();
			if (!isUrgent && nowMs - toldMs < PROGRESS_MS) return;
			toldMs = nowMs;
			onProgress(state.previewId);
		};
		const files = await orderFiles(await findFiles(named), ctx.reader, options.profile ?? null);
		const totalBytes = Math.max(
			1,
			files.reduce((sum, { byteSize }) => sum + byteSize, 0),
		);
		let doneBytes = 0;
		state.fileCount = files.length;
		const copy = await openRehearsalCache(ctx.cache, (fraction) => {
			abort.signal.throwIfAborted();
			state.fraction = fraction;
			tell(false);
		});
		try {
			const before = loadSnapshot(copy.reader);
			const rehearsal: ImportContext = { ...ctx, cache: copy };
			for (const [index, file] of files.entries()) {
				abort.signal.throwIfAborted();
				Object.assign(state, { file: file.fileName, fileIndex: index, stage: 'reading', rowsRead: 0, fraction: 0 });
				tell(true);
				const profile = options.profile ?? (await findRememberedProfile(copy.reader, ctx.reader, file));
				state.files.push(
					await previewFile(rehearsal, file, {
						...options,
						profile,
						isInFolder: file.isInFolder,
						signal: abort.signal,
						onProgress({ stage, rowsRead, fraction }) {
							Object.assign(state, { stage, rowsRead, fraction });
							const share = (doneBytes + file.byteSize * fraction) / totalBytes;
							const elapsedS = (performance.now() - startedMs) / 1000;
							state.secondsLeft = share < 0.02 || elapsedS < 0.5 ? null : Math.round((elapsedS / share) * (1 - share));
							tell(false);
						},
					}),
				);
				doneBytes += file.byteSize;
			}
			Object.assign(state, { stage: 'comparing', fraction: null, secondsLeft: null });
			tell(true);
			await new Promise((resolve) => setImmediate(resolve));
			abort.signal.throwIfAborted();
			const after = loadSnapshot(copy.reader);
			const asOfs = state.files.flatMap(({ report }) => parseIso(report.asOf ?? '') ?? []);
			const atS = after.asOfS ?? (asOfs.length > 0 ? Math.max(...asOfs) : ctx.nowS());
			const { moves, comparedCount } = compareReadings(before, after, atS);
			Object.assign(state, { moves: explainMoves(moves, state.files), comparedCount });
		} finally {
			copy.close();
		}
	}

	async function go(run: Going, named: readonly ImportFile[], options: PreviewOptions): Promise<void> {
		const { state, abort } = run;
		try {
			await work(run, named, options);
			state.state = 'done';
		} catch (error) {
			state.state = abort.signal.aborted ? 'cancelled' : 'failed';
			if (state.state === 'failed') {
				state.failure = error instanceof GridHelmError ? error.message : '预演因内部错误中断，未作任何改动。';
				state.failureCode = error instanceof GridHelmError ? error.code : 'E_INTERNAL';
				if (!(error instanceof GridHelmError)) console.error(error);
			}
		}
		Object.assign(state, { stage: 'done', fraction: null, secondsLeft: null });
		going = null;
		onProgress(state.previewId);
	}

	function find(previewId: number): Going {
		const run = previews.get(previewId);
		if (!run) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${previewId} 的预演。`, { previewId });
		return run;
	}

	return {
		start(named, options) {
			if (going) throw new GridHelmError('E_BUSY', '另一项预演正在进行，请等它结束后再试。');
			lastId += 1;
			const run: Going = { state: newState(lastId), abort: new AbortController(), ended: Promise.resolve() };
			going = run;
			previews.set(lastId, run);
			for (const old of [...previews.keys()].slice(0, -KEPT)) previews.delete(old);
			run.ended = go(run, named, options);
			return lastId;
		},
		get: (previewId) => ({ ...find(previewId).state }),
		cancel(previewId) {
			const run = find(previewId);
			if (run !== going) return false;
			run.abort.abort();
			return true;
		},
		async close() {
			const run = going;
			run?.abort.abort();
			await run?.ended;
		},
	};
}
