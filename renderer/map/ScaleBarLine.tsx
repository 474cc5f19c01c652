// The scale bar at the lower right of the map (picture 01).

import type { MapWords } from '../text/map-words.ts';
import { scaleBarFor } from './scale-bar.ts';

export function ScaleBarLine({ metresPerPx, words }: { metresPerPx: number; words: MapWords }) {
	const bar = scaleBarFor(metresPerPx, 90);
	const label = bar.metres >= 1000 ? `${bar.metres / 1000} ${words.kilometres}` : `${bar.metres} ${words.metres}`;
	return (
		<div className="map-scale" style={{ width: bar.widthPx }}>
			{label}
		</div>
	);
}
