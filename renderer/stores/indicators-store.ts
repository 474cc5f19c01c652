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
export type UnitReadings = MethodOutput<'indicators.listUnitReadings'>;
export type ExternalIndexes = MethodOutput<'indicators.listExternal'>;
export type Division = MethodOutput<'areas.getDivision'>;
export type TopologyFaults = MethodOutput<'areas.listTopologyFaults'>;

/** A score of the index that a card is asked for; `dimension` null: the whole index. */
export interface ScoreRef {
	area: string;
	period: string;
	dimension: Composite['dimensions'][number]['dimension'] | null;
}

export interface IndicatorsStoreState {
	list: Loadable<IndicatorList>;
	one: Loadable<IndicatorPageData>;
	byArea: Loadable<Explanation>;
	byCategory: Loadable<Explanation>;
	/** The parts of the area with its mix of classes. */
	standardised: Loadable<Standardised>;
	/** The area itself among its neighbours, with the mix of what is above it. */
	standardisedAbove: Loadable<Standardised>;
	/** The indicator by handling unit. */
	byUnit: Loadable<UnitReadings>;
	/** Indexes that others publish. */
	external: Loadable<ExternalIndexes>;
	guards: Loadable<Guards>;
	restatements: Loadable<Restatements>;
	correlations: Loadable<Correlations>;
	composite: Loadable<Composite>;
	/** What the open score is made of. */
	scoreCard: Loadable<Composite>;
	/** The score whose card is open; null when none is. */
	scoreOf: ScoreRef | null;
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
	loadByUnit(figure: { indicator: string; area: string; period: string; basis?: 'now' }): void;
	openScore(score: ScoreRef): void;
	closeScore(): void;
	loadCorrelations(period: string): void;
	loadBooklet(): void;
	reload(): void;
}

export type IndicatorsStore = StoreApi<IndicatorsStoreState>;

type Slot =
	| 'standardised'
	| 'standardisedAbove'
	| 'byUnit'
	| 'external'
	| 'scoreCard'
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
/** Newest first; older ones are counted. */
const MOST_EXTERNAL = 40;

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
		const byUnit = loaderOf('indicators.listUnitReadings', 'byUnit');
		const external = loaderOf('indicators.listExternal', 'external');
		const scoreCard = loaderOf('indicators.getComposite', 'scoreCard');
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
			byUnit: NOTHING,
			external: NOTHING,
			scoreCard: NOTHING,
			scoreOf: null,
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
				void external.load({ area, limit: MOST_EXTERNAL });
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
			loadByUnit(figure) {
				void byUnit.load(figure);
			},
			openScore(score) {
				set({ scoreOf: score });
				void scoreCard.load({ area: score.area, period: score.period });
			},
			closeScore() {
				set({ scoreOf: null });
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
					byUnit,
					external,
					scoreCard,
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
