// Writes small PMTiles files for tests: a header, one directory, metadata and tiles that all hold the same.
// Vector tiles hold a road of each rank and a lake; raster tiles are what the test gives.

import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface MadePack {
	/** [west, south, east, north] in degrees. */
	bounds: readonly [number, number, number, number];
	minZoom: number;
	maxZoom: number;
	/** Tile type of the format; left out: vector. */
	tileType?: number;
	tile?: Uint8Array;
	metadata?: Record<string, unknown>;
	/** Compression of tiles in the header; left out: gzip, and the tiles are. */
	tileCompression?: number;
}

function varint(value: number): number[] {
	const bytes: number[] = [];
	let rest = value;
	while (rest > 127) {
		bytes.push((rest % 128) + 128);
		rest = Math.floor(rest / 128);
	}
	return [...bytes, rest];
}

function field(number: number, bytes: readonly number[]): number[] {
	return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

const text = (words: string): number[] => [...new TextEncoder().encode(words)];
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Commands of a path through points of the tile, closed for a polygon. */
function path(points: readonly (readonly [number, number])[], isClosed: boolean): number[] {
	let [x, y] = [0, 0];
	const commands: number[] = [];
	points.forEach(([toX, toY], at) => {
		if (at === 0) commands.push(9);
		if (at === 1) commands.push((points.length - 1) * 8 + 2);
		commands.push(zigzag(toX - x), zigzag(toY - y));
		[x, y] = [toX, toY];
	});
	return [...commands, ...(isClosed ? [15] : [])].flatMap(varint);
}

function layer(name: string, key: string, shapes: readonly { word: string; type: 2 | 3; path: number[] }[]): number[] {
	const features = shapes.flatMap((shape, at) =>
		field(2, [...field(2, [0, at]), ...varint(3 * 8), shape.type, ...field(4, shape.path)]),
	);
	const values = shapes.flatMap(({ word }) => field(4, field(1, text(word))));
	return field(3, [
		...field(1, text(name)),
		...features,
		...field(3, text(key)),
		...values,
		...varint(5 * 8),
		...varint(4096),
		...varint(15 * 8),
		2,
	]);
}

/** A vector tile in the layers of OpenMapTiles. */
function vectorTile(): Uint8Array {
	const line = (word: string, points: [number, number][]) => ({ word, type: 2 as const, path: path(points, false) });
	return Uint8Array.from([
		...layer('transportation', 'class', [
			line('motorway', [
				[0, 900],
				[4096, 2300],
			]),
			line('primary', [
				[1400, 0],
				[1700, 4096],
			]),
			line('minor', [
				[0, 2900],
				[4096, 2700],
			]),
			line('rail', [
				[3000, 0],
				[2600, 4096],
			]),
		]),
		...layer('water', 'class', [
			{
				word: 'lake',
				type: 3,
				path: path(
					[
						[1900, 1300],
						[2500, 1300],
						[2500, 1800],
						[1900, 1800],
					],
					true,
				),
			},
		]),
	]);
}

const LAYERS = {
	vector_layers: [
		{ id: 'transportation', fields: {} },
		{ id: 'water', fields: {} },
	],
};

function tilesOver([west, south, east, north]: MadePack['bounds'], zoom: number): number[] {
	const column = (lng: number) => Math.floor(((lng + 180) / 360) * 2 ** zoom);
	const row = (lat: number) =>
		Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom);
	const ids: number[] = [];
	for (let x = column(west); x <= column(east); x += 1)
		for (let y = row(north); y <= row(south); y += 1) ids.push(zxyToTileId(zoom, x, y));
	return ids;
}

/** Bytes of the file. */
function pmtilesBytes(pack: MadePack): Uint8Array {
	const isGzip = pack.tileCompression === undefined;
	const raw = pack.tile ?? vectorTile();
	const tile = isGzip ? gzipSync(raw) : raw;
	const ids: number[] = [];
	for (let zoom = pack.minZoom; zoom <= pack.maxZoom; zoom += 1) ids.push(...tilesOver(pack.bounds, zoom));
	ids.sort((one, other) => one - other);
	const directory = Uint8Array.from([
		...varint(ids.length),
		...ids.flatMap((id, at) => varint(id - (ids[at - 1] ?? 0))),
		...ids.flatMap(() => varint(1)),
		...ids.flatMap(() => varint(tile.length)),
		...ids.flatMap(() => varint(1)),
	]);
	const metadata = new TextEncoder().encode(JSON.stringify(pack.metadata ?? { name: '测试底图', ...LAYERS }));
	const header = new DataView(new ArrayBuffer(127));
	[...'PMTiles'].forEach((letter, at) => {
		header.setUint8(at, letter.charCodeAt(0));
	});
	header.setUint8(7, 3);
	const at = { root: 127, metadata: 127 + directory.length, tiles: 127 + directory.length + metadata.length };
	const longs = [at.root, directory.length, at.metadata, metadata.length, at.tiles, 0, at.tiles, tile.length];
	[...longs, ids.length, ids.length, 1].forEach((value, index) => {
		header.setBigUint64(8 + index * 8, BigInt(value), true);
	});
	[1, 1, pack.tileCompression ?? 2, pack.tileType ?? 1, pack.minZoom, pack.maxZoom].forEach((value, index) => {
		header.setUint8(96 + index, value);
	});
	pack.bounds.forEach((value, index) => {
		header.setInt32(102 + index * 4, Math.round(value * 1e7), true);
	});
	return Buffer.concat([new Uint8Array(header.buffer), directory, metadata, tile]);
}

/** Writes the file. */
export function makePmtiles(filePath: string, pack: MadePack): void {
	writeFileSync(filePath, pmtilesBytes(pack));
}
