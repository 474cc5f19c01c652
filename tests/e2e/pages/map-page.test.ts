// The map page, driven by mouse and keyboard: any indicator, classes, layers, clusters, time, comparison, tools, picture.
// What it shows is what the services answer; what was chosen stands in the address.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from '../../support/app-under-test.ts';
import { openBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.ts';
import { makePmtiles } from '../../support/make-pmtiles.ts';

/** A point inside each of some sums in the side panel. */
const DRAWN = [
	[300, 300],
	[700, 280],
	[760, 560],
	[380, 600],
] as const;

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);
const KEY = '0123456789abcdef0123456789abcdef';

describe('the map page', () => {
	let app: AppUnderTest;
	let browser: TestBrowser;
	let watched: WatchedPage;
	let page: Page;
	let district: string;
	/** What the stand-in of 天地图 was asked. */
	const asked: string[] = [];
	const online = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.setHeader('content-type', 'image/png').end(PIXEL);
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => online.listen(0, '127.0.0.1', resolve));
		const onlineOrigin = `http://127.0.0.1:${(online.address() as AddressInfo).port}`;
		[app, browser] = await Promise.all([startApp({ demo: 'only', onlineOrigin }), openBrowser()]);
		district = (await app.call('app.getState', {})).districtCode ?? '';
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
		online.close();
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

	test('a buffer reads what lies around a place; wider takes in more', async () => {
		await open('/?page=map&layers=labels');
		await page.getByRole('button', { name: '缓冲区' }).click();
		await page.locator('.district-map').click({ position: { x: 480, y: 360 }, force: true });
		const sums = page.locator('dl').filter({ hasText: '区域数' });
		const areas = async () => Number(await sums.locator('dd').first().textContent());
		await page.getByLabel('距离').selectOption('500');
		await expect.poll(() => page.locator('.map-drawn-around').count()).toBe(1);
		const few = await areas();
		await page.getByLabel('距离').selectOption('2000');
		await expect.poll(areas).toBeGreaterThan(few);
	});

	test('heat changes the classes and says so; what came back is listed and leads to its event', async () => {
		await open('/?page=map&period=2026-10&layers=chains');
		const before = await legend();
		await page.getByLabel('热度（按率）').check();
		await expect.poll(legend).not.toEqual(before);
		await expect.poll(() => page.getByText('热度：各区域及周边').count()).toBe(1);
		const { chains } = await app.call('map.listChains', { area: district, period: '2026-10' });
		const list = page.getByRole('region', { name: '办结又复发' });
		const [first] = chains[0]?.events ?? [];
		await list.getByRole('button', { name: first?.eventId ?? '' }).click();
		await expect.poll(() => decodeURIComponent(page.url())).toContain(first?.eventId);
	});

	test('a basemap is added in the settings, drawn by ranges, switched off, removed; a bad file is refused in words', async () => {
		const { areas } = await app.call('areas.listAreas', {});
		const bounds = areas.find(({ level }) => level === 'district')?.bbox ?? [0, 0, 0, 0];
		const good = join(app.cacheDir, '路网.pmtiles');
		makePmtiles(good, { bounds, minZoom: 7, maxZoom: 11 });
		const far = join(app.cacheDir, '别处.pmtiles');
		makePmtiles(far, { bounds: [100, 20, 101, 21], minZoom: 7, maxZoom: 8 });
		await open('/?page=map&layers=base');
		expect(await page.getByLabel('底图').isDisabled()).toBe(true);
		const ranges: number[] = [];
		page.on('response', (response) => {
			if (response.url().includes('/geo/packs/')) ranges.push(response.status());
		});
		await page.goto(`${app.origin}/?page=imports`);
		await page.getByRole('button', { name: '本区设置' }).click();
		const field = page.locator('input[data-part="basemap"]');
		await field.setInputFiles(far);
		await expect.poll(() => page.getByText('底图未添加：底图不在本区范围内').count()).toBe(1);
		await field.setInputFiles(good);
		await page.getByText('测试底图').waitFor();
		expect(await page.getByText('底图未添加').count()).toBe(0);
		await open('/?page=map&layers=base');
		await expect.poll(() => ranges.filter((status) => status === 206).length).toBeGreaterThan(1);
		expect(ranges.every((status) => status === 206)).toBe(true);
		await watched.settle();
		const drawn = () => page.locator('.map-canvas').first().screenshot();
		const before = await drawn();
		await page.getByLabel('底图').uncheck();
		await watched.settle();
		expect(page.url()).not.toContain('base');
		expect((await drawn()).equals(before)).toBe(false);
		const { packs } = await app.call('map.listBasemaps', {});
		await app.call('map.removeBasemap', { packId: packs[0]?.packId ?? '' });
		await expect.poll(() => page.getByLabel('底图').isDisabled()).toBe(true);
	});

	test('天地图 is asked for nothing without its key; with it the page asks its own host alone and names the maker', async () => {
		await open('/?page=map');
		expect(asked).toEqual([]);
		const { settings } = await app.call('settings.getSettings', {});
		await app.call('settings.saveSettings', {
			settings: { ...settings, mapApproval: '浙S（2026）1号', tianditu: { key: KEY } },
		});
		const addresses: string[] = [];
		page.on('request', (request) => addresses.push(request.url()));
		await open('/?page=map');
		await expect.poll(() => asked.length).toBeGreaterThan(2);
		await page.getByText('审图号：浙S（2026）1号 • 天地图 • 国家地理信息公共服务平台').waitFor();
		expect(addresses.every((address) => address.startsWith(app.origin) || address.startsWith('blob:'))).toBe(true);
		expect(addresses.join()).not.toContain(KEY);
		expect(asked.every((address) => address.includes(`tk=${KEY}`))).toBe(true);
		await app.call('settings.saveSettings', { settings });
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
