// The 队伍 page, driven by keyboard and mouse: figures with their proof, load, small cells, the trial of a split and a
// merge, and the parts of 公众与公开, which add up to the figures of the catalogue.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatDecimal, formatInteger } from '../../../renderer/ui/format.ts';
import { type AppUnderTest, startApp } from '../../support/app-under-test.ts';
import { openBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.ts';

const PERIOD = '2026-10';

describe('the page of the team', () => {
	let app: AppUnderTest;
	let browser: TestBrowser;
	let watched: WatchedPage;
	let page: Page;
	let district: string;
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp({ demo: 'only' }), openBrowser()]);
		district = (await app.call('app.getState', {})).districtCode ?? '';
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});
	beforeEach(async () => {
		watched = await browser.openPage({ width: 1440, height: 900, language: 'zh-CN', theme: 'light' });
		page = watched.page;
		await page.goto(app.issueUrl());
	});
	afterEach(() => watched?.close());

	const open = async (path: string) => {
		await page.goto(app.origin + path);
		await page.locator('main section').first().waitFor();
		await watched.settle();
	};
	const rowOf = (panel: string, key: string) =>
		page
			.getByRole('region', { name: panel, exact: true })
			.getByRole('row')
			.filter({ has: page.locator(`[data-town="${key}"]`) });

	test('posts and load by town are those of the services; a figure opens its proof, a town moves the area', async () => {
		await open('/');
		await page.getByRole('button', { name: '队伍', exact: true }).click();
		await page.getByRole('region', { name: '岗位与负荷', exact: true }).waitFor();
		await watched.settle();
		const team = await app.call('team.getTeam', { area: district, period: PERIOD });
		const town = team.areas[3];
		if (!town) throw new Error('no town');
		const posts = team.readings.find(({ indicator, area }) => indicator === 'TM01' && area === town.area);
		const visits = team.loads.find(({ measure }) => measure === 'visits')?.areas.find(({ area }) => area === town.area);
		if (!posts || posts.den === null || posts.num === null || !visits?.mean)
			throw new Error('nothing known of the town');
		const words = await rowOf('岗位与负荷', town.area).getByRole('cell').allInnerTexts();
		expect(words.slice(0, 3)).toEqual([posts.den, posts.num, posts.den - posts.num].map(formatInteger));
		expect(words).toContain(formatDecimal(visits.mean));

		await rowOf('岗位与负荷', town.area).getByRole('cell').first().getByRole('button').click();
		await page.getByRole('dialog').getByText('来自哪些文件').waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });

		await page.locator(`[data-town="${team.areas[2]?.area}"]`).first().focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await watched.settle();
		expect(page.url()).toContain(`area=${town.area}`);
		expect(await rowOf('岗位与负荷', town.area).getAttribute('aria-current')).toBe('true');
	});

	test('a column sorts the towns either way', async () => {
		await open('/?page=team');
		const panel = page.getByRole('region', { name: '岗位与负荷', exact: true });
		const column = async () =>
			(await panel.locator('tbody tr td:nth-of-type(5)').allInnerTexts()).slice(1).map((text) => Number(text));
		await panel.getByRole('button', { name: '事件/人' }).click();
		const falling = await column();
		expect(falling).toEqual([...falling].sort((a, b) => b - a));
		await panel.getByRole('button', { name: '事件/人' }).click();
		expect(await column()).toEqual([...falling].reverse());
	});

	test('load is shown in steps that hold every member; a village says why it shows none; nobody is named', async () => {
		await open('/?page=team');
		const { loads, smallestCell } = await app.call('team.getTeam', { area: district, period: PERIOD });
		const load = loads.find(({ measure }) => measure === 'patrolKm');
		const panel = page.getByRole('region', { name: '负荷分布', exact: true });
		await panel.getByText('里程', { exact: true }).click();
		const counts = (await panel.locator('tbody td').allInnerTexts()).map((text) => Number(text));
		expect(counts).toEqual(load?.steps.map(({ count }) => count));
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(load?.members);
		expect(Math.min(...counts)).toBeGreaterThanOrEqual(smallestCell);

		const { areas } = await app.call('areas.listAreas', {});
		const village = areas.find(({ level }) => level === 'village');
		await open(`/?page=team&area=${village?.code}`);
		expect(await page.getByRole('region', { name: '负荷分布', exact: true }).innerText()).toMatch(/已隐去|未报送/);
		const text = await page.locator('main').innerText();
		expect(text).toContain('线索，不是结论');
		expect(text).not.toMatch(/WG\d{4,}|[王李张刘陈]\*/);
	});

	test('a split and a merge show load and norm before and after, stand in the address and write nothing', async () => {
		const { grids } = await app.call('team.listTrialGrids', { area: district, period: PERIOD });
		const { revision } = await app.call('app.getState', {});
		const largest = grids.reduce((most, grid) => ((grid.households ?? 0) > (most.households ?? 0) ? grid : most));
		await open('/?page=team&part=trial');
		await page.locator('main tbody [data-row="0"]').focus();
		await page.keyboard.press('Enter');
		await watched.settle();
		expect(page.url()).toContain(`split%7E50%7E${largest.area}`);
		const cells = () => page.locator('main tr[data-row="households"] td').allInnerTexts();
		const half = Math.round((largest.households ?? 0) / 2);
		expect(await cells()).toEqual([largest.households ?? 0, half, (largest.households ?? 0) - half].map(formatInteger));
		await page.getByRole('slider').focus();
		await page.keyboard.press('ArrowRight');
		await watched.settle();
		const more = Math.round((largest.households ?? 0) * 0.55);
		expect((await cells())[1]).toBe(formatInteger(more));
		await page.reload();
		await watched.settle();
		expect((await cells())[1]).toBe(formatInteger(more));

		const pair = grids.find((grid) => grids.some((other) => other !== grid && other.villageCode === grid.villageCode));
		const mate = grids.find((grid) => grid !== pair && grid.villageCode === pair?.villageCode);
		await open(`/?page=team&part=trial&try=merge~${pair?.area}~${mate?.area}`);
		const sum = (pair?.households ?? 0) + (mate?.households ?? 0);
		expect((await cells()).at(-1)).toBe(formatInteger(sum));
		expect((await app.call('app.getState', {})).revision).toBe(revision);
	});

	test('channels, ways of taking part and lists add up to PP01, PP02, ID01 and ID02', async () => {
		const facts = await app.call('team.getPublic', { area: district, period: PERIOD });
		const figure = (code: string) => {
			const found = facts.readings.find((one) => one.indicator === code && one.area === district);
			if (!found) throw new Error(`${code} is not there`);
			return found;
		};
		const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
		const voluntary = facts.channels.rows.filter(({ isVoluntary }) => isVoluntary);
		expect(sum(voluntary.map(({ count }) => count))).toBe(figure('PP01').num);
		expect(facts.channels.total).toBe(figure('PP01').den);
		expect(sum(facts.participation.rows.map(({ persons }) => persons))).toBe(figure('PP02').num);
		const { rows } = facts.disclosure;
		expect(sum(rows.map(({ due }) => due))).toBe(figure('ID01').den);
		expect(sum(rows.map(({ complete }) => complete))).toBe(figure('ID01').num);
		expect(sum(rows.map(({ onTime }) => onTime))).toBe(figure('ID02').num);

		await open('/?page=team');
		await page.getByRole('button', { name: '公众与公开' }).click();
		await watched.settle();
		expect(page.url()).toContain('part=public');
		const channels = await page.getByRole('region', { name: '群众渠道', exact: true }).innerText();
		for (const { label, count } of facts.channels.rows) {
			expect(channels).toContain(label.zh);
			expect(channels).toContain(formatInteger(count));
		}
		const figures = await page.getByRole('region', { name: '公众读数' }).innerText();
		const margin = facts.margins.find(({ indicator, area }) => indicator === 'PP04' && area === district);
		expect(figures).toContain(`±${formatDecimal(margin?.points ?? Number.NaN)}`);
		expect(figures).toContain('评价率');
	});
});
