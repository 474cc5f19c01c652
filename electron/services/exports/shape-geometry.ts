// Geometries of a shapefile (.shp) as GeoJSON: points, lines and polygons, with or without heights and measures. Shells
// and holes are told apart by what lies in what, whatever the direction of the rings.

import { isRingWithin, type Ring, signedArea } from './ring-geometry.ts';
import { TableFault } from './table-source.ts';

const HEADER = 100;
const MAX_RINGS = 20_000;
/** Beyond so many rings in one record nesting is not looked for. */
const MAX_NESTED_RINGS = 2_000;

export interface Shapes {
	/** Null for a null shape. */
	geometries: (Geometry | null)[];
	/** Largest absolute values of x and y. */
	reach: { x: number; y: number };
}

export interface Geometry {
	type: string;
	coordinates: unknown;
}

type Position = readonly [number, number];

function readPositions(body: Buffer, at: number, count: number): Position[] {
	const positions: Position[] = [];
	for (let index = 0; index < count; index++)
		positions.push([body.readDoubleLE(at + index * 16), body.readDoubleLE(at + index * 16 + 8)]);
	return positions;
}

function readParts(body: Buffer): Position[][] {
	const partCount = body.readUInt32LE(36);
	const pointCount = body.readUInt32LE(40);
	const pointsAt = 44 + partCount * 4;
	if (partCount > MAX_RINGS || pointsAt + pointCount * 16 > body.length) throw new RangeError('parts');
	const starts = Array.from({ length: partCount }, (_, part) => body.readUInt32LE(44 + part * 4));
	return starts.map((start, part) => {
		const end = starts[part + 1] ?? pointCount;
		if (start > end || end > pointCount) throw new RangeError('part');
		return readPositions(body, pointsAt + start * 16, end - start);
	});
}

function boxOf(ring: Ring): [number, number, number, number] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of ring) {
		west = Math.min(west, x);
		south = Math.min(south, y);
		east = Math.max(east, x);
		north = Math.max(north, y);
	}
	return [west, south, east, north];
}

/** Polygons out of loose rings: a ring inside an odd number of others is a hole of the smallest of them. */
function nestRings(rings: readonly Ring[]): Ring[][] {
	if (rings.length === 1 || rings.length > MAX_NESTED_RINGS) return rings.map((ring) => [ring]);
	const known = rings.map((ring, index) => ({ ring, index, box: boxOf(ring), area: Math.abs(signedArea(ring)) }));
	const around = known.map(({ ring, index, box }) =>
		known.filter(
			(other) =>
				other.index !== index &&
				other.area > 0 &&
				other.box[0] <= box[0] &&
				other.box[1] <= box[1] &&
				other.box[2] >= box[2] &&
				other.box[3] >= box[3] &&
				isRingWithin(ring, other.ring),
		),
	);
	const polygons = new Map<number, Ring[]>();
	for (const { ring, index } of known) if ((around[index]?.length ?? 0) % 2 === 0) polygons.set(index, [ring]);
	for (const { ring, index } of known) {
		const outer = around[index] ?? [];
		if (outer.length % 2 === 0) continue;
		const smallest = outer.reduce((least, other) => (other.area < least.area ? other : least));
		const shell = polygons.get(smallest.index);
		if (shell) shell.push(ring);
		else polygons.set(index, [ring]);
	}
	return [...polygons.values()];
}

function readGeometry(body: Buffer): Geometry | null {
	const type = body.readUInt32LE(0);
	switch (type % 10) {
		case 0:
			return null;
		case 1:
			return { type: 'Point', coordinates: readPositions(body, 4, 1)[0] };
		case 3: {
			const lines = readParts(body);
			return { type: 'MultiLineString', coordinates: lines };
		}
		case 5: {
			const polygons = nestRings(readParts(body).filter((ring) => ring.length > 0));
			return polygons.length === 1
				? { type: 'Polygon', coordinates: polygons[0] }
				: { type: 'MultiPolygon', coordinates: polygons };
		}
		case 8:
			return { type: 'MultiPoint', coordinates: readPositions(body, 40, body.readUInt32LE(36)) };
	}
	return { type: 'MultiPatch', coordinates: [] };
}

/** Reads all records. @throws TableFault naming the record where the file breaks off */
export function readShapes(bytes: Buffer): Shapes {
	if (bytes.length < HEADER) throw new TableFault('E_SHAPE_DAMAGED');
	const geometries: (Geometry | null)[] = [];
	// The length in the header is in words; a file that was cut is shorter.
	const stated = bytes.readUInt32BE(24) * 2;
	if (stated > bytes.length) throw new TableFault('E_SHAPE_DAMAGED');
	for (let at = HEADER; at + 8 <= stated; ) {
		const length = bytes.readUInt32BE(at + 4) * 2;
		const body = bytes.subarray(at + 8, at + 8 + length);
		if (body.length < length || length < 4) throw new TableFault('E_TRUNCATED', { row: geometries.length });
		try {
			geometries.push(readGeometry(body));
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			throw new TableFault('E_SHAPE_DAMAGED');
		}
		at += 8 + length;
	}
	const edges = [36, 44, 52, 60].map((at) => Math.abs(bytes.readDoubleLE(at)));
	return {
		geometries,
		reach: { x: Math.max(edges[0] ?? 0, edges[2] ?? 0), y: Math.max(edges[1] ?? 0, edges[3] ?? 0) },
	};
}
