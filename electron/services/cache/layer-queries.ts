// Geometry layers as GeoJSON bytes for the map: areas by level, the district's outline, lines for orientation.
// Coordinates leave the cache here and nowhere else; no figure is in a layer.

import type { Geometry, Position } from 'geojson';
import type { ReadableDb } from './cache-db.ts';
import { dissolveOutline } from './outline.ts';
import { getSetting } from './setting-queries.ts';

const AREA_LAYERS = ['town', 'village', 'grid', 'microGrid'] as const;
export type LayerName = 'district' | (typeof AREA_LAYERS)[number] | 'road' | 'water';
const LAYERS: readonly LayerName[] = ['district', ...AREA_LAYERS, 'road', 'water'];

/** Levels whose polygons make the outline where the district has none of its own; the widest that covers it. */
const OUTLINE_FROM = ['district', 'town', 'village', 'grid'] as const;

interface Feature {
	type: 'Feature';
	properties: { code: string; name: string; level: string; gridType: string | null };
	geometry: Geometry;
}

function isLayerName(name: string): name is LayerName {
	return LAYERS.some((layer) => layer === name);
}

function hasPolygons(db: ReadableDb, level: string): boolean {
	return (
		db
			.prepare<[string]>('SELECT 1 FROM area WHERE level = ? AND geometry IS NOT NULL AND is_active = 1 LIMIT 1')
			.get(level) !== undefined
	);
}

/** Layers that getLayer can serve now. */
export function listLayerNames(db: ReadableDb): LayerName[] {
	const lines = new Set(db.prepare<[], string>('SELECT name FROM orientation_layer').pluck().all());
	return LAYERS.filter((name) => {
		if (name === 'road' || name === 'water') return lines.has(name);
		if (name === 'district') return statedOutline(db) !== null || OUTLINE_FROM.some((level) => hasPolygons(db, level));
		return hasPolygons(db, name);
	});
}

function readFeatures(db: ReadableDb, level: string): Feature[] {
	return db
		.prepare<[string], { code: string; name: string; gridType: string | null; geometry: string }>(
			`SELECT area_code AS code, area_name AS name, grid_type AS gridType, geometry FROM area
			WHERE level = ? AND geometry IS NOT NULL AND is_active = 1 ORDER BY coalesce(sort_no, 999999), area_code`,
		)
		.all(level)
		.map((row) => ({
			type: 'Feature',
			properties: { code: row.code, name: row.name, level, gridType: row.gridType },
			geometry: JSON.parse(row.geometry) as Geometry,
		}));
}

function polygonsOf(geometry: Geometry): Position[][][] {
	if (geometry.type === 'Polygon') return [geometry.coordinates];
	return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** The outline of the settings, for a district whose own polygon was not delivered. */
function statedOutline(db: ReadableDb): Geometry | null {
	return JSON.parse(getSetting(db, 'outline') ?? 'null') as Geometry | null;
}

function districtFeatures(db: ReadableDb): Feature[] {
	const level = OUTLINE_FROM.find((name) => hasPolygons(db, name));
	if (level === undefined && statedOutline(db) === null) return [];
	const features = level === undefined ? [] : readFeatures(db, level);
	if (level === 'district') return features;
	const root = db
		.prepare<[], { code: string; name: string }>(
			"SELECT area_code AS code, area_name AS name FROM area WHERE level = 'district' LIMIT 1",
		)
		.get();
	const geometry: Geometry = statedOutline(db) ?? {
		type: 'MultiPolygon',
		coordinates: dissolveOutline(features.flatMap((feature) => polygonsOf(feature.geometry))),
	};
	const properties = { code: root?.code ?? '', name: root?.name ?? '', level: 'district', gridType: null };
	return [{ type: 'Feature', properties, geometry }];
}

/** One layer as UTF-8 GeoJSON (a FeatureCollection); null when the district has no such layer. */
export function getLayer(db: ReadableDb, name: string): Uint8Array | null {
	if (!isLayerName(name)) return null;
	const encoder = new TextEncoder();
	if (name === 'road' || name === 'water') {
		const geojson = db
			.prepare<[string], string>('SELECT geojson FROM orientation_layer WHERE name = ?')
			.pluck()
			.get(name);
		return geojson === undefined ? null : encoder.encode(geojson);
	}
	const features = name === 'district' ? districtFeatures(db) : readFeatures(db, name);
	if (features.length === 0) return null;
	return encoder.encode(JSON.stringify({ type: 'FeatureCollection', features }));
}
