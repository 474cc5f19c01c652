// Looks into a PMTiles file: header, metadata and the tiles over the district. Changes nothing.

import type { FileHandle } from 'node:fs/promises';
import { bytesToHeader, Compression, type Header, PMTiles, type Source, TileType } from 'pmtiles';
import { type Box, boxesMeet } from './box.ts';
import { packFault } from './pack-fault.ts';

export interface PackFacts {
	name: string | null;
	kind: 'vector' | 'raster' | 'lines';
	bounds: Box;
	minZoom: number;
	maxZoom: number;
	layers: string[];
	attribution: string;
}

const HEADER_BYTES = 127;
const MAGIC = 'PMTiles';
const MAX_LAYERS = 60;

/** First bytes of a tile by its type. */
const TILE_STARTS: Partial<Record<TileType, readonly number[]>> = {
	[TileType.Mvt]: [0x1a],
	[TileType.Png]: [0x89, 0x50, 0x4e, 0x47],
	[TileType.Jpeg]: [0xff, 0xd8],
	[TileType.Webp]: [0x52, 0x49, 0x46, 0x46],
};

function sourceOf(file: FileHandle): Source {
	return {
		getKey: () => 'file',
		async getBytes(offset, length) {
			const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(length), position: offset });
			return { data: buffer.slice(0, bytesRead).buffer };
		},
	};
}

/** Column and row of the tile over a place. */
function tileAt(zoom: number, lng: number, lat: number): [number, number] {
	const n = 2 ** zoom;
	const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
	const inside = (value: number) => Math.min(n - 1, Math.max(0, Math.floor(value * n)));
	return [inside((lng + 180) / 360), inside(y)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Words of a file's own metadata, without marks and at a length that fits. */
function plainWords(value: unknown, longest: number): string {
	if (typeof value !== 'string') return '';
	return value
		.replace(/<[^>]*>|[\p{Cc}\p{Cf}]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, longest);
}

function layerNames(metadata: unknown): string[] {
	const layers = isRecord(metadata) && Array.isArray(metadata['vector_layers']) ? metadata['vector_layers'] : [];
	const names = layers.flatMap((layer: unknown) =>
		isRecord(layer) && typeof layer['id'] === 'string' ? [layer['id'].slice(0, 80)] : [],
	);
	return [...new Set(names)].slice(0, MAX_LAYERS);
}

async function readHeader(file: FileHandle, size: number): Promise<Header> {
	const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(HEADER_BYTES), position: 0 });
	const isPack = bytesRead === HEADER_BYTES && new TextDecoder('latin1').decode(buffer.slice(0, 7)) === MAGIC;
	if (!isPack || buffer[7] !== 3) throw packFault('notPack');
	const header = bytesToHeader(buffer.buffer);
	const ends = [
		header.rootDirectoryOffset + header.rootDirectoryLength,
		header.jsonMetadataOffset + header.jsonMetadataLength,
		header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
		header.tileDataOffset + (header.tileDataLength ?? 0),
	];
	if (ends.some((end) => end > size)) throw packFault('cutOff');
	return header;
}

/** The tiles over a place, from near to far; the first that is there must open. */
async function checkTile(tiles: PMTiles, header: Header, [lng, lat]: readonly [number, number]): Promise<boolean> {
	const start = TILE_STARTS[header.tileType] ?? [];
	for (let zoom = header.maxZoom; zoom >= header.minZoom; zoom -= 1) {
		const [x, y] = tileAt(zoom, lng, lat);
		const tile = await tiles.getZxy(zoom, x, y);
		if (tile === undefined) continue;
		const bytes = new Uint8Array(tile.data);
		if (bytes.length > 0 && start.some((byte, at) => bytes[at] !== byte)) throw packFault('damaged');
		return true;
	}
	return false;
}

/**
 * @param district box of the district; null while none is known, the middle of the file is looked at then
 * @throws GridHelmError E_FILE with `details.fault`
 */
export async function checkPmtiles(file: FileHandle, size: number, district: Box | null): Promise<PackFacts> {
	const header = await readHeader(file, size);
	const { tileType, tileCompression, internalCompression, minZoom, maxZoom } = header;
	if (TILE_STARTS[tileType] === undefined) throw packFault('tileType');
	const isReadable = (one: Compression) => one === Compression.None || one === Compression.Gzip;
	if (!isReadable(internalCompression) || !(isReadable(tileCompression) || tileCompression === Compression.Unknown)) {
		throw packFault('compression');
	}
	const bounds: Box = [header.minLon, header.minLat, header.maxLon, header.maxLat];
	const isGround = bounds[0] < bounds[2] && bounds[1] < bounds[3] && minZoom <= maxZoom && maxZoom <= 24;
	if (!isGround) throw packFault('damaged');
	if (district !== null && !boxesMeet(bounds, district)) throw packFault('elsewhere');
	const looked =
		district === null
			? bounds
			: ([0, 1, 2, 3].map((at) =>
					(at < 2 ? Math.max : Math.min)(bounds[at] ?? 0, district[at] ?? 0),
				) as unknown as Box);
	const tiles = new PMTiles(sourceOf(file));
	let metadata: unknown;
	let isThere: boolean;
	try {
		metadata = await tiles.getMetadata();
		isThere = await checkTile(tiles, header, [(looked[0] + looked[2]) / 2, (looked[1] + looked[3]) / 2]);
	} catch (error) {
		if (error instanceof Error && error.name === 'GridHelmError') throw error;
		throw packFault('damaged');
	}
	if (!isThere) throw packFault('elsewhere');
	const isVector = tileType === TileType.Mvt;
	const layers = layerNames(metadata);
	if (isVector && layers.length === 0) throw packFault('damaged');
	const words = isRecord(metadata) ? metadata : {};
	return {
		name: plainWords(words['name'], 80) || null,
		kind: isVector ? 'vector' : 'raster',
		bounds,
		minZoom,
		maxZoom,
		layers: isVector ? layers : [],
		attribution: plainWords(words['attribution'], 200),
	};
}
