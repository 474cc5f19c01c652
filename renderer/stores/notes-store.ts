// Notes beside the figure or event that is on the screen. Keeps the last good answer; texts are kept by the services.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type Note = MethodOutput<'notes.listNotes'>['notes'][number];
export type NoteSubject = MethodInput<'notes.addNote'>['subject'];
export type NoteRole = Note['role'];

export interface NotesStoreState {
	notes: Loadable<MethodOutput<'notes.listNotes'>>;
	/** Why the last change was not kept. */
	failure: ClientError | null;
	/** Pieces of personal data that were cut from the note written last. */
	cutCount: number;
	load(subject: NoteSubject): void;
	/** True when it was kept. */
	add(subject: NoteSubject, role: NoteRole, text: string): Promise<boolean>;
	/** True when it was removed. */
	remove(noteId: number): Promise<boolean>;
	reload(): void;
}

export type NotesStore = StoreApi<NotesStoreState>;

export function createNotesStore(client: Client): NotesStore {
	return createStore<NotesStoreState>((set) => {
		const loader = createLoader(
			(input: MethodInput<'notes.listNotes'>) => client.call('notes.listNotes', input),
			toClientError,
			(notes) => set({ notes }),
		);
		const change = async (action: () => Promise<number>): Promise<boolean> => {
			set({ failure: null });
			try {
				set({ cutCount: await action() });
				await loader.reload();
				return true;
			} catch (thrown) {
				set({ failure: toClientError(thrown) });
				return false;
			}
		};
		return {
			notes: NOTHING,
			failure: null,
			cutCount: 0,
			load(subject) {
				set({ failure: null, cutCount: 0 });
				const { kind } = subject;
				void loader.load({
					subject: kind === 'event' ? subject : { kind, indicator: subject.indicator, area: subject.area },
				});
			},
			add: (subject, role, text) =>
				change(async () => (await client.call('notes.addNote', { subject, role, text })).cutCount),
			remove: (noteId) =>
				change(async () => {
					await client.call('notes.removeNote', { noteId });
					return 0;
				}),
			reload() {
				void loader.reload();
			},
		};
	});
}
