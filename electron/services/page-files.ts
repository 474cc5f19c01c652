// What both windows on the product serve alike: the built page, its addresses, types, ranges and headers.
// Must not know how bytes travel (HTTP server, Electron protocol).

import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { LayerFile } from './services.ts';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.geojson': 'application/geo+json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.woff': 'font/woff',
	'.ttf': 'font/ttf',
	'.otf': 'font/otf',
	'.wasm': 'application/wasm',
	'.pbf': 'application/x-protobuf',
	'.pmtiles': 'application/octet-stream',
	'.txt': 'text/plain; charset=utf-8',
};

/** Folder of an operator's basemaps inside the cache's. */
export const PACK_FOLDER = 'basemaps';

/** Names that carry a content hash, as the bundler writes them: `assets/index-B3x_9kQz.js`. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;
/** First parts of addresses that the page itself answers. */
const PAGES = new Set(['', 'wall', 'events', 'data', 'map', 'indicators']);
const LAYER = /^\/geo\/(?:([A-Za-z]{1,40})\.geojson|(online\/[a-z]{3}(?:\/\d{1,7}){3}))$/;
const PACK = /^\/geo\/packs\/([0-9a-f]{16}\.(?:pmtiles|geojson))$/;

/** Only our own code and data; no code made at run time, no inline code. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"worker-src 'self'",
	"style-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** Headers of every answer to a page. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
	'Content-Security-Policy': CONTENT_SECURITY_POLICY,
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), fullscreen=(self)',
};

export interface ByteRange {
	start: number;
	/** Inclusive. */
	end: number;
}

/**
 * One `bytes=` range against a size; null for none, several, or another unit (the whole file is sent then),
 * `unsatisfiable` for 416.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
	if (!match || (match[1] === '' && match[2] === '')) return null;
	const first = match[1] === '' ? null : Number(match[1]);
	const last = match[2] === '' ? null : Number(match[2]);
	if (first === null) {
		if (last === 0 || size === 0) return 'unsatisfiable';
		return { start: Math.max(0, size - (last ?? 0)), end: size - 1 };
	}
	if (last !== null && last < first) return null;
	if (first >= size) return 'unsatisfiable';
	return { start: first, end: Math.min(last ?? size - 1, size - 1) };
}

/** Relative path inside the folder from a request path, or null for anything that is no plain path. */
function relativePathOf(pathname: string): string | null {
	let decoded: string;
	try {
		decoded = decodeURIComponent(pathname);
	} catch {
		return null;
	}
	// Control characters, backslashes, colons and percent signs never name our files.
	if (!/^\/[\p{L}\p{N}/._ @+~()-]*$/u.test(decoded)) return null;
	const parts = decoded.split('/').slice(1);
	if (parts.some((part) => part.startsWith('.') || (part === '' && parts.length > 1))) return null;
	return parts.join('/');
}

/** File of the built page that answers a request path: `index.html` for the product's own addresses, null for none. */
export function pageFileOf(pathname: string): string | null {
	const path = relativePathOf(pathname);
	return path !== null && PAGES.has(path) ? 'index.html' : path;
}

/** Name of the geometry layer that a request path asks for, or null. */
export function layerNameOf(pathname: string): string | null {
	const [, layer, tile] = LAYER.exec(pathname) ?? [];
	return layer ?? tile ?? null;
}

/** Headers of a layer or tile, beside those of every answer. */
export function layerHeaders({ etag, type }: LayerFile): Record<string, string> {
	return {
		ETag: quotedTag(etag),
		'Cache-Control': type === undefined ? 'private, no-cache' : 'private, max-age=86400',
		'Content-Type': type ?? 'application/geo+json; charset=utf-8',
	};
}

/** Name of the basemap's file that a request path asks for, or null. */
export function packFileOf(pathname: string): string | null {
	return PACK.exec(pathname)?.[1] ?? null;
}

/** A layer's tag as it stands in a header, quoted. */
function quotedTag(etag: string): string {
	return etag.startsWith('"') ? etag : `"${etag}"`;
}

/** A file of the built page, found and described. */
export interface PageFile {
	path: string;
	/** Bytes. */
	size: number;
	etag: string;
	headers: Record<string, string>;
}

/**
 * Finds a file inside a folder, never outside it, also through links. Only `realpath` and `stat` are used, which work
 * inside the packaged archive without unpacking.
 * @param relativePath from pageFileOf
 */
export async function findPageFile(rootDir: string, relativePath: string): Promise<PageFile | null> {
	try {
		const root = await realpath(rootDir);
		const path = await realpath(join(root, relativePath));
		if (!path.startsWith(root + sep)) return null;
		const facts = await stat(path);
		if (!facts.isFile()) return null;
		const etag = `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`;
		const headers = {
			'Content-Type': TYPES[extname(relativePath).toLowerCase()] ?? 'application/octet-stream',
			'Cache-Control': HASHED.test(relativePath) ? 'private, max-age=31536000, immutable' : 'no-cache',
			'Accept-Ranges': 'bytes',
			ETag: etag,
		};
		return { path, size: facts.size, etag, headers };
	} catch {
		return null;
	}
}

/** What a request about a file is answered with. */
export interface FileAnswer {
	status: 200 | 206 | 304 | 416;
	headers: Record<string, string>;
	/** Bytes to send; null for an answer without a body. */
	range: ByteRange | null;
}

/** Status, headers and bytes for a request, by its `Range`, `If-Range` and `If-None-Match`. */
export function answerForFile(file: PageFile, header: (name: string) => string | undefined): FileAnswer {
	const { size, etag, headers } = file;
	if (header('if-none-match') === etag) return { status: 304, headers, range: null };
	const ifRange = header('if-range');
	const range = ifRange === undefined || ifRange === etag ? parseRange(header('range'), size) : null;
	if (range === 'unsatisfiable') {
		return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` }, range: null };
	}
	if (!range) {
		const whole = size === 0 ? null : { start: 0, end: size - 1 };
		return { status: 200, headers: { ...headers, 'Content-Length': String(size) }, range: whole };
	}
	const { start, end } = range;
	const partial = { 'Content-Range': `bytes ${start}-${end}/${size}`, 'Content-Length': String(end - start + 1) };
	return { status: 206, headers: { ...headers, ...partial }, range };
}
