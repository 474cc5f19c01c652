// Roads and water of a GeoJSON that is no dataset: drawn for orientation, never counted. Keeps names and lines only.

import { isRecord } from './json-elements.ts';
import { layerOfFeature, propertiesOf } from './json-shape.ts';
import type { ExportSummary, Finding } from './record-blocks.ts';

/** How deep the coordinates of a geometry lie, and how many points a line of it needs at least. */
const DRAWN = new Map([
	['LineString', { depth: 1, least: 2 }],
	['MultiLineString', { depth: 2, least: 2 }],
	['Polygon', { depth: 2, least: 4 }],
	['MultiPolygon', { depth: 3, least: 4 }],
]);

/** True when the coordinates have the geometry's depth, no line is too short and every point is a place on earth. */
function isDrawable(coordinates: unknown, depth: number, least: number): boolean {
	if (!Array.isArray(coordinates) || coordinates.length === 0) return false;
	if (depth === 1 && coordinates.length < least) return false;
	if (depth > 0) return coordinates.every((part) => isDrawable(part, depth - 1, least));
	const [lng, lat] = coordinates as unknown[];
	return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

export interface OrientationReading {
	orientation: ExportSummary['orientation'];
	findings: Finding[];
	rowsRead: number;
}

/** Takes features one by one. */
export async function readOrientation(elements: AsyncIterable<{ value: unknown }>): Promise<OrientationReading> {
	const features: Record<'road' | 'water', string[]> = { road: [], water: [] };
	let rowsRead = 0;
	let left = 0;
	for await (const { value } of elements) {
		rowsRead++;
		const feature = isRecord(value) ? value : {};
		const layer = layerOfFeature(feature);
		const geometry = isRecord(feature['geometry']) ? feature['geometry'] : {};
		const drawn = DRAWN.get(String(geometry['type']));
		if (layer === null || !drawn || !isDrawable(geometry['coordinates'], drawn.depth, drawn.least)) {
			left++;
			continue;
		}
		const name = propertiesOf(feature)['name'];
		const properties = typeof name === 'string' && name.length <= 40 ? { name } : {};
		features[layer].push(
			JSON.stringify({
				type: 'Feature',
				properties,
				geometry: { type: geometry['type'], coordinates: geometry['coordinates'] },
			}),
		);
	}
	const orientation = (['road', 'water'] as const)
		.filter((name) => features[name].length > 0)
		.map((name) => ({ name, geojson: `{"type":"FeatureCollection","features":[${features[name].join(',')}]}` }));
	return { orientation, findings: left > 0 ? [{ code: 'W_LAYER_FEATURE', count: left, params: {} }] : [], rowsRead };
}
