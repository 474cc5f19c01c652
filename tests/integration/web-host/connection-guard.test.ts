// Who the web host talks to: every wrong Host, Origin, site, token, cookie and method is turned away before anything
// is asked of the services.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostUnderTest, JSON_BODY, startHostUnderTest } from './host-under-test.ts';

let under: HostUnderTest;
beforeAll(async () => {
	under = await startHostUnderTest();
});
afterAll(() => under.close());

const CALL = JSON.stringify({ method: 'app.getState', input: {} });

async function call(headers: Record<string, string | undefined>): Promise<number> {
	const all = { Cookie: under.cookie, Origin: under.host.origin, 'Sec-Fetch-Site': 'same-origin', ...JSON_BODY };
	const given = Object.entries({ ...all, ...headers }).filter(([, value]) => value !== undefined);
	const before = under.calls.length;
	const { status } = await under.send('POST', '/rpc', Object.fromEntries(given), CALL);
	expect(under.calls.length - before).toBe(status === 200 ? 1 : 0);
	return status;
}

describe('a session', () => {
	it('begins with the token, as a cookie that scripts and other sites cannot use', async () => {
		const url = new URL(under.host.issueUrl());
		const answer = await under.send('GET', url.pathname + url.search, { Accept: 'text/html' });
		expect(answer.status).toBe(303);
		expect(answer.headers.location).toBe('/');
		expect(answer.headers['set-cookie']).toEqual([
			expect.stringMatching(/^gridhelm-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
		]);
	});

	it('keeps the page asked for, without the token', async () => {
		const token = new URL(under.host.issueUrl()).searchParams.get('token');
		const answer = await under.send('GET', `/wall?lang=en&token=${token}`, { Accept: 'text/html' });
		expect(answer.headers.location).toBe('/wall?lang=en');
	});

	it('never leads to another host', async () => {
		const token = new URL(under.host.issueUrl()).searchParams.get('token');
		const answer = await under.send('GET', `//evil.example/?token=${token}`, { Accept: 'text/html' });
		expect(answer.headers.location ?? '/').toMatch(/^\/(?!\/)/);
	});

	it('does not begin twice with one token', async () => {
		const { search } = new URL(under.host.issueUrl());
		expect((await under.send('GET', `/${search}`, { Accept: 'text/html' })).status).toBe(303);
		const again = await under.send('GET', `/${search}`, { Accept: 'text/html' });
		expect(again.status).toBe(401);
		expect(again.headers['set-cookie']).toBeUndefined();
		expect(again.text).toContain('此地址已失效');
	});

	it('does not begin with a guess', async () => {
		for (const token of ['', 'x', under.host.token.slice(0, -1), `${under.host.token}0`]) {
			const answer = await under.send('GET', `/?token=${token}`, { Accept: 'text/html' });
			expect(answer.status).toBe(401);
		}
	});

	it('is asked for on every route', async () => {
		const paths = [
			'/',
			'/wall',
			'/rpc',
			'/upload',
			'/notices',
			'/geo/town.geojson',
			'/assets/index-abcd1234.js',
			'/nothing',
		];
		for (const path of paths) expect((await under.send('GET', path)).status, path).toBe(401);
	});

	it('does not come from a forged or a foreign cookie', async () => {
		const [name] = under.cookie.split('=');
		for (const cookie of [undefined, '', `${name}=`, `${name}=x`, `other${under.cookie}`, `${under.cookie}x`]) {
			expect(await call({ Cookie: cookie }), String(cookie)).toBe(401);
		}
		expect(await call({ Cookie: `a=b; ${under.cookie}; c=d` })).toBe(200);
	});
});

describe('a request', () => {
	it('must name this host (no DNS rebinding)', async () => {
		const { port } = under.host;
		for (const host of [
			'evil.example',
			`evil.example:${port}`,
			'127.0.0.1',
			`127.0.0.1:${port + 1}`,
			`[::1]:${port}`,
			`0.0.0.0:${port}`,
		]) {
			expect(await call({ Host: host }), host).toBe(400);
		}
		expect(await call({ Host: `localhost:${port}`, Origin: `http://localhost:${port}` })).toBe(200);
	});

	it('must come from this origin', async () => {
		const { port } = under.host;
		const wrong = [
			'null',
			'http://evil.example',
			`https://127.0.0.1:${port}`,
			`http://127.0.0.1:${port + 1}`,
			`http://localhost:${port}`,
			undefined,
		];
		for (const origin of wrong) expect(await call({ Origin: origin }), String(origin)).toBe(403);
	});

	it('must come from this site', async () => {
		for (const site of ['cross-site', 'same-site', 'none'])
			expect(await call({ 'Sec-Fetch-Site': site }), site).toBe(403);
		expect(await call({ 'Sec-Fetch-Site': undefined })).toBe(200);
	});

	it('for a script, an image or a frame of another site is refused', async () => {
		for (const dest of ['script', 'image', 'iframe', 'style', 'empty']) {
			const answer = await under.send('GET', '/assets/index-abcd1234.js', {
				Cookie: under.cookie,
				'Sec-Fetch-Site': 'cross-site',
				'Sec-Fetch-Mode': dest === 'iframe' ? 'navigate' : 'no-cors',
				'Sec-Fetch-Dest': dest,
			});
			expect(answer.status, dest).toBe(403);
		}
	});

	it('uses only the methods of its route', async () => {
		for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'POST']) {
			expect((await under.asPage(method, '/')).status, method).toBe(405);
		}
		for (const path of ['/rpc', '/upload']) {
			const answer = await under.asPage('GET', path);
			expect(answer.status).toBe(405);
			expect(answer.headers.allow).toBe('POST');
		}
	});
});

describe('every answer', () => {
	it('carries the strict headers', async () => {
		const answers = [
			await under.asPage('GET', '/'),
			await under.asPage('GET', '/nothing'),
			await under.send('GET', '/', { Host: 'evil.example' }),
			await under.asPage('POST', '/rpc', CALL, JSON_BODY),
		];
		for (const { headers } of answers) {
			const policy = String(headers['content-security-policy']);
			expect(policy).toContain("default-src 'none'");
			expect(policy).toContain("script-src 'self'");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).not.toMatch(/unsafe|https?:|\*/);
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['referrer-policy']).toBe('no-referrer');
			expect(headers['access-control-allow-origin']).toBeUndefined();
			expect(headers['x-powered-by']).toBeUndefined();
		}
	});
});
