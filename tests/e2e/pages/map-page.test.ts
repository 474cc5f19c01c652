// The map page, driven by mouse and keyboard: any indicator, classes, layers, clusters, time, comparison, tools, picture.
// What it shows is what the services answer; what was chosen stands in the address.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from '../../support/app-under-test.ts';
import { openBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.ts';

/** A point inside each of some sums in the side panel. */
const DRAWN = [
	[300, 300],
	[700, 280],
	[760, 560],
	[380, 600],
] as const;

describe('the map page', () => {
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
		await page.locator('.district-map').first().waitFor();
		await watched.settle();
	};
	const legend = () =>
		page
			.locator('.map-legend-class')
			.evaluateAll((all) => all.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim()));

	test('it opens from the rail; indicator, level and classes change legend and address, and hold on reload', async () => {
		await open('/?page=overview');
		await page.getByRole('navigation').getByRole('button', { name: '地图' }).click();
		await watched.settle();
		expect(page.url()).toContain('page=map');
		await page.getByLabel('地图指标').selectOption('OP04');
		await page.getByText('镇街', { exact: true }).last().click();
		await page.getByText('按目标', { exact: true }).click();
		await watched.settle();
		expect(page.url()).toContain('fill=OP04');
		expect(page.url()).toContain('classes=goal');
		const { frames } = await app.call('map.listValues', { indicator: 'OP04', level: 'town', period: '2026-10' });
		const lights = frames[0]?.lights ?? [];
		const expected = (['green', 'yellow', 'red'] as const).map((light) => lights.filter((one) => one === light).length);
		const shown = async () => (await legend()).map((text) => Number(/(\d+) 个$/.exec(text ?? '')?.[1]));
		expect(await shown()).toEqual(expected.filter((count) => count > 0));
		await page.reload();
		await page.locator('.district-map').waitFor();
		await watched.settle();
		expect(await shown()).toEqual(expected.filter((count) => count > 0));
	});

	test('clusters carry every open event that may be shown; pressing one goes nearer and lists it', async () => {
		await open('/?page=map');
		const events = await app.call('map.listEvents', { area: district });
		const counts = await page
			.locator('.map-cluster')
			.evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-count'))));
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(events.eventIds.length);
		await expect.poll(() => page.getByText(`另有敏感 ${events.sensitive} 件`).count()).toBe(1);
		const cluster = page.locator('.map-cluster[data-single="false"]').first();
		const size = Number(await cluster.getAttribute('data-count'));
		await cluster.focus();
		await page.keyboard.press('Enter');
		await expect
			.poll(() => page.getByRole('region', { name: '所点标记' }).locator('li').count())
			.toBe(Math.min(size, 40));
		await expect.poll(() => page.url()).toContain('at=');
	});

	test('layers switch on and off by keyboard and stand in the address; only what is on is asked for', async () => {
		await open('/?page=map&layers=labels');
		expect(await page.locator('.map-cluster').count()).toBe(0);
		await page.getByLabel('重点场所').focus();
		await page.keyboard.press('Space');
		await page.getByLabel('热点网格').check();
		await watched.settle();
		expect(decodeURIComponent(page.url())).toContain('layers=labels,hotspots,keyPlace');
		await expect.poll(() => page.locator('.map-place').count()).toBeGreaterThan(10);
		const { spots } = await app.call('map.listHotspots', { area: district, period: '2026-10' });
		await expect.poll(() => page.locator('.map-spot[data-kind="hot"]').count()).toBe(spots.length);
	});

	test('the slider moves the period by keys, plays to its end and rests there', async () => {
		await open('/?page=map&period=2026-08');
		const slider = page.getByRole('slider', { name: '时间' });
		await slider.focus();
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => page.url()).toContain('period=2026-09');
		expect(await slider.getAttribute('aria-valuetext')).toBe('2026年9月');
		await page.getByLabel('播放速度').selectOption('4');
		await page.getByRole('button', { name: '播放' }).click();
		await expect.poll(() => page.url(), { timeout: 15_000 }).toContain('period=2026-11');
		await expect.poll(() => page.getByRole('button', { name: '播放' }).count()).toBe(1);
	});

	test('two periods lie under a divider that keys move, and move as one', async () => {
		await open('/?page=map');
		await page.getByLabel('对比', { exact: true }).selectOption('period');
		await watched.settle();
		expect(page.url()).toContain('against=period');
		expect(await page.locator('.district-map').count()).toBe(2);
		const divider = page.getByRole('slider', { name: /卷帘位置/ });
		await divider.focus();
		await page.keyboard.press('ArrowLeft');
		expect(await divider.getAttribute('aria-valuenow')).toBe('48');
		await page.getByRole('button', { name: '放大' }).first().click();
		await expect.poll(() => page.url()).toContain('at=');
		await watched.settle();
		const places = await page
			.locator('[data-map-face]')
			.evaluateAll((faces) => faces.map((face) => face.querySelector('.map-cluster')?.getAttribute('style')));
		expect(places[0]).toBe(places[1]);
	});

	test('a drawn outline reads its areas and events; Esc puts the tool away', async () => {
		await open('/?page=map');
		await page.getByRole('button', { name: '框选' }).click();
		for (const [x, y] of DRAWN)
			await page.locator('.district-map').click({ position: { x: x - 90, y: y - 140 }, force: true });
		const sums = page.locator('dl').filter({ hasText: '区域数' });
		await expect.poll(async () => Number(await sums.locator('dd').first().textContent())).toBeGreaterThan(5);
		await page.keyboard.press('Escape');
		await expect.poll(() => sums.count()).toBe(0);
		expect(page.url()).toContain('page=map');
	});

	test('the picture is a PNG with the name of area, indicator and period', async () => {
		await open('/?page=map&period=2026-10');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: '存为图片' }).click(),
		]);
		expect(download.suggestedFilename()).toMatch(/千人事件量-2026-10\.png$/);
		const bytes = readFileSync(await download.path());
		expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
		// Two pixels for each of the screen, and far more than a blank sheet.
		expect(bytes.readUInt32BE(16)).toBeGreaterThan(1800);
		expect(bytes.length).toBeGreaterThan(100_000);
	});
});
