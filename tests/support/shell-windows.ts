// The windows of a shell under test and the imagined machine around them: what stands where, displays plugged and
// unplugged, items of the menu chosen.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ShellUnderTest } from './shell-under-test.ts';

export const MAIN = { id: 1, label: 'Desk', bounds: { x: 0, y: 0, width: 1920, height: 1080 } };
export const BIG = { id: 2, label: 'Wall', bounds: { x: 1920, y: 0, width: 3840, height: 1080 } };
export const PROJECTOR = { id: 3, label: 'Projector', bounds: { x: 0, y: 1080, width: 1280, height: 720 } };
/** Windows take a while on a busy machine. */
export const SOON = { timeout: 20_000, interval: 100 };
/** Environment of a machine with a desk's display and a wall's. */
export const DISPLAYS = { REHEARSAL_DISPLAYS: JSON.stringify([MAIN, BIG]) };

type Plugged = typeof MAIN & { scaleFactor?: number };
type Hand = { rehearsal: { setDisplays(list: unknown): void; heldAwake(): string[]; shutDown(): void } };

/** Plugs exactly these displays in. */
export async function plug(shell: ShellUnderTest, displays: Plugged[]): Promise<void> {
	await shell.electron.evaluate(
		(_electron, list) => (globalThis as unknown as Hand).rehearsal.setDisplays(list),
		displays,
	);
}

/** Every window as it stands, desk first. */
export function windowsOf(shell: ShellUnderTest) {
	return shell.electron.evaluate(({ BrowserWindow }) =>
		BrowserWindow.getAllWindows()
			.sort((a, b) => a.id - b.id)
			.map((window) => ({
				isWall: window.webContents.getURL().endsWith('/wall'),
				isKiosk: window.isKiosk(),
				isVisible: window.isVisible(),
				...window.getBounds(),
			})),
	);
}

/** What keeps the machine awake. */
export const awake = (shell: ShellUnderTest) =>
	shell.electron.evaluate(() => (globalThis as unknown as Hand).rehearsal.heldAwake());

/** The walls as they stand, in the order they were opened. */
export async function wallsOf(shell: ShellUnderTest) {
	return (await windowsOf(shell)).filter(({ isWall }) => isWall);
}

/** The page of the wall that stands and shows figures; the test hears of windows a little later than the program. */
export async function wallPage(shell: ShellUnderTest): Promise<Page> {
	const find = async () => {
		for (const page of shell.electron.windows()) {
			const isShown = () => page.locator('.wall-figure').first().isVisible();
			if (page.url().endsWith('/wall') && (await isShown().catch(() => false)) && !page.isClosed()) return page;
		}
		return null;
	};
	await expect.poll(async () => (await find()) !== null, SOON).toBe(true);
	const page = await find();
	if (!page) throw new Error('no wall');
	return page;
}

/** Chooses an item of the application's menu by its labels. */
export async function choose(shell: ShellUnderTest, ...labels: string[]): Promise<void> {
	const click = () =>
		shell.electron.evaluate(({ Menu }, path) => {
			type Item = { label?: string; click?: () => void; submenu?: { items: Item[] } };
			let items = (Menu.getApplicationMenu()?.items ?? []) as unknown as Item[];
			let item: Item | undefined;
			for (const label of path) {
				item = items.find((one) => one.label === label);
				items = item?.submenu?.items ?? [];
			}
			item?.click?.();
			return item?.click !== undefined;
		}, labels);
	await expect.poll(click, SOON).toBe(true);
}

/** Shuts the imagined machine down under the program. */
export function shutDown(shell: ShellUnderTest): void {
	shell.electron.evaluate(() => (globalThis as unknown as Hand).rehearsal.shutDown()).catch(() => {});
}

/** Pushes the desk about as a system does that loses a display: events for a while, the window moved in between. */
export function loseDisplay(shell: ShellUnderTest, left: Plugged[], pushedTo: object): Promise<void> {
	return shell.electron.evaluate(
		async ({ BrowserWindow, screen }, { displays, place }) => {
			(globalThis as unknown as Hand).rehearsal.setDisplays(displays);
			BrowserWindow.getAllWindows()[0]?.setBounds(place);
			for (let event = 0; event < 3; event++) {
				await new Promise((resolve) => setTimeout(resolve, 200));
				screen.emit('display-metrics-changed', {}, displays[0], ['workArea']);
			}
		},
		{ displays: left, place: pushedTo },
	);
}
