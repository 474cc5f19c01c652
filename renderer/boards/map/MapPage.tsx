// The map workbench: areas coloured by any indicator, layers over them, time, comparison, measuring and selecting, export.
// Everything that matters stands in the address.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameraLink, createCameraLink } from '../../map/camera-link.ts';
import { GoalLegend } from '../../map/GoalLegend.tsx';
import { MapLegend } from '../../map/MapLegend.tsx';
import { changePeriodKind } from '../../stores/location-store.ts';
import { useLocation, useMap, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { MAP_WORDS } from '../../text/map-words.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { formatPeriod } from '../../ui/time-format.ts';
import { FailureNote } from '../FailureNote.tsx';
import { FigureNotes } from '../notes/FigureNotes.tsx';
import { goalLine } from '../reading-words.ts';
import { ExportButton } from './ExportButton.tsx';
import { MapFace, zeroUnit } from './MapFace.tsx';
import { MapHead } from './MapHead.tsx';
import type { Focus } from './MapOver.tsx';
import css from './MapPage.module.css';
import { MapSidePanel } from './MapSidePanel.tsx';
import { eventPoints, placePoints } from './map-points.ts';
import { SwipeMaps } from './SwipeMaps.tsx';
import { type SliderKind, TimeSlider } from './TimeSlider.tsx';
import { useDrawing } from './use-drawing.ts';
import { useLayerFigures } from './use-layer-figures.ts';
import { kindOfPeriod, type MapModel, type MapSide, useMapModel } from './use-map-model.ts';

/** Points that lie closer together than this, in degrees, are not worth flying to. */
const SAME_SPOT = 0.0008;

function Legend({ model, side }: { model: MapModel; side: MapSide }) {
	const { t } = useTranslation();
	const language = useLanguage();
	if (side.fills === null) return null;
	if (side.fills.scheme === 'goals') {
		const goal = goalLine({ band: null, note: null }, side.definition, language, t);
		return (
			<GoalLegend
				classes={side.fills.goals}
				unit={MAP_WORDS[language].unitOf[model.level]}
				wordsOf={(light) =>
					light === 'missing'
						? t('mapPage.noValue')
						: light === 'none'
							? t('mapPage.notJudged')
							: light === 'green' && goal !== ''
								? `${t('words.green')} (${goal})`
								: t(`words.${light}`)
				}
			/>
		);
	}
	return (
		<MapLegend
			classes={side.fills.ramp}
			level={model.level}
			decimals={side.decimals}
			unit={zeroUnit(side, language)}
			noDataLabel={t('mapPage.noValue')}
			language={language}
		/>
	);
}

/** One camera for the maps of the page; those that rest by hand write it into the address. */
function useCameraLink(): CameraLink {
	const { location } = useStores();
	const [link] = useState(() =>
		createCameraLink(location.getState().address.map.camera, (camera) => {
			const { address, adjust } = location.getState();
			if (address.page === 'map') adjust({ map: { ...address.map, camera } });
		}),
	);
	return link;
}

export function MapPage({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const [passing, setPassing] = useState<string | null>(null);
	const [focus, setFocus] = useState<Focus | null>(null);
	const model = useMapModel(view, passing ?? view.period);
	const link = useCameraLink();
	const drawing = useDrawing();
	const layersOn = useLocation((state) => state.address.map.layers);
	useLayerFigures(view, layersOn);

	const area = view.area.code;
	const shownArea = useRef(area);
	useEffect(() => {
		if (shownArea.current === area) return;
		shownArea.current = area;
		setFocus(null);
		const { address, adjust } = location.getState();
		if (address.map.camera !== null) adjust({ map: { ...address.map, camera: null } });
	}, [location, area]);

	const all = useMap((state) => state.events.value);
	const events = useMemo(
		() => (all === null || !layersOn.includes('events') ? null : { all, points: eventPoints(all) }),
		[all, layersOn],
	);
	const keyPlace = useMap((state) => state.keyPlace.value);
	const component = useMap((state) => state.component.value);
	const hazard = useMap((state) => state.hazard.value);
	const places = useMemo(() => {
		const known = [keyPlace, component, hazard].filter((one) => one !== null);
		const shown = known.filter(({ kind }) => layersOn.includes(kind));
		return shown.length === 0 ? null : placePoints(shown, t);
	}, [keyPlace, component, hazard, layersOn, t]);
	const rest = useCallback(
		(period: string) => {
			setPassing(null);
			location.getState().adjust({ period });
		},
		[location],
	);
	const showFocus = useCallback(
		(next: Focus, [west, south, east, north]: readonly [number, number, number, number]) => {
			setFocus(next);
			if (east - west > SAME_SPOT || north - south > SAME_SPOT) link.flyTo([west, south, east, north]);
		},
		[link],
	);

	if (model === null) {
		return (
			<div className={css.page}>
				<EmptyNote title={t('map.noLayer')}>{t('map.noLayerHint')}</EmptyNote>
			</div>
		);
	}
	const face = (side: MapSide) => (style: React.CSSProperties) => (
		<MapFace
			view={view}
			model={model}
			side={side}
			link={link}
			drawing={drawing}
			events={events}
			places={places}
			onFocus={showFocus}
			style={style}
		/>
	);
	const { main, other } = model;
	const wordsOf = (side: MapSide) => `${side.name} ${formatPeriod(side.period, language)}`;
	return (
		<div className={css.page}>
			<Panel
				title={main.name}
				note={`${view.area.name} • ${formatPeriod(main.period, language)} • ${t('mapPage.scaleNote', { n: model.periods.length })}`}
				isBusy={main.isBusy || (other?.isBusy ?? false)}
				isFlush
				className={css.main}
				actions={
					<>
						<FigureNotes indicator={main.indicator} area={view.area.code} period={main.period} />
						<ExportButton view={view} model={model} link={link} />
					</>
				}
			>
				<MapHead model={model} />
				{model.error !== null && <FailureNote error={model.error} isOld={main.values !== null} />}
				<div className={css.map} data-map-area>
					{other === null ? (
						face(main)({ position: 'absolute', inset: 0 })
					) : (
						<SwipeMaps
							isSide={model.state.mode === 'side'}
							left={face(main)}
							right={face(other)}
							leftWords={wordsOf(main)}
							rightWords={wordsOf(other)}
						/>
					)}
				</div>
				<div className={css.legend} data-map-legend>
					<Legend model={model} side={main} />
					{main.isHeat && <span className={css.heat}>{t('mapSpots.heatNote')}</span>}
					{other !== null && other.indicator !== main.indicator && <Legend model={model} side={other} />}
				</div>
				<TimeSlider
					periods={model.periods}
					shown={main.period}
					kind={kindOfPeriod(main.period)}
					onShow={setPassing}
					onRest={rest}
					onKind={(kind: SliderKind) => rest(changePeriodKind(main.period, kind))}
				/>
			</Panel>
			<MapSidePanel model={model} drawing={drawing} focus={focus} onFocus={setFocus} />
		</div>
	);
}
