// The page's client over the real web host: same replies as dispatch itself, failures with their code, and a reply that
// breaks the contract never reaches a store.

import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createHttpClient } from '../../renderer/client/http-client.ts';
import type { HostUnderTest } from '../integration/web-host/host-under-test.ts';
import { startHostUnderTest } from '../integration/web-host/host-under-test.ts';

class SilentEventSource {
	addEventListener(): void {}
	close(): void {}
}

let under: HostUnderTest;
let answer: (method: string, input: unknown) => unknown;
const realFetch = globalThis.fetch;

beforeAll(async () => {
	under = await startHostUnderTest({}, (method, input) => answer(method, input));
	vi.stubGlobal('EventSource', SilentEventSource);
	// What a browser adds by itself to a relative request of the page.
	vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
		realFetch(new URL(path, `${under.host.origin}/wall`), {
			...init,
			headers: { ...init.headers, Cookie: under.cookie, Origin: under.host.origin, 'Sec-Fetch-Site': 'same-origin' },
		}),
	);
});
beforeEach(() => {
	answer = () => ({ ok: true, data: { hits: [] } });
});
afterAll(async () => {
	vi.unstubAllGlobals();
	await under.close();
});

it('gives the data of a reply', async () => {
	expect(await createHttpClient().call('search.findHits', { text: '莲花' })).toEqual({ hits: [] });
	expect(under.calls.at(-1)).toEqual({ method: 'search.findHits', input: { text: '莲花' } });
});

it('throws a failure with code, sentence and details', async () => {
	answer = () => ({ ok: false, code: 'E_UNKNOWN_AREA', message: '没有这个区域。', details: { area: '9' } });
	await expect(createHttpClient().call('search.findHits', { text: 'x' })).rejects.toMatchObject({
		code: 'E_UNKNOWN_AREA',
		message: '没有这个区域。',
		details: { area: '9' },
	});
});

it('refuses a faulty input before it is sent', async () => {
	const before = under.calls.length;
	const call = createHttpClient().call('search.findHits', { text: 'x', limit: 1_000 });
	await expect(call).rejects.toMatchObject({ code: 'E_INPUT', details: { field: 'limit' } });
	expect(under.calls.length).toBe(before);
});

it.each([
	{ ok: true, data: { hits: [], phone: '13800138000' } },
	{ ok: true },
	{ ok: false, code: 'E_NEW', message: 'x', details: {} },
	{ ok: 'yes' },
	null,
	[],
])('takes no reply that breaks the contract: %j', async (reply) => {
	answer = () => reply;
	await expect(createHttpClient().call('search.findHits', { text: 'x' })).rejects.toMatchObject({ code: 'E_INTERNAL' });
});

it('says when nothing answers', async () => {
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
	await expect(createHttpClient().call('search.findHits', { text: 'x' })).rejects.toMatchObject({ code: 'E_OFFLINE' });
});

it('knows only relative addresses', () => {
	const client = createHttpClient();
	expect(client.layerUrl('town', 3)).toBe('geo/town.geojson?v=3');
});
