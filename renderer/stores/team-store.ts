// The 队伍 page's answers: the team, the public, the grids that a trial can be made on, the trial itself. A trial is a
// question like any other: nothing is kept of it.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type Team = MethodOutput<'team.getTeam'>;
export type TeamLoad = Team['loads'][number];
export type PublicFacts = MethodOutput<'team.getPublic'>;
export type TrialGrids = MethodOutput<'team.listTrialGrids'>;
export type TrialCandidate = TrialGrids['grids'][number];
export type Trial = MethodOutput<'team.tryGrids'>;

export interface TeamStoreState {
	team: Loadable<Team>;
	publicFacts: Loadable<PublicFacts>;
	grids: Loadable<TrialGrids>;
	trial: Loadable<Trial>;
	loadTeam(area: string, period: string): void;
	loadPublic(area: string, period: string): void;
	loadGrids(area: string, period: string): void;
	/** Null forgets the trial. */
	loadTrial(input: MethodInput<'team.tryGrids'> | null): void;
	reload(): void;
}

export type TeamStore = StoreApi<TeamStoreState>;

export function createTeamStore(client: Client): TeamStore {
	return createStore<TeamStoreState>((set) => {
		const team = createLoader(
			(input: MethodInput<'team.getTeam'>) => client.call('team.getTeam', input),
			toClientError,
			(state) => set({ team: state }),
		);
		const publicFacts = createLoader(
			(input: MethodInput<'team.getPublic'>) => client.call('team.getPublic', input),
			toClientError,
			(state) => set({ publicFacts: state }),
		);
		const grids = createLoader(
			(input: MethodInput<'team.listTrialGrids'>) => client.call('team.listTrialGrids', input),
			toClientError,
			(state) => set({ grids: state }),
		);
		const trial = createLoader(
			(input: MethodInput<'team.tryGrids'>) => client.call('team.tryGrids', input),
			toClientError,
			(state) => set({ trial: state }),
		);
		return {
			team: NOTHING,
			publicFacts: NOTHING,
			grids: NOTHING,
			trial: NOTHING,
			loadTeam: (area, period) => void team.load({ area, period }),
			loadPublic: (area, period) => void publicFacts.load({ area, period }),
			loadGrids: (area, period) => void grids.load({ area, period }),
			loadTrial(input) {
				if (input === null) trial.clear();
				else void trial.load(input);
			},
			reload() {
				for (const loader of [team, publicFacts, grids, trial]) void loader.reload();
			},
		};
	});
}
