// What was published: freezing readings under a title, the list, what stands differently now, and checking a code.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client, ClientError } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type Snapshot = MethodOutput<'snapshots.listSnapshots'>['snapshots'][number];
export type FrozenReadings = MethodOutput<'snapshots.getSnapshot'>;
export type PublishedRestatements = MethodOutput<'snapshots.listRestatements'>;
export type IssuedFigure = PublishedRestatements['restatements'][number];
export type Verified = MethodOutput<'snapshots.verifyFigure'>;

export interface PublishedStoreState {
	snapshots: Loadable<MethodOutput<'snapshots.listSnapshots'>>;
	/** The frozen readings of the chosen snapshot. */
	frozen: Loadable<FrozenReadings>;
	/** Of the chosen snapshot, or of all. */
	restatements: Loadable<PublishedRestatements>;
	verified: Loadable<Verified>;
	isPublishing: boolean;
	/** Why the last publishing was refused. */
	failure: ClientError | null;
	/** The snapshot made last. */
	made: Snapshot | null;
	load(): void;
	/** Chooses a snapshot; null: all of them. */
	choose(snapshotId: number | null): void;
	publish(input: MethodInput<'snapshots.publishReadings'>): Promise<void>;
	verify(code: string): void;
	reload(): void;
}

export type PublishedStore = StoreApi<PublishedStoreState>;

/** Restatements that are listed; the number of all of them stands beside. */
const LISTED = 500;

export function createPublishedStore(client: Client): PublishedStore {
	return createStore<PublishedStoreState>((set, get) => {
		const snapshots = createLoader(
			(_: null) => client.call('snapshots.listSnapshots', {}),
			toClientError,
			(state) => set({ snapshots: state }),
		);
		const frozen = createLoader(
			(snapshotId: number) => client.call('snapshots.getSnapshot', { snapshotId }),
			toClientError,
			(state) => set({ frozen: state }),
		);
		const restatements = createLoader(
			(input: MethodInput<'snapshots.listRestatements'>) => client.call('snapshots.listRestatements', input),
			toClientError,
			(state) => set({ restatements: state }),
		);
		const verified = createLoader(
			(code: string) => client.call('snapshots.verifyFigure', { code }),
			toClientError,
			(state) => set({ verified: state }),
		);
		return {
			snapshots: NOTHING,
			frozen: NOTHING,
			restatements: NOTHING,
			verified: NOTHING,
			isPublishing: false,
			failure: null,
			made: null,
			load() {
				void snapshots.load(null);
			},
			choose(snapshotId) {
				if (snapshotId === null) frozen.clear();
				else void frozen.load(snapshotId);
				void restatements.load(snapshotId === null ? { limit: LISTED } : { snapshotId, limit: LISTED });
			},
			async publish(input) {
				set({ failure: null, made: null, isPublishing: true });
				try {
					const { snapshot } = await client.call('snapshots.publishReadings', input);
					set({ made: snapshot, isPublishing: false });
					get().reload();
				} catch (thrown) {
					set({ failure: toClientError(thrown), isPublishing: false });
				}
			},
			verify(code) {
				verified.clear();
				void verified.load(code);
			},
			reload() {
				for (const loader of [snapshots, frozen, restatements, verified]) void loader.reload();
			},
		};
	});
}
