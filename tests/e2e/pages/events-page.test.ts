// The events page: the whole district in one table, the cross-filter, chips in the address that hold, columns and views,
// copy and export, and one event with its timeline, limit proof and neighbours.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatInteger } from '../../../renderer/ui/format.ts';
import { type AppUnderTest, startApp } from '../../support/app-under-test.ts';
import { openBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.ts';

describe('events page', () => {
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
		await page.locator('main table[aria-rowcount]').waitFor();
		await watched.settle();
	};
	const list = () => page.getByRole('region', { name: '事件', exact: true });
	const footText = async () => (await list().locator('footer').innerText()).replaceAll('\u00a0', ' ');
	const facet = (title: string) => page.getByRole('region', { name: title, exact: true });

	test('the table reaches the last of all events, and the keyboard does too', async () => {
		const all = await app.call('events.listEvents', { filter: { area: district }, limit: 1 });
		await open('/?page=events&state=');
		expect(await footText()).toContain(`共 ${formatInteger(all.total)} 件`);
		await list().locator('[data-row="0"]').focus();
		await page.keyboard.press('End');
		const end = await app.call('events.listEvents', { filter: { area: district }, offset: all.total - 1, limit: 1 });
		await list()
			.getByRole('button', { name: end.rows[0]?.eventId ?? '', exact: true })
			.waitFor();
		await page.keyboard.press('ArrowUp');
		await watched.settle();
		const before = await app.call('events.listEvents', { filter: { area: district }, offset: all.total - 2, limit: 1 });
		expect(page.url()).toContain(`event=${before.rows[0]?.eventId}`);
	});

	test('a bar filters list and other bars, stands as a chip, holds over pages, and is removed', async () => {
		await open('/?page=events&state=');
		const first = await app.call('events.getFacets', { filter: { area: district } });
		const source = first.sources[0];
		const unit = first.units[0];
		if (!source || !unit) throw new Error('no bars');
		await facet('来源')
			.getByRole('button', { name: new RegExp(`^${source.zh.replaceAll('/', '.')}`) })
			.click();
		await watched.settle();
		expect(page.url()).toContain(`source=${source.code}`);
		const narrowed = await app.call('events.getFacets', { filter: { area: district, source: source.code } });
		expect(await footText()).toContain(`共 ${formatInteger(source.count)} 件`);
		expect(await facet('承办').getByRole('button').first().innerText()).toContain(
			formatInteger(narrowed.units[0]?.count ?? -1),
		);
		// Its own list still shows the rest.
		expect(await facet('来源').getByRole('button').count()).toBe(first.sources.length);

		await page.keyboard.press('1');
		await watched.settle();
		expect(page.url()).toContain(`source=${source.code}`);
		await page.goBack();
		await page.locator('main table[aria-rowcount]').waitFor();
		await watched.settle();
		expect(await footText()).toContain(`共 ${formatInteger(source.count)} 件`);
		await page.getByRole('button', { name: `去掉“来源 ${source.zh}”` }).click();
		await watched.settle();
		expect(page.url()).not.toContain('source=');
		expect(await footText()).toContain(`共 ${formatInteger(first.total)} 件`);
	});

	test('menus hold every value of the district, numbers and days are typed', async () => {
		await open('/?page=events');
		const { all, ...open1 } = await app.call('events.getFacets', { filter: { area: district, state: 'open' } });
		expect(all.units.length).toBeGreaterThan(open1.units.length);
		await page.getByRole('button', { name: '承办单位', exact: true }).click();
		expect(await page.locator('[popover]:popover-open button').count()).toBe(all.units.length);
		await page.keyboard.press('Escape');
		const one = (await app.call('events.listEvents', { filter: { state: 'open' }, limit: 1 })).rows[0];
		await open(`/?page=events&state=`);
		await page.getByLabel('编号开头').fill(one?.eventId ?? '');
		await page.keyboard.press('Enter');
		await watched.settle();
		expect(await footText()).toContain('共 1 件');
		await open('/?page=events&state=&from=2026-10-01&to=2026-10-01');
		const day = await app.call('events.listEvents', { filter: { from: '2026-10-01', to: '2026-10-01' }, limit: 1 });
		expect(await footText()).toContain(`共 ${formatInteger(day.total)} 件`);
	});

	test('columns and views are kept; selected rows are copied; the list is exported', async () => {
		await open('/?page=events');
		await page.getByRole('button', { name: '列', exact: true }).click();
		await page.getByLabel('显示“状态”').check();
		await page.keyboard.press('Escape');
		await page.getByRole('columnheader', { name: '状态' }).waitFor();
		await page.getByRole('button', { name: '视图', exact: true }).click();
		await page.getByLabel('视图名称').fill('晨会');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		await open('/?page=events&state=');
		await page.getByRole('columnheader', { name: '状态' }).waitFor();
		await page.getByRole('button', { name: '视图', exact: true }).click();
		await page.getByRole('button', { name: '晨会', exact: true }).click();
		await watched.settle();
		expect(page.url()).not.toContain('state=');

		const { rows } = await app.call('events.listEvents', {
			filter: { area: district, lights: ['deepRed', 'red', 'yellow'] },
			limit: 3,
		});
		await list().locator('[data-row="0"]').focus();
		await page.keyboard.press(' ');
		await list()
			.getByLabel(`选中 ${rows[2]?.eventId}`)
			.click({ modifiers: ['Shift'] });
		expect(await footText()).toContain('已选 3 件');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			(async () => {
				await page.getByRole('button', { name: '导出', exact: true }).click();
				await page.getByRole('button', { name: 'CSV 文本' }).click();
			})(),
		]);
		const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
		expect(lines[0]?.startsWith('\ufeff灯色,事件编号,')).toBe(true);
		expect(lines.slice(1, 4).map((line) => line.split(',')[1])).toEqual(rows.map(({ eventId }) => eventId));
		expect(lines[0]).toContain('状态');
	});

	test('an event shows who held it, why it is due then, and its neighbours lead on', async () => {
		const red = await app.call('events.listRedLights', { area: district, limit: 50 });
		const details = [];
		for (const { eventId } of red.rows) details.push(await app.call('events.getEvent', { eventId }));
		const detail = details.find(({ near, timeline }) => near.length > 0 && timeline !== null);
		const next = detail?.near[0]?.event.eventId;
		if (!detail || !next) throw new Error('no event with neighbours');
		await open(`/?page=events&event=${detail.event.eventId}`);
		const units = new Set(detail.timeline?.spans.map(({ unit }) => unit));
		for (const unit of units)
			await page
				.getByRole('img', { name: new RegExp(`^${unit}：`) })
				.first()
				.waitFor();
		const proof = page.getByRole('region', { name: '时限依据' });
		expect(await proof.innerText()).toContain('第');
		if (detail.limitProof.agrees) expect(await proof.innerText()).toContain('与报送的时限一致');
		await page.getByRole('button', { name: new RegExp(`^打开事件 ${next}`) }).click();
		await watched.settle();
		expect(page.url()).toContain(`event=${next}`);
	});
});
