// The services as a host sees them: what a list shows is what a figure counted, the demonstration gives way to the
// first own events, and nothing of the one district is ever mixed with the other.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../../electron/services/create-services.ts';
import { writeSample } from '../../../electron/services/sample/write-sample.ts';
import type { Services } from '../../../electron/services/services.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../shared/contract/contract.ts';
import type { Notice } from '../../../shared/contract/notices.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';
import { demoCache } from '../../support/demo-cache.ts';

const dir = mkdtempSync(join(tmpdir(), 'gridhelm-services-'));
const exportsDir = join(dir, 'exports');
const PERIOD = '2026-10';
let services: Services;
let district: string;

async function ask<M extends MethodName>(from: Services, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
	const reply = await from.dispatch(method, input);
	if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
	return reply.data as MethodOutput<M>;
}

async function importPath(into: Services, path: string): Promise<MethodOutput<'imports.getRun'>> {
	const { runId } = await ask(into, 'imports.startRun', { files: [await into.registerFile(path, 'exports', false)] });
	for (;;) {
		const run = await ask(into, 'imports.getRun', { runId });
		if (run.state !== 'running') return run;
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
}

beforeAll(async () => {
	await writeSample({
		outDir: exportsDir,
		events: 6_000,
		seed: 11,
		grids: 60,
		years: 1,
		endS: secondsFromWallClock(2026, 11, 23, 7, 42),
		encoding: 'gb18030',
		isFull: true,
	});
	services = await createServices({ cacheDir: join(dir, 'cache'), demo: 'never', version: 'test' });
	const run = await importPath(services, exportsDir);
	expect(run.reports.map((report) => report.outcome)).toEqual(run.reports.map(() => 'committed'));
	district = (await ask(services, 'app.getState', {})).districtCode ?? '';
}, 120_000);

afterAll(async () => {
	await services.close();
	rmSync(dir, { recursive: true, force: true });
});

describe('records behind a figure', () => {
	it.each(['OP01', 'OP03', 'OP04', 'OP05', 'OP09'])('lists exactly what %s counts', async (indicator) => {
		const { readings } = await ask(services, 'indicators.listReadings', { period: PERIOD, indicators: [indicator] });
		const [reading] = readings;
		const proof = { indicator, area: district, period: PERIOD, part: 'all' as const };
		const { total } = await ask(services, 'events.listEvents', { filter: { proof } });
		expect(reading?.n).toBeGreaterThan(0);
		expect(total).toBe(reading?.n);
	});

	it('divides a ratio into its numerator and what it missed', async () => {
		const { readings } = await ask(services, 'indicators.listReadings', { period: PERIOD, indicators: ['OP04'] });
		const count = async (part: 'num' | 'missed') =>
			(
				await ask(services, 'events.listEvents', {
					filter: { proof: { indicator: 'OP04', area: district, period: PERIOD, part } },
				})
			).total;
		expect(await count('num')).toBe(readings[0]?.num);
		expect(await count('missed')).toBe((readings[0]?.den ?? 0) - (readings[0]?.num ?? 0));
	});

	it('proves a figure: the ladder adds up, every row has its file', async () => {
		const proof = await ask(services, 'indicators.getProof', { indicator: 'OP04', area: district, period: PERIOD });
		const excluded = proof.excluded.reduce((sum, { count }) => sum + count, 0);
		expect(proof.startCount - excluded).toBe(proof.den);
		expect(proof.sources.reduce((sum, { rows }) => sum + rows, 0)).toBe(proof.den);
		expect(proof.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('events', () => {
	it('gives the queue, the list and the map the same lights', async () => {
		const red = await ask(services, 'events.listRedLights', { area: district, limit: 200 });
		const overdue = await ask(services, 'events.listEvents', { filter: { state: 'overdue', area: district } });
		expect(overdue.total).toBe(red.counts.red + red.counts.deepRed);
		expect(overdue.total).toBeGreaterThan(0);
		const open = await ask(services, 'events.listEvents', { filter: { state: 'open', area: district } });
		expect(open.total).toBe(red.openTotal);
		const { areas } = await ask(services, 'events.listAreaLights', {});
		const towns = (await ask(services, 'areas.listAreas', {})).areas.filter((area) => area.level === 'town');
		const inTowns = areas.filter(({ area }) => towns.some((town) => town.code === area));
		expect(inTowns.reduce((sum, area) => sum + area.open, 0)).toBe(red.openTotal);
	});

	it('filters by class, source and unit together, and pages without loss', async () => {
		const all = await ask(services, 'events.listEvents', { filter: { area: district, period: PERIOD }, limit: 500 });
		const [first] = all.rows;
		if (!first?.source) throw new Error('no event in the period');
		const filter = { area: district, period: PERIOD, category: first.category.code, source: first.source.code };
		const some = await ask(services, 'events.listEvents', { filter, limit: 500 });
		expect(some.rows.map((row) => row.eventId)).toContain(first.eventId);
		for (const row of some.rows) {
			expect(row.category.code).toBe(first.category.code);
			expect(row.source?.code).toBe(first.source.code);
		}
		const group = { area: district, period: PERIOD, category: first.category.code.slice(0, 2) };
		expect((await ask(services, 'events.listEvents', { filter: group })).total).toBeGreaterThanOrEqual(some.total);
		const seen = new Set<string>();
		for (let offset = 0; offset < all.total; offset += 100) {
			const page = await ask(services, 'events.listEvents', {
				filter: { area: district, period: PERIOD },
				sort: 'acceptedAt',
				offset,
			});
			for (const row of page.rows) seen.add(row.eventId);
		}
		expect(seen.size).toBe(all.total);
	});

	it('shows one event with its steps, who held it and where it came from', async () => {
		const { rows } = await ask(services, 'events.listEvents', { filter: { state: 'overdue', area: district } });
		const detail = await ask(services, 'events.getEvent', { eventId: rows[0]?.eventId ?? '' });
		expect(detail.steps.length).toBeGreaterThan(1);
		expect(detail.held.length).toBeGreaterThan(0);
		expect(detail.provenance.row).toBeGreaterThan(1);
		expect(detail.provenance.file).toMatch(/事件明细/);
	});

	it('says in one sentence that there is no such event', async () => {
		const reply = await services.dispatch('events.getEvent', { eventId: 'NOT-THERE' });
		expect(reply).toMatchObject({ ok: false, code: 'E_NOT_FOUND' });
	});

	it('refuses a period that does not exist', async () => {
		const reply = await services.dispatch('indicators.getBoard', { area: district, period: '2026-13' });
		expect(reply).toMatchObject({ ok: false, code: 'E_PERIOD' });
	});
});

describe('demonstration district', () => {
	it('opens by itself, gives way to the first own events, and comes back when they are undone', async () => {
		const cacheDir = join(dir, 'demo-cache');
		cpSync(await demoCache(), cacheDir, { recursive: true });
		const demo = await createServices({ cacheDir, demo: 'auto', version: 'test' });
		try {
			const notices: Notice[] = [];
			demo.onNotice((notice) => notices.push(notice));
			const shown = await ask(demo, 'app.getState', {});
			expect(shown).toMatchObject({
				isDemo: true,
				isClockFrozen: true,
				cacheState: 'ready',
				townCount: 12,
				asOf: '2026-11-23T07:42:00+08:00',
			});
			const grids = join(dir, 'own-events.csv');
			writeFileSync(
				grids,
				'事件编号,事件大类,事件小类,上报时间,受理时间,所属镇街,事件状态\nOWN-1,矛盾纠纷,邻里纠纷,2026-11-01 09:00:00,2026-11-01 09:10:00,东街道,处置中\n',
			);
			const run = await importPath(demo, grids);
			expect(run.reports[0]).toMatchObject({ outcome: 'committed', rows: { inserted: 1 } });
			const own = await ask(demo, 'app.getState', {});
			expect(own.isDemo).toBe(false);
			expect(own.revision).not.toBe(shown.revision);
			expect((await ask(demo, 'events.listEvents', { filter: {} })).total).toBe(1);
			await ask(demo, 'imports.undoBatch', { batchId: run.reports[0]?.batchId ?? 0 });
			expect((await ask(demo, 'app.getState', {})).isDemo).toBe(true);
			expect(notices.filter((notice) => notice.topic === 'data.changed').length).toBeGreaterThanOrEqual(2);
		} finally {
			await demo.close();
		}
	}, 180_000);

	it('is never shown to the command line unless it is asked for', async () => {
		const plain = await createServices({ cacheDir: join(dir, 'plain-cache'), demo: 'never', version: 'test' });
		const state = await ask(plain, 'app.getState', {});
		await plain.close();
		expect(state).toMatchObject({ isDemo: false, cacheState: 'empty', asOf: null });
	});
});
