// Special actions (一件事) at the present area: what is listed, what is about to be opened, and the last one removed, so that
// it can be brought back.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

type Actions = MethodOutput<'collaboration.listActions'>;
export type SpecialAction = Actions['actions'][number];
export type ActionEffect = NonNullable<SpecialAction['effect']>;
export type NewAction = MethodInput<'collaboration.openAction'>;

/** Where and on what an action is to be opened. */
export interface ActionDraft {
	area: string;
	classCode: string;
}

export interface ActionsStoreState {
	actions: Loadable<Actions>;
	/** What a form opens with; null: nothing was pointed at. */
	draft: ActionDraft | null;
	/** Why the last change was not kept. */
	failure: ClientError | null;
	/** Pieces of personal data that were cut from the words written last; null before anything was written. */
	cutCount: number | null;
	/** The one removed last. */
	removed: SpecialAction | null;
	load(area: string): void;
	setDraft(draft: ActionDraft | null): void;
	/** True when it was kept. */
	open(action: NewAction): Promise<boolean>;
	/** Null lets it run again. True when it was kept. */
	close(actionId: number, closedOn: string | null): Promise<boolean>;
	remove(action: SpecialAction): Promise<boolean>;
	/** Opens the one removed last once more. */
	bringBack(): Promise<boolean>;
	reload(): void;
}

export type ActionsStore = StoreApi<ActionsStoreState>;

export function createActionsStore(client: Client): ActionsStore {
	return createStore<ActionsStoreState>((set, get) => {
		const loader = createLoader(
			(input: MethodInput<'collaboration.listActions'>) => client.call('collaboration.listActions', input),
			toClientError,
			(actions) => set({ actions }),
		);
		const change = async (action: () => Promise<Partial<ActionsStoreState>>): Promise<boolean> => {
			set({ failure: null, cutCount: null, removed: null });
			try {
				const after = await action();
				await loader.reload();
				set(after);
				return true;
			} catch (thrown) {
				set({ failure: toClientError(thrown) });
				return false;
			}
		};
		return {
			actions: NOTHING,
			draft: null,
			failure: null,
			cutCount: null,
			removed: null,
			load: (area) => void loader.load({ area }),
			setDraft: (draft) => set({ draft }),
			open: (action) =>
				change(async () => {
					const { cutCount } = await client.call('collaboration.openAction', action);
					return { cutCount, draft: null };
				}),
			close: (actionId, closedOn) =>
				change(async () => {
					await client.call('collaboration.closeAction', { actionId, closedOn });
					return {};
				}),
			remove: (action) =>
				change(async () => {
					await client.call('collaboration.removeAction', { actionId: action.actionId });
					return { removed: action };
				}),
			async bringBack() {
				const { removed } = get();
				if (removed === null) return false;
				const { area, classCode, name, startedOn, closedOn, leadUnit, note } = removed;
				return change(async () => {
					const words = { area, classCode, name, startedOn, leadUnit: leadUnit ?? '', note };
					const { actionId } = await client.call('collaboration.openAction', words);
					if (closedOn !== null) await client.call('collaboration.closeAction', { actionId, closedOn });
					return {};
				});
			},
			reload: () => void loader.reload(),
		};
	});
}
