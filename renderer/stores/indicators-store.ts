// What the pages of the indicators show: the list, one indicator with its explanation, an area's profile, the cut of the
// grids, the booklet. Keeps the last good answer of each; trend, ranking and proof are the readings store's.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type IndicatorList = MethodOutput<'indicators.listPage'>;
export type IndicatorListRow = IndicatorList['rows'][number];
export type IndicatorPageData = MethodOutput<'indicators.getPage'>;
export type Explanation = MethodOutput<'indicators.explainChange'>;
export type Booklet = MethodOutput<'indicators.getBooklet'>;
export type Composite = MethodOutput<'indicators.getComposite'>;
export type Composites = MethodOutput<'indicators.listComposites'>;
export type Guards = MethodOutput<'indicators.listGuards'>;
export type Correlations = MethodOutput<'indicators.listCorrelations'>;
export type Standardised = MethodOutput<'indicators.listStandardised'>;
export type Restatements = MethodOutput<'snapshots.listRestatements'>;
export type AreaProfile = MethodOutput<'areas.getProfile'>;
export type Division = MethodOutput<'areas.getDivision'>;
export type TopologyFaults = MethodOutput<'areas.listTopologyFaults'>;

export interface IndicatorsStoreState {
	list: Loadable<IndicatorList>;
	one: Loadable<IndicatorPageData>;
	byArea: Loadable<Explanation>;
	byCategory: Loadable<Explanation>;
	/** The parts of the area with its mix of classes. */
	standardised: Loadable<Standardised>;
	/** The area itself among its neighbours, with the mix of what is above it. */
	standardisedAbove: Loadable<Standardised>;
	guards: Loadable<Guards>;
	restatements: Loadable<Restatements>;
	correlations: Loadable<Correlations>;
	composite: Loadable<Composite>;
	/** Every area of the level below. */
	parts: Loadable<Composites>;
	profile: Loadable<AreaProfile>;
	division: Loadable<Division>;
	faults: Loadable<TopologyFaults>;
	booklet: Loadable<Booklet>;
	loadList(area: string, period: string): void;
	/** `above`: the area one level up, null for the district; `basis`: areas as they are now, else as they stood then. */
	loadOne(figure: { indicator: string; area: string; period: string; basis?: 'now' }, above: string | null): void;
	/** Why it changed; `against` as the contract has it. */
	loadExplanation(
		figure: { indicator: string; area: string; period: string; basis?: 'now' },
		against: MethodInput<'indicators.explainChange'>['against'],
	): void;
	/** `partLevel`: the level below the area; null at the bottom. */
	loadProfile(area: string, period: string, partLevel: Composites['rows'][number]['level'] | null): void;
	loadDivision(area: string): void;
	loadCorrelations(period: string): void;
	loadBooklet(): void;
	reload(): void;
}

export type IndicatorsStore = StoreApi<IndicatorsStoreState>;

type Slot =
	| 'standardised'
	| 'standardisedAbove'
	| 'guards'
	| 'restatements'
	| 'correlations'
	| 'list'
	| 'one'
	| 'byArea'
	| 'byCategory'
	| 'composite'
	| 'parts'
	| 'profile'
	| 'division'
	| 'faults'
	| 'booklet';

/** More than these are listed where snapshots are. */
const MOST_RESTATEMENTS = 1_000;

export function createIndicatorsStore(client: Client): IndicatorsStore {
	return createStore<IndicatorsStoreState>((set) => {
		const loaderOf = <M extends MethodName>(method: M, slot: Slot) =>
			createLoader(
				(input: MethodInput<M>) => client.call(method, input),
				toClientError,
				(state) => set({ [slot]: state }),
			);
		const list = loaderOf('indicators.listPage', 'list');
		const one = loaderOf('indicators.getPage', 'one');
		const byArea = loaderOf('indicators.explainChange', 'byArea');
		const byCategory = loaderOf('indicators.explainChange', 'byCategory');
		const standardised = loaderOf('indicators.listStandardised', 'standardised');
		const standardisedAbove = loaderOf('indicators.listStandardised', 'standardisedAbove');
		const guards = loaderOf('indicators.listGuards', 'guards');
		const restatements = loaderOf('snapshots.listRestatements', 'restatements');
		const correlations = loaderOf('indicators.listCorrelations', 'correlations');
		const composite = loaderOf('indicators.getComposite', 'composite');
		const parts = loaderOf('indicators.listComposites', 'parts');
		const profile = loaderOf('areas.getProfile', 'profile');
		const division = loaderOf('areas.getDivision', 'division');
		const faults = loaderOf('areas.listTopologyFaults', 'faults');
		const booklet = loaderOf('indicators.getBooklet', 'booklet');
		return {
			list: NOTHING,
			one: NOTHING,
			byArea: NOTHING,
			byCategory: NOTHING,
			standardised: NOTHING,
			standardisedAbove: NOTHING,
			guards: NOTHING,
			restatements: NOTHING,
			correlations: NOTHING,
			composite: NOTHING,
			parts: NOTHING,
			profile: NOTHING,
			division: NOTHING,
			faults: NOTHING,
			booklet: NOTHING,
			loadList(area, period) {
				void list.load({ area, period });
			},
			loadOne(figure, above) {
				const { indicator, area, period } = figure;
				void one.load(figure);
				void standardised.load({ indicator, area, period });
				if (above === null) standardisedAbove.clear();
				else void standardisedAbove.load({ indicator, area: above, period });
				void guards.load({ indicator, area, period });
				void restatements.load({ limit: MOST_RESTATEMENTS });
			},
			loadExplanation(figure, against) {
				void byArea.load({ ...figure, against, by: 'area', limit: 12 });
				void byCategory.load({ ...figure, against, by: 'category', limit: 12 });
			},
			loadProfile(area, period, partLevel) {
				void profile.load({ area, period });
				void composite.load({ area, period });
				if (partLevel === null) parts.clear();
				else void parts.load({ area, period, level: partLevel });
			},
			loadDivision(area) {
				void division.load({ area });
				void faults.load({});
			},
			loadCorrelations(period) {
				void correlations.load({ period });
			},
			loadBooklet() {
				void booklet.load({});
			},
			reload() {
				for (const loader of [
					list,
					one,
					byArea,
					byCategory,
					standardised,
					standardisedAbove,
					guards,
					restatements,
					correlations,
					composite,
					parts,
					profile,
					division,
					faults,
					booklet,
				])
					void loader.reload();
			},
		};
	});
}
