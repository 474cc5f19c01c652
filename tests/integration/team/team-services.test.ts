// The 队伍 page's answers on the demonstration district: parts add up to the figures of the catalogue, small cells stay
// hidden at every level, and a trial changes nothing.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorkerServices, type WorkerServices } from '../../../electron/services/worker-client.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../shared/contract/contract.ts';
import { demoCache } from '../../support/demo-cache.ts';

const PERIOD = '2026-10';
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe('the team on the demonstration district', () => {
	let cacheDir: string;
	let services: WorkerServices;
	let district: string;
	let town: string;
	async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
		const reply = await services.dispatch(method, input);
		if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
		return reply.data as MethodOutput<M>;
	}
	beforeAll(async () => {
		cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-team-'));
		cpSync(await demoCache(), cacheDir, { recursive: true });
		services = await startWorkerServices({ cacheDir, demo: 'only', version: 'test' });
		district = (await call('app.getState', {})).districtCode ?? '';
		town = (await call('areas.listAreas', {})).areas.find(({ level }) => level === 'town')?.code ?? '';
	});
	afterAll(async () => {
		await services?.close();
		rmSync(cacheDir, { recursive: true, force: true });
	});

	test.each(['district', 'town'])(
		'channels, ways of taking part and lists add up to their figures in a %s',
		async (level) => {
			const area = level === 'town' ? town : district;
			const facts = await call('team.getPublic', { area, period: PERIOD });
			const figure = (code: string) => facts.readings.find((one) => one.indicator === code && one.area === area);
			const voluntary = facts.channels.rows.filter(({ isVoluntary }) => isVoluntary);
			expect(sum(voluntary.map(({ count }) => count))).toBe(figure('PP01')?.num);
			expect(facts.channels.total).toBe(figure('PP01')?.den);
			expect(sum(facts.participation.rows.map(({ persons }) => persons))).toBe(figure('PP02')?.num);
			const { rows, requests } = facts.disclosure;
			expect(sum(rows.map(({ due }) => due))).toBe(figure('ID01')?.den);
			expect(sum(rows.map(({ complete }) => complete))).toBe(figure('ID01')?.num);
			expect(sum(rows.map(({ onTime }) => onTime))).toBe(figure('ID02')?.num);
			expect(requests).toMatchObject({
				due: figure('ID05')?.den,
				onTime: figure('ID05')?.num,
				period: figure('ID05')?.period,
			});
		},
	);

	test('members by trait and by hours are those of TM02, TM03 and TM07; funds are those of GU01', async () => {
		const team = await call('team.getTeam', { area: district, period: PERIOD });
		const figure = (code: string) => team.readings.find((one) => one.indicator === code && one.area === district);
		for (const { trait, total } of team.people) {
			if (trait !== 'leaving') expect(total, trait).toBe(figure('TM02')?.den);
		}
		const { hours } = team.training;
		expect(hours.find(({ key }) => key === 'met')?.count).toBe(figure('TM03')?.num);
		expect(sum(hours.map(({ count }) => count ?? Number.NaN))).toBe(figure('TM03')?.den);
		const held = team.people.find(({ trait }) => trait === 'certificate')?.cells ?? [];
		const certified = held
			.filter(({ key }) => key !== 'blank' && key !== 'none')
			.map(({ count }) => count ?? Number.NaN);
		expect(sum(certified)).toBe(figure('TM07')?.num);
		expect(team.guarantees.items.find(({ item }) => item === 'funds')).toMatchObject({
			planned: figure('GU01')?.den,
			arrived: figure('GU01')?.num,
		});
		expect(team.posts?.find(({ role }) => role === 'GF')).toMatchObject({
			planned: figure('TM01')?.den,
			filled: figure('TM01')?.num,
		});
	});

	test('no answer at any level shows a count of people below five, nor a number or name of a member', async () => {
		const { areas } = await call('areas.listAreas', {});
		const some = (['district', 'town', 'village', 'grid'] as const).flatMap((level) =>
			areas.filter((area) => area.level === level).slice(0, 12),
		);
		for (const { code } of some) {
			const team = await call('team.getTeam', { area: code, period: PERIOD });
			const cells = [...team.people.flatMap((trait) => trait.cells), ...team.training.hours, ...team.training.exams];
			const shown = [
				...cells.map(({ count }) => count),
				...team.loads.flatMap((load) => [load.members, ...load.steps.map(({ count }) => count)]),
				...team.people.map(({ total }) => total),
			];
			for (const count of shown) expect(count === null || count === 0 || count >= team.smallestCell, code).toBe(true);
			expect(JSON.stringify({ ...team, readings: [], areas: [] })).not.toMatch(/WG\d{4,}|\*"/);
		}
	});

	test('a trial says what it would do and leaves the cache as it was', async () => {
		const before = (await call('app.getState', {})).revision;
		const { grids, norm } = await call('team.listTrialGrids', { area: town, period: PERIOD });
		expect(norm).toEqual({ low: 300, high: 500 });
		const grid = grids.find(({ size }) => size === 'within');
		if (!grid) throw new Error('no grid within the norm');
		const split = await call('team.tryGrids', { action: 'split', grid: grid.area, sharePercent: 50, period: PERIOD });
		expect(split.after.map(({ size }) => size)).toEqual(['below', 'below']);
		expect(split.town).toMatchObject({ judgedAfter: split.town.judged + 1, withinAfter: split.town.within - 1 });
		const far = grids.find(({ villageCode }) => villageCode !== grid.villageCode);
		if (!far) throw new Error('one village only');
		const merge = await call('team.tryGrids', { action: 'merge', grids: [grid.area, far.area], period: PERIOD });
		expect(merge.findings).toContain('otherVillage');
		expect(merge.town.judgedAfter).toBe(merge.town.judged - 1);
		expect((await call('app.getState', {})).revision).toBe(before);
		expect(
			await services.dispatch('team.tryGrids', { action: 'split', grid: town, sharePercent: 50, period: PERIOD }),
		).toMatchObject({ ok: false, code: 'E_INPUT' });
	});
});
