// From chosen files to a real import: hands them over, has them rehearsed, holds what the person changes in the mapping,
// and imports only when told. Nothing is written before that.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import type { CoordinateSystem } from './imports-store.ts';
import { type MappingDraft, NO_DRAFT, profileOf } from './mapping-draft.ts';

export type Preview = MethodOutput<'imports.getPreview'>;
export type FilePreview = Preview['files'][number];
export type PreviewColumn = FilePreview['columns'][number];
export type ReadingMove = Preview['moves'][number];

/** What an import needs from outside this store. */
export interface ImportStart {
	startImportOf(
		references: readonly string[],
		profile: string | null,
		acceptHeld: boolean,
		coordinates: CoordinateSystem | null,
	): Promise<void>;
}

export interface PreviewStoreState {
	/** Share of the files handed over to the host, 0 to 1; null when none are on their way. */
	handover: number | null;
	preview: Preview | null;
	/** File of the preview that is shown. */
	shownIndex: number;
	/** What the person changed in the mapping of the shown file. */
	draft: MappingDraft;
	/** System that the person named for the coordinates; null leaves it to the file. */
	coordinates: CoordinateSystem | null;
	failure: ClientError | null;
	openFiles(files: readonly File[], profile: string | null): Promise<void>;
	/** Files that the host already holds. */
	openReferences(references: readonly string[], profile: string | null): Promise<void>;
	openFolder(profile: string | null): Promise<void>;
	refresh(previewId: number): Promise<void>;
	showFile(index: number): void;
	changeDraft(change: Partial<MappingDraft>): void;
	dropDraft(): void;
	/** Saves the draft as a profile of its source and rehearses again with it. */
	applyDraft(): Promise<void>;
	/** Names the coordinate system and rehearses again by it. */
	stateCoordinates(system: CoordinateSystem): Promise<void>;
	/** Imports what was rehearsed. */
	commit(): Promise<void>;
	/** Drops the preview and the files handed over; nothing was changed. */
	discard(): Promise<void>;
}

export type PreviewStore = StoreApi<PreviewStoreState>;

export function createPreviewStore(client: Client, imports: ImportStart): PreviewStore {
	return createStore<PreviewStoreState>((set, get) => {
		let references: readonly string[] = [];
		let profile: string | null = null;
		let previewId: number | null = null;
		const attempt = async (action: () => Promise<void>): Promise<void> => {
			set({ failure: null });
			try {
				await action();
			} catch (thrown) {
				set({ failure: toClientError(thrown), handover: null });
			}
		};
		const rehearse = async (): Promise<void> => {
			const started = await client.call('imports.previewRun', {
				files: [...references],
				profile,
				coordinates: get().coordinates,
			});
			previewId = started.previewId;
			set({ handover: null });
			await get().refresh(started.previewId);
		};
		const forget = async (files: readonly string[]): Promise<void> => {
			const id = previewId;
			previewId = null;
			set({ preview: null, handover: null, draft: NO_DRAFT, coordinates: null, shownIndex: 0 });
			if (id !== null) await client.call('imports.cancelPreview', { previewId: id, files: [...files] });
		};
		return {
			handover: null,
			preview: null,
			shownIndex: 0,
			draft: NO_DRAFT,
			coordinates: null,
			failure: null,
			async openFiles(files, chosenProfile) {
				if (files.length === 0) return;
				await attempt(async () => {
					await forget(references);
					set({ handover: 0 });
					references = await client.takeFiles(files, (fraction) => set({ handover: fraction }));
					profile = chosenProfile;
					await rehearse();
				});
			},
			async openReferences(given, chosenProfile) {
				if (given.length === 0) return;
				await attempt(async () => {
					await forget(references);
					references = [...given];
					profile = chosenProfile;
					await rehearse();
				});
			},
			async openFolder(chosenProfile) {
				await attempt(async () => {
					await get().openReferences(await client.chooseFolder(), chosenProfile);
				});
			},
			async refresh(id) {
				if (id !== previewId) return;
				await attempt(async () => {
					const preview = await client.call('imports.getPreview', { previewId: id });
					if (id !== previewId) return;
					set({ preview, draft: preview.state === 'running' ? NO_DRAFT : get().draft });
				});
			},
			showFile(index) {
				set({ shownIndex: index, draft: NO_DRAFT });
			},
			changeDraft(change) {
				set({ draft: { ...get().draft, ...change } });
			},
			dropDraft() {
				set({ draft: NO_DRAFT });
			},
			async applyDraft() {
				const { preview, shownIndex, draft } = get();
				const file = preview?.files[shownIndex];
				if (!file) return;
				await attempt(async () => {
					const stored =
						file.profile === null ? null : await client.call('imports.getProfile', { name: file.profile.name });
					await client.call('imports.saveProfile', { json: profileOf(file, draft, stored?.json ?? null) });
					set({ draft: NO_DRAFT });
					await rehearse();
				});
			},
			async stateCoordinates(system) {
				set({ coordinates: system });
				await attempt(rehearse);
			},
			async commit() {
				const { preview, coordinates } = get();
				if (preview === null || preview.state !== 'done') return;
				const acceptHeld = preview.files.some((file) => file.isHeld);
				const taken = references;
				references = [];
				await attempt(async () => {
					// Begun first, so that the outcome of an import before this one is never shown in its place.
					const importing = imports.startImportOf(taken, profile, acceptHeld, coordinates);
					await forget([]);
					await importing;
				});
			},
			async discard() {
				set({ failure: null });
				const dropped = references;
				references = [];
				await attempt(() => forget(dropped));
			},
		};
	});
}
