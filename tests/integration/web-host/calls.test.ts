// Calls and uploads over HTTP: bounded, well-formed or refused, and nothing left half-written.

import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebHost } from '../../../electron/web-host/main.ts';
import { MAX_RPC_BYTES } from '../../../electron/web-host/server.ts';
import { displayName } from '../../../electron/web-host/upload.ts';
import { type HostUnderTest, JSON_BODY, startHostUnderTest } from './host-under-test.ts';

let under: HostUnderTest;
beforeAll(async () => {
	under = await startHostUnderTest({ maxUploadBytes: 100_000 });
});
afterAll(() => under.close());

describe('/rpc', () => {
	it('hands method and input on and gives the reply back', async () => {
		const answer = await under.asPage(
			'POST',
			'/rpc',
			JSON.stringify({ method: 'app.getState', input: { a: '网格' } }),
			JSON_BODY,
		);
		expect(answer.status).toBe(200);
		expect(JSON.parse(answer.text)).toEqual({ ok: true, data: { method: 'app.getState', input: { a: '网格' } } });
		expect(answer.headers['cache-control']).toBe('no-store');
	});

	it.each([
		'',
		'null',
		'[]',
		'"x"',
		'{',
		'{"input":{}}',
		'{"method":1}',
		'{"method":"app.getState","input":{},"more":1}',
		Buffer.from([0x7b, 0xff, 0x7d]),
	])('refuses %s', async (body) => {
		const before = under.calls.length;
		const answer = await under.asPage('POST', '/rpc', body, JSON_BODY);
		expect(answer.status).toBe(400);
		expect(JSON.parse(answer.text)).toMatchObject({ ok: false, code: 'E_INPUT' });
		expect(under.calls.length).toBe(before);
	});

	it('takes JSON only, so that no plain form of another site can call', async () => {
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
			const answer = await under.asPage('POST', '/rpc', '{"method":"app.getState"}', { 'Content-Type': type });
			expect(answer.status, type).toBe(415);
		}
	});

	it('refuses a body over the limit, announced or not', async () => {
		const body = JSON.stringify({ method: 'app.getState', input: 'x'.repeat(MAX_RPC_BYTES) });
		expect((await under.asPage('POST', '/rpc', body, JSON_BODY)).status).toBe(413);
		const chunked = { ...JSON_BODY, 'Transfer-Encoding': 'chunked' };
		expect((await under.asPage('POST', '/rpc', body, chunked)).status).toBe(413);
	});
});

describe('/upload', () => {
	it('streams to a temporary file and registers it under its name', async () => {
		const answer = await under.asPage('POST', `/upload?name=${encodeURIComponent('事件.csv')}`, 'a,b\n1,2\n');
		expect(JSON.parse(answer.text)).toEqual({ ok: true, data: { reference: 'ref-1' } });
		const [file] = under.registered;
		expect(file).toMatchObject({ fileName: '事件.csv', isTemporary: true });
		expect(file?.path.startsWith(under.uploadDir)).toBe(true);
		expect(readFileSync(file?.path ?? '', 'utf8')).toBe('a,b\n1,2\n');
	});

	it('leaves nothing of a file over the limit', async () => {
		const before = readdirSync(under.uploadDir).length;
		const body = Buffer.alloc(200_000);
		expect((await under.asPage('POST', '/upload?name=big.csv', body)).status).toBe(413);
		const answer = await under
			.asPage('POST', '/upload?name=big.csv', body, { 'Transfer-Encoding': 'chunked' })
			.catch(() => null);
		if (answer) expect(answer.status).toBe(413);
		expect(readdirSync(under.uploadDir).length).toBe(before);
	});

	it('leaves nothing of a transfer that was cut off', async () => {
		const before = readdirSync(under.uploadDir).length;
		const { port, origin } = under.host;
		await new Promise<void>((resolve) => {
			const socket = connect(port, '127.0.0.1', () => {
				const head = `POST /upload?name=x.csv HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nCookie: ${under.cookie}\r\n`;
				socket.write(`${head}Content-Length: 1000\r\n\r\nhalf`);
				setTimeout(() => socket.destroy(), 50);
			});
			socket.on('close', () => resolve());
		});
		await expect.poll(() => readdirSync(under.uploadDir).length).toBe(before);
	});

	it('never uses a given name as a path', () => {
		expect(displayName('../../etc/passwd')).toBe('passwd');
		expect(displayName('C:\\data\\事件.csv')).toBe('事件.csv');
		expect(displayName('a\u0000\u202e\nb.csv')).toBe('ab.csv');
		expect(displayName('')).toBe('upload');
		expect(displayName('x'.repeat(500))).toHaveLength(200);
	});
});

it('says in one sentence when the port is taken, and leaves the first host alone', async () => {
	const options = {
		services: unusedServices,
		rendererDir: under.dir,
		uploadDir: `${under.dir}/other`,
		packDir: `${under.dir}/packs`,
	};
	await expect(startWebHost({ ...options, port: under.host.port })).rejects.toMatchObject({
		code: 'E_BUSY',
		message: `端口 ${under.host.port} 已被占用。`,
	});
	expect((await under.asPage('GET', '/')).status).toBe(200);
});

const unusedServices = {
	dispatch: () => Promise.reject(new Error('unused')),
	onNotice: () => () => {},
	getLayer: () => Promise.resolve(null),
	registerFile: () => Promise.reject(new Error('unused')),
	close: () => Promise.resolve(),
};
