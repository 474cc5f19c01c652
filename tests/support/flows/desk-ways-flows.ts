// The ways of working that shorten every task: views taken back, kept under a name, the palette, terms, notes, the tour.

import { describe, expect, test } from 'vitest';
import { DESK, type DeskDriver, textOf } from '../desk-driver.ts';
import type { FlowApp } from '../flow-host.ts';

/** All ways, on the desk that stands when a test runs; the last one changes language and theme. */
export function deskWaysFlows(desk: () => DeskDriver, app: () => FlowApp): void {
	describe('ways of working', () => {
		test('a view change is taken back and made again', async () => {
			await desk().begin();
			await desk().press('[');
			expect(desk().page.url()).toContain('period=2026-09');
			await desk().press('Control+z');
			expect(desk().page.url()).not.toContain('period=');
			await desk().press('Control+Shift+z');
			expect(desk().page.url()).toContain('period=2026-09');
		});

		test('a dotted term says what it means under the pointer and under the focus', async () => {
			await desk().begin();
			const { page } = desk();
			const term = page.getByRole('button', { name: '环比', exact: true });
			const tip = page.getByRole('tooltip');
			await term.hover();
			await tip.waitFor();
			expect(await textOf(tip)).toContain('同长的期间');
			await page.mouse.move(0, 0);
			await tip.waitFor({ state: 'hidden' });
			await term.focus();
			await tip.waitFor();
			await desk().press('Escape');
			await tip.waitFor({ state: 'hidden' });
		});

		test('a note on a figure is kept without personal data and stands beside its trend', async () => {
			await desk().begin();
			const { page, district } = desk();
			await desk().click(page.getByRole('region', { name: /趋势$/ }).getByRole('button', { name: '批注' }));
			await page.getByLabel('写一句批注').fill('台风停工，电话 13812345678');
			await desk().click(page.getByRole('button', { name: '保存批注' }));
			await page.getByText(/已剔除 \d+ 处个人信息/).waitFor();
			const subject = { kind: 'figure', indicator: 'OP04', area: district } as const;
			const { notes } = await desk().call('notes.listNotes', { subject });
			expect(notes[0]?.text).not.toContain('138');
			expect(await textOf(page.locator('[popover]:popover-open').first())).toContain('研判员');
		});

		test('a view is kept under a name and comes back with everything it held, also after a new start', async () => {
			await desk().begin('/?page=indicators&period=2026Q3&show=profile');
			const { page } = desk();
			const kept = page.url();
			await desk().click(page.getByRole('button', { name: '收藏与地址' }));
			await page.getByRole('textbox', { name: '名称', exact: true }).fill('三季度画像');
			await desk().press('Enter');
			await desk().press('Escape');
			await desk().press('8');
			expect(page.url()).not.toBe(kept);
			await page.reload();
			await desk().click(page.getByRole('button', { name: '收藏与地址' }));
			await desk().click(page.getByRole('button', { name: '打开收藏“三季度画像”' }));
			expect(page.url()).toBe(kept);
		});

		test('the tour comes once, is skipped, and never comes again', async () => {
			const watched = await app().open('/?page=imports', { ...DESK, isFirstRun: true });
			const tour = watched.page.getByRole('region', { name: '一分钟导览' });
			await tour.getByRole('button', { name: '下一步' }).click();
			expect(await textOf(tour)).toContain('第 2 步');
			await watched.page.keyboard.press('Escape');
			await tour.waitFor({ state: 'hidden' });
			await watched.page.reload();
			await watched.page.getByRole('navigation', { name: '页面' }).waitFor();
			await watched.settle();
			expect(await tour.count()).toBe(0);
			await watched.close();
		});

		test('the palette knows pages by initials and English, languages and themes', async () => {
			await desk().begin('/?page=imports');
			const { page } = desk();
			await desk().command('wgh', /网格划分/);
			expect(page.url()).toContain('show=division');
			await desk().command('English', /English/);
			await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
			await desk().command('dark', /Dark/i);
			await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
		});
	});
}
