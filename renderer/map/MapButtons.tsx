// Zoom in, zoom out, whole area. Plain buttons over the map.

import { Maximize, Minus, Plus } from 'lucide-react';
import type { MapWords } from '../text/map-words.ts';

export interface MapButtonsProps {
	words: MapWords;
	onZoom: (steps: number) => void;
	onFit: () => void;
}

export function MapButtons({ words, onZoom, onFit }: MapButtonsProps) {
	return (
		<div className="map-buttons">
			<button type="button" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => onZoom(0.75)}>
				<Plus size={16} strokeWidth={1.75} aria-hidden="true" />
			</button>
			<button type="button" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => onZoom(-0.75)}>
				<Minus size={16} strokeWidth={1.75} aria-hidden="true" />
			</button>
			<button type="button" aria-label={words.fit} title={words.fit} onClick={onFit}>
				<Maximize size={14} strokeWidth={1.75} aria-hidden="true" />
			</button>
		</div>
	);
}
