// What lies over one map: places, amounts by grid, hot grids, event clusters, what is drawn by hand. From the store alone.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClusterMarks } from '../../map/ClusterMarks.tsx';
import { DrawnShape } from '../../map/DrawnShape.tsx';
import type { MapView } from '../../map/MapOverlay.tsx';
import { PlaceMarks } from '../../map/PlaceMarks.tsx';
import { boxOf, type PointCluster, type PointColumns } from '../../map/point-clusters.ts';
import { SpotMarks } from '../../map/SpotMarks.tsx';
import type { Box } from '../../map/town-labels.ts';
import type { MapLayer } from '../../stores/map-address.ts';
import type { MapEvents } from '../../stores/map-store.ts';
import { useApp, useMap } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import { clusterWords, type LayerPlace, type placePoints, placeWords } from './map-points.ts';
import type { Drawing } from './use-drawing.ts';

export const PLACE_LAYERS = ['keyPlace', 'component', 'hazard'] as const;

/** What a person pressed: the events or places of one mark. */
export type Focus = { kind: 'events'; rows: readonly number[] } | { kind: 'places'; places: readonly LayerPlace[] };

export interface MapOverProps {
	view: MapView;
	settledView: MapView;
	layers: readonly MapLayer[];
	/** Null while not known or not shown. */
	events: { all: MapEvents; points: PointColumns } | null;
	/** Places of the layers that are on; null where there are none. */
	places: ReturnType<typeof placePoints> | null;
	drawing: Drawing;
	onFocus: (focus: Focus, box: readonly [number, number, number, number]) => void;
	onArea: (code: string) => void;
	onEvent: (eventId: string) => void;
	/** Boxes of marks and names in the view at rest. */
	blockedIn: (settledView: MapView) => readonly Box[];
}

export function MapOver({
	view,
	settledView,
	layers,
	events,
	places,
	drawing,
	onFocus,
	onArea,
	onEvent,
	blockedIn,
}: MapOverProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const tree = useApp((state) => state.tree);
	const hotspots = useMap((state) => state.hotspots.value);
	const staff = useMap((state) => state.staff.value);
	const chains = useMap((state) => state.chains.value);

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
	const again = useMemo(
		() =>
			(chains?.chains ?? []).flatMap(({ area, class: of, point, events: own }) => {
				const last = own.at(-1);
				if (point === null || last === undefined) return [];
				const words = language === 'en' ? of.en : of.zh;
				const name = t('mapSpots.chainName', { name: tree.byCode.get(area)?.name ?? '', class: words, n: own.length });
				return [{ key: last.eventId, point, words: `↻${own.length}`, name, amount: own.length }];
			}),
		[chains, tree, language, t],
	);
	const loads = useMemo(() => {
		const frame = staff?.frames[0];
		if (!staff || !frame) return [];
		return staff.areas.flatMap((code, at) => {
			const area = tree.byCode.get(code);
			const households = frame.nums[at];
			const members = frame.dens[at];
			if (!area?.labelPoint || households == null || members == null) return [];
			const amount = members === 0 ? Number.POSITIVE_INFINITY : households / members;
			const words = members === 0 ? t('mapPage.noStaff') : formatInteger(Math.round(amount));
			const name = t('mapPage.staffName', { name: area.name, n: formatInteger(households), members });
			return [{ key: code, point: area.labelPoint, words, name, amount }];
		});
	}, [staff, tree, t]);
	const blocked = useMemo(() => blockedIn(settledView), [blockedIn, settledView]);
	const spots = (
		[
			{ layer: 'staff', kind: 'amount', marks: loads, onPress: onArea },
			{ layer: 'chains', kind: 'amount', marks: again, onPress: onEvent },
			{ layer: 'hotspots', kind: 'hot', marks: hot, onPress: (key: string) => onArea(key.split(' ')[0] ?? '') },
		] as const
	).filter(({ layer }) => layers.includes(layer));
	const nameOf = (cluster: PointCluster) => (events === null ? '' : clusterWords(cluster, events.all, language, t));

	return (
		<>
			{places !== null && (
				<PlaceMarks
					places={places}
					view={view}
					settledView={settledView}
					nameOf={(cluster) => placeWords(cluster, places.rows, t)}
					onPress={({ rows }) =>
						onFocus({ kind: 'places', places: rows.flatMap((row) => places.rows[row] ?? []) }, boxOf(places, rows))
					}
				/>
			)}
			{spots.map(({ layer, kind, marks, onPress }) => (
				<SpotMarks
					key={layer}
					kind={kind}
					spots={marks}
					view={view}
					settledView={settledView}
					blocked={blocked}
					onPress={onPress}
				/>
			))}
			{events !== null && (
				<ClusterMarks
					points={events.points}
					view={view}
					settledView={settledView}
					nameOf={nameOf}
					onPress={({ rows }) => onFocus({ kind: 'events', rows }, boxOf(events.points, rows))}
				/>
			)}
			{drawing.points.length > 0 && (
				<DrawnShape
					points={drawing.points}
					isClosed={drawing.tool === 'select'}
					aroundM={drawing.tool === 'buffer' ? drawing.bufferM : 0}
					view={view}
					words={drawing.words}
				/>
			)}
		</>
	);
}
