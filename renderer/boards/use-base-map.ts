// The basemap of the desk's maps, stable until packs or settings change.

import { useEffect, useMemo } from 'react';
import type { BaseMap } from '../map/base-map.ts';
import { useBasemaps, useStores } from '../stores/StoresContext.tsx';
import { baseMapOf } from './base-map-of.ts';

/** Null where there is none. */
export function useBaseMap(): BaseMap | null {
	const { basemaps } = useStores();
	const known = useBasemaps((state) => state.basemaps.value);
	useEffect(() => basemaps.getState().load(), [basemaps]);
	const key = JSON.stringify(known);
	return useMemo(() => baseMapOf(JSON.parse(key)), [key]);
}
