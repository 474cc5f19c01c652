// What the map asks, on the demonstration district: figures are those of the readings, sensitive events stand nowhere,
// every open event is accounted for, places carry no person.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorkerServices, type WorkerServices } from '../../../electron/services/worker-client.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../shared/contract/contract.ts';
import { demoCache } from '../../support/demo-cache.ts';

describe('methods of the map', () => {
	let services: WorkerServices;
	let district: string;
	let town: string;
	let cacheDir: string;
	async function ask<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
		const reply = await services.dispatch(method, input);
		if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
		return reply.data as MethodOutput<M>;
	}
	beforeAll(async () => {
		cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-map-'));
		cpSync(await demoCache(), cacheDir, { recursive: true });
		services = await startWorkerServices({ cacheDir, demo: 'only', version: 'test' });
		district = (await ask('app.getState', {})).districtCode ?? '';
		town = (await ask('areas.listAreas', {})).areas.find(({ level }) => level === 'town')?.code ?? '';
	}, 300_000);
	afterAll(async () => {
		await services?.close();
		rmSync(cacheDir, { recursive: true, force: true });
	});

	test('values over several periods are the readings of each', async () => {
		const values = await ask('map.listValues', { indicator: 'OP04', level: 'town', period: '2026-08..2026-10' });
		expect(values.frames.map(({ period }) => period)).toEqual(['2026-08', '2026-09', '2026-10']);
		const { readings } = await ask('indicators.listReadings', {
			indicators: ['OP04'],
			level: 'town',
			period: '2026-08..2026-10',
		});
		for (const reading of readings) {
			const frame = values.frames.find(({ period }) => period === reading.period);
			const at = values.areas.indexOf(reading.area);
			expect([frame?.values[at], frame?.nums[at], frame?.dens[at], frame?.lights[at], frame?.statuses[at]]).toEqual([
				reading.value,
				reading.num,
				reading.den,
				reading.light,
				reading.status,
			]);
		}
	});

	test('a series that is too long or no series is refused in words', async () => {
		for (const period of ['2020-01..2026-10', 'soon']) {
			const reply = await services.dispatch('map.listValues', { indicator: 'OP04', level: 'town', period });
			expect(reply).toMatchObject({ ok: false, code: 'E_PERIOD' });
		}
	});

	test('every open event is on the map, or said to be sensitive or without a place', async () => {
		const map = await ask('map.listEvents', { area: district });
		const red = await ask('events.listRedLights', { area: district });
		expect(map.total).toBe(red.openTotal);
		expect(map.eventIds.length + map.sensitive + map.unplaced).toBe(map.total);
		expect(map.sensitive).toBeGreaterThan(0);
		for (const column of [map.lng, map.lat, map.light, map.class, map.atArea]) {
			expect(column).toHaveLength(map.eventIds.length);
		}
		const inside = await ask('map.listEvents', { area: town });
		expect(inside.total).toBeLessThan(map.total);
		expect(inside.eventIds.every((id) => map.eventIds.includes(id))).toBe(true);
	});

	test('no sensitive event stands on the map, and no point is finer than 100 m', async () => {
		const map = await ask('map.listEvents', { area: district });
		const { rows } = await ask('events.listEvents', { filter: { state: 'open', area: district }, limit: 500 });
		const shown = new Set(map.eventIds);
		const sensitive = rows.filter(({ isSensitive }) => isSensitive);
		expect(sensitive.length).toBe(map.sensitive);
		expect(sensitive.filter(({ eventId }) => shown.has(eventId))).toEqual([]);
		for (const [row, atArea] of map.atArea.entries()) {
			if (atArea === 1) continue;
			const lng = map.lng[row] ?? 0;
			expect(Math.abs(lng * 1000 - Math.round(lng * 1000))).toBeLessThan(1e-6);
		}
		const lights = new Map(rows.map(({ eventId, light }) => [eventId, light]));
		for (const [row, id] of map.eventIds.entries()) {
			expect(map.lights[map.light[row] ?? -1]).toBe(lights.get(id));
		}
	});

	test('hazards are the open ones and stand at their place; places inside a town are fewer', async () => {
		const hazards = await ask('map.listPlaces', { area: district, kind: 'hazard' });
		const places = await ask('map.listPlaces', { area: district, kind: 'keyPlace' });
		expect(hazards.isConnected && places.isConnected).toBe(true);
		expect(hazards.total).toBe(hazards.places.length + hazards.unplaced);
		expect(hazards.places.length).toBeGreaterThan(0);
		const spots = new Set(places.places.map(({ lng, lat }) => `${lng} ${lat}`));
		expect(hazards.places.every(({ lng, lat }) => spots.has(`${lng} ${lat}`))).toBe(true);
		const inside = await ask('map.listPlaces', { area: town, kind: 'keyPlace' });
		expect(inside.total).toBeGreaterThan(0);
		expect(inside.total).toBeLessThan(places.total);
	});

	test('the hot grids are those that OP10 counts', async () => {
		const { spots } = await ask('map.listHotspots', { area: district, period: '2026-11' });
		const { readings } = await ask('indicators.listReadings', {
			indicators: ['OP10'],
			areas: [district],
			period: '2026-11',
		});
		expect(new Set(spots.map(({ area }) => area)).size).toBe(readings[0]?.value);
		for (const { now, weeks, bound } of spots) expect([weeks.at(-1), now >= bound && now >= 5]).toEqual([now, true]);
	});

	test('a hot grid keeps its name from week to week, as asked at the end of each of them', async () => {
		const now = await ask('map.listHotspots', { area: district, period: '2026-W46' });
		const before = await ask('map.listHotspots', { area: district, period: '2026-W45' });
		const nameOf = ({ area, classCode }: { area: string; classCode: string }) => `${area} ${classCode}`;
		const wasHot = [...now.spots, ...now.past].filter(({ hotWeeks }) => hotWeeks.at(-2) === 1).map(nameOf);
		expect(wasHot.sort()).toEqual(before.spots.map(nameOf).sort());
		expect(now.past.every(({ hotWeeks }) => hotWeeks.at(-1) === 0 && hotWeeks.includes(1))).toBe(true);
		for (const { hotWeeks, weeksInRow } of now.spots) {
			expect(hotWeeks.slice(12 - weeksInRow).every((hot) => hot === 1)).toBe(true);
			expect(hotWeeks.at(-1 - weeksInRow) ?? 0).toBe(0);
		}
	});

	test('chains hold every event that OP08 counts, each closed at most 30 days before the next', async () => {
		const { chains, sensitive } = await ask('map.listChains', { area: district, period: '2026-10' });
		expect(chains.length).toBeGreaterThan(5);
		const { readings } = await ask('indicators.listReadings', {
			indicators: ['OP08'],
			areas: [district],
			period: '2026-10',
		});
		const again = chains.flatMap(({ events }) =>
			events.slice(1).filter(({ acceptedAt }) => acceptedAt >= '2026-10-01'),
		);
		expect(new Set(again.map(({ eventId }) => eventId)).size).toBeLessThanOrEqual(readings[0]?.num ?? 0);
		if (sensitive === 0 && chains.length < 200) expect(again.length).toBe(readings[0]?.num);
		for (const { events } of chains) {
			for (const [at, { acceptedAt }] of events.entries()) {
				const closedAt = events[at - 1]?.closedAt;
				if (at === 0) continue;
				const days = (Date.parse(acceptedAt) - Date.parse(closedAt ?? '')) / 86_400_000;
				expect([days >= 0, days <= 30]).toEqual([true, true]);
			}
		}
	});
});
