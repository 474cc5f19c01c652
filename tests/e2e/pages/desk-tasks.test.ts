// The tasks of domain.md §7 that the desk owes, each done by keyboard and by mouse, with the steps counted: morning
// briefing (1), red lights (2), drill-down (3), weekly and monthly analysis (5), hotspots and recurrence (8); and the
// ways of working that shorten them.

import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parsePeriod } from '../../../shared/domain/period.ts';
import type { WatchedPage } from '../../support/browser.ts';
import { type FlowApp, webFlowHost } from '../../support/flow-host.ts';

const DESK = { width: 1440, height: 900, theme: 'light', language: 'zh-CN' } as const;

let app: FlowApp;
let watched: WatchedPage;
let district: string;
beforeAll(async () => {
	app = await webFlowHost.start('only');
	let state = await app.call('app.getState', {});
	while (state.cacheState !== 'ready' || state.districtCode === null) {
		await new Promise((resolve) => setTimeout(resolve, 200));
		state = await app.call('app.getState', {});
	}
	district = state.districtCode;
});
afterAll(() => app?.stop());
afterEach(() => watched?.close());

const textOf = async (locator: Locator) => (await locator.innerText()).replaceAll('\u00a0', ' ');
const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const areaIn = (page: Page) => new URL(page.url()).searchParams.get('area');

/** Opens the desk and counts what a person does there: a click, or a stroke of a key (typed text is one step). */
async function openDesk(path = '/') {
	watched = await app.open(path, DESK);
	await watched.settle();
	const { page } = watched;
	let steps = 0;
	const done = async () => {
		steps += 1;
		await watched.settle();
	};
	return {
		page,
		steps: () => steps,
		async click(target: Locator) {
			await target.click();
			await done();
		},
		async press(key: string) {
			await page.keyboard.press(key);
			await done();
		},
		async type(text: string) {
			await page.keyboard.type(text);
			await done();
		},
	};
}

async function levelOf(code: string | null): Promise<string | undefined> {
	const { areas } = await app.call('areas.listAreas', {});
	return areas.find((area) => area.code === code)?.level;
}

describe('1 morning briefing', () => {
	test('by keyboard: one key; the paper is of the last day or block and its figures open their proof', async () => {
		const { page, press, steps } = await openDesk();
		await press('b');
		expect(steps()).toBe(1);
		const briefing = await app.call('briefing.getBriefing', { kind: 'day', area: district });
		const { lastBlock } = await app.call('app.getState', {});
		expect(parsePeriod(briefing.period ?? '')?.code).toBe(lastBlock);
		expect(await textOf(page.getByRole('main'))).toContain(briefing.title.zh);
	});

	test('by mouse: one click', async () => {
		const { page, click, steps } = await openDesk();
		await click(page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '简报' }));
		expect(steps()).toBe(1);
		const briefing = await app.call('briefing.getBriefing', { kind: 'day', area: district });
		expect(await textOf(page.getByRole('main'))).toContain(briefing.title.zh);
		expect(await page.getByRole('button', { name: '导出 Word' }).isEnabled()).toBe(true);
	});
});

describe('2 red lights', () => {
	test('by mouse: one click to the event that must be chased first, a second copies its text', async () => {
		const { page, click, steps } = await openDesk();
		const { rows } = await app.call('events.listRedLights', { area: district, limit: 1 });
		const first = rows[0];
		if (!first) throw new Error('no red light');
		await click(panel(page, /^红灯/).getByRole('button', { name: new RegExp(`^打开事件 ${first.eventId}`) }));
		expect(steps()).toBe(1);
		expect(page.url()).toContain(`event=${first.eventId}`);
		await page.getByRole('button', { name: '复制催办文本' }).or(page.getByText('催办文本')).first().waitFor();
	});

	test('by keyboard: page and first row in two strokes', async () => {
		const { page, press, steps } = await openDesk();
		const pages = page.getByRole('navigation', { name: '页面' }).getByRole('listitem');
		const names = await pages.allInnerTexts();
		await press(String(names.findIndex((name) => name.startsWith('事件')) + 1));
		expect(steps()).toBe(1);
		const { rows } = await app.call('events.listRedLights', { area: district, limit: 1 });
		expect(await textOf(page.getByRole('main'))).toContain(rows[0]?.eventId ?? 'none');
	});
});

describe('3 drill-down', () => {
	test('by mouse: district to record in at most three clicks, and the way back is there', async () => {
		const { page, click, steps } = await openDesk();
		// The last of its peers is the one that is asked about; the first may have nothing red.
		await click(
			panel(page, /同类比较$/)
				.getByRole('button')
				.last(),
		);
		expect(await levelOf(areaIn(page))).toBe('town');
		await click(page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: /^事件/ }));
		await click(page.getByRole('table').locator('tbody button').first());
		expect(steps()).toBeLessThanOrEqual(3);
		expect(page.url()).toMatch(/event=/);
		const path = page.getByRole('navigation', { name: '当前区域' });
		expect(await path.getByRole('button', { name: 'L区', exact: true }).count()).toBe(1);
	});

	test('by keyboard: a town by its initials, then its on-time rate explained', async () => {
		const { page, press, type } = await openDesk();
		const { areas } = await app.call('areas.listAreas', {});
		const town = areas.find((area) => area.level === 'town');
		if (!town) throw new Error('no town');
		await press('Control+k');
		await type(town.shortName);
		await page
			.getByRole('option', { name: new RegExp(town.name) })
			.first()
			.waitFor();
		await press('Enter');
		expect(areaIn(page)).toBe(town.code);
		await press('Control+k');
		await type('OP04');
		await page.getByRole('option', { name: /OP04/ }).first().waitFor();
		await press('Enter');
		expect(page.url()).toContain('show=one');
		expect(page.url()).toContain('indicator=OP04');
		expect(await textOf(page.getByRole('main'))).toContain('口径');
		await press('Escape');
		await press('Escape');
		expect(areaIn(page)).toBeNull();
	});
});

describe('5 weekly and monthly analysis', () => {
	test('by keyboard: from the desk to the monthly paper in three strokes of one key', async () => {
		const { page, press, steps } = await openDesk();
		for (let stroke = 0; stroke < 3; stroke += 1) await press('b');
		expect(steps()).toBe(3);
		expect(page.url()).toContain('paper=month');
		const briefing = await app.call('briefing.getBriefing', { kind: 'month', area: district });
		expect(await textOf(page.getByRole('main'))).toContain(briefing.title.zh);
	});

	test('by mouse: the workbook of the month in three clicks', async () => {
		const { page, click, steps } = await openDesk();
		await click(page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '简报' }));
		await click(page.getByRole('group', { name: '简报种类' }).getByText('月报'));
		const download = page.waitForEvent('download');
		await click(page.getByRole('button', { name: '导出 Excel' }));
		expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
		expect(steps()).toBe(3);
	});

	test('two months stand side by side, and differences are in points for rates', async () => {
		const { page, press, click } = await openDesk();
		await press('c');
		await press('[');
		await press('c');
		await click(page.getByRole('button', { name: '比较 2 列' }));
		const table = page.getByRole('table');
		const [now, before] = await Promise.all(
			['2026-10', '2026-09'].map((period) => app.call('indicators.getBoard', { area: district, period })),
		);
		const onTime = (board: typeof now) =>
			board?.rows.find((row) => row.reading.indicator === 'OP04')?.reading.value ?? 0;
		const row = await textOf(table.getByRole('row', { name: /^按期办结率/ }).first());
		expect(row).toContain(onTime(now).toFixed(1));
		expect(row).toContain(onTime(before).toFixed(1));
		expect(row).toMatch(/百分点|持平/);
		await page.reload();
		await watched.settle();
		expect(await table.getByRole('columnheader').count()).toBe(3);
	});
});

describe('8 hotspots and recurrence', () => {
	test('by keyboard: what came back is one command away', async () => {
		const { page, press, type, steps } = await openDesk();
		await press('Control+k');
		await type('重复发生率');
		await page
			.getByRole('option', { name: /重复发生率/ })
			.first()
			.waitFor();
		await press('Enter');
		expect(steps()).toBe(3);
		expect(page.url()).toContain('show=one');
		expect(await textOf(page.getByRole('main'))).toContain('为什么');
	});

	test('by mouse: from the list of indicators to the explained rate in two clicks', async () => {
		const { page, click, steps } = await openDesk();
		await click(page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '指标' }));
		await click(
			page
				.getByRole('main')
				.getByRole('button', { name: /^重复发生率/ })
				.first(),
		);
		expect(steps()).toBe(2);
		expect(page.url()).toContain('show=one');
	});
});

describe('ways of working', () => {
	test('a view change is taken back and made again', async () => {
		const { page, press } = await openDesk();
		await press('[');
		expect(page.url()).toContain('period=2026-09');
		await press('Control+z');
		expect(page.url()).not.toContain('period=');
		await press('Control+Shift+z');
		expect(page.url()).toContain('period=2026-09');
	});

	test('a view is kept under a name and comes back with everything it held', async () => {
		const { page, press, click } = await openDesk('/?page=indicators&period=2026Q3&show=profile');
		const kept = page.url();
		await click(page.getByRole('button', { name: '收藏与地址' }));
		await page.getByRole('textbox', { name: '名称', exact: true }).fill('三季度画像');
		await press('Enter');
		await press('Escape');
		await press('1');
		expect(page.url()).not.toBe(kept);
		await page.reload();
		await watched.settle();
		await click(page.getByRole('button', { name: '收藏与地址' }));
		await click(page.getByRole('button', { name: '打开收藏“三季度画像”' }));
		expect(page.url()).toBe(kept);
	});

	test('the palette knows pages by initials and English, languages and themes', async () => {
		const { page, press, type } = await openDesk();
		await press('Control+k');
		await page.getByRole('option').first().waitFor();
		await type('wgh');
		await page
			.getByRole('option', { name: /网格划分/ })
			.first()
			.waitFor();
		await press('Enter');
		expect(page.url()).toContain('show=division');
		await press('Control+k');
		await type('English');
		await press('Enter');
		expect(await page.locator('html').getAttribute('lang')).toBe('en');
		await press('Control+k');
		await type('dark');
		await press('Enter');
		expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
	});

	test('a dotted term says what it means under the pointer and under the focus', async () => {
		const { page, press } = await openDesk();
		const term = page.getByRole('button', { name: '环比', exact: true });
		const tip = page.getByRole('tooltip');
		await term.hover();
		await tip.waitFor();
		expect(await textOf(tip)).toContain('同长的期间');
		await page.mouse.move(0, 0);
		await tip.waitFor({ state: 'hidden' });
		await term.focus();
		await tip.waitFor();
		await press('Escape');
		await tip.waitFor({ state: 'hidden' });
	});

	test('a note on a figure is kept without personal data and stands beside its trend', async () => {
		const { page, click } = await openDesk();
		await click(panel(page, /趋势$/).getByRole('button', { name: '批注' }));
		await page.getByLabel('写一句批注').fill('台风停工，电话 13812345678');
		await click(page.getByRole('button', { name: '保存批注' }));
		await page.getByText(/已剔除 \d+ 处个人信息/).waitFor();
		const subject = { kind: 'figure', indicator: 'OP04', area: district } as const;
		const { notes } = await app.call('notes.listNotes', { subject });
		expect(notes[0]?.text).not.toContain('138');
		expect(await textOf(page.locator('[popover]:popover-open').first())).toContain('研判员');
	});

	test('the tour comes once, is skipped, and never comes again', async () => {
		watched = await app.open('/', { ...DESK, isFirstRun: true });
		await watched.settle();
		const { page } = watched;
		const tour = panel(page, '一分钟导览');
		await tour.getByRole('button', { name: '下一步' }).click();
		expect(await textOf(tour)).toContain('第 2 步');
		await page.keyboard.press('Escape');
		await tour.waitFor({ state: 'hidden' });
		await page.reload();
		await watched.settle();
		expect(await tour.count()).toBe(0);
	});
});
