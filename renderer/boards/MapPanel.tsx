// The map with its head and legend. It has its own indicator, chosen by itself and said (design.md §5).

import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePeriod, shiftPeriod } from '../../shared/domain/period.ts';
import { classBreaks } from '../map/class-breaks.ts';
import { DistrictMap, type MapArea } from '../map/DistrictMap.tsx';
import type { HoverText } from '../map/HoverCard.tsx';
import { MapLegend } from '../map/MapLegend.tsx';
import type { MapLabel } from '../map/MapOverlay.tsx';
import type { Area } from '../stores/app-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import type { Reading } from '../stores/readings-store.ts';
import { useApp, useLocation, useReadings, useStores } from '../stores/StoresContext.tsx';
import { pathTo, useLanguage, type View } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { formatChange, formatDecimal, formatInteger, formatValue } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { useTheme } from '../ui/theme-context.ts';
import { FailureNote } from './FailureNote.tsx';
import css from './MapPanel.module.css';
import { chooseMap, PER_RESIDENT, pickTarget } from './map-choice.ts';
import { indicatorName, kindOf, readingText, unitOf } from './reading-words.ts';
import { useApproval } from './use-approval.ts';
import { useBaseMap } from './use-base-map.ts';
import { useMapLayers } from './use-map-layers.ts';

/** Decimals of figures and class bounds on the map. */
const DECIMALS = 1;
const NO_AREAS: readonly Area[] = [];

/** Change of a figure since the period before, in its own unit (rates) or percentage points (ratios). */
function changeWords(now: Reading | undefined, before: Reading | undefined, isRate: boolean, language: 'zh-CN' | 'en') {
	if (now?.value == null || before?.value == null) return null;
	const amount = now.value - before.value;
	if (!isRate) return formatChange({ amount, kind: 'points', verdict: 'neutral' }, language);
	if (Math.abs(amount) < 0.05) return language === 'en' ? 'no change' : '持平';
	return `${amount > 0 ? '↑' : '↓'}\u00a0${formatDecimal(Math.abs(amount))}`;
}

export function MapPanel({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { theme } = useTheme();
	const { location, readings } = useStores();
	const tree = useApp((state) => state.tree);
	const definitions = useApp((state) => state.definitions);
	const wantedLevel = useLocation((state) => state.address.mapLevel);
	const areaReadings = useReadings((state) => state.mapReadings);
	const labelReadings = useReadings((state) => state.mapLabels);

	const choice = useMemo(() => chooseMap(tree, wantedLevel, view.area.level), [tree, wantedLevel, view.area.level]);
	const level = choice?.level ?? null;
	const indicator = choice?.indicator ?? PER_RESIDENT;
	const definition = definitions.get(indicator);
	const children = useMemo(
		() => (tree.childrenOf.get(view.area.code) ?? NO_AREAS).filter((child) => child.level !== 'microGrid'),
		[tree, view.area.code],
	);

	useEffect(() => {
		if (level === null) return;
		const period = parsePeriod(view.period);
		if (!period) return;
		readings.getState().loadMap(
			{ period: view.period, level, indicators: [indicator] },
			{
				period: `${shiftPeriod(period, -1).code}..${view.period}`,
				areas: [view.area.code, ...children.map((child) => child.code)],
				indicators: [indicator],
			},
		);
	}, [readings, level, indicator, view.period, view.area.code, children]);

	const byArea = useMemo(() => {
		const known = new Map<string, Reading>();
		for (const reading of areaReadings.value?.readings ?? []) {
			if (reading.indicator === indicator && reading.level === level) known.set(reading.area, reading);
		}
		return known;
	}, [areaReadings.value, indicator, level]);
	const areas = useMemo<MapArea[]>(
		() =>
			tree.list.flatMap((area) =>
				area.level === level && area.labelPoint !== null
					? [{ code: area.code, name: area.name, point: area.labelPoint }]
					: [],
			),
		[tree, level],
	);
	const breaks = useMemo(() => {
		if (byArea.size === 0) return null;
		const values = new Map<string, number | null>();
		for (const area of tree.list) {
			if (area.level === level) values.set(area.code, byArea.get(area.code)?.value ?? null);
		}
		return classBreaks(values, DECIMALS);
	}, [tree, level, byArea]);
	const layers = useMapLayers();
	const base = useBaseMap();
	const approval = useApproval();
	const kind = kindOf(definition);
	const unit = unitOf(definition, language);
	const labels = useMemo<MapLabel[]>(() => {
		const figures = new Map<string, string>();
		for (const reading of labelReadings.value?.readings ?? []) {
			if (reading.period === view.period && reading.value !== null) {
				figures.set(reading.area, formatValue(reading.value, kind));
			}
		}
		return children.flatMap((child) =>
			child.labelPoint === null
				? []
				: [
						{
							code: child.code,
							name: child.shortName,
							figure: figures.get(child.code) ?? null,
							point: child.labelPoint,
						},
					],
		);
	}, [children, labelReadings.value, view.period, kind]);
	const describe = useMemo(
		() =>
			(code: string): HoverText | null => {
				const area = tree.byCode.get(code);
				if (!area) return null;
				const reading = byArea.get(code);
				const words = reading ? readingText(reading, kind, t) : { text: '…', isFigure: false };
				const parts =
					reading && reading.num !== null && reading.den !== null && reading.den > 0
						? t('map.hoverParts', {
								num: formatInteger(reading.num),
								den: formatInteger(reading.den),
								unit: indicator === PER_RESIDENT ? t('map.people') : t('map.due'),
							})
						: null;
				return {
					title: pathTo(tree, area)
						.slice(1)
						.map((one) => one.name)
						.join(' '),
					figure: words.text,
					unit: words.isFigure ? unit : '',
					note: parts,
				};
			},
		[tree, byArea, kind, unit, indicator, t],
	);

	const name = indicatorName(definition, indicator, language);
	const district = tree.list.find((area) => area.level === 'district');
	const frame = view.area.bbox ?? district?.bbox ?? null;
	const ofArea = (labelReadings.value?.readings ?? []).filter((reading) => reading.area === view.area.code);
	const total = ofArea.find((reading) => reading.period === view.period);
	const before = ofArea.find((reading) => reading.period !== view.period);
	const change = changeWords(total, before, indicator === PER_RESIDENT, language);
	const totalWords = total
		? t('map.areaTotal', {
				name: view.area.shortName,
				value: readingText(total, kind, t).text,
				unit: total.value === null || unit === '' ? '' : language === 'en' ? '' : `\u00a0${unit}`,
			})
		: '';
	const note = [
		[totalWords, change === null ? '' : t('map.totalChange', { change })]
			.filter(Boolean)
			.join(language === 'en' ? ', ' : '，'),
		indicator === PER_RESIDENT ? t('map.perThousand') : t('map.needsPopulation'),
	].filter(Boolean);
	const pick = (code: string) => {
		const target = pickTarget(tree, view.area, code);
		if (target) location.getState().goTo({ area: target.code });
	};

	return (
		<Panel
			title={<span className={css.title}>{name}</span>}
			note={note.join(' • ')}
			isBusy={choice !== null && isAwaited(areaReadings)}
			isFlush
			actions={
				choice !== null && (
					<>
						<Segmented
							label={t('map.level')}
							value={choice.level}
							choices={choice.levels.map((one) => ({ value: one, text: t(`mapLevels.${one}`) }))}
							onChoose={(mapLevel) => location.getState().adjust({ mapLevel })}
						/>
						<span className={css.classes}>{t('map.classes')}</span>
					</>
				)
			}
		>
			{areaReadings.error !== null && <FailureNote error={areaReadings.error} isOld={areaReadings.value !== null} />}
			{choice === null || frame === null ? (
				<div className={css.none}>
					<EmptyNote title={t('map.noLayer')}>{t('map.noLayerHint')}</EmptyNote>
				</div>
			) : (
				<>
					<div className={css.map}>
						<DistrictMap
							label={`${name} ${t('map.title')}`}
							layers={layers}
							level={choice.level}
							scheme="ramp"
							fills={breaks?.rampByArea ?? null}
							areas={areas}
							labels={labels}
							selected={view.path.length > 1 ? view.area.code : null}
							frame={frame}
							theme={theme}
							language={language}
							describe={describe}
							onPick={pick}
							base={base}
							approval={approval}
						/>
					</div>
					<div className={css.legend}>
						{breaks !== null && (
							<MapLegend
								classes={breaks.classes}
								level={choice.level}
								decimals={DECIMALS}
								unit={indicator === PER_RESIDENT ? (language === 'en' ? '' : '件') : unit}
								noDataLabel={indicator === PER_RESIDENT ? t('map.noBase') : t('map.noValue')}
								language={language}
							/>
						)}
					</div>
				</>
			)}
		</Panel>
	);
}
