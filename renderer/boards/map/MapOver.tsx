// What lies over one map: places, amounts by grid, hot grids, event clusters, what is drawn by hand. From the store alone.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClusterMarks } from '../../map/ClusterMarks.tsx';
import { DrawnShape } from '../../map/DrawnShape.tsx';
import type { MapView } from '../../map/MapOverlay.tsx';
import { PlaceMarks } from '../../map/PlaceMarks.tsx';
import type { PointCluster, PointColumns } from '../../map/point-clusters.ts';
import { SpotMarks } from '../../map/SpotMarks.tsx';
import type { MapLayer } from '../../stores/map-address.ts';
import type { MapEvents, MapPlaces } from '../../stores/map-store.ts';
import { useApp, useMap } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import { clusterWords, placePoints, placeWords } from './map-points.ts';
import type { Drawing } from './use-drawing.ts';

export const PLACE_LAYERS = ['keyPlace', 'component', 'hazard'] as const;

/** What a person pressed: the marks of one cluster. */
export type Focus = { kind: 'events' | MapPlaces['kind']; rows: readonly number[] };

export interface MapOverProps {
	view: MapView;
	settledView: MapView;
	layers: readonly MapLayer[];
	/** Null while not known or not shown. */
	events: { all: MapEvents; points: PointColumns } | null;
	drawing: Drawing;
	onFocus: (focus: Focus, points: PointColumns) => void;
	onArea: (code: string) => void;
}

function Places({
	kind,
	places,
	onFocus,
	view,
	settledView,
}: Pick<MapOverProps, 'view' | 'settledView' | 'onFocus'> & { kind: MapPlaces['kind']; places: MapPlaces }) {
	const { t } = useTranslation();
	const points = useMemo(() => placePoints(places), [places]);
	return (
		<PlaceMarks
			sign={t(`mapPage.signs.${kind}`)}
			points={points}
			view={view}
			settledView={settledView}
			nameOf={(cluster) => `${t(`mapPage.layers.${kind}`)}: ${placeWords(cluster, places, t)}`}
			onPress={(cluster) => onFocus({ kind, rows: cluster.rows }, points)}
		/>
	);
}

export function MapOver({ view, settledView, layers, events, drawing, onFocus, onArea }: MapOverProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const tree = useApp((state) => state.tree);
	const keyPlace = useMap((state) => state.keyPlace.value);
	const component = useMap((state) => state.component.value);
	const hazard = useMap((state) => state.hazard.value);
	const hotspots = useMap((state) => state.hotspots.value);
	const staff = useMap((state) => state.staff.value);
	const places = { keyPlace, component, hazard };

	const hot = useMemo(
		() =>
			(hotspots?.spots ?? []).flatMap((spot) => {
				const grid = tree.byCode.get(spot.area);
				if (!grid?.labelPoint) return [];
				const words = language === 'en' ? spot.class.en : spot.class.zh;
				const name = t('mapPage.hotName', { name: grid.name, class: words, n: spot.now, mean: spot.mean.toFixed(1) });
				return [{ key: `${spot.area} ${spot.classCode}`, point: grid.labelPoint, words: String(spot.now), name }];
			}),
		[hotspots, tree, language, t],
	);
	const loads = useMemo(() => {
		const frame = staff?.frames[0];
		if (!staff || !frame) return [];
		return staff.areas.flatMap((code, at) => {
			const area = tree.byCode.get(code);
			const value = frame.values[at];
			if (!area?.labelPoint || value == null) return [];
			const words = formatInteger(Math.round(value));
			return [
				{ key: code, point: area.labelPoint, words, name: t('mapPage.staffName', { name: area.name, n: words }) },
			];
		});
	}, [staff, tree, t]);
	const nameOf = (cluster: PointCluster) => (events === null ? '' : clusterWords(cluster, events.all, language, t));

	return (
		<>
			{PLACE_LAYERS.map((kind) => {
				const own = places[kind];
				if (!layers.includes(kind) || own === null) return null;
				return <Places key={kind} kind={kind} places={own} view={view} settledView={settledView} onFocus={onFocus} />;
			})}
			{layers.includes('staff') && <SpotMarks kind="amount" spots={loads} view={view} onPress={onArea} />}
			{layers.includes('hotspots') && (
				<SpotMarks kind="hot" spots={hot} view={view} onPress={(key) => onArea(key.split(' ')[0] ?? '')} />
			)}
			{events !== null && (
				<ClusterMarks
					points={events.points}
					view={view}
					settledView={settledView}
					nameOf={nameOf}
					onPress={(cluster) => onFocus({ kind: 'events', rows: cluster.rows }, events.points)}
				/>
			)}
			{drawing.points.length > 0 && (
				<DrawnShape points={drawing.points} isClosed={drawing.tool === 'select'} view={view} words={drawing.words} />
			)}
		</>
	);
}
