// The guard itself: a page that reaches for the network must be caught, and where the suite runs in a namespace
// without routes there must be none.

import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';

describe('the network guard', () => {
	let browser: TestBrowser;
	let html = '';
	const server = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser.close();
		server.close();
	});

	async function visit(content: string): Promise<string> {
		html = `<!doctype html><link rel="icon" href="data:,"><title>x</title>${content}`;
		const watched = await browser.openPage({ width: 400, height: 300 });
		await watched.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
			waitUntil: 'networkidle',
		});
		return watched.close().then(
			() => '',
			(error: Error) => error.message,
		);
	}

	test('lets a page that stays here pass', async () => {
		expect(await visit('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">')).toBe('');
	});

	test.each([
		['an image by address', '<img src="http://192.0.2.7/x.png">', 'leaves the machine: http://192.0.2.7/x.png'],
		['a style sheet by name', '<link rel="stylesheet" href="https://example.com/a.css">', 'https://example.com/a.css'],
		['a fetch', '<script>fetch("https://example.com/").catch(() => {})</script>', 'https://example.com/'],
		['a beacon', '<script>navigator.sendBeacon("https://example.com/b", "1")</script>', 'https://example.com/b'],
		['a socket', '<script>new WebSocket("ws://192.0.2.7/s")</script>', 'leaves the machine: http://192.0.2.7/s'],
	])('catches %s', async (_name, content, expected) => {
		expect(await visit(content)).toContain(expected);
	});

	test('fails a page that logs an error or throws', async () => {
		expect(
			await visit('<script>console.error("lost"); setTimeout(() => { throw new Error("thrown"); })</script>'),
		).toMatch(/console: lost[\s\S]*uncaught: thrown/);
	});
});

const network = process.env.GRIDHELM_NETWORK;
if (network !== 'none') console.log('Not in a namespace without routes: the missing network is not tested itself.');

test.skipIf(network !== 'none')('no route leads out of here', async () => {
	const code = await new Promise((resolve) => {
		const socket = connect({ host: '192.0.2.1', port: 80 });
		socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
		socket.on('connect', () => resolve('connected'));
	});
	expect(code).toBe('ENETUNREACH');
});
