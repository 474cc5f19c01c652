// The flows of the desk: the board says what the services say, every way down and back up, the proof adds up, a red
// light leads to its event, search finds, and an import can be undone. One body for every host.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatInteger, formatValue } from '../../../renderer/ui/format.ts';
import type { WatchedPage } from '../browser.ts';
import type { FlowApp, FlowHost } from '../flow-host.ts';

const PERIOD = '2026-10';
const DESK = { width: 1440, height: 900, theme: 'light', language: 'zh-CN' } as const;

/** Text without no-break spaces. */
async function textOf(locator: Locator): Promise<string> {
	return (await locator.innerText()).replaceAll('\u00a0', ' ');
}

function numberOf(text: string): number {
	return Number(
		text
			.replaceAll(',', '')
			.replace('−', '-')
			.replace(/[^\d.-]/g, ''),
	);
}

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const figureOf = (page: Page, name: string) =>
	panel(page, /^核心读数/).getByRole('button', { name: new RegExp(`^${name}：打开出处`) });

/** Registers the flows of the desk on a host. */
export function describeDesk(host: FlowHost): void {
	describe(`desk on the ${host.name}, with the demonstration district`, () => {
		let app: FlowApp;
		let watched: WatchedPage;
		let district: string;

		beforeAll(async () => {
			app = await host.start('only');
			for (let state = await app.call('app.getState', {}); ; state = await app.call('app.getState', {})) {
				if (state.cacheState === 'ready' && state.districtCode !== null) {
					district = state.districtCode;
					break;
				}
				await new Promise((resolve) => setTimeout(resolve, 200));
			}
		});
		afterAll(() => app?.stop());
		beforeEach(async () => {
			watched = await app.open('/', DESK);
			await watched.settle();
		});
		afterEach(() => watched?.close());

		test('the board shows the figures of the services, for the last whole month of the district', async () => {
			const { page } = watched;
			const [{ rows }, { definitions }] = await Promise.all([
				app.call('indicators.getBoard', { area: district, period: PERIOD, rows: 'headline' }),
				app.call('indicators.listDefinitions', {}),
			]);
			expect(rows.map(({ reading }) => reading.indicator)).toEqual(['OP01', 'OP04', 'OP05', 'DF01', 'DF02', 'PP03']);
			for (const { reading } of rows) {
				const definition = definitions.find((one) => one.code === reading.indicator);
				if (!definition || reading.value === null) throw new Error(`no value for ${reading.indicator}`);
				const shown = await textOf(figureOf(page, definition.name.zh));
				expect(shown, reading.indicator).toBe(
					`${formatValue(reading.value, definition.valueKind)} ${definition.unit.zh}`,
				);
			}
			expect(await textOf(page.getByRole('banner'))).toContain('演示数据');
			expect(await textOf(page.getByRole('banner'))).toContain('数据截至 11-23 07:42');
		});

		test('down by ranking and menu, up by breadcrumb and Esc; the address carries the view', async () => {
			const { page } = watched;
			const ranking = await app.call('indicators.getRanking', { indicator: 'OP04', area: district, period: PERIOD });
			const first = ranking.groups[0]?.rows[0]?.reading;
			if (!first) throw new Error('nothing is ranked');
			await panel(page, /同类比较$/)
				.locator('.ranking-open')
				.first()
				.click();
			await watched.settle();
			expect(page.url()).toContain(`area=${first.area}`);
			expect(await textOf(page.getByRole('navigation', { name: '当前区域' }))).toContain(first.areaName);
			const board = await app.call('indicators.getBoard', { area: first.area, period: PERIOD });
			const onTime = board.rows.find((row) => row.reading.indicator === 'OP04')?.reading.value;
			expect(numberOf(await textOf(figureOf(page, '按期办结率')))).toBe(Number(onTime?.toFixed(1)));

			await page.getByRole('button', { name: /^全部 .* 村社/ }).click();
			await page.locator('[popover]:popover-open button').first().click();
			await watched.settle();
			const path = page.getByRole('navigation', { name: '当前区域' }).getByRole('listitem');
			expect(await path.count()).toBeGreaterThanOrEqual(3);
			await page.keyboard.press('Escape');
			await watched.settle();
			expect(page.url()).toContain(`area=${first.area}`);
			await page
				.getByRole('navigation', { name: '当前区域' })
				.getByRole('button', { name: 'L区', exact: true })
				.click();
			await watched.settle();
			expect(page.url()).not.toContain('area=');
			await page.goBack();
			await watched.settle();
			expect(page.url()).toContain(`area=${first.area}`);
		});

		test('a click on the map leads one level down', async () => {
			const { page } = watched;
			const map = page.locator('.district-map');
			await map.getByRole('listbox').focus();
			await page.keyboard.press('Home');
			await page.keyboard.press('Enter');
			await watched.settle();
			const { areas } = await app.call('areas.listAreas', {});
			const area = new URL(page.url()).searchParams.get('area');
			expect(areas.find((one) => one.code === area)?.level).toBe('town');
		});

		test('[ and ] step the period, the picker changes its length', async () => {
			const { page } = watched;
			await page.keyboard.press('[');
			await watched.settle();
			expect(page.url()).toContain('period=2026-09');
			const { rows } = await app.call('indicators.getBoard', { area: district, period: '2026-09' });
			const accepted = rows.find((row) => row.reading.indicator === 'OP01')?.reading.value ?? -1;
			expect(await textOf(figureOf(page, '事件受理量'))).toBe(`${formatInteger(accepted)} 件`);
			await page.keyboard.press(']');
			await page.getByRole('button', { name: /^期间长度/ }).click();
			await page.locator('[popover]:popover-open').getByRole('button', { name: '季' }).click();
			await watched.settle();
			expect(page.url()).toContain('period=2026Q4');
		});

		test('a figure opens its proof, the ladder adds up, and its records are listed', async () => {
			const { page } = watched;
			await figureOf(page, '按期办结率').click();
			const card = page.getByRole('dialog');
			await card.getByText('从记录到分母').waitFor();
			await watched.settle();
			const ladder = await card.locator('table').first().locator('tr').allInnerTexts();
			const counts = ladder.map((line) => numberOf(line.split(/\t/).at(-1) ?? ''));
			const result = counts.pop() ?? -1;
			expect(counts.reduce((sum, count) => sum + count, 0)).toBe(result);
			const proof = await app.call('indicators.getProof', { indicator: 'OP04', area: district, period: PERIOD });
			expect(result).toBe(proof.den);
			expect(await textOf(card)).toContain(`${formatInteger(proof.num ?? 0)} ÷ ${formatInteger(proof.den ?? 0)} = `);
			expect(await textOf(card)).toContain(proof.checkCode);
			await card.getByRole('button', { name: `列出 ${formatInteger(proof.recordTotal)} 条记录` }).click();
			await watched.settle();
			expect(await textOf(page.getByRole('main'))).toContain(`共 ${formatInteger(proof.recordTotal)} 件`);
		});

		test('a red light opens its event, with its limit and its source', async () => {
			const { page } = watched;
			const red = await app.call('events.listRedLights', { area: district, limit: 50 });
			const first = red.rows[0];
			if (!first) throw new Error('no red light');
			const list = panel(page, /^红灯/);
			expect(await textOf(list)).toContain(`全部 ${red.counts.deepRed + red.counts.red}`);
			await list.getByRole('button', { name: new RegExp(`^打开事件 ${first.eventId}`) }).click();
			await watched.settle();
			expect(page.url()).toContain('page=events');
			const detail = await app.call('events.getEvent', { eventId: first.eventId });
			const pane = panel(page, first.category.zh);
			const text = await textOf(pane);
			expect(text).toContain(first.eventId);
			expect(text).toContain(`第 ${formatInteger(detail.provenance.row)} 行`);
			expect(text).toContain('催办文本');
			await page.keyboard.press('Escape');
			await watched.settle();
			expect(page.url()).not.toContain('event=');
		});

		test('the counts by light are those of the services, and the arrow keys move through the list', async () => {
			const { page } = watched;
			await page.keyboard.press('4');
			await watched.settle();
			const red = await app.call('events.listRedLights', { area: district, limit: 1 });
			expect(await textOf(page.getByRole('button', { name: /^在办/ }))).toContain(formatInteger(red.openTotal));
			expect(await textOf(page.getByRole('button', { name: /^正常/ }))).toContain(formatInteger(red.counts.green));
			const rows = page.getByRole('table').locator('tbody button');
			const ids = (await rows.allInnerTexts()).slice(0, 2);
			await rows.first().focus();
			await page.keyboard.press('ArrowDown');
			await watched.settle();
			expect(page.url()).toContain(`event=${ids[1]}`);
		});

		test('search finds an area by its initials and an event by its number, by keyboard alone', async () => {
			const { page } = watched;
			const { areas } = await app.call('areas.listAreas', {});
			const town = areas.find((area) => area.level === 'town');
			const initials = town?.pinyin.split(' ').find((form) => form.length <= 6) ?? '';
			await page.keyboard.press('/');
			await page.keyboard.type(initials);
			await page.getByRole('option').first().waitFor();
			await page
				.getByRole('option', { name: new RegExp(town?.name ?? '') })
				.first()
				.waitFor();
			await page.keyboard.press('Escape');
			const { rows } = await app.call('events.listRedLights', { area: district, limit: 1 });
			const id = rows[0]?.eventId ?? '';
			await page.keyboard.press('/');
			await page.keyboard.type(id);
			await page.getByRole('option', { name: new RegExp(id) }).waitFor();
			await page.keyboard.press('Enter');
			await watched.settle();
			expect(page.url()).toContain(`event=${id}`);
		});

		test('language and theme are chosen in the rail and hold; ? lists the keys', async () => {
			const { page } = watched;
			await page.getByRole('button', { name: '语言' }).click();
			await page.getByRole('button', { name: 'English' }).click();
			await page.getByRole('button', { name: 'Theme' }).click();
			await page.locator('[popover]:popover-open').getByRole('button', { name: 'Dark' }).click();
			await page.reload();
			await watched.settle();
			expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
			expect(await page.locator('html').getAttribute('lang')).toBe('en');
			await panel(page, /^Key readings/).waitFor();
			await page.keyboard.press('?');
			expect(await textOf(page.getByRole('dialog'))).toContain('Earlier, later period');
		});
	});

	describe(`desk on the ${host.name}, with an empty cache`, () => {
		let app: FlowApp;
		let dir: string;
		beforeAll(async () => {
			dir = mkdtempSync(join(tmpdir(), 'gridhelm-desk-'));
			app = await host.start('never');
		});
		afterAll(async () => {
			await app?.stop();
			if (dir) rmSync(dir, { recursive: true, force: true });
		});

		test('files go in by the button; bad rows stand aside with their cell; the batch can be undone', async () => {
			const units = join(dir, '区划.csv');
			writeFileSync(
				units,
				[
					'编码,名称,级别,上级编码',
					'339902,甲区,区,',
					'339902001,东街道,镇街,339902',
					'339902002,西镇,镇街,339902',
				].join('\r\n'),
			);
			const events = join(dir, '事件_20261101.csv');
			writeFileSync(
				events,
				[
					'事件编号,事件小类,所属镇街,上报时间,受理时间,办结时限,办结时间,事件状态',
					'A1,暴露垃圾,东街道,2026-10-01 09:00,2026-10-01 09:10,2026-10-02 09:00,2026-10-01 10:00,已结案',
					'A2,路灯,西镇,2026-10-02 09:00,2026-10-02 09:10,2026-10-05 17:30,,处置中',
					'A3,路灯,西镇,2026-13-45 09:00,2026-13-45 09:10,2026-10-05 17:30,,处置中',
				].join('\r\n'),
			);
			const watched = await app.open('/', DESK);
			const { page } = watched;
			await watched.settle();
			await page.getByText('还没有数据').waitFor();
			await page.getByRole('button', { name: '去导入' }).click();
			const field = page.locator('input[type="file"]');
			await field.setInputFiles(units);
			await page.getByRole('button', { name: '导入 3 行变化' }).click();
			await page.getByText('导入完成').waitFor();
			await field.setInputFiles(events);
			await page.getByRole('button', { name: '导入 2 行变化' }).click();
			await page.getByRole('button', { name: '看隔离的 1 行' }).click();
			await watched.settle();
			const aside = panel(page, '隔离区');
			expect(await textOf(aside)).toMatch(/[A-Z]4\b/);

			const { batches } = await app.call('imports.listBatches', {});
			const batch = batches.find((one) => one.dataset === 'event');
			expect(batch?.rows).toMatchObject({ inserted: 2, quarantined: 1 });
			await page.getByRole('button', { name: `撤销 #${batch?.batchId}` }).click();
			const dialog = page.getByRole('dialog');
			expect(await textOf(dialog)).toContain('新增的 2 行将删去');
			await dialog.getByRole('button', { name: '撤销这 2 行' }).click();
			await page.getByText('已撤销').waitFor();
			const after = await app.call('app.getState', {});
			expect(after.datasets.find((one) => one.dataset === 'event')?.rows).toBe(0);
			await watched.close();
		});
	});
}
