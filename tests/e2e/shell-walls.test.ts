// Walls on displays, the desk beside them, and the menu. Runs in the rehearsal, and on a real Electron but for what needs
// a hand on the displays.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRealElectron, type ShellUnderTest, startShell } from '../support/shell-under-test.ts';
import {
	awake,
	BIG,
	choose,
	DISPLAYS,
	loseDisplay,
	MAIN,
	PROJECTOR,
	plug,
	SOON,
	wallPage,
	wallsOf,
	windowsOf,
} from '../support/shell-windows.ts';

describe('walls', () => {
	let shell: ShellUnderTest;
	beforeAll(async () => {
		shell = await startShell({ demo: 'only', env: DISPLAYS });
		await shell.desk.getByRole('button', { name: '大屏' }).waitFor();
	});
	afterAll(() => shell?.stop());

	test.skipIf(isRealElectron)(
		'opens on the display that the desk does not need, as a kiosk that keeps it awake',
		async () => {
			await shell.desk.getByRole('button', { name: '大屏' }).click();
			await expect
				.poll(() => wallsOf(shell), SOON)
				.toEqual([{ isWall: true, isKiosk: true, isVisible: true, ...BIG.bounds }]);
			const wall = await wallPage(shell);
			expect(await wall.evaluate(() => getComputedStyle(document.body).cursor)).toBe('none');
			expect(await wall.evaluate(() => innerWidth)).toBe(BIG.bounds.width);
			expect(await awake(shell)).toEqual(['prevent-display-sleep']);
		},
	);

	test.skipIf(isRealElectron)(
		'goes with its display and comes back with it, under another number and scale; the desk stays',
		async () => {
			const before = (await windowsOf(shell))[0];
			await plug(shell, [MAIN]);
			await expect.poll(() => wallsOf(shell), SOON).toEqual([]);
			expect((await windowsOf(shell))[0]).toEqual(before);
			expect(await awake(shell)).toEqual([]);
			const again = { ...BIG, id: 77, scaleFactor: 2, bounds: { x: 1920, y: 0, width: 1920, height: 540 } };
			await plug(shell, [MAIN, again]);
			await expect.poll(() => wallsOf(shell), SOON).toMatchObject([again.bounds]);
			await wallPage(shell);
			await plug(shell, [MAIN, BIG]);
			await expect.poll(() => wallsOf(shell), SOON).toMatchObject([BIG.bounds]);
		},
	);

	test.skipIf(isRealElectron)('is chosen per display in the menu, and Escape closes it', async () => {
		await plug(shell, [MAIN, BIG, PROJECTOR]);
		await choose(shell, '大屏', '打开大屏');
		await expect.poll(() => wallsOf(shell), SOON).toMatchObject([BIG.bounds]);
		await choose(shell, '大屏', '显示在：Projector');
		await expect.poll(async () => (await wallsOf(shell)).map(({ width }) => width), SOON).toEqual([3840, 1280]);
		await choose(shell, '大屏', '显示在：Wall');
		await expect.poll(async () => (await wallsOf(shell)).map(({ width }) => width), SOON).toEqual([1280]);
		await wallPage(shell);
		// The window may be gone before the key is let go.
		await (await wallPage(shell)).keyboard.press('Escape').catch(() => {});
		await expect.poll(() => wallsOf(shell), SOON).toEqual([]);
		await plug(shell, [MAIN, BIG]);
	});

	test.skipIf(isRealElectron)('the desk has its place in each layout of displays', async () => {
		const kept = () => JSON.parse(readFileSync(join(shell.cacheDir, 'window/windows.json'), 'utf8')).deskPlaces;
		const put = async (place: object) => {
			await (await shell.electron.browserWindow(shell.desk)).evaluate((window, to) => window.setBounds(to), place);
			await expect.poll(() => Object.values(kept()), SOON).toContainEqual({ ...place, isMaximized: false });
		};
		const desk = async () => (await windowsOf(shell))[0];
		const beside = { x: 100, y: 80, width: 1300, height: 800 };
		const alone = { x: 100, y: 80, width: 1200, height: 700 };
		await put(beside);
		await plug(shell, [MAIN]);
		await put(alone);
		await plug(shell, [MAIN, BIG]);
		await expect.poll(desk, SOON).toMatchObject(beside);
		// Where the system puts it meanwhile is nowhere that anybody left it.
		await loseDisplay(shell, [MAIN], { x: 500, y: 300, width: 1000, height: 650 });
		await expect.poll(desk, SOON).toMatchObject(alone);
		expect(Object.keys(kept())).toHaveLength(2);
		await plug(shell, [MAIN, BIG]);
		await expect.poll(desk, SOON).toMatchObject(beside);
	});

	test('the menu opens pages, and speaks the language of the desk', async () => {
		await choose(shell, '视图', '事件');
		await shell.desk.waitForURL(/page=events/);
		await shell.desk.getByRole('button', { name: '语言' }).click();
		await shell.desk.getByRole('button', { name: 'English' }).click();
		await expect
			.poll(
				() => shell.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label)),
				SOON,
			)
			.toContain('View');
		await choose(shell, 'View', 'Overview');
		await shell.desk.waitForURL((url) => !url.search.includes('page=events'));
	});
});
