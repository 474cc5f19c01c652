// Serves the built renderer from its folder: never outside it, with types, ranges and cache rules.
// Knows nothing of sessions; the guard has spoken before.

import { createReadStream } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

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

/** Names that carry a content hash, as the bundler writes them: `assets/index-B3x_9kQz.js`. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

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
export function relativePathOf(pathname: string): string | null {
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

async function openInside(rootDir: string, relativePath: string): Promise<FileHandle | null> {
	try {
		const root = await realpath(rootDir);
		const path = await realpath(join(root, relativePath));
		if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return null;
		return await open(path, 'r');
	} catch {
		return null;
	}
}

/**
 * Answers with a file of the folder; false when there is none, and nothing has been sent then.
 * @param relativePath from relativePathOf
 */
export async function sendStaticFile(
	rootDir: string,
	relativePath: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<boolean> {
	const file = await openInside(rootDir, relativePath);
	if (!file) return false;
	let isHandedOver = false;
	try {
		const { size, mtimeMs } = await file.stat();
		const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
		response.setHeader('Content-Type', TYPES[extname(relativePath).toLowerCase()] ?? 'application/octet-stream');
		response.setHeader(
			'Cache-Control',
			HASHED.test(relativePath) ? 'private, max-age=31536000, immutable' : 'no-cache',
		);
		response.setHeader('ETag', etag);
		response.setHeader('Accept-Ranges', 'bytes');
		if (request.headers['if-none-match'] === etag) {
			response.writeHead(304).end();
			return true;
		}
		const ifRange = request.headers['if-range'];
		const range = ifRange === undefined || ifRange === etag ? parseRange(request.headers.range, size) : null;
		if (range === 'unsatisfiable') {
			response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
			return true;
		}
		const { start, end } = range ?? { start: 0, end: size - 1 };
		if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
		response.writeHead(range ? 206 : 200, { 'Content-Length': size === 0 ? 0 : end - start + 1 });
		if (request.method === 'HEAD' || size === 0) {
			response.end();
			return true;
		}
		isHandedOver = true;
		const stream = createReadStream('', { fd: file, start, end });
		stream.on('error', () => response.destroy());
		response.on('close', () => stream.destroy());
		stream.pipe(response);
		return true;
	} finally {
		if (!isHandedOver) await file.close();
	}
}
