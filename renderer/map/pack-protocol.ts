// Lets the map read tiles out of PMTiles files by byte ranges. One reader a page.

import { addProtocol } from 'maplibre-gl';
import { Protocol } from 'pmtiles';

let isKnown = false;

/** Call before a style names a `pmtiles://` address; more than once does nothing. */
export function registerPackProtocol(): void {
	if (isKnown) return;
	isKnown = true;
	const packs = new Protocol();
	addProtocol('pmtiles', async (request, controller) => {
		const { data } = await packs.tilev4(request, controller);
		return { data: data instanceof Uint8Array ? data.slice().buffer : new ArrayBuffer(0) };
	});
}
