// What a person draws over the map: a line that is measured, or an outline that selects. Draws only.

import './map-marks.css';
import { lengthOf } from './ground-measure.ts';
import type { MapView } from './MapOverlay.tsx';

export interface DrawnShapeProps {
	/** Corners in degrees, in the order drawn. */
	points: readonly (readonly [number, number])[];
	isClosed: boolean;
	/** Metres around it that count too; 0 for none. */
	aroundM?: number;
	view: MapView;
	/** Words at the last corner, as the length so far. */
	words: string | null;
}

/** Ground length of a CSS pixel at a place. */
function metresPerPx(view: MapView, at: readonly [number, number]): number {
	const { x, y } = view.project(at);
	return lengthOf([at, view.unproject({ x: x + 100, y })]) / 100;
}

export function DrawnShape({ points, isClosed, aroundM = 0, view, words }: DrawnShapeProps) {
	const corners = points.map((point) => view.project(point));
	const path = corners.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
	const last = corners.at(-1);
	if (last === undefined) return null;
	const aroundPx = aroundM === 0 ? 0 : aroundM / metresPerPx(view, points[0] ?? [0, 0]);
	return (
		<>
			<svg className="map-drawn" aria-hidden="true">
				{aroundPx > 0 && <path className="map-drawn-around" d={`${path}h0`} strokeWidth={2 * aroundPx} />}
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
