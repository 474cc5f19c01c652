// One map of the page: areas by class, labels, what lies over them, and its legend. Two of them stand side by side or under
// a divider.

import { type CSSProperties, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clusterBoxes } from '../../map/ClusterMarks.tsx';
import type { CameraLink } from '../../map/camera-link.ts';
import { DistrictMap, type MapArea } from '../../map/DistrictMap.tsx';
import type { HoverText } from '../../map/HoverCard.tsx';
import type { MapLabel, MapView } from '../../map/MapOverlay.tsx';
import type { ExtraLayer } from '../../map/map-style.ts';
import { placeBoxes } from '../../map/PlaceMarks.tsx';
import type { PointColumns } from '../../map/point-clusters.ts';
import { boxAround } from '../../map/town-labels.ts';
import type { MapEvents } from '../../stores/map-store.ts';
import { useLocation, useStores } from '../../stores/StoresContext.tsx';
import { pathTo, useLanguage, type View } from '../../stores/use-view.ts';
import { formatInteger, formatValue } from '../../ui/format.ts';
import { useTheme } from '../../ui/theme-context.ts';
import { formatPeriod } from '../../ui/time-format.ts';
import { PER_RESIDENT, pickTarget } from '../map-choice.ts';
import { kindOf, readingText, unitOf } from '../reading-words.ts';
import { useApproval } from '../use-approval.ts';
import { useBaseMap } from '../use-base-map.ts';
import { useMapLayers } from '../use-map-layers.ts';
import { type Focus, MapOver } from './MapOver.tsx';
import type { placePoints } from './map-points.ts';
import type { Drawing } from './use-drawing.ts';
import type { MapModel, MapSide } from './use-map-model.ts';

export interface MapFaceProps {
	view: View;
	model: MapModel;
	side: MapSide;
	link: CameraLink;
	drawing: Drawing;
	/** Null while the layer is off. */
	events: { all: MapEvents; points: PointColumns } | null;
	places: ReturnType<typeof placePoints> | null;
	onFocus: (focus: Focus, box: readonly [number, number, number, number]) => void;
	style?: CSSProperties;
}

/** Room that amounts leave for a name, in CSS pixels. */
const LABEL_WIDTH = 84;
const LABEL_HEIGHT = 40;
const EXTRAS: readonly ExtraLayer[] = ['dedicated', 'microGrid'];

export function MapFace({ view, model, side, link, drawing, events, places, onFocus, style }: MapFaceProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { theme } = useTheme();
	const { location } = useStores();
	const layersOn = useLocation((state) => state.address.map.layers);
	const { tree, level, children } = model;
	const { definition, frame, values } = side;
	const kind = kindOf(definition);
	const unit = unitOf(definition, language);

	const known = useMapLayers();
	const layers = useMemo(() => {
		const { road, water, ...areas } = known;
		return {
			...areas,
			...(layersOn.includes('road') && road !== undefined && { road }),
			...(layersOn.includes('water') && water !== undefined && { water }),
		};
	}, [known, layersOn]);
	const base = useBaseMap();
	const approval = useApproval();
	const shows = useMemo(() => EXTRAS.filter((layer) => layersOn.includes(layer)), [layersOn]);
	const areas = useMemo<MapArea[]>(
		() =>
			tree.list.flatMap(({ code, name, level: own, labelPoint }) =>
				own === level && labelPoint !== null ? [{ code, name, point: labelPoint }] : [],
			),
		[tree, level],
	);
	const at = useMemo(() => new Map((values?.areas ?? []).map((code, index) => [code, index])), [values]);
	const labels = useMemo<MapLabel[]>(() => {
		if (!layersOn.includes('labels')) return [];
		return children.flatMap((child) => {
			if (child.labelPoint === null) return [];
			const value = frame?.values[at.get(child.code) ?? -1];
			const figure = value == null ? null : formatValue(value, kind);
			return [{ code: child.code, name: child.shortName, figure, point: child.labelPoint }];
		});
	}, [children, layersOn, frame, at, kind]);
	const describe = useCallback(
		(code: string): HoverText | null => {
			const area = tree.byCode.get(code);
			const index = at.get(code);
			if (!area || index === undefined || frame === undefined) return null;
			const words = readingText({ value: frame.values[index] ?? null, status: frame.statuses[index] ?? 'ok' }, kind, t);
			const num = frame.nums[index] ?? null;
			const den = frame.dens[index] ?? null;
			return {
				title: pathTo(tree, area)
					.slice(1)
					.map((one) => one.name)
					.join(' '),
				figure: words.text,
				unit: words.isFigure ? unit : '',
				note:
					num !== null && den !== null && den > 0
						? t('mapPage.division', { num: formatInteger(num), den: formatInteger(den) })
						: null,
			};
		},
		[tree, at, frame, kind, unit, t],
	);
	const pick = (code: string) => {
		// A click with a tool at hand goes past this; by keys, the area that was chosen gives the corner.
		if (drawing.press !== null) {
			const point = tree.byCode.get(code)?.labelPoint;
			if (point) drawing.press(point);
			return;
		}
		const target = pickTarget(tree, view.area, code);
		if (target) location.getState().goTo({ area: target.code, map: { ...model.state, camera: null } });
	};
	const over = (now: MapView, settled: MapView | null) =>
		settled === null ? null : (
			<MapOver
				view={now}
				settledView={settled}
				layers={layersOn}
				events={events}
				places={places}
				drawing={drawing}
				onFocus={onFocus}
				blockedIn={blockedIn}
				onEvent={(eventId) => location.getState().openEvents({ lights: [] }, eventId)}
				onArea={(area) => location.getState().goTo({ area, map: { ...model.state, camera: null } })}
			/>
		);
	const points = events?.points;
	const clearOf = useMemo(
		() => (settled: MapView) => [
			...(points === undefined ? [] : clusterBoxes(points, settled)),
			...(places === null ? [] : placeBoxes(places, settled)),
		],
		[points, places],
	);
	const blockedIn = useMemo(
		() => (settled: MapView) => [
			...clearOf(settled),
			...labels.map(({ point }) => {
				const { x, y } = settled.project(point);
				return boxAround(x, y, LABEL_WIDTH, LABEL_HEIGHT);
			}),
		],
		[clearOf, labels],
	);
	const district = tree.list.find((area) => area.level === 'district');
	const frameBox = view.area.bbox ?? district?.bbox;
	if (!frameBox) return null;
	return (
		<div style={style} data-map-face>
			<DistrictMap
				label={`${side.name} ${formatPeriod(side.period, language)} ${t('map.title')}`}
				layers={layers}
				level={level}
				scheme={side.fills?.scheme ?? 'ramp'}
				fills={side.fills?.fills ?? null}
				areas={areas}
				labels={labels}
				selected={view.path.length > 1 ? view.area.code : null}
				frame={frameBox}
				theme={theme}
				language={language}
				describe={describe}
				onPick={pick}
				onPress={drawing.press}
				link={link}
				shows={shows}
				base={layersOn.includes('base') ? base : null}
				approval={approval}
				over={over}
				clearOf={clearOf}
			/>
		</div>
	);
}

/** Unit of a bare zero in the legend. */
export function zeroUnit(side: MapSide, language: 'zh-CN' | 'en'): string {
	if (side.indicator === PER_RESIDENT) return language === 'en' ? '' : '件';
	return unitOf(side.definition, language);
}
