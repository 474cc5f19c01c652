// Asks for what the switched layers show; a layer that is off asks for nothing.

import { useEffect } from 'react';
import type { MapLayer } from '../../stores/map-address.ts';
import { useStores } from '../../stores/StoresContext.tsx';
import type { View } from '../../stores/use-view.ts';
import { PLACE_LAYERS } from './MapOver.tsx';

/** Households per full-time member of a grid's team. */
const STAFF_LOAD = 'TM02';

export function useLayerFigures(view: View, on: readonly MapLayer[]): void {
	const { map } = useStores();
	const area = view.area.code;
	const { period } = view;
	useEffect(() => {
		const { loadChains, loadEvents, loadHotspots, loadPlaces, loadValues } = map.getState();
		if (on.includes('events')) loadEvents(area);
		if (on.includes('hotspots')) loadHotspots(area, period);
		if (on.includes('chains')) loadChains(area, period);
		if (on.includes('staff')) loadValues('staff', { indicator: STAFF_LOAD, level: 'grid', period });
		for (const kind of PLACE_LAYERS) if (on.includes(kind)) loadPlaces(kind, area);
	}, [map, area, period, on]);
}
