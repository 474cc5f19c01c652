// Turns a GeoJSON file into a basemap of lines and areas: WGS 84, with the kind and rank of each feature and nothing else,
// so that no delivered property (an owner, a telephone) reaches a page. Pure.

import { type BaseKind, baseKindOf, roadRank } from '../../../shared/domain/basemap-kinds.ts';
import {
	CENTRAL_MERIDIANS,
	type CentralMeridian,
	type DegreeSystem,
	degreesToWgs84,
	metresToWgs84,
	orientPair,
} from '../exports/coordinates/systems.ts';
import { type Box, boxAroundPoints, boxesMeet } from './box.ts';
import { packFault } from './pack-fault.ts';

type Point = [number, number];
type Nested = Point | Nested[];

export interface GeojsonPack {
	/** GeoJSON text, WGS 84. */
	text: string;
	bounds: Box;
	/** Points and features without lines or areas. */
	leftOut: number;
}

const DRAWN = new Set(['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']);
/** Properties that tell what a feature is, the surest first. */
const TELLING: readonly (readonly [string, BaseKind])[] = [
	['waterway', 'water'],
	['railway', 'rail'],
	['highway', 'road'],
	['building', 'building'],
];
const NAMED = ['kind', 'class', 'fclass', 'layer', 'natural', 'landuse', 'leisure', 'type', '类型', '类别', '名称类型'];

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function look(properties: unknown, ofFile: BaseKind): { kind: BaseKind; rank: 1 | 2 | 3 } {
	const own = isRecord(properties) ? properties : {};
	for (const [key, kind] of TELLING) {
		const word = own[key];
		if (typeof word === 'string' && word !== '' && word !== 'no') return { kind, rank: roadRank(word) };
	}
	for (const key of NAMED) {
		const word = own[key];
		if (typeof word !== 'string' || word === '') continue;
		const kind = baseKindOf(word);
		if (kind !== null && kind !== 'other') return { kind, rank: roadRank(word) };
		if (ofFile === 'road' && roadRank(word) < 3) return { kind: 'road', rank: roadRank(word) };
	}
	return { kind: ofFile, rank: 3 };
}

/** Geometries of a document with the properties that stand beside them. */
function* geometriesOf(
	value: unknown,
	properties: unknown = null,
): Generator<{ geometry: unknown; properties: unknown }> {
	if (!isRecord(value)) {
		yield { geometry: null, properties };
		return;
	}
	if (value['type'] === 'FeatureCollection' && Array.isArray(value['features'])) {
		for (const feature of value['features']) yield* geometriesOf(feature);
	} else if (value['type'] === 'Feature') yield* geometriesOf(value['geometry'], value['properties']);
	else if (value['type'] === 'GeometryCollection' && Array.isArray(value['geometries'])) {
		for (const geometry of value['geometries']) yield* geometriesOf(geometry, properties);
	} else yield { geometry: value, properties };
}

/** Calls `visit` for each pair of numbers and gives the same shape back. @throws GridHelmError for anything else */
function mapPoints(value: unknown, visit: (x: number, y: number) => Point): Nested {
	if (!Array.isArray(value) || value.length === 0) throw packFault('coordinates');
	const [x, y] = value as unknown[];
	if (typeof x === 'number') {
		if (typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) throw packFault('coordinates');
		return visit(x, y);
	}
	return value.map((one) => mapPoints(one, visit));
}

function toWgs84(system: DegreeSystem, meridian: CentralMeridian | null): (x: number, y: number) => Point {
	return (first, second) => {
		const pair = orientPair(first, second);
		if (pair === null) throw packFault('coordinates');
		const [lng, lat] =
			pair.kind === 'degrees'
				? degreesToWgs84(system, pair.x, pair.y)
				: metresToWgs84(pair.meridian ?? meridian ?? 120, pair.x, pair.y);
		return [Number(lng.toFixed(7)), Number(lat.toFixed(7))];
	};
}

/**
 * @param fileName tells what the features are where they do not
 * @param district box of the district; null while none is known
 * @throws GridHelmError E_FILE with `details.fault`
 */
export function readGeojsonPack(
	text: string,
	fileName: string,
	system: DegreeSystem,
	district: Box | null,
): GeojsonPack {
	let document: unknown;
	try {
		document = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		throw packFault('notPack');
	}
	if (!isRecord(document) || typeof document['type'] !== 'string') throw packFault('notPack');
	const ofFile = baseKindOf(fileName.replace(/\.(geo)?json$/i, '')) ?? 'other';
	let leftOut = 0;
	const drawn: { type: string; coordinates: unknown; properties: { kind: BaseKind; rank: 1 | 2 | 3 } }[] = [];
	for (const { geometry, properties } of geometriesOf(document)) {
		if (isRecord(geometry) && typeof geometry['type'] === 'string' && DRAWN.has(geometry['type'])) {
			const { type, coordinates } = geometry;
			drawn.push({ type, coordinates, properties: look(properties, ofFile) });
		} else leftOut += 1;
	}
	if (drawn.length === 0) throw packFault('geometry');
	// Metres without a zone say nothing of their meridian; the one that brings them to the district is right.
	for (const meridian of [120, ...CENTRAL_MERIDIANS.filter((one) => one !== 120)] as CentralMeridian[]) {
		const convert = toWgs84(system, meridian);
		const points: Point[] = [];
		const features = drawn.map(({ type, coordinates, properties }) => ({
			type: 'Feature',
			properties,
			geometry: {
				type,
				coordinates: mapPoints(coordinates, (x, y) => {
					const point = convert(x, y);
					points.push(point);
					return point;
				}),
			},
		}));
		const bounds = boxAroundPoints(points);
		if (bounds === null || (district !== null && !boxesMeet(bounds, district))) continue;
		return { text: JSON.stringify({ type: 'FeatureCollection', features }), bounds, leftOut };
	}
	throw packFault('elsewhere');
}
