// What a basemap under and over the coloured areas is made of. Types alone; how it is drawn stands in base-style.ts.

/** A pack that an operator added. */
export interface BasePack {
	id: string;
	kind: 'vector' | 'raster' | 'lines';
	/** Absolute address of its file. */
	url: string;
	/** [west, south, east, north] in degrees. */
	bounds: [number, number, number, number];
	minZoom: number;
	maxZoom: number;
	/** Layers of a vector pack. */
	layers: readonly string[];
}

export interface BaseMap {
	packs: readonly BasePack[];
	/** Addresses of online tiles with {z}, {x} and {y}, lowest first. */
	online: readonly string[];
	/** Who is to be named for what is drawn; empty where nobody asks. */
	attribution: string;
}

/** True where pictures lie under the areas, which then let them shine through. */
export function hasPictures(base: BaseMap | null): boolean {
	return base !== null && (base.online.length > 0 || base.packs.some(({ kind }) => kind === 'raster'));
}
