// What the records of a JSON file look like: their keys, whether they are features, whether they are a layer of roads
// or water. Looks at the beginning of the file only.

import { type BytePlace, readBytes } from './byte-source.ts';
import { isRecord, JsonFault, readJson } from './json-elements.ts';
import { type TextEncodingName, transcodeToUtf8 } from './text-encoding.ts';

const MAX_SAMPLE = 20_000;

type JsonKind = 'json' | 'ndjson' | 'geojson';

export interface JsonShape {
	kind: JsonKind;
	/** Keys in order of appearance, over the sampled records. */
	keys: string[];
	isGeoJson: boolean;
	/** Layer name when the records are lines (roads) or carry a `layer` of road or water; else null. */
	layer: 'road' | 'water' | null;
}

export interface JsonShapeFault {
	kind: JsonKind;
	code: string;
	params: Record<string, string | number>;
}

/** Layer of a feature: its own `layer`, else roads for lines; null for anything else. */
export function layerOfFeature(feature: Record<string, unknown>): 'road' | 'water' | null {
	const properties = isRecord(feature['properties']) ? feature['properties'] : {};
	const named = String(properties['layer'] ?? '').toLowerCase();
	if (/^(?:road|roads|道路|路网)$/.test(named)) return 'road';
	if (/^(?:water|river|水系|水体)$/.test(named)) return 'water';
	const type = isRecord(feature['geometry']) ? feature['geometry']['type'] : null;
	if (type !== 'LineString' && type !== 'MultiLineString') return null;
	return 'waterway' in properties || 'water' in properties ? 'water' : 'road';
}

/** Properties of a feature, or the record itself. */
export function propertiesOf(value: Record<string, unknown>): Record<string, unknown> {
	if (value['type'] !== 'Feature') return value;
	return isRecord(value['properties']) ? value['properties'] : {};
}

/** Looks at the first records. @throws ArchiveFault */
export async function readJsonShape(
	place: BytePlace,
	encoding: TextEncodingName,
	isSequence: boolean,
): Promise<JsonShape | JsonShapeFault> {
	const plainKind = isSequence ? 'ndjson' : 'json';
	const keys = new Set<string>();
	let isGeoJson = false;
	let features = 0;
	let objects = 0;
	const layers = new Set<'road' | 'water' | null>();
	try {
		const chunks = transcodeToUtf8(readBytes(place), encoding);
		for await (const { value, isFeatureList } of readJson(chunks, isSequence)) {
			isGeoJson ||= isFeatureList;
			if (!isRecord(value)) continue;
			objects++;
			if (value['type'] === 'Feature') {
				features++;
				layers.add(layerOfFeature(value));
			}
			for (const key of Object.keys(propertiesOf(value))) keys.add(key);
			if (objects >= MAX_SAMPLE) break;
		}
	} catch (error) {
		if (!(error instanceof JsonFault)) throw error;
		return { kind: isGeoJson ? 'geojson' : plainKind, code: error.code, params: { row: error.rowNo } };
	}
	isGeoJson ||= features > 0 && features === objects;
	const kind = isGeoJson ? 'geojson' : plainKind;
	if (objects === 0) return { kind, code: 'E_NO_EXPORT', params: {} };
	const layer = features === objects && !layers.has(null) ? (layers.has('road') ? 'road' : 'water') : null;
	return { kind, keys: [...keys], isGeoJson, layer };
}
