// Files of the page: never outside its folder, with types, ranges and cache rules.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRange } from '../../../electron/services/page-files.ts';
import { type HostUnderTest, startHostUnderTest } from './host-under-test.ts';

let under: HostUnderTest;
beforeAll(async () => {
	under = await startHostUnderTest();
	symlinkSync(join(under.dir, 'secret.txt'), join(under.dir, 'renderer', 'link.txt'));
});
afterAll(() => under.close());

const FONT = '/assets/font-abcd1234.woff2';

describe('paths', () => {
	it.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/%2e%2e%2fsecret.txt',
		'/..%2fsecret.txt',
		'/..%5csecret.txt',
		'/..\\secret.txt',
		'/%252e%252e%252fsecret.txt',
		'/assets/../../secret.txt',
		'/assets/%2e%2e/%2e%2e/secret.txt',
		'/....//secret.txt',
		'/%c0%ae%c0%ae/secret.txt',
		'/assets/..%00/secret.txt',
		'/secret.txt%00.js',
		'/%00',
		'/%',
		'//secret.txt',
		'/file:///etc/passwd',
		'/C:/Windows/win.ini',
		'/link.txt',
		'/assets',
		'/assets/',
		'/.hidden',
	])('%s gives nothing', async (path) => {
		const answer = await under.asPage('GET', path);
		expect([400, 404]).toContain(answer.status);
		expect(answer.text).not.toMatch(/SECRET|root:/);
		expect(answer.text).not.toContain(under.dir);
	});

	it('gives the page for its own views and nothing else', async () => {
		for (const path of ['/', '/wall', '/events', '/data', '/map', '/indicators', '/wall?lang=en']) {
			const answer = await under.asPage('GET', path);
			expect(answer.status, path).toBe(200);
			expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
			expect(answer.headers['cache-control']).toBe('no-cache');
		}
		expect((await under.asPage('GET', '/wall/x')).status).toBe(404);
		expect((await under.asPage('GET', '/other')).status).toBe(404);
	});
});

describe('answers', () => {
	it('have the type that the page needs', async () => {
		const types: Record<string, string> = {
			'/assets/index-abcd1234.js': 'text/javascript; charset=utf-8',
			'/assets/worker-abcd1234.mjs': 'text/javascript; charset=utf-8',
			[FONT]: 'font/woff2',
		};
		for (const [path, type] of Object.entries(types)) {
			const { headers } = await under.asPage('GET', path);
			expect(headers['content-type']).toBe(type);
			expect(headers['cache-control']).toContain('immutable');
		}
	});

	it('are not sent again when unchanged', async () => {
		const { headers } = await under.asPage('GET', '/');
		const again = await under.asPage('GET', '/', undefined, { 'If-None-Match': String(headers.etag) });
		expect(again.status).toBe(304);
		expect(again.body.length).toBe(0);
	});

	it('have no body for HEAD', async () => {
		const answer = await under.asPage('HEAD', FONT);
		expect(answer.headers['content-length']).toBe('1000');
		expect(answer.body.length).toBe(0);
	});
});

describe('basemaps', () => {
	const PACK = '/geo/packs/0123456789abcdef.pmtiles';
	beforeAll(() => {
		mkdirSync(join(under.dir, 'basemaps'), { recursive: true });
		writeFileSync(join(under.dir, 'basemaps', '0123456789abcdef.pmtiles'), 'PMTiles, some bytes');
		writeFileSync(join(under.dir, 'basemaps', 'packs.json'), 'SECRET');
	});

	it('gives the bytes of a pack that are asked for, to its own pages alone', async () => {
		const answer = await under.asPage('GET', PACK, undefined, { Range: 'bytes=0-6' });
		expect([answer.status, answer.text]).toEqual([206, 'PMTiles']);
		expect(answer.headers['content-range']).toBe('bytes 0-6/19');
		expect((await under.send('GET', PACK, { Range: 'bytes=0-6' })).status).toBe(401);
	});

	it.each([
		'/geo/packs/packs.json',
		'/geo/packs/0123456789abcdee.pmtiles',
		'/geo/packs/../../secret.txt',
		'/geo/packs/..%2f..%2fsecret.txt',
		'/geo/packs/0123456789abcdef.pmtiles/../packs.json',
		'/geo/packs/',
	])('%s gives nothing', async (path) => {
		const answer = await under.asPage('GET', path);
		expect(answer.status).toBe(404);
		expect(answer.text).not.toContain('SECRET');
	});
});

describe('byte ranges', () => {
	it.each([
		['bytes=0-9', 0, 9],
		['bytes=990-', 990, 999],
		['bytes=-10', 990, 999],
		['bytes=995-5000', 995, 999],
	])('%s', async (range, start, end) => {
		const answer = await under.asPage('GET', FONT, undefined, { Range: range });
		expect(answer.status).toBe(206);
		expect(answer.headers['content-range']).toBe(`bytes ${start}-${end}/1000`);
		expect([...answer.body]).toEqual(Array.from({ length: end - start + 1 }, (_, i) => (start + i) % 256));
	});

	it('beyond the end is 416, a foreign unit or several are the whole file', async () => {
		const beyond = await under.asPage('GET', FONT, undefined, { Range: 'bytes=1000-' });
		expect(beyond.status).toBe(416);
		expect(beyond.headers['content-range']).toBe('bytes */1000');
		for (const range of ['lines=0-9', 'bytes=0-1,5-6', 'bytes=9-0', 'bytes=-', 'x']) {
			const answer = await under.asPage('GET', FONT, undefined, { Range: range });
			expect([answer.status, answer.body.length], range).toEqual([200, 1_000]);
		}
	});

	it('of an empty file cannot be satisfied', () => {
		expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
		expect(parseRange('bytes=-5', 0)).toBe('unsatisfiable');
	});

	it('is not used when the file changed meanwhile', async () => {
		const answer = await under.asPage('GET', FONT, undefined, { Range: 'bytes=0-9', 'If-Range': '"old"' });
		expect(answer.status).toBe(200);
	});
});

describe('layers', () => {
	it('come with an ETag and are not sent again', async () => {
		const answer = await under.asPage('GET', '/geo/town.geojson?v=3');
		expect(answer.headers['content-type']).toBe('application/geo+json; charset=utf-8');
		expect(JSON.parse(answer.text)).toEqual({ type: 'FeatureCollection' });
		const again = await under.asPage('GET', '/geo/town.geojson?v=3', undefined, { 'If-None-Match': '"r1"' });
		expect(again.status).toBe(304);
	});

	it('that the district lacks, or hostile names, are 404', async () => {
		for (const name of ['grid', '__proto__', '..%2f..%2fsecret', 'town.geojson%00']) {
			expect((await under.asPage('GET', `/geo/${name}.geojson`)).status, name).toBe(404);
		}
	});
});
