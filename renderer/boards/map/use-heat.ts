// Turns frames of a rate into frames of its heat while the layer is on; each frame once. Anything else passes unchanged.

import { useMemo } from 'react';
import { neighbourhoodsOf, smoothRates } from '../../map/smooth-rates.ts';
import type { AreaTree } from '../../stores/app-store.ts';
import type { MapFrame, MapValues } from '../../stores/map-store.ts';

export function useHeat(tree: AreaTree, values: MapValues | null, isOn: boolean): (frame: MapFrame) => MapFrame {
	return useMemo(() => {
		if (!isOn || values === null) return (frame: MapFrame) => frame;
		const near = neighbourhoodsOf(values.areas.map((code) => tree.byCode.get(code)?.labelPoint ?? null));
		const known = new WeakMap<MapFrame, MapFrame>();
		return (frame: MapFrame) => {
			let heat = known.get(frame);
			if (heat === undefined) {
				const smoothed = smoothRates(frame, near);
				heat = smoothed === null ? frame : { ...frame, values: smoothed };
				known.set(frame, heat);
			}
			return heat;
		};
	}, [tree, values, isOn]);
}
