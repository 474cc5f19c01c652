// Places over the map: one plate where several lie together, with a sign and a number for each layer, bold where one of
// them needs a look. All layers share their plates, so that none covers another.

import './map-marks.css';
import { useMemo } from 'react';
import type { MapView } from './MapOverlay.tsx';
import { clusterPoints, type PointCluster, type PointColumns } from './point-clusters.ts';
import { type Box, boxAround } from './town-labels.ts';

/** Points closer than this on the screen are one mark. */
const CLUSTER_PX = 64;

/** Points of several layers; the kind of a point is twice the number of its layer, one more where it needs a look. */
export interface PlaceColumns extends PointColumns {
	/** One Chinese character or a letter for each layer. */
	signs: readonly string[];
}

function clustersIn(places: PlaceColumns, zoom: number): PointCluster[] {
	return clusterPoints(places, zoom, CLUSTER_PX, places.signs.length * 2);
}

/** Boxes that marks cover in a view. */
export function placeBoxes(places: PlaceColumns, view: MapView): Box[] {
	return clustersIn(places, view.zoom).map((cluster) => {
		const { x, y } = view.project(cluster.point);
		const layers = new Set(cluster.rows.map((row) => (places.kind[row] ?? 0) >> 1)).size;
		return boxAround(x, y, layers * 34 + 8, 22);
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
