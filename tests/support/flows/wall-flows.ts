// The flows of the wall: the figures of the API, whole at every size, alive without its host, and nothing but what the
// whitelist allows. One body for every host.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { WallOverview } from '../../../shared/contract/schemas/wall.ts';
import type { PageOptions, WatchedPage } from '../browser.ts';
import type { FlowApp, FlowHost } from '../flow-host.ts';
import { findLayoutFaults } from '../text-layout.ts';

type Overview = MethodOutput<'wall.getOverview'>;

const SIZES = [
	{ width: 1920, height: 1080, seams: [] },
	{ width: 3840, height: 1080, seams: [1920] },
	{ width: 3840, height: 2160, seams: [] },
	{ width: 5760, height: 1080, seams: [1920, 3840] },
] as const;

/** The figures as the wall must print them, from the API's own values. */
function expectedFigures(overview: Overview): Record<string, string> {
	const whole = (value: number | null) => (value === null ? '' : value.toLocaleString('en-US'));
	const decimal = (value: number | null) => (value === null ? '' : value.toFixed(1));
	return {
		acceptedLastDay: whole(overview.acceptedLastDay.value),
		open: whole(overview.open.value),
		overdueOpen: whole(overview.overdueOpen.value),
		dueToday: whole(overview.dueToday.value),
		closure: decimal(overview.closure.value),
		onTime: decimal(overview.onTime.value),
		medianHours: decimal(overview.medianHours.value),
		unlocatedShare: decimal(overview.unlocatedShare.value),
	};
}

async function shownFigures(page: Page): Promise<Record<string, string>> {
	const found = await page.locator('[data-value]').all();
	const pairs = await Promise.all(
		found.map(
			async (node) => [(await node.getAttribute('data-value')) ?? '', (await node.textContent()) ?? ''] as const,
		),
	);
	return Object.fromEntries(pairs);
}

/** Boxes of labels and marks over the map, of cards, and whether a card lies over a seam. */
async function measureWall(page: Page) {
	return page.evaluate(() => {
		const boxOf = (node: Element) => {
			const { left, top, right, bottom } = node.getBoundingClientRect();
			return { left, top, right, bottom };
		};
		const boxes = (selector: string) => [...document.querySelectorAll(selector)].map(boxOf);
		const smallestFontPx = Math.min(
			...[...document.querySelectorAll('.wall *')]
				.filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()))
				.map((node) => Number.parseFloat(getComputedStyle(node).fontSize)),
		);
		return {
			labels: [...document.querySelectorAll('.map-label')]
				.filter((node) => getComputedStyle(node).visibility === 'visible')
				.map(boxOf),
			labelCount: document.querySelectorAll('.map-label').length,
			marks: boxes('.map-mark'),
			cards: boxes('.wall-card'),
			smallestFontPx,
			unitPx: innerHeight / 108,
			scrolls: document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight,
			cursor: getComputedStyle(document.querySelector('.wall') ?? document.body).cursor,
		};
	});
}

type Box = { left: number; top: number; right: number; bottom: number };
const touches = (a: Box, b: Box, slack: number) =>
	a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom;

/** Registers the flows of the wall on a host. */
export function describeWall(host: FlowHost): void {
	describe(`wall on the ${host.name}`, () => {
		let app: FlowApp;
		beforeAll(async () => {
			app = await host.start('only');
		});
		afterAll(() => app?.stop());

		async function openWall(options: PageOptions, prepare?: (page: Page) => Promise<void>): Promise<WatchedPage> {
			const watched = await app.open('/wall', { theme: 'dark', ...options }, prepare);
			await watched.page.locator('.wall-figure').first().waitFor();
			await watched.settle();
			return watched;
		}

		test.each(SIZES)(
			'is whole and shows the figures of the API at $width×$height',
			async ({ width, height, seams }) => {
				const watched = await openWall({ width, height });
				const overview = await app.call('wall.getOverview', {});
				expect(await shownFigures(watched.page)).toEqual(expectedFigures(overview));
				expect(await findLayoutFaults(watched.page)).toEqual([]);

				const wall = await measureWall(watched.page);
				expect(wall.scrolls).toBe(false);
				expect(wall.cursor).toBe('none');
				expect(wall.smallestFontPx).toBeGreaterThanOrEqual(2.4 * wall.unitPx - 0.01);
				expect(wall.labels).toHaveLength(wall.labelCount);
				expect(wall.marks).toHaveLength(
					overview.areas.filter(({ area, light }) => area.length > 9 && ['yellow', 'red', 'deepRed'].includes(light))
						.length,
				);
				for (const label of wall.labels) expect(wall.marks.some((mark) => touches(label, mark, 0.5))).toBe(false);
				for (const [index, card] of wall.cards.entries()) {
					expect(wall.cards.slice(index + 1).some((other) => touches(card, other, 0.5))).toBe(false);
					for (const seam of seams) expect(card.left < seam && card.right > seam).toBe(false);
				}
				await watched.close();
			},
		);

		test('speaks English without a fault', async () => {
			for (const { width, height } of SIZES.slice(0, 2)) {
				const watched = await openWall({ width, height, language: 'en' });
				expect(await findLayoutFaults(watched.page)).toEqual([]);
				expect(await watched.page.locator('.wall-figure').first().textContent()).toContain('New yesterday');
				await watched.close();
			}
		});

		test('always says time, age, connection and that the data is for demonstration', async () => {
			const watched = await openWall({ width: 1920, height: 1080 });
			const header = await watched.page.locator('.wall-header').textContent();
			const { now } = await app.call('app.getState', {});
			expect(header).toContain(now.slice(11, 16));
			expect(header).toMatch(/数据截至 .+（.+前）/);
			expect(header).toContain('在线');
			expect(header).toContain('演示数据');
			await watched.close();
		});

		test('asks for nothing beyond the whitelist and shows no event, unit or person', async () => {
			const asked = new Set<string>();
			const watched = await openWall({ width: 1920, height: 1080 }, async (page) => {
				page.on('request', (request) => {
					const body = request.postData();
					if (request.url().endsWith('/rpc') && body !== null) asked.add(String(JSON.parse(body).method));
				});
			});
			// Over a bridge the calls are no requests.
			const whitelist = ['app.getState', 'areas.listAreas', 'map.listBasemaps', 'wall.getOverview'];
			const expected = host.hasNetwork ? whitelist : [];
			expect([...asked].sort()).toEqual(expected);
			expect(WallOverview.safeParse(await app.call('wall.getOverview', {})).success).toBe(true);

			const text = await watched.page.locator('body').textContent();
			const { rows } = await app.call('events.listRedLights', { area: '339901', limit: 50 });
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows) {
				expect(text).not.toContain(row.eventId);
				if (row.leadUnit !== null) expect(text).not.toContain(row.leadUnit);
				if (row.placeName !== null) expect(text).not.toContain(row.placeName);
			}
			expect(text).not.toMatch(/1[3-9]\d{9}|\d{17}[\dXx]/);
			await watched.close();
		});

		test.runIf(host.hasNetwork)(
			'keeps its figures when the host is gone, says so, and comes back by itself',
			async () => {
				const tolerate = [/ERR_INTERNET_DISCONNECTED/];
				const watched = await openWall({ width: 1920, height: 1080, tolerate }, (page) => page.clock.install());
				const { page, context } = watched;
				const before = await shownFigures(page);
				const connection = page.getByTestId('wall-connection');

				await context.setOffline(true);
				await page.clock.fastForward(61_000);
				await expect.poll(() => connection.textContent(), { timeout: 10_000 }).toContain('离线');
				expect(await shownFigures(page)).toEqual(before);
				expect(await page.locator('.wall-header').getAttribute('data-old')).toBe('true');

				await context.setOffline(false);
				await page.clock.fastForward(15_000);
				await expect.poll(() => connection.textContent(), { timeout: 20_000 }).toBe('在线');
				expect(await shownFigures(page)).toEqual(before);
				await watched.close();
			},
		);

		test('draws its map again when the browser takes the drawing context away', async () => {
			const watched = await openWall({ width: 1920, height: 1080, tolerate: [/WebGL|context/i] });
			const { page } = watched;
			await page.evaluate(() => {
				const canvas = document.querySelector<HTMLCanvasElement>('.map-canvas canvas');
				canvas?.setAttribute('data-first', 'true');
				canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
			});
			// The extension never gives the context back by itself: the map has to be built anew.
			await page.locator('.map-canvas canvas:not([data-first])').waitFor({ state: 'attached', timeout: 10_000 });
			await watched.settle();
			expect(await findLayoutFaults(page)).toEqual([]);
			await watched.close();
		});
	});
}
