// Every query of the contract gives the same over the page's client and the web host as from dispatch itself, on a real
// cache; what a client may not do fails the same way too.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createServices } from '../../electron/services/create-services.ts';
import { writeSample } from '../../electron/services/sample/write-sample.ts';
import type { Services } from '../../electron/services/services.ts';
import { startWebHost, type WebHost } from '../../electron/web-host/main.ts';
import type { Client } from '../../renderer/client/client.ts';
import { createHttpClient } from '../../renderer/client/http-client.ts';
import { contract, type MethodInput, type MethodName } from '../../shared/contract/contract.ts';
import { secondsFromWallClock } from '../../shared/domain/shanghai-time.ts';

const END_S = secondsFromWallClock(2026, 11, 23, 23, 59, 59);
const dir = mkdtempSync(join(tmpdir(), 'gridhelm-transports-'));
let services: Services;
let host: WebHost;
let client: Client;

class SilentEventSource {
	addEventListener(): void {}
	close(): void {}
}

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: (END_S + 3_600) * 1_000 });
	const exports = join(dir, 'exports');
	await writeSample({
		outDir: exports,
		events: 300,
		seed: 3,
		grids: 24,
		years: 1,
		endS: END_S,
		encoding: 'utf8',
		isFull: true,
	});
	services = await createServices({ cacheDir: join(dir, 'cache'), demo: 'never', version: '0.0.0' });
	host = await startWebHost({
		services,
		rendererDir: dir,
		uploadDir: join(dir, 'uploads'),
		packDir: join(dir, 'basemaps'),
	});
	const welcome = await fetch(host.url, { redirect: 'manual' });
	const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
	const realFetch = globalThis.fetch;
	vi.stubGlobal('EventSource', SilentEventSource);
	vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
		realFetch(new URL(path, `${host.origin}/wall`), {
			...init,
			headers: { ...init.headers, Cookie: cookie, Origin: host.origin, 'Sec-Fetch-Site': 'same-origin' },
		}),
	);
	client = createHttpClient();
	const files: string[] = [];
	for (const name of readdirSync(exports)) {
		const answer = await realFetch(`${host.origin}/upload?name=${encodeURIComponent(name)}`, {
			method: 'POST',
			headers: { Cookie: cookie, Origin: host.origin },
			body: readFileSync(join(exports, name)),
		});
		const { data } = (await answer.json()) as { data: { reference: string } };
		files.push(data.reference);
	}
	const { runId } = await client.call('imports.startRun', { files });
	while ((await client.call('imports.getRun', { runId })).state === 'running') {
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
});
afterAll(async () => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	await host.close();
	await services.close();
	rmSync(dir, { recursive: true, force: true });
});

const AREA = '339901';
const FIGURE = { indicator: 'OP04', area: AREA, period: '2026-10' };
const INPUTS: { [M in MethodName]?: MethodInput<M>[] } = {
	'app.getState': [{}],
	'areas.listAreas': [{}],
	'areas.listTopologyFaults': [{}],
	'indicators.listDefinitions': [{}],
	'indicators.listReadings': [
		{ period: '2026-10' },
		{ period: '2026Q3..2026Q4', level: 'town', indicators: ['OP01', 'OP09'] },
		{ period: '2026', level: 'grid' },
		{ period: 'never' },
		{ period: '2026', areas: ['nowhere'] },
	],
	'indicators.getBoard': [{ area: AREA, period: '2026-10' }],
	'indicators.getRanking': [FIGURE],
	'indicators.getTrend': [{ ...FIGURE, count: 12 }],
	'indicators.listUnitReadings': [FIGURE, { ...FIGURE, indicator: 'CO01' }],
	'indicators.getProof': [FIGURE, { ...FIGURE, limit: 0 }, { ...FIGURE, indicator: 'XX' }],
	'events.listEvents': [{ filter: { state: 'open' } }, { filter: { proof: { ...FIGURE, part: 'missed' } }, limit: 5 }],
	'events.exportList': [{ filter: { state: 'open' }, columns: ['number', 'event'], format: 'csv' }],
	'events.getEvent': [{ eventId: 'none' }, { eventId: 'none', knownAt: '2026-10-31T08:00:00+08:00' }],
	'events.listVersions': [{ eventId: 'none' }],
	'events.listRedLights': [{ area: AREA }],
	'events.listAreaLights': [{}],
	'wall.getOverview': [{}],
	'search.findHits': [{ text: '街道' }, { text: 'op04' }],
	'briefing.getSentences': [{ area: AREA, period: '2026-10' }],
	'imports.getRun': [{ runId: 1 }, { runId: 99 }],
	'imports.listBatches': [{}],
	'imports.listQuarantine': [{}],
	'imports.listProfiles': [{}],
};

it('takes uploads in as files of their own name, and leaves none of them behind', async () => {
	const { batches } = await client.call('imports.listBatches', {});
	const datasets = batches.map(({ dataset }) => dataset);
	for (const dataset of [
		'admin_unit',
		'grid',
		'event',
		'event_step',
		'grid_staff',
		'patrol',
		'disclosure_item',
	] as const)
		expect(datasets).toContain(dataset);
	for (const { file } of batches) expect(file).toMatch(/^L区.+20261123\.(csv|geojson)$/);
	expect(readdirSync(join(dir, 'uploads'))).toEqual([]);
});

/** What fields of any query are called with, by their name. */
const FIELDS: Record<string, unknown> = {
	...FIGURE,
	effectiveOn: '2026-12-01',
	level: 'town',
	areas: [AREA],
	periods: ['2026-10'],
};

interface Shape {
	type?: string;
	const?: unknown;
	enum?: unknown[];
	default?: unknown;
	minimum?: number;
	oneOf?: Shape[];
	anyOf?: Shape[];
	properties?: Record<string, Shape>;
	required?: string[];
}

/** The plainest input that a shape takes: only what it requires, known names first. */
function plainest(shape: Shape): unknown {
	if ('const' in shape) return shape.const;
	if (shape.enum) return shape.enum[0];
	const choice = (shape.oneOf ?? shape.anyOf)?.[0];
	if (choice) return plainest(choice);
	if (shape.type === 'object') {
		const required = (shape.required ?? []).filter((name) => shape.properties?.[name]?.default === undefined);
		return Object.fromEntries(
			required.map((name) => [name, name in FIELDS ? FIELDS[name] : plainest(shape.properties?.[name] ?? {})]),
		);
	}
	if (shape.type === 'array') return [];
	if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 0);
	return shape.type === 'boolean' ? false : 'none';
}

const QUERIES = (Object.keys(contract) as MethodName[]).filter((name) => contract[name].kind === 'query');

it.each(QUERIES)('%s', async (method) => {
	const inputs = INPUTS[method] ?? [plainest(contract[method].input.toJSONSchema() as Shape)];
	for (const input of inputs) {
		expect(contract[method].input.safeParse(input).success, JSON.stringify(input)).toBe(true);
		const direct = await services.dispatch(method, input);
		const overHttp = await client.call(method, input as MethodInput<typeof method>).then(
			(data) => ({ ok: true, data }),
			({ code, message, details }) => ({ ok: false, code, message, details }),
		);
		expect(overHttp).toEqual(direct);
		if (!direct.ok) expect(direct.code, JSON.stringify(direct)).not.toBe('E_INTERNAL');
	}
});

it('gives one real event, with its steps and its origin, the same', async () => {
	const { rows } = await client.call('events.listEvents', { filter: { state: 'accepted', period: '2026' }, limit: 3 });
	expect(rows.length).toBe(3);
	for (const { eventId } of rows) {
		const overHttp = await client.call('events.getEvent', { eventId });
		expect({ ok: true, data: overHttp }).toEqual(await services.dispatch('events.getEvent', { eventId }));
		expect(overHttp.provenance.row).toBeGreaterThan(1);
	}
});
