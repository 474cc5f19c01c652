// Addresses of the geometry layers that the present data has, stable until it changes.

import { useMemo } from 'react';
import type { LayerName } from '../map/map-style.ts';
import { useApp, useStores } from '../stores/StoresContext.tsx';

const LAYERS: readonly LayerName[] = ['district', 'town', 'village', 'grid', 'microGrid', 'road', 'water'];

export function useMapLayers(): Partial<Record<LayerName, string>> {
	const { client } = useStores();
	const drawn = useApp((state) => state.tree.layers);
	const revision = useApp((state) => state.app.value?.revision ?? 0);
	return useMemo(
		() =>
			Object.fromEntries(
				LAYERS.filter((name) => drawn.includes(name)).map((name) => [name, client.layerUrl(name, revision)]),
			) as Partial<Record<LayerName, string>>,
		[drawn, client, revision],
	);
}
