// Basemaps that an operator adds to the map: what lies in each, whether it reaches the district, and why one is refused.

import { z } from 'zod';
import { Count, Instant } from './values.ts';

/** Why a file is no basemap; the screen words each in its language. */
export const PACK_FAULTS = [
	'notPack',
	'cutOff',
	'damaged',
	'tileType',
	'compression',
	'geometry',
	'coordinates',
	'elsewhere',
	'tooLarge',
	'doubled',
	'tooMany',
	'noSpace',
] as const;

/** `vector` and `raster` are PMTiles; `lines` is GeoJSON. */
const PACK_KINDS = ['vector', 'raster', 'lines'] as const;

const PackId = z.string().regex(/^[0-9a-f]{16}$/);

/** [west, south, east, north], WGS 84 degrees. */
const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const StoredPack = z.strictObject({
	packId: PackId,
	name: z.string().min(1).max(80),
	kind: z.enum(PACK_KINDS),
	bytes: Count,
	bounds: Box,
	minZoom: Count,
	maxZoom: Count,
	/** Layers of a vector pack. */
	layers: z.array(z.string()),
	attribution: z.string().max(200),
	addedAt: Instant,
	/** Removed packs are kept until the program starts again, so that removing can be taken back. */
	isRemoved: z.boolean(),
});

const BasemapPack = StoredPack.extend({
	/** False where it lies beside the district that is shown; it is not drawn then. */
	reachesDistrict: z.boolean(),
});

/** Tile layers of 天地图 in web Mercator: roads or pictures, and their names. */
export const ONLINE_LAYERS = ['vec', 'cva', 'img', 'cia'] as const;

export const BasemapsOutput = z.strictObject({
	packs: z.array(BasemapPack),
	/** Tile layers of the configured online map, lowest first; empty while none is configured. */
	online: z.array(z.enum(ONLINE_LAYERS)),
	/** 审图号 of the settings, printed on every map. */
	approval: z.string().nullable(),
});

export const AddPackInput = z.strictObject({
	reference: z.string().min(1),
	/** What the numbers of a GeoJSON file are; `wgs84` stands for CGCS2000 as well. Tiles are always WGS 84. */
	system: z.enum(['wgs84', 'gcj02', 'bd09']).default('wgs84'),
});
export const AddPackOutput = z.strictObject({
	packId: PackId,
	/** Points and empty features that are not drawn. */
	leftOut: Count,
});
export const PackRef = z.strictObject({ packId: PackId });
