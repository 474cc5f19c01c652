// The paper of the briefing page: fetched, edited section by section, and made into a file. Edits belong to one paper
// and are dropped with it.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type DocumentFormat = MethodInput<'briefing.makeDocument'>['format'];
export type BriefingKind = Briefing['kind'];
export type Briefing = MethodOutput<'briefing.getBriefing'>;
export type BriefingSection = Briefing['sections'][number];
type SectionKey = BriefingSection['key'];

export interface BriefingStoreState {
	paper: Loadable<Briefing>;
	/** Text of the sections that a person changed, paragraphs apart by line breaks. */
	edits: Partial<Record<SectionKey, string>>;
	isWriting: boolean;
	/** What the last file was called and the code in it. */
	written: { fileName: string; checkCode: string } | null;
	writeError: ClientError | null;
	load(kind: BriefingKind, area: string): void;
	reload(): void;
	/** Null takes the section back to its own sentences. */
	edit(key: SectionKey, text: string | null): void;
	/** Makes the file, or for what the page draws its name and code alone (an empty file); null when it failed. */
	write(format: DocumentFormat, language: 'zh' | 'en'): Promise<Blob | null>;
}

export type BriefingStore = StoreApi<BriefingStoreState>;

export function createBriefingStore(client: Client): BriefingStore {
	return createStore<BriefingStoreState>((set, get) => {
		let question = '';
		const loader = createLoader(
			(input: { kind: BriefingKind; area: string }) => client.call('briefing.getBriefing', input),
			toClientError,
			(paper) => set({ paper }),
		);
		return {
			paper: NOTHING,
			edits: {},
			isWriting: false,
			written: null,
			writeError: null,
			load(kind, area) {
				const asked = `${kind}/${area}`;
				if (asked !== question) set({ edits: {}, written: null, writeError: null });
				question = asked;
				void loader.load({ kind, area });
			},
			reload() {
				void loader.reload();
			},
			edit(key, text) {
				const { [key]: _dropped, ...others } = get().edits;
				set({ edits: text === null ? others : { ...others, [key]: text } });
			},
			async write(format, language) {
				const { paper, edits } = get();
				if (!paper.value) return null;
				set({ isWriting: true, writeError: null, written: null });
				try {
					const { kind, area } = paper.value;
					const changed = Object.entries(edits) as [SectionKey, string][];
					const { bytes, fileName, mediaType, checkCode } = await client.call('briefing.makeDocument', {
						kind,
						area,
						format,
						language,
						edits: changed.map(([key, text]) => ({ key, paragraphs: text.split(/\n+/) })),
					});
					set({ isWriting: false, written: { fileName, checkCode } });
					return new Blob([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], { type: mediaType });
				} catch (thrown) {
					set({ isWriting: false, writeError: toClientError(thrown) });
					return null;
				}
			},
		};
	});
}
