// What a person draws over the map: a line that is measured, or an outline that selects. Draws only.

import type { MapView } from './MapOverlay.tsx';

export interface DrawnShapeProps {
	/** Corners in degrees, in the order drawn. */
	points: readonly (readonly [number, number])[];
	isClosed: boolean;
	view: MapView;
	/** Words at the last corner, as the length so far. */
	words: string | null;
}

export function DrawnShape({ points, isClosed, view, words }: DrawnShapeProps) {
	const corners = points.map((point) => view.project(point));
	const path = corners.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
	const last = corners.at(-1);
	if (last === undefined) return null;
	return (
		<>
			<svg className="map-drawn" aria-hidden="true">
				<path className="map-drawn-casing" d={isClosed ? `${path}Z` : path} />
				<path className="map-drawn-line" d={isClosed ? `${path}Z` : path} data-closed={isClosed} />
				<path
					className="map-drawn-corners"
					d={corners.map(({ x, y }) => `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z`).join('')}
				/>
			</svg>
			{words !== null && (
				<span className="map-drawn-words" style={{ transform: `translate(${last.x + 8}px, ${last.y - 22}px)` }}>
					{words}
				</span>
			)}
		</>
	);
}
