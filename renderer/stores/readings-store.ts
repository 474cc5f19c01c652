// Figures on screen: board, map colours, ranking, trend, sentences and the open proof card.
// Keeps the last good answer of each; the figures themselves are the services' alone.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type Board = MethodOutput<'indicators.getBoard'>;
export type BoardRow = Board['rows'][number];
export type Reading = BoardRow['reading'];
export type Ranking = MethodOutput<'indicators.getRanking'>;
export type Trend = MethodOutput<'indicators.getTrend'>;
export type Proof = MethodOutput<'indicators.getProof'>;
export type Sentences = MethodOutput<'briefing.getSentences'>;
export type MapReadings = MethodOutput<'indicators.listReadings'>;

/** A figure that a proof card is asked for. */
export interface FigureRef {
	indicator: string;
	area: string;
	period: string;
	variant: string | null;
	/** Areas as they are now; as they stood then when absent. */
	basis?: 'now';
	/** The figure of one handling unit alone. */
	unit?: string;
}

export interface ReadingsStoreState {
	board: Loadable<Board>;
	/** Every area of the coloured level. */
	mapReadings: Loadable<MapReadings>;
	/** The shown area and its children, this period and the one before. */
	mapLabels: Loadable<MapReadings>;
	ranking: Loadable<Ranking>;
	trend: Loadable<Trend>;
	sentences: Loadable<Sentences>;
	proof: Loadable<Proof>;
	/** The figure whose card is open; null when none is. */
	proofOf: FigureRef | null;
	loadOverview(area: string, period: string): void;
	/** `basis`: areas as they are now; as they stood then when absent. */
	loadSeries(indicator: string, area: string, period: string, basis?: 'now'): void;
	loadMap(areas: MethodInput<'indicators.listReadings'>, labels: MethodInput<'indicators.listReadings'>): void;
	openProof(figure: FigureRef): void;
	closeProof(): void;
	reload(): void;
}

export type ReadingsStore = StoreApi<ReadingsStoreState>;

/** Periods in a trend (design/README.md, picture 01). */
const TREND_COUNT = 12;

export function createReadingsStore(client: Client): ReadingsStore {
	return createStore<ReadingsStoreState>((set) => {
		const board = createLoader(
			(input: MethodInput<'indicators.getBoard'>) => client.call('indicators.getBoard', input),
			toClientError,
			(state) => set({ board: state }),
		);
		const mapReadings = createLoader(
			(input: MethodInput<'indicators.listReadings'>) => client.call('indicators.listReadings', input),
			toClientError,
			(state) => set({ mapReadings: state }),
		);
		const mapLabels = createLoader(
			(input: MethodInput<'indicators.listReadings'>) => client.call('indicators.listReadings', input),
			toClientError,
			(state) => set({ mapLabels: state }),
		);
		const ranking = createLoader(
			(input: MethodInput<'indicators.getRanking'>) => client.call('indicators.getRanking', input),
			toClientError,
			(state) => set({ ranking: state }),
		);
		const trend = createLoader(
			(input: MethodInput<'indicators.getTrend'>) => client.call('indicators.getTrend', input),
			toClientError,
			(state) => set({ trend: state }),
		);
		const sentences = createLoader(
			(input: MethodInput<'briefing.getSentences'>) => client.call('briefing.getSentences', input),
			toClientError,
			(state) => set({ sentences: state }),
		);
		const proof = createLoader(
			async (input: MethodInput<'indicators.getProof'>) => {
				const found = await client.call('indicators.getProof', input);
				const { indicator, area, period, variant, basis, unit } = input;
				// A figure of areas as they are now is no statement of its period.
				if (basis === 'now') return found;
				// So that its code can be checked later; a cache that cannot be written still proves its figures.
				client
					.call('snapshots.keepProof', {
						indicator,
						area,
						period,
						...(variant !== undefined && { variant }),
						...(unit && { unit }),
					})
					.catch(() => {});
				return found;
			},
			toClientError,
			(state) => set({ proof: state }),
		);
		return {
			board: NOTHING,
			mapReadings: NOTHING,
			mapLabels: NOTHING,
			ranking: NOTHING,
			trend: NOTHING,
			sentences: NOTHING,
			proof: NOTHING,
			proofOf: null,
			loadOverview(area, period) {
				void board.load({ area, period, rows: 'headline' });
				void sentences.load({ area, period });
			},
			loadSeries(indicator, area, period, basis) {
				const figure = { indicator, area, period, ...(basis && { basis }) };
				void ranking.load(figure);
				void trend.load({ ...figure, count: TREND_COUNT });
			},
			loadMap(areas, labels) {
				void mapReadings.load(areas);
				void mapLabels.load(labels);
			},
			openProof(figure) {
				proof.clear();
				set({ proofOf: figure });
				const { variant, ...rest } = figure;
				void proof.load(variant === null ? rest : { ...rest, variant });
			},
			closeProof() {
				proof.clear();
				set({ proofOf: null });
			},
			reload() {
				for (const loader of [board, mapReadings, mapLabels, ranking, trend, sentences, proof]) void loader.reload();
			},
		};
	});
}
