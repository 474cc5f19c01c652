// Hot grids over the map: a double ring with the week's count, and amounts that stand at the point of their area.
// Not a light: what is unusual is not yet late.

import './map-marks.css';
import { useMemo } from 'react';
import type { MapView } from './MapOverlay.tsx';
import { type Box, boxAround, overlaps } from './town-labels.ts';

export interface Spot {
	key: string;
	/** [lng, lat] in degrees. */
	point: readonly [number, number];
	words: string;
	name: string;
	/** Amounts stand largest first; those that would lie on a larger one are left out. */
	amount?: number;
}

export interface SpotMarksProps {
	spots: readonly Spot[];
	/** `hot`: ringed; `amount`: plain figures. */
	kind: 'hot' | 'amount';
	view: MapView;
	settledView: MapView;
	/** What amounts keep clear of, in the view at rest. */
	blocked: readonly Box[];
	onPress: (key: string) => void;
}

const WIDTH = 46;
const HEIGHT = 18;

/** Spots of a view that do not lie on a more important one. */
function freeSpots(spots: readonly Spot[], view: MapView, blocked: readonly Box[]): Spot[] {
	const taken: Box[] = [...blocked];
	return [...spots]
		.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
		.filter((spot) => {
			const { x, y } = view.project(spot.point);
			const box = boxAround(x, y, WIDTH, HEIGHT);
			if (taken.some((one) => overlaps(one, box))) return false;
			taken.push(box);
			return true;
		});
}

export function SpotMarks({ spots, kind, view, settledView, blocked, onPress }: SpotMarksProps) {
	const shown = useMemo(
		() => (kind === 'hot' ? spots : freeSpots(spots, settledView, blocked)),
		[spots, kind, settledView, blocked],
	);
	return (
		<div className="map-clusters">
			{shown.map((spot) => {
				const { x, y } = view.project(spot.point);
				if (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20) return null;
				return (
					<button
						key={spot.key}
						type="button"
						className="map-spot"
						data-kind={kind}
						aria-label={spot.name}
						title={spot.name}
						style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
						onClick={() => onPress(spot.key)}
					>
						{spot.words}
					</button>
				);
			})}
		</div>
	);
}
