// The page of working together, driven by keyboard and mouse: chase, print, follow the ball, prove, meet, disputes.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatInteger, formatValue } from '../../../renderer/ui/format.ts';
import { type AppUnderTest, startApp } from '../../support/app-under-test.ts';
import { openBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.ts';

const PERIOD = '2026-10';

describe('the page of working together', () => {
	let app: AppUnderTest;
	let browser: TestBrowser;
	let watched: WatchedPage;
	let page: Page;
	let area: string;
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp({ demo: 'only' }), openBrowser()]);
		area = (await app.call('app.getState', {})).districtCode ?? '';
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

	const open = async (show: string) => {
		await page.goto(`${app.origin}/?page=collab${show === '' ? '' : `&show=${show}`}`);
		await page.locator('main section h2').first().waitFor();
		await watched.settle();
	};
	const panel = (name: string) => page.getByRole('region', { name, exact: true });

	test('the whole queue stands in the order of the services; a reminder and a note for each unit', async () => {
		await page.goto(app.origin);
		await page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '协同' }).click();
		await page.locator('[data-row="0"]').waitFor();
		await watched.settle();
		const { rows } = await app.call('collaboration.listQueue', { area });
		expect(await panel('红灯队列').innerText()).toContain(`${rows.length} 件`);
		expect(await page.locator('[data-row="0"]').innerText()).toBe(rows[0]?.event.eventId);
		await page.locator('[data-row="0"]').focus();
		await page.keyboard.press('ArrowDown');
		expect(await page.locator(':focus').innerText()).toBe(rows[1]?.event.eventId);

		const unit = rows.find(({ event }) => event.light === 'red')?.event.leadUnit ?? '';
		const own = rows.filter(({ event }) => event.leadUnit === unit && event.light !== 'paused');
		await page.getByRole('button', { name: unit, exact: true }).click();
		const message = await page.locator('pre').innerText();
		for (const { event } of own) expect(message).toContain(event.eventId);
		expect(message.split('\n').length).toBe(own.length + 2);

		await page.getByRole('button', { name: /^出 \d+ 张督办单$/ }).click();
		const sheets = page.getByRole('article');
		expect(await sheets.count()).toBeGreaterThan(0);
		const due = own.filter(
			({ ladder }) => ladder.waitUntil === null && ['plain', 'yellowCard', 'redCard'].includes(ladder.next),
		);
		expect(await sheets.locator('tbody tr').count()).toBe(due.length);
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
		expect(await sheets.first().isVisible()).toBe(true);
	});

	test('a row of the queue opens its event', async () => {
		await open('');
		await page.locator('[data-row="0"]').focus();
		const id = await page.locator('[data-row="0"]').innerText();
		await page.keyboard.press('Enter');
		await watched.settle();
		expect(page.url()).toContain(`event=${id}`);
	});

	test('who holds the ball is what the services say; T turns charts into tables', async () => {
		await open('flow');
		const flow = await app.call('collaboration.getFlow', { area, period: PERIOD });
		const first = flow.holders[0];
		await panel('此刻在谁手里').locator('tbody tr').first().waitFor();
		const row = await panel('此刻在谁手里').locator('tbody tr').first().innerText();
		expect(row).toContain(first?.unit ?? '?');
		expect(row).toContain(formatInteger(first?.open ?? -1));
		await page.keyboard.press('t');
		await watched.settle();
		expect(await panel('流转去向').locator('tbody tr').count()).toBe(flow.links.length);
	});

	test('the rates above are those of the catalogue and open their proof', async () => {
		await open('response');
		const { readings } = await app.call('indicators.listReadings', {
			areas: [area],
			period: PERIOD,
			indicators: ['CO02'],
		});
		const value = readings[0]?.value ?? Number.NaN;
		const tile = page.getByRole('button', { name: /^吹哨响应及时率/ });
		await tile.getByText(formatValue(value, 'ratio')).waitFor();
		await tile.click();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
	});

	test('agenda and disputes show what the services found', async () => {
		await open('meetings');
		const { agenda } = await app.call('collaboration.getMeetings', { area, period: PERIOD });
		const region = panel('会商议题');
		await region.waitFor();
		expect(await region.locator('dl').count()).toBe(agenda.length);
		for (const { events } of agenda) expect(await region.innerText()).toContain(events[0]?.eventId ?? '?');

		await open('disputes');
		const disputes = await app.call('collaboration.getDisputes', { area, period: PERIOD });
		const cases = panel('在办与可司法确认的纠纷').locator('tbody tr');
		await cases.first().waitFor();
		expect(await cases.count()).toBe(disputes.cases.length);
		const small = [disputes.types, disputes.channels, disputes.results].flat().filter(({ count }) => count === null);
		expect(await page.getByText('＜5', { exact: true }).count()).toBeGreaterThanOrEqual(small.length);
	});
});
