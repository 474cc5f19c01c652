// Which grids the trial offers, and in which order: the largest first for a split, the smallest for a merge; once one is
// chosen for a merge, those of its village first. Pure.

import type { TrialAddress } from '../../stores/team-address.ts';
import type { TrialCandidate } from '../../stores/team-store.ts';

export const TRIAL_FILTERS = ['all', 'above', 'below'] as const;
export type TrialFilter = (typeof TRIAL_FILTERS)[number];

/** The grids to choose from; grids of unknown size last, equal ones in official order. */
export function orderCandidates(
	grids: readonly TrialCandidate[],
	trial: TrialAddress,
	filter: TrialFilter,
): TrialCandidate[] {
	const first = trial.action === 'merge' ? grids.find(({ area }) => area === trial.grids[0]) : undefined;
	const nearness = (grid: TrialCandidate): number =>
		first === undefined ? 0 : grid.area === first.area ? 0 : grid.villageCode === first.villageCode ? 1 : 2;
	const sign = trial.action === 'split' ? -1 : 1;
	const size = ({ households }: TrialCandidate): number =>
		households === null ? Number.POSITIVE_INFINITY : sign * households;
	return grids
		.filter((grid) => filter === 'all' || grid.size === filter || trial.grids.includes(grid.area))
		.map((grid, at) => ({ grid, at }))
		.sort((a, b) => {
			const byPlace = nearness(a.grid) - nearness(b.grid);
			if (byPlace !== 0) return byPlace;
			const [one, other] = [size(a.grid), size(b.grid)];
			return one === other ? a.at - b.at : one < other ? -1 : 1;
		})
		.map(({ grid }) => grid);
}

/** What is chosen after a grid was pressed: one for a split, up to two for a merge; pressing again lets go. */
export function chooseGrid(trial: TrialAddress, area: string): TrialAddress {
	if (trial.grids.includes(area)) return { ...trial, grids: trial.grids.filter((grid) => grid !== area) };
	if (trial.action === 'split') return { ...trial, grids: [area] };
	return { ...trial, grids: [...trial.grids.slice(0, 1), area] };
}
