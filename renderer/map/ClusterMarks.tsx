// Open events over the map: one light for one event, a plate with the number of each light for several.
// Buttons, so that keys reach them; what a press does is the owner's.

import './map-marks.css';
import { useMemo } from 'react';
import { EVENT_LIGHTS } from '../../shared/domain/codes.ts';
import { LightShape } from '../ui/LightShape.tsx';
import type { MapView } from './MapOverlay.tsx';
import { clusterPoints, type PointCluster, type PointColumns } from './point-clusters.ts';
import { type Box, boxAround } from './town-labels.ts';

/** Points closer than this on the screen are one mark. */
const CLUSTER_PX = 76;
const SINGLE_PX = 14;

/** Clusters of a view at rest; labels keep clear of them. */
function clustersIn(points: PointColumns, view: Pick<MapView, 'zoom'>): PointCluster[] {
	return clusterPoints(points, view.zoom, CLUSTER_PX, EVENT_LIGHTS.length);
}

/** Width and height of a mark in CSS pixels, as map.css draws it. */
function sizeOf(cluster: PointCluster): [number, number] {
	if (cluster.rows.length === 1) return [SINGLE_PX + 8, SINGLE_PX + 8];
	const kinds = cluster.counts.filter((count) => count > 0).length;
	return [Math.min(kinds, 2) * 32 + 10, Math.ceil(kinds / 2) * 16 + 8];
}

/** Boxes that marks cover in a view. */
export function clusterBoxes(points: PointColumns, view: MapView): Box[] {
	return clustersIn(points, view).map((cluster) => {
		const { x, y } = view.project(cluster.point);
		return boxAround(x, y, ...sizeOf(cluster));
	});
}

export interface ClusterMarksProps {
	points: PointColumns;
	view: MapView;
	/** The view at rest: clusters change only when the zoom does. */
	settledView: MapView;
	/** Name of a mark for screen readers. */
	nameOf: (cluster: PointCluster) => string;
	onPress: (cluster: PointCluster) => void;
}

export function ClusterMarks({ points, view, settledView, nameOf, onPress }: ClusterMarksProps) {
	const { zoom } = settledView;
	const clusters = useMemo(() => clustersIn(points, { zoom }), [points, zoom]);
	return (
		<div className="map-clusters">
			{clusters.map((cluster) => {
				const { x, y } = view.project(cluster.point);
				if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) return null;
				const name = nameOf(cluster);
				return (
					<button
						key={cluster.first}
						type="button"
						className="map-cluster"
						data-single={cluster.rows.length === 1}
						data-count={cluster.rows.length}
						title={name}
						style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
						onClick={() => onPress(cluster)}
					>
						<span className="visually-hidden">{name}</span>
						{EVENT_LIGHTS.map((light, kind) => {
							const count = cluster.counts[kind] ?? 0;
							if (count === 0) return null;
							return (
								<span key={light} aria-hidden>
									<LightShape light={light} size={cluster.rows.length === 1 ? SINGLE_PX : 10} />
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
