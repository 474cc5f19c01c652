// The tasks of domain.md §7 that the desk owes, each by keyboard and by mouse from the desk to its end, with the steps
// counted: morning briefing (1), red lights (2), drill-down (3), weekly and monthly analysis (5), assessment and staffing
// (7), hotspots and recurrence (8), pushing across departments (10).

import { describe, expect, test } from 'vitest';
import { formatInteger } from '../../../renderer/ui/format.ts';
import { type DeskDriver, textOf } from '../desk-driver.ts';

type Desk = () => DeskDriver;

const panel = ({ page }: DeskDriver, name: string | RegExp) => page.getByRole('region', { name });
const railButton = ({ page }: DeskDriver, name: string | RegExp) =>
	page.getByRole('navigation', { name: '页面' }).getByRole('button', { name });
const query = ({ page }: DeskDriver, key: string) => new URL(page.url()).searchParams.get(key);
const copied = ({ page }: DeskDriver) => page.evaluate(() => navigator.clipboard.readText());
const mainText = ({ page }: DeskDriver) => textOf(page.getByRole('main'));

async function levelOf(desk: DeskDriver, code: string | null): Promise<string | undefined> {
	const { areas } = await desk.call('areas.listAreas', {});
	return areas.find((area) => area.code === code)?.level;
}

function briefingFlows(desk: Desk): void {
	describe('1 morning briefing', () => {
		test.each([
			['keyboard', (at: DeskDriver) => at.press('b')],
			['mouse', (at: DeskDriver) => at.click(railButton(at, '简报'))],
		] as const)('by %s: one step to the paper of the last day or block, ready to be taken away', async (_, act) => {
			await desk().begin();
			await act(desk());
			expect(desk().steps()).toBe(1);
			const briefing = await desk().call('briefing.getBriefing', { kind: 'day', area: desk().district });
			const { lastBlock } = await desk().call('app.getState', {});
			expect(briefing.period).toBe(lastBlock);
			expect(await mainText(desk())).toContain(briefing.title.zh);
			expect(await desk().page.getByRole('button', { name: '导出 Word' }).isEnabled()).toBe(true);
		});
	});
}

function redLightFlows(desk: Desk): void {
	describe('2 red lights', () => {
		test('by mouse: one click to the event that must be chased first, a second copies its text', async () => {
			await desk().begin();
			const { rows } = await desk().call('events.listRedLights', { area: desk().district, limit: 1 });
			const first = rows[0]?.eventId ?? 'none';
			await desk().click(panel(desk(), /^红灯/).getByRole('button', { name: new RegExp(`^打开事件 ${first}`) }));
			expect(query(desk(), 'event')).toBe(first);
			await desk().click(desk().page.getByRole('button', { name: '复制催办' }));
			expect(desk().steps()).toBe(2);
			expect(await copied(desk())).toContain(first);
		});

		test('by keyboard: the reminders of all units in three strokes, the first event in two more', async () => {
			await desk().begin();
			await desk().command('催办', /复制全部催办/);
			expect(desk().steps()).toBe(3);
			const { rows } = await desk().call('collaboration.listQueue', { area: desk().district });
			const chased = rows.filter(({ event }) => event.light !== 'paused');
			await expect.poll(() => copied(desk())).toContain(chased[0]?.event.eventId);
			const text = await copied(desk());
			for (const { event } of chased) expect(text).toContain(event.eventId);
			const pages = desk().page.getByRole('navigation', { name: '页面' }).getByRole('listitem');
			const names = await pages.allInnerTexts();
			await desk().press(String(names.findIndex((name) => name.startsWith('事件')) + 1));
			expect(desk().steps()).toBe(4);
			const red = await desk().call('events.listRedLights', { area: desk().district, limit: 1 });
			expect(await mainText(desk())).toContain(red.rows[0]?.eventId ?? 'none');
		});
	});
}

function drillFlows(desk: Desk): void {
	describe('3 drill-down', () => {
		test('by mouse: district to record in at most three clicks, and the way back is there', async () => {
			await desk().begin();
			// The last of its peers is the one that is asked about; the first may have nothing red.
			await desk().click(
				panel(desk(), /同类比较$/)
					.locator('button[aria-pressed]')
					.last(),
			);
			expect(await levelOf(desk(), query(desk(), 'area'))).toBe('town');
			await desk().click(railButton(desk(), /^事件/));
			await desk().click(desk().page.getByRole('table').locator('tbody button').first());
			expect(desk().steps()).toBeLessThanOrEqual(3);
			expect(query(desk(), 'event')).not.toBeNull();
			const path = desk().page.getByRole('navigation', { name: '当前区域' });
			expect(await path.getByRole('button', { name: 'L区', exact: true }).count()).toBe(1);
		});

		test('by keyboard: a town, its on-time rate explained, its records, and all the way back', async () => {
			await desk().begin();
			const { areas } = await desk().call('areas.listAreas', {});
			const { rows } = await desk().call('events.listRedLights', { area: desk().district, limit: 50 });
			// A town that has something to chase.
			const town = areas.find(({ level, name }) => level === 'town' && rows.some(({ townName }) => townName === name));
			await desk().command(town?.shortName ?? '', new RegExp(town?.name ?? ''));
			expect(query(desk(), 'area')).toBe(town?.code);
			await desk().command('OP04', /OP04/);
			expect(query(desk(), 'show')).toBe('one');
			expect(query(desk(), 'indicator')).toBe('OP04');
			const text = await mainText(desk());
			expect(text).toContain('口径');
			expect(text).toContain('为什么');
			await desk().press('4');
			await desk().page.locator('[data-row="0"]').focus();
			await desk().press('Enter');
			expect(desk().steps()).toBe(8);
			const { event } = await desk().call('events.getEvent', { eventId: query(desk(), 'event') ?? '' });
			expect(event.townName).toBe(town?.name);
			await desk().press('Escape');
			await desk().press('Escape');
			expect(query(desk(), 'event')).toBeNull();
			expect(query(desk(), 'area')).toBeNull();
		});
	});
}

function analysisFlows(desk: Desk): void {
	describe('5 weekly and monthly analysis', () => {
		test('by keyboard: from the desk to the monthly paper in three strokes of one key', async () => {
			await desk().begin();
			for (let stroke = 0; stroke < 3; stroke += 1) await desk().press('b');
			expect(desk().steps()).toBe(3);
			expect(query(desk(), 'paper')).toBe('month');
			const briefing = await desk().call('briefing.getBriefing', { kind: 'month', area: desk().district });
			expect(await mainText(desk())).toContain(briefing.title.zh);
		});

		test('by mouse: the workbook of the month in three clicks', async () => {
			await desk().begin();
			await desk().click(railButton(desk(), '简报'));
			await desk().click(desk().page.getByRole('group', { name: '简报种类' }).getByText('月报'));
			const download = desk().page.waitForEvent('download');
			await desk().click(desk().page.getByRole('button', { name: '导出 Excel' }));
			expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
			expect(desk().steps()).toBe(3);
		});

		test('two months stand side by side, differences are in points for rates, and the address keeps both', async () => {
			await desk().begin();
			await desk().press('c');
			await desk().press('[');
			await desk().press('c');
			await desk().click(desk().page.getByRole('button', { name: '比较 2 列' }));
			const table = desk().page.getByRole('table');
			const boards = ['2026-10', '2026-09'].map((period) =>
				desk().call('indicators.getBoard', { area: desk().district, period }),
			);
			const row = await textOf(table.getByRole('row', { name: /^按期办结率/ }).first());
			for (const { rows } of await Promise.all(boards)) {
				const value = rows.find(({ reading }) => reading.indicator === 'OP04')?.reading.value ?? 0;
				expect(row).toContain(value.toFixed(1));
			}
			expect(row).toMatch(/百分点|持平/);
			await desk().begin(new URL(desk().page.url()).search);
			expect(await table.getByRole('columnheader').count()).toBe(3);
		});
	});
}

function staffingFlows(desk: Desk): void {
	describe('7 assessment and staffing', () => {
		const outcome = (row: string) => desk().page.locator(`main tr[data-row="${row}"] td`).allInnerTexts();
		const largest = async () => {
			const { grids } = await desk().call('team.listTrialGrids', { area: desk().district, period: '2026-10' });
			return Math.max(...grids.map(({ households }) => households ?? 0));
		};

		test('by mouse: the largest grid tried in two halves in three clicks; nothing is written', async () => {
			const { revision } = await desk().call('app.getState', {});
			await desk().begin();
			await desk().click(railButton(desk(), '队伍'));
			expect(await mainText(desk())).toContain('线索，不是结论');
			await desk().click(desk().page.getByRole('button', { name: '拆并试算' }));
			await desk().click(desk().page.locator('main tbody [data-row="0"]'));
			expect(desk().steps()).toBe(3);
			const whole = await largest();
			const half = Math.round(whole / 2);
			expect(await outcome('households')).toEqual([whole, half, whole - half].map(formatInteger));
			expect((await desk().call('app.getState', {})).revision).toBe(revision);
		});

		test('by keyboard: the trial by its name, and a fair score with peers, interval and marks of gaming', async () => {
			await desk().begin();
			await desk().command('拆并', /拆并试算/);
			await desk().page.locator('main tbody [data-row="0"]').focus();
			await desk().press('Enter');
			expect(desk().steps()).toBe(4);
			expect((await outcome('households'))[0]).toBe(formatInteger(await largest()));
			await desk().command('OP04', /OP04/);
			expect(desk().steps()).toBe(7);
			const { groups } = await desk().call('indicators.getRanking', {
				indicator: 'OP04',
				area: desk().district,
				period: '2026-10',
			});
			const text = await mainText(desk());
			for (const { rows } of groups) for (const { reading } of rows) expect(text).toContain(reading.areaName);
			expect(text).toContain('同类');
			expect(text).not.toMatch(/WG\d{4,}/);
		});
	});
}

function hotspotFlows(desk: Desk): void {
	describe('8 hotspots and recurrence', () => {
		test('by keyboard: what came back is one command away, and a special action on it four strokes more', async () => {
			await desk().begin();
			await desk().command('重复发生率', /重复发生率/);
			expect(desk().steps()).toBe(3);
			expect(query(desk(), 'show')).toBe('one');
			expect(await mainText(desk())).toContain('为什么');
			await desk().command('一件事', /一件事/);
			await desk().page.getByRole('textbox', { name: '名称' }).focus();
			await desk().type('复发治理');
			await desk().press('Enter');
			expect(desk().steps()).toBe(8);
			const { actions } = await desk().call('collaboration.listActions', { area: desk().district });
			const [opened] = actions;
			expect(opened).toMatchObject({ name: '复发治理', closedOn: null });
			const card = desk().page.getByRole('article', { name: '复发治理' });
			expect(await textOf(card)).toContain('线索，不是结论');
			await card.getByRole('button', { name: '结束“复发治理”' }).click();
			await card.getByRole('button', { name: '重新开展“复发治理”' }).waitFor();
			await card.getByRole('button', { name: '删除“复发治理”' }).click();
			await desk().page.getByRole('button', { name: '撤销删除' }).click();
			await card.getByRole('button', { name: '重新开展“复发治理”' }).waitFor();
			const after = await desk().call('collaboration.listActions', { area: desk().district });
			expect(after.actions).toHaveLength(1);
		});

		test('by mouse: the explained rate in two clicks; the effect of an action is the one of the services', async () => {
			await desk().begin();
			await desk().click(railButton(desk(), '指标'));
			await desk().click(
				desk()
					.page.getByRole('main')
					.getByRole('button', { name: /^重复发生率/ })
					.first(),
			);
			expect(desk().steps()).toBe(2);
			expect(query(desk(), 'show')).toBe('one');
			const startedOn = '2026-10-05';
			const area = desk().district;
			await desk().call('collaboration.openAction', { area, classCode: '04', name: '清零', startedOn });
			const { actions } = await desk().call('collaboration.listActions', { area });
			const effect = actions.find(({ name }) => name === '清零')?.effect;
			await desk().page.getByRole('main').waitFor();
			await desk().begin('/?page=collab&show=actions');
			await desk().page.reload();
			const card = desk().page.getByRole('article', { name: '清零' });
			await card.waitFor();
			await desk().press('t');
			expect(await card.locator('.chart-table tbody tr').count()).toBe(effect?.weeks.length);
			const weekly = (effect?.during.accepted ?? 0) / (effect?.during.weeks ?? 1);
			expect(await textOf(card)).toContain(`每周受理 ${weekly.toFixed(1)} 件`);
		});
	});
}

function meetingFlows(desk: Desk): void {
	describe('10 pushing across departments', () => {
		const agenda = async () =>
			(await desk().call('collaboration.getMeetings', { area: desk().district, period: '2026-10' })).agenda;

		test('by mouse: the agenda of the meeting, copied, in three clicks', async () => {
			await desk().begin();
			await desk().click(railButton(desk(), '协同'));
			await desk().click(desk().page.getByRole('button', { name: '会商', exact: true }));
			await desk().click(desk().page.getByRole('button', { name: '复制议题' }));
			expect(desk().steps()).toBe(3);
			const text = await copied(desk());
			for (const { events, units } of await agenda()) {
				expect(text).toContain(events[0]?.eventId);
				for (const unit of units) expect(text).toContain(unit);
			}
			expect(text).toContain('建议');
			// What became of the resolutions stands beside it.
			expect(await textOf(panel(desk(), '决议落实'))).toContain('未落实');
		});

		test('by keyboard: the same text in three strokes, who holds the ball in three more', async () => {
			await desk().begin();
			await desk().command('议题', /复制会商议题/);
			expect(desk().steps()).toBe(3);
			const [first] = await agenda();
			await expect.poll(() => copied(desk())).toContain(first?.events[0]?.eventId);
			await desk().command('球在谁手里', /球在谁手里/);
			expect(desk().steps()).toBe(6);
			const flow = await desk().call('collaboration.getFlow', { area: desk().district, period: '2026-10' });
			expect(await textOf(panel(desk(), '此刻在谁手里'))).toContain(flow.holders[0]?.unit);
		});
	});
}

/** All tasks, on the desk that stands when a test runs. */
export function deskTaskFlows(desk: Desk): void {
	briefingFlows(desk);
	redLightFlows(desk);
	drillFlows(desk);
	analysisFlows(desk);
	staffingFlows(desk);
	hotspotFlows(desk);
	meetingFlows(desk);
}
