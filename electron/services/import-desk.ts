// The importing side of the services: references of files, runs, undo and retry on the district's own cache.

import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import { GridHelmError } from '../../shared/contract/errors.ts';
import type { Batch } from '../../shared/contract/schemas/imports.ts';
import type { StoredProfile } from '../../shared/contract/schemas/preview.ts';
import { parseIso } from '../../shared/domain/shanghai-time.ts';
import type { Cache } from './cache/open-cache.ts';
import { getProfileJson } from './cache/profile-store.ts';
import { loadProfile, type MappingProfile, parseProfile } from './exports/mapping-profile.ts';
import { ProfileError } from './exports/profile-error.ts';
import { openSettingsDesk, type SettingsDesk } from './settings/settings-desk.ts';
import { coordinatesOf } from './sync/coordinate-try.ts';
import { exportReader } from './sync/export-reader.ts';
import type { ImportFile } from './sync/import-file.ts';
import { createImportRuns, type ImportRuns } from './sync/import-run.ts';
import { createPreviewRuns, type PreviewRuns } from './sync/preview-run.ts';
import { findRetry } from './sync/retry-quarantine.ts';
import { saveProfile } from './sync/saved-profiles.ts';
import { undoBatch } from './sync/undo-batch.ts';

/** A file that a run may still need, under the reference that the host was given. */
export interface ImportDesk {
	readonly cache: Cache;
	readonly settings: SettingsDesk;
	nowS(): number;
	/** Tells everybody that something was settled, and gives its answer back. */
	settled<T>(answer: T): T;
	readonly runs: ImportRuns;
	registerFile(path: string, fileName: string, isTemporary: boolean): string;
	/** Gives a file to something that is no run, and forgets it. @throws GridHelmError E_GONE */
	useFile<T>(reference: string, use: (file: ImportFile) => Promise<T>): Promise<T>;
	startRun(input: ParsedInput<'imports.startRun'>): Promise<{ runId: number }>;
	/** Rehearses an import; the cache itself is not written. */
	startPreview(input: ParsedInput<'imports.previewRun'>): Promise<{ previewId: number }>;
	readonly previews: PreviewRuns;
	/** Forgets files that were handed over and will not be imported. */
	dropFiles(references: readonly string[]): void;
	/** Keeps a profile under its name as a new version. @throws GridHelmError E_INPUT naming the fault */
	saveProfile(input: ParsedInput<'imports.saveProfile'>): z.infer<typeof StoredProfile>;
	undo(batchId: number): z.infer<typeof Batch>;
	retry(batchId: number): Promise<{ runId: number }>;
	/** Cancels a run under way and waits until nothing of it is left. */
	close(): Promise<void>;
}

export interface ImportDeskHooks {
	/** Something was committed or undone; `isEvents` when it holds events. */
	onChanged(isEvents: boolean): void;
	onProgress(runId: number): void;
	onPreviewProgress(previewId: number): void;
	nowS(): number;
}

/** The desk of one cache. */
export function openImportDesk(cache: Cache, hooks: ImportDeskHooks): ImportDesk {
	const settings = openSettingsDesk(cache);
	const files = new Map<string, ImportFile>();
	let lastReference = 0;
	let lastRunId = 0;
	const runs = createImportRuns(
		{ cache, reader: exportReader, nowS: hooks.nowS },
		{
			onProgress: (state) => hooks.onProgress(state.runId),
			onCommitted: (report) => hooks.onChanged(report.dataset === 'event'),
			onEnded: (state) => hooks.onProgress(state.runId),
		},
	);

	const previews = createPreviewRuns({ cache, reader: exportReader, nowS: hooks.nowS }, hooks.onPreviewProgress);

	const waiting = new Set<ImportFile>();
	function forget(file: ImportFile): void {
		waiting.delete(file);
		if (!file.isTemporary) return;
		rmSync(file.path, { force: true });
		if (file.rowNumbers) rmSync(dirname(file.path), { recursive: true, force: true });
	}

	function start(named: readonly ImportFile[], options: Parameters<ImportRuns['start']>[1]): { runId: number } {
		const runId = runs.start(named, options);
		lastRunId = runId;
		void runs.whenEnded(runId).then(() => {
			const { reports } = runs.get(runId);
			// A held file is asked about, and may be imported all the same.
			if (reports.some(({ outcome }) => outcome === 'held')) for (const file of named) waiting.add(file);
			else for (const file of named) forget(file);
		});
		return { runId };
	}

	function requireFile(reference: string): ImportFile {
		const file = files.get(reference);
		if (!file) throw new GridHelmError('E_GONE', '所选文件已失效，请重新选择。', { reference });
		return file;
	}

	async function chooseProfile(nameOrReference: string): Promise<MappingProfile> {
		const json = getProfileJson(cache.reader, nameOrReference);
		if (json !== null) return parseProfile(JSON.parse(json), nameOrReference);
		const file = requireFile(nameOrReference);
		try {
			return await loadProfile(file.path);
		} catch (error) {
			if (!(error instanceof ProfileError)) throw error;
			throw new GridHelmError('E_FILE', `映射方案不能使用：${error.zh}。`, {
				problem: error.message,
			});
		}
	}

	return {
		cache,
		settings,
		nowS: hooks.nowS,
		settled(answer) {
			hooks.onChanged(true);
			return answer;
		},
		runs,
		registerFile(path, fileName, isTemporary) {
			lastReference += 1;
			const reference = `file-${lastReference}`;
			files.set(reference, { path, fileName, isTemporary });
			return reference;
		},
		async useFile(reference, use) {
			const file = requireFile(reference);
			try {
				return await use(file);
			} finally {
				files.delete(reference);
				forget(file);
			}
		},
		async startRun(input) {
			const named = input.files.map(requireFile);
			const profile = input.profile === null ? null : await chooseProfile(input.profile);
			return start(named, {
				profile,
				mode: input.mode,
				asOfS: input.asOf === null ? null : parseIso(input.asOf),
				acceptHeld: input.acceptHeld,
				coordinates: coordinatesOf(input.coordinates),
				dryRun: input.dryRun,
			});
		},
		previews,
		async startPreview(input) {
			const named = input.files.map(requireFile);
			const profile = input.profile === null ? null : await chooseProfile(input.profile);
			return {
				previewId: previews.start(named, {
					profile,
					mode: input.mode,
					asOfS: input.asOf === null ? null : parseIso(input.asOf),
					coordinates: coordinatesOf(input.coordinates),
				}),
			};
		},
		dropFiles(references) {
			for (const reference of references) {
				const file = files.get(reference);
				if (file) forget(file);
				files.delete(reference);
			}
		},
		saveProfile: (input) => saveProfile(cache, input.json, input.isRemembered, hooks.nowS()),
		undo(batchId) {
			const batch = undoBatch(cache, batchId, hooks.nowS());
			hooks.onChanged(batch.dataset === 'event');
			return batch;
		},
		async retry(batchId) {
			const { file, options } = await findRetry(cache.reader, batchId);
			try {
				return start([file], options);
			} catch (error) {
				forget(file);
				throw error;
			}
		},
		async close() {
			await previews.close();
			if (runs.isRunning) runs.cancel(lastRunId);
			if (lastRunId > 0) await runs.whenEnded(lastRunId);
			for (const file of [...waiting]) forget(file);
		},
	};
}
