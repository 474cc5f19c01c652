// Hot grids over the map: a double ring with the week's count, and amounts that stand at the point of their area.
// Not a light: what is unusual is not yet late.

import type { MapView } from './MapOverlay.tsx';

export interface Spot {
	key: string;
	/** [lng, lat] in degrees. */
	point: readonly [number, number];
	words: string;
	name: string;
}

export interface SpotMarksProps {
	spots: readonly Spot[];
	/** `hot`: ringed; `amount`: plain figures. */
	kind: 'hot' | 'amount';
	view: MapView;
	onPress: (key: string) => void;
}

export function SpotMarks({ spots, kind, view, onPress }: SpotMarksProps) {
	return (
		<div className="map-clusters">
			{spots.map((spot) => {
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
