// Everything the map page shows, from the address and the store: level, indicator, periods, fills, names.
// Asks for what is missing; computes no figure.

import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { MAP_LEVELS, type MapLevel } from '../../stores/address.ts';
import type { Area, AreaTree, IndicatorDefinition } from '../../stores/app-store.ts';
import type { Loadable } from '../../stores/loadable.ts';
import type { MapAddress } from '../../stores/map-address.ts';
import type { MapFrame, MapValues } from '../../stores/map-store.ts';
import { useApp, useLocation, useMap, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { dayOfInstant } from '../../ui/time-format.ts';
import { chooseMap, PER_RESIDENT, RATE } from '../map-choice.ts';
import { indicatorName } from '../reading-words.ts';
import { fillsOf, frameOf, type MapFills, sliderPeriods } from './map-frames.ts';
import { useHeat } from './use-heat.ts';

/** One of the two maps. */
export interface MapSide {
	indicator: string;
	definition: IndicatorDefinition | undefined;
	name: string;
	period: string;
	frame: MapFrame | undefined;
	values: MapValues | null;
	fills: MapFills | null;
	decimals: number;
	isBusy: boolean;
	/** The fills show the rate of the neighbourhood, not of the area alone. */
	isHeat: boolean;
}

export interface MapModel {
	tree: AreaTree;
	levels: readonly MapLevel[];
	level: MapLevel;
	main: MapSide;
	/** Null while nothing is compared. */
	other: MapSide | null;
	/** Periods of the slider, oldest first. */
	periods: readonly string[];
	/** Districts' children, or those of the shown area: what carries a name. */
	children: readonly Area[];
	error: Loadable<MapValues>['error'];
	state: MapAddress;
	change: (change: Partial<MapAddress>) => void;
}

const NO_AREAS: readonly Area[] = [];

function decimalsOf(definition: IndicatorDefinition | undefined): number {
	return definition?.valueKind === 'count' ? 0 : 1;
}

/** `shown` is the period on the slider, which runs ahead of the address while it plays. Null without outlines. */
export function useMapModel(view: View, shown: string): MapModel | null {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location, map } = useStores();
	const tree = useApp((state) => state.tree);
	const definitions = useApp((state) => state.definitions);
	const asOf = useApp((state) => state.app.value?.asOf ?? state.app.value?.now ?? '');
	const wanted = useLocation((state) => state.address.mapLevel);
	const state = useLocation((store) => store.address.map);
	const values = useMap((store) => store.values);
	const against = useMap((store) => store.against);

	const choice = useMemo(() => chooseMap(tree, wanted, view.area.level), [tree, wanted, view.area.level]);
	const levels = useMemo(
		() =>
			MAP_LEVELS.filter((level) => tree.layers.includes(level) && (view.area.level === 'district' || level !== 'town')),
		[tree, view.area.level],
	);
	const level = levels.find((one) => one === wanted) ?? choice?.level ?? levels.at(-1);
	const indicator = state.fill ?? (level === choice?.level ? choice?.indicator : undefined) ?? RATE;
	const definition = definitions.get(indicator);
	const isLive = definition?.isLive ?? false;
	const periods = useMemo(
		() => (isLive ? [view.period] : sliderPeriods(view.period, dayOfInstant(asOf) ?? 0)),
		[isLive, view.period, asOf],
	);
	const series = periods.length > 1 ? `${periods[0]}..${periods.at(-1)}` : (periods[0] ?? view.period);
	const compared = state.against;
	const otherIndicator = compared?.kind === 'indicator' ? compared.code : indicator;
	const isOtherHere = compared?.kind === 'period' && periods.includes(compared.code);
	const otherSeries = compared === null || isOtherHere ? null : compared.kind === 'period' ? compared.code : series;
	useEffect(() => {
		if (level !== undefined) map.getState().loadValues('values', { indicator, level, period: series });
	}, [map, indicator, level, series]);
	useEffect(() => {
		if (level === undefined || otherSeries === null) return;
		map.getState().loadValues('against', { indicator: otherIndicator, level, period: otherSeries });
	}, [map, otherIndicator, level, otherSeries]);

	const children = useMemo(
		() => (tree.childrenOf.get(view.area.code) ?? NO_AREAS).filter((child) => child.level !== 'microGrid'),
		[tree, view.area.code],
	);
	const fits = (answer: MapValues | null, code: string): MapValues | null =>
		answer?.indicator === code && answer.level === level ? answer : null;
	const own = fits(values.value, indicator);
	const second = compared === null ? null : isOtherHere ? own : fits(against.value, otherIndicator);
	const otherPeriod = compared?.kind === 'period' ? compared.code : shown;
	const ownFrame = frameOf(own, shown);
	const otherFrame = frameOf(second, otherPeriod);
	const isHeat = state.layers.includes('heat') && state.method !== 'goal';
	const heat = useHeat(tree, own, isHeat);
	const otherHeat = useHeat(tree, second, isHeat);
	const sharesScale = compared?.kind === 'period';
	const ownFills = useMemo(() => {
		if (own === null || ownFrame === undefined) return null;
		const frames = own.frames.map(heat);
		const pool = sharesScale && otherFrame !== undefined ? [...frames, otherHeat(otherFrame)] : frames;
		return fillsOf(heat(ownFrame), own.areas, state.method, decimalsOf(definition), pool);
	}, [own, ownFrame, otherFrame, sharesScale, state.method, definition, heat, otherHeat]);
	const otherDefinition = definitions.get(otherIndicator);
	const otherFills = useMemo(() => {
		if (second === null || otherFrame === undefined) return null;
		const shown = otherHeat(otherFrame);
		const pool = sharesScale && own !== null ? [...own.frames.map(heat), shown] : second.frames.map(otherHeat);
		return fillsOf(shown, second.areas, state.method, decimalsOf(otherDefinition), pool);
	}, [second, otherFrame, own, sharesScale, state.method, otherDefinition, heat, otherHeat]);

	if (level === undefined) return null;
	const sideOf = (code: string, of: IndicatorDefinition | undefined) => ({
		indicator: code,
		definition: of,
		name: code === PER_RESIDENT && of === undefined ? t('map.title') : indicatorName(of, code, language),
		decimals: decimalsOf(of),
	});
	return {
		tree,
		levels,
		level,
		main: {
			...sideOf(indicator, definition),
			period: shown,
			frame: ownFrame,
			values: own,
			fills: ownFills,
			isBusy: values.isLoading,
			isHeat: ownFrame !== undefined && heat(ownFrame) !== ownFrame,
		},
		other:
			compared === null
				? null
				: {
						...sideOf(otherIndicator, otherDefinition),
						period: otherPeriod,
						frame: otherFrame,
						values: second,
						fills: otherFills,
						isBusy: against.isLoading,
						isHeat: otherFrame !== undefined && otherHeat(otherFrame) !== otherFrame,
					},
		periods,
		children,
		error: values.error,
		state,
		change: (change) => location.getState().adjust({ map: { ...state, ...change } }),
	};
}

/** The kind of a period code; month for anything else. */
export function kindOfPeriod(code: string): string {
	return parsePeriod(code)?.kind ?? 'month';
}
