// Bringing exports in: the present run, batches, quarantine. Writes only through commands that a person asked for.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type ImportRun = MethodOutput<'imports.getRun'>;
export type BatchReport = ImportRun['reports'][number];
export type Batch = MethodOutput<'imports.listBatches'>['batches'][number];
export type Quarantine = MethodOutput<'imports.listQuarantine'>;
export type QuarantineRow = Quarantine['rows'][number];
export type CoordinateSystem = NonNullable<MethodInput<'imports.startRun'>['coordinates']>;
export type ReplacedRows = MethodOutput<'imports.listReplacedRows'>;
export type ProfileInfo = MethodOutput<'imports.listProfiles'>['profiles'][number];

export interface ImportsStoreState {
	run: ImportRun | null;
	/** Why the last start, cancel, retry or undo failed. */
	failure: ClientError | null;
	batches: Loadable<{ batches: Batch[] }>;
	quarantine: Loadable<Quarantine>;
	profiles: Loadable<{ profiles: ProfileInfo[] }>;
	/** Earlier rows that the batch last asked for replaced. */
	replaced: Loadable<ReplacedRows>;
	/** Batch whose quarantine is listed; null for all. */
	quarantineOf: number | null;
	loadPage(): void;
	showQuarantine(batchId: number | null): void;
	showReplaced(batchId: number): void;
	/** Starts with what the host already holds. */
	startImportOf(
		references: readonly string[],
		profile: string | null,
		acceptHeld?: boolean,
		coordinates?: CoordinateSystem | null,
	): Promise<void>;
	/** Imports the files of the last run all the same; those that it took come out unchanged. */
	acceptHeld(coordinates: CoordinateSystem | null): Promise<void>;
	cancelRun(): Promise<void>;
	undoBatch(batchId: number): Promise<boolean>;
	/** Keeps what was typed for a cell of a row set aside; null takes it back. False when that failed. */
	correctRow(quarantineId: number, column: string, text: string | null): Promise<boolean>;
	retryQuarantine(batchId: number): Promise<void>;
	/** The listed rows as a workbook for their sender; null when that failed. */
	exportQuarantine(language: 'zh' | 'en'): Promise<{ fileName: string; base64: string } | null>;
	/** Fetches the present run again; called on imports.progress. */
	refreshRun(runId: number): Promise<void>;
	dismissRun(): void;
	reload(): void;
}

export type ImportsStore = StoreApi<ImportsStoreState>;

export function createImportsStore(client: Client): ImportsStore {
	return createStore<ImportsStoreState>((set, get) => {
		const batches = createLoader(
			(_: null) => client.call('imports.listBatches', {}),
			toClientError,
			(state) => set({ batches: state }),
		);
		const profiles = createLoader(
			(_: null) => client.call('imports.listProfiles', {}),
			toClientError,
			(state) => set({ profiles: state }),
		);
		const quarantine = createLoader(
			(batchId: number | null) => client.call('imports.listQuarantine', { batchId }),
			toClientError,
			(state) => set({ quarantine: state }),
		);
		const replaced = createLoader(
			(batchId: number) => client.call('imports.listReplacedRows', { batchId }),
			toClientError,
			(state) => set({ replaced: state }),
		);
		let runId: number | null = null;
		let last: { references: string[]; profile: string | null } = { references: [], profile: null };
		/** Runs a command; a failure is kept for the screen and false comes back. */
		const attempt = async (action: () => Promise<void>): Promise<boolean> => {
			set({ failure: null });
			try {
				await action();
				return true;
			} catch (thrown) {
				set({ failure: toClientError(thrown) });
				return false;
			}
		};
		const follow = async (id: number) => {
			runId = id;
			await get().refreshRun(id);
		};
		return {
			run: null,
			failure: null,
			batches: NOTHING,
			quarantine: NOTHING,
			profiles: NOTHING,
			replaced: NOTHING,
			quarantineOf: null,
			loadPage() {
				void batches.load(null);
				void profiles.load(null);
				void quarantine.load(get().quarantineOf);
			},
			showQuarantine(batchId) {
				set({ quarantineOf: batchId });
				void quarantine.load(batchId);
			},
			showReplaced: (batchId) => void replaced.load(batchId),
			async startImportOf(references, profile, acceptHeld = false, coordinates = null) {
				if (references.length === 0) return;
				last = { references: [...references], profile };
				await attempt(async () => {
					set({ run: null });
					const files = [...references];
					const started = await client.call('imports.startRun', { files, profile, acceptHeld, coordinates });
					await follow(started.runId);
				});
			},
			async acceptHeld(coordinates) {
				await get().startImportOf(last.references, last.profile, true, coordinates);
			},
			async cancelRun() {
				const id = runId;
				if (id === null) return;
				await attempt(async () => {
					await client.call('imports.cancelRun', { runId: id });
					await get().refreshRun(id);
				});
			},
			undoBatch(batchId) {
				return attempt(async () => {
					await client.call('imports.undoBatch', { batchId });
					get().reload();
				});
			},
			async exportQuarantine(language) {
				set({ failure: null });
				try {
					return await client.call('imports.exportQuarantine', { batchId: get().quarantineOf, language });
				} catch (thrown) {
					set({ failure: toClientError(thrown) });
					return null;
				}
			},
			correctRow(quarantineId, column, text) {
				return attempt(async () => {
					await client.call('imports.correctRow', { quarantineId, column, text });
					void quarantine.reload();
				});
			},
			async retryQuarantine(batchId) {
				await attempt(async () => {
					const started = await client.call('imports.retryQuarantine', { batchId });
					await follow(started.runId);
				});
			},
			async refreshRun(id) {
				if (id !== runId) return;
				try {
					const run = await client.call('imports.getRun', { runId: id });
					if (id !== runId) return;
					const wasRunning = get().run?.state === 'running' || get().run === null;
					set({ run });
					if (wasRunning && run.state !== 'running') get().reload();
				} catch (thrown) {
					set({ failure: toClientError(thrown) });
				}
			},
			dismissRun() {
				runId = null;
				set({ run: null, failure: null });
			},
			reload() {
				for (const loader of [batches, quarantine, profiles]) void loader.reload();
				if (runId !== null && get().run?.state === 'running') void get().refreshRun(runId);
			},
		};
	});
}
