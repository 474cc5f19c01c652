// The pages of the indicators, driven by keyboard and mouse: filter, open, prove, explain, profile, cut, booklet.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatInteger, formatValue } from '../../../renderer/ui/format.ts';
import { type AppUnderTest, startApp } from '../../support/app-under-test.ts';
import { openBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.ts';

const PERIOD = '2026-10';

describe('pages of the indicators', () => {
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
		await page.locator('main section, main article').first().waitFor();
		await watched.settle();
	};
	const rowNames = () =>
		page.locator('main tbody button[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));

	test('the list holds every connected indicator; filters narrow it, stand in the address and can be cleared', async () => {
		await open('/');
		await page.keyboard.press('3');
		await watched.settle();
		expect(page.url()).toContain('page=indicators');
		const { rows } = await app.call('indicators.listPage', { area: district, period: PERIOD });
		const known = rows.filter(({ reading }) => reading.status !== 'notConnected');
		expect(await rowNames()).toEqual(known.map(({ reading }) => reading.indicator));

		const red = known.filter(({ reading }) => reading.light === 'red');
		await page.getByRole('button', { name: new RegExp(`^预警 ${red.length}$`) }).click();
		await watched.settle();
		expect(page.url()).toContain('light=red');
		expect(await rowNames()).toEqual(red.map(({ reading }) => reading.indicator));
		await page.reload();
		await watched.settle();
		expect(await rowNames()).toEqual(red.map(({ reading }) => reading.indicator));
		await page.getByRole('button', { name: '清除筛选' }).click();
		await watched.settle();
		expect((await rowNames()).length).toBe(known.length);
		await page.getByRole('button', { name: /维度/ }).click();
		await page.locator('[popover]:popover-open').getByRole('button', { name: '队伍', exact: true }).click();
		await watched.settle();
		expect((await rowNames()).every((code) => code?.startsWith('TM'))).toBe(true);
	});

	test('arrow keys move, Enter opens one indicator, Esc leads back; its figure is that of the services', async () => {
		await open('/?page=indicators');
		await page.locator('[data-row="OP03"]').focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await watched.settle();
		expect(page.url()).toContain('indicator=OP04');
		const { row } = await app.call('indicators.getPage', { indicator: 'OP04', area: district, period: PERIOD });
		const { num, den, value } = row.reading;
		if (num === null || den === null || value === null) throw new Error('OP04 has no value');
		const head = page.getByRole('region', { name: '按期办结率', exact: true });
		const text = (await head.innerText()).replaceAll('\u00a0', ' ');
		expect(text).toContain(formatValue(value, 'ratio'));
		expect(text).toContain(`${formatInteger(num)} ÷ ${formatInteger(den)}`);
		await head.getByRole('button', { name: '看证明' }).click();
		await page.getByRole('dialog').getByText('来自哪些文件').waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.keyboard.press('Escape');
		await watched.settle();
		expect(page.url()).not.toContain('show=one');
	});

	test('the printed steps of the waterfall add up to the change, as figures and as a table', async () => {
		await open('/?page=indicators&show=one&indicator=OP04');
		await page.keyboard.press('t');
		await watched.settle();
		for (const name of ['按镇街', '按类别']) {
			const cells = await page.getByRole('region', { name }).locator('tbody td').allInnerTexts();
			const numbers = cells.map((cell) => Number(cell.replace('−', '-').replace('%', '')));
			const [from, ...steps] = numbers.slice(0, -1);
			const sum = steps.reduce((total, step) => total + step, from ?? Number.NaN);
			expect(sum, name).toBeCloseTo(numbers.at(-1) ?? Number.NaN, 6);
			expect(steps.length, name).toBeGreaterThan(3);
		}
	});

	test('a profile follows the area; the cut of the grids sorts; the booklet lists the whole catalogue', async () => {
		const { areas } = await app.call('areas.listAreas', {});
		const town = areas.find((area) => area.level === 'town');
		if (!town) throw new Error('no town');
		await open(`/?page=indicators&show=profile&area=${town.code}`);
		const { composition } = await app.call('areas.getProfile', { area: town.code, period: PERIOD });
		const profile = page.getByRole('region', { name: town.name, exact: true });
		expect(await profile.innerText()).toContain(formatInteger(composition.households ?? -1));

		await page.getByRole('button', { name: '网格划分' }).click();
		await watched.settle();
		await page.getByRole('button', { name: '户数', exact: true }).click();
		await watched.settle();
		const { grids } = await app.call('areas.getDivision', { area: town.code });
		const most = grids.reduce((largest, grid) => ((grid.households ?? 0) > (largest.households ?? 0) ? grid : largest));
		expect(await page.locator('main tbody tr:not([aria-hidden])').first().innerText()).toContain(
			formatInteger(most.households ?? -1),
		);

		await page.getByRole('button', { name: '口径手册' }).click();
		await watched.settle();
		const { entries } = await app.call('indicators.getBooklet', {});
		expect(await page.getByRole('article').count()).toBe(entries.length);
	});

	test('what is marked as a figure opens what stands behind it, on every page that shows figures', async () => {
		/** Figures that are clicked on a page, spread over it; the contract's own test opens all of them. */
		const most = 3;
		for (const path of [
			'/?',
			'/?page=indicators&show=one&indicator=CO01',
			'/?page=indicators&show=profile',
			'/?page=indicators&show=division',
			'/?page=team',
			'/?page=collab&show=response',
		]) {
			await open(path);
			const figures = page.locator('main [data-figure]:visible');
			const count = await figures.count();
			expect(count, path).toBeGreaterThanOrEqual(most);
			for (let at = 0; at < most; at += 1) {
				const figure = figures.nth(Math.floor((at * count) / most));
				const name = await figure.getAttribute('aria-label');
				await figure.click();
				const card = page.getByRole('dialog');
				await card.getByText(/来自哪些文件|得分构成/).waitFor();
				expect(await card.innerText(), `${path} ${name}`).not.toMatch(/undefined|NaN/);
				await page.keyboard.press('Escape');
				await card.waitFor({ state: 'detached' });
			}
		}
	});

	test('readings by unit: a unit has its own proof, and its records are those of the unit', async () => {
		await open('/?page=indicators&show=one&indicator=CO01');
		await page.getByText('按单位', { exact: true }).click();
		const { readings } = await app.call('indicators.listUnitReadings', {
			indicator: 'CO01',
			area: district,
			period: PERIOD,
		});
		const [first] = readings;
		if (first?.unit == null) throw new Error('no unit has a figure');
		await page
			.getByRole('button', { name: `${first.unit} 退单率`, exact: false })
			.first()
			.click();
		const card = page.getByRole('dialog');
		await card.getByText('来自哪些文件').waitFor();
		await card
			.getByRole('button', { name: `列出 ${formatInteger(first.n)} 条记录` })
			.first()
			.click();
		await watched.settle();
		expect(decodeURIComponent(page.url())).toContain(`all~${first.unit}`);
		const units = await page.locator('main tbody tr').evaluateAll((rows) => rows.length);
		expect(units).toBeGreaterThan(0);
	});
});
