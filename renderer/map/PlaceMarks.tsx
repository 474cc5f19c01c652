// Places over the map: a small mark of their layer, a number where several lie together, a ring where one needs a look.
// Draws and names; takes pointers only for the name.

import { useMemo } from 'react';
import type { MapView } from './MapOverlay.tsx';
import { clusterPoints, type PointCluster, type PointColumns } from './point-clusters.ts';

/** Kinds of the points: 0 as it should be, 1 needs a look. */
const KINDS = 2;
const CLUSTER_PX = 46;

export interface PlaceMarksProps {
	/** One Chinese character or a letter that says which layer this is. */
	sign: string;
	points: PointColumns;
	view: MapView;
	settledView: MapView;
	nameOf: (cluster: PointCluster) => string;
	onPress: (cluster: PointCluster) => void;
}

export function PlaceMarks({ sign, points, view, settledView, nameOf, onPress }: PlaceMarksProps) {
	const { zoom } = settledView;
	const clusters = useMemo(() => clusterPoints(points, zoom, CLUSTER_PX, KINDS), [points, zoom]);
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
						data-warning={(cluster.counts[1] ?? 0) > 0}
						aria-label={name}
						title={name}
						style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
						onClick={() => onPress(cluster)}
					>
						<b>{sign}</b>
						{cluster.rows.length > 1 && <span>{cluster.rows.length}</span>}
					</button>
				);
			})}
		</div>
	);
}
