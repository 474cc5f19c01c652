// Places over the map: one plate where several lie together, with a sign and a number for each layer, bold where one of
// them needs a look. All layers share their plates, so that none covers another.

import './map-marks.css';
import { useMemo } from 'react';
import type { MapView } from './MapOverlay.tsx';
import { clusterPoints, joinTouching, type PointCluster, type PointColumns } from './point-clusters.ts';
import { type Box, boxAround } from './town-labels.ts';

/** Points closer than this on the screen are one mark. */
const CLUSTER_PX = 64;
const PLATE_PX = 22;
const PLATE_EDGE = 8;
/** A sign with the gap after it, and a bold digit. */
const SIGN_PX = 16;
const DIGIT_PX = 8;

/** Points of several layers; the kind of a point is twice the number of its layer, one more where it needs a look. */
export interface PlaceColumns extends PointColumns {
	/** One Chinese character or a letter for each layer. */
	signs: readonly string[];
}

/** Size of a plate as map-marks.css draws it. */
function sizeOf({ signs }: PlaceColumns, { counts, rows }: PointCluster): { width: number; height: number } {
	let width = PLATE_EDGE;
	signs.forEach((_sign, layer) => {
		const count = (counts[layer * 2] ?? 0) + (counts[layer * 2 + 1] ?? 0);
		if (count > 0) width += SIGN_PX + (rows.length > 1 ? DIGIT_PX * String(count).length : 0);
	});
	return { width, height: PLATE_PX };
}

function clustersIn(places: PlaceColumns, zoom: number): PointCluster[] {
	const clusters = clusterPoints(places, zoom, CLUSTER_PX, places.signs.length * 2);
	return joinTouching(clusters, zoom, (cluster) => sizeOf(places, cluster));
}

/** Boxes that marks cover in a view. */
export function placeBoxes(places: PlaceColumns, view: MapView): Box[] {
	return clustersIn(places, view.zoom).map((cluster) => {
		const { x, y } = view.project(cluster.point);
		const { width, height } = sizeOf(places, cluster);
		return boxAround(x, y, width, height);
	});
}

export interface PlaceMarksProps {
	places: PlaceColumns;
	view: MapView;
	settledView: MapView;
	nameOf: (cluster: PointCluster) => string;
	onPress: (cluster: PointCluster) => void;
}

export function PlaceMarks({ places, view, settledView, nameOf, onPress }: PlaceMarksProps) {
	const { zoom } = settledView;
	const clusters = useMemo(() => clustersIn(places, zoom), [places, zoom]);
	return (
		<div className="map-clusters">
			{clusters.map((cluster) => {
				const { x, y } = view.project(cluster.point);
				if (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20) return null;
				const name = nameOf(cluster);
				return (
					<button
						key={cluster.first}
						type="button"
						className="map-place"
						aria-label={name}
						title={name}
						style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
						onClick={() => onPress(cluster)}
					>
						{places.signs.map((sign, layer) => {
							const warned = cluster.counts[layer * 2 + 1] ?? 0;
							const count = (cluster.counts[layer * 2] ?? 0) + warned;
							if (count === 0) return null;
							return (
								<span key={sign} data-warning={warned > 0}>
									{sign}
									{cluster.rows.length > 1 && count}
								</span>
							);
						})}
					</button>
				);
			})}
		</div>
	);
}
