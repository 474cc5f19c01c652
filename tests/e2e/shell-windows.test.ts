// What a desktop window does that a browser does not: walls on displays, recovery, files given to it, its menu, one
// instance, a clean end. Runs in the rehearsal, and on a real Electron but for what needs a hand on the displays.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildFolderProgram, isRealElectron, type ShellUnderTest, startShell } from '../support/shell-under-test.ts';

const MAIN = { id: 1, label: 'Desk', bounds: { x: 0, y: 0, width: 1920, height: 1080 } };
const BIG = { id: 2, label: 'Wall', bounds: { x: 1920, y: 0, width: 3840, height: 1080 } };
const PROJECTOR = { id: 3, label: 'Projector', bounds: { x: 0, y: 1080, width: 1280, height: 720 } };
/** Windows take a while on a busy machine. */
const SOON = { timeout: 20_000, interval: 100 };
const DISPLAYS = { REHEARSAL_DISPLAYS: JSON.stringify([MAIN, BIG]) };

type Plugged = typeof MAIN & { scaleFactor?: number };
type Hand = { rehearsal: { setDisplays(list: unknown): void; heldAwake(): string[] } };

async function plug(shell: ShellUnderTest, displays: Plugged[]): Promise<void> {
	await shell.electron.evaluate(
		(_electron, list) => (globalThis as unknown as Hand).rehearsal.setDisplays(list),
		displays,
	);
}

/** Every window as it stands, desk first. */
function windowsOf(shell: ShellUnderTest) {
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

const awake = (shell: ShellUnderTest) =>
	shell.electron.evaluate(() => (globalThis as unknown as Hand).rehearsal.heldAwake());

async function wallsOf(shell: ShellUnderTest) {
	return (await windowsOf(shell)).filter(({ isWall }) => isWall);
}

/** The page of the wall that stands and shows figures; the test hears of windows a little later than the program. */
async function wallPage(shell: ShellUnderTest): Promise<Page> {
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
async function choose(shell: ShellUnderTest, ...labels: string[]): Promise<void> {
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

/** Long enough that a page that is only slow does not count as hung. */
const HANG_MS = 6_000;
/** A beat every two seconds, eight of them missed, counted from the first that finds the page hung. */
const HANG_NOTICED_MS = 20_000;

describe('recovery', () => {
	const shells: ShellUnderTest[] = [];
	afterEach(async () => {
		for (const shell of shells.splice(0)) await shell.stop();
	});
	async function start(env: Record<string, string> = {}): Promise<ShellUnderTest> {
		const tolerate = [/crash/i, /page gone/, /hangs/, /stopped/, /graphics/, /software/];
		const shell = await startShell({ demo: 'only', env: { ...DISPLAYS, ...env }, tolerate });
		shells.push(shell);
		await shell.desk.getByRole('button', { name: '大屏' }).waitFor();
		return shell;
	}
	const crash = (shell: ShellUnderTest, part: string) =>
		shell.electron.evaluate(
			({ webContents }, text) =>
				webContents
					.getAllWebContents()
					.find((one) => one.getURL().includes(text))
					?.forcefullyCrashRenderer(),
			part,
		);
	/** The program hears of a page's own navigation a moment after the page. */
	const untilKnown = (shell: ShellUnderTest, part: string) =>
		expect
			.poll(
				() =>
					shell.electron.evaluate(
						({ webContents }, text) => webContents.getAllWebContents().some((one) => one.getURL().includes(text)),
						part,
					),
				SOON,
			)
			.toBe(true);
	/** Says in the program how long a view took to finish loading from now on. */
	const untilBack = (shell: ShellUnderTest, part: string) =>
		shell.electron.evaluate(
			({ webContents }, text) =>
				new Promise<{ url: string; ms: number }>((resolve) => {
					const contents = webContents.getAllWebContents().find((one) => one.getURL().includes(text));
					const startedMs = performance.now();
					contents?.once('did-finish-load', () =>
						resolve({ url: contents.getURL(), ms: performance.now() - startedMs }),
					);
				}),
			part,
		);

	test('a crashed desk is back in the same view within five seconds', async () => {
		const shell = await start();
		await shell.desk.keyboard.press('4');
		await shell.desk.waitForURL(/page=events/);
		await untilKnown(shell, 'page=events');
		const back = untilBack(shell, 'page=events');
		await crash(shell, 'page=events');
		const { url, ms } = await back;
		expect(url).toContain('page=events');
		expect(ms).toBeLessThan(5_000);
		console.log(`a crashed desk is back after ${Math.round(ms)} ms`);
	});

	test.each([
		['by Electron', { REHEARSAL_HANG_MS: String(HANG_MS) }],
		['by the heartbeat, where nobody touches it', { REHEARSAL_HANG_MS: '600000' }],
	])('a hung wall is ended and is back within five seconds of being noticed %s', async (_by, env) => {
		const shell = await start(env);
		await shell.desk.getByRole('button', { name: '大屏' }).click();
		const wall = await wallPage(shell);
		await untilKnown(shell, '/wall');
		const back = untilBack(shell, '/wall');
		void wall
			.evaluate(() => {
				for (const end = performance.now() + 60_000; performance.now() < end; );
			})
			.catch(() => {});
		const { url, ms } = await back;
		expect(url).toMatch(/\/wall$/);
		expect(ms).toBeLessThan(HANG_NOTICED_MS + 5_000);
		console.log(
			`a hung wall is back after ${Math.round(ms)} ms, up to ${HANG_NOTICED_MS} ms of which pass before it counts as hung`,
		);
	});

	test('stops after repeated failures, says so in the window, and Reload tries anew', async () => {
		const shell = await start();
		for (let failure = 0; failure < 5; failure++) {
			const back = untilBack(shell, 'gridhelm/');
			await crash(shell, 'gridhelm/');
			await back;
		}
		const stopped = untilBack(shell, 'gridhelm/');
		await crash(shell, 'gridhelm/');
		expect((await stopped).url).toMatch(/\/stopped$/);
		const anew = untilBack(shell, '/stopped');
		await choose(shell, '视图', '重新载入');
		expect((await anew).url).toMatch(/gridhelm\/$/);
	});

	test('a failing graphics driver is left out from the next start on, and the log says so', async () => {
		const cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-drawing-'));
		const options = { cacheDir, demo: 'never', tolerate: [/graphics/, /software/] } as const;
		const read = (name: string) => readFileSync(join(cacheDir, 'window', name), 'utf8');
		const first = await startShell(options);
		for (let failure = 0; failure < 2; failure++) {
			await first.electron.evaluate(({ app }) =>
				app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 9 }),
			);
		}
		const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
		expect(JSON.parse(read('windows.json')).softwareDrawingSince).toBe(version);
		expect(read('gridhelm.log')).toContain('the next start draws by software');
		await first.stop();
		const second = await startShell(options);
		const drawing = await second.electron.evaluate(({ app }) => app.commandLine.getSwitchValue('use-angle'));
		expect(drawing).toBe('swiftshader');
		expect(read('gridhelm.log')).toContain('the graphics driver failed in an earlier run');
		await second.stop();
		rmSync(cacheDir, { recursive: true, force: true });
	});
});

describe('files and instances', () => {
	let shell: ShellUnderTest;
	let dir: string;
	beforeAll(async () => {
		dir = mkdtempSync(join(tmpdir(), 'gridhelm-given-'));
		writeFileSync(
			join(dir, '区划.csv'),
			'行政区划代码,行政区划名称,级别,上级代码\r\n339902,甲区,区,\r\n339902001,东街道,镇街,339902',
		);
		writeFileSync(
			join(dir, '区划2.csv'),
			'行政区划代码,行政区划名称,级别,上级代码\r\n339902,甲区,区,\r\n339902002,西镇,镇街,339902',
		);
		shell = await startShell({ demo: 'never', args: [join(dir, '区划.csv')] });
	});
	afterAll(async () => {
		await shell?.stop();
		rmSync(dir, { recursive: true, force: true });
	});
	const townCount = async () => (await shell.call('app.getState', {})).townCount;

	/** What the window hands over is rehearsed first; one press imports it. */
	const press = async () => shell.desk.getByRole('button', { name: /^导入 \d+ 行变化$/ }).click();

	test('a file on the command line is rehearsed in the desk, and imported by one press', async () => {
		await shell.desk.getByRole('heading', { name: '导入预演' }).waitFor();
		expect(await townCount()).toBe(0);
		await press();
		await shell.desk.getByText('导入完成').waitFor();
		expect(await townCount()).toBe(1);
	});

	test('a second start hands its files to the first and ends', async () => {
		const { executable, appDir } = buildFolderProgram();
		const args = [appDir ?? '', '--cache', shell.cacheDir, '区划2.csv'];
		const second = spawn(executable, args, { cwd: dir, stdio: 'ignore' });
		const code = await new Promise((resolve) => second.on('close', resolve));
		expect(code).toBe(0);
		await press();
		await expect.poll(townCount, { timeout: 20_000 }).toBe(2);
	});

	test('chosen files reach the program by path, and no page is told one', async () => {
		const told = await shell.desk.evaluate(() => {
			const field = document.createElement('input');
			field.type = 'file';
			field.id = 'probe';
			document.body.append(field);
			return true;
		});
		expect(told).toBe(true);
		await shell.desk.locator('#probe').setInputFiles(join(dir, '区划.csv'));
		const reply = await shell.desk.evaluate(async () => {
			const { gridhelm } = window as unknown as {
				gridhelm: { invoke(method: string, input: unknown): Promise<string> };
			};
			const files = [...((document.getElementById('probe') as HTMLInputElement).files ?? [])];
			const taken = await gridhelm.invoke('host.takeFiles', files);
			const forged = await gridhelm.invoke('host.takeFiles', [{ path: '/etc/passwd' }]);
			return { taken, forged };
		});
		expect(JSON.parse(reply.taken)).toMatchObject({ ok: true, data: { references: [expect.any(String)] } });
		expect(reply.taken).not.toContain(dir);
		expect(JSON.parse(reply.forged)).toMatchObject({ ok: false, code: 'E_INPUT' });
	});

	test('the dialog of the menu imports a folder', async () => {
		const folder = join(dir, '镇街');
		mkdirSync(folder);
		writeFileSync(
			join(folder, '区划3.csv'),
			'行政区划代码,行政区划名称,级别,上级代码\r\n339902,甲区,区,\r\n339902003,南乡,镇街,339902',
		);
		await shell.electron.evaluate(({ dialog }, path) => {
			dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [path] })) as typeof dialog.showOpenDialog;
		}, folder);
		const before = await townCount();
		await choose(shell, '文件', '导入文件夹…');
		await press();
		await expect.poll(townCount, SOON).toBe(before + 1);
	});
});

describe('the end', () => {
	test('the cache closes whole, and the desk opens where it was left', async () => {
		const cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-end-'));
		const first = await startShell({ demo: 'never', cacheDir });
		await first.desk.getByText('还没有数据').waitFor();
		const bounds = { x: 40, y: 60, width: 1300, height: 800 };
		await (await first.electron.browserWindow(first.desk)).evaluate((window, place) => window.setBounds(place), bounds);
		await first.stop();
		expect(existsSync(join(cacheDir, 'gridhelm.db-wal'))).toBe(false);
		expect(readFileSync(join(cacheDir, 'window/gridhelm.log'), 'utf8')).toContain('closed');
		const second = await startShell({ demo: 'never', cacheDir });
		expect((await windowsOf(second))[0]).toMatchObject(bounds);
		await second.stop();
		rmSync(cacheDir, { recursive: true, force: true });
	});

	test('the end of the session closes the cache too', async () => {
		const cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-session-'));
		const shell = await startShell({ demo: 'never', cacheDir });
		await shell.desk.getByText('还没有数据').waitFor();
		const ended = new Promise((resolve) => shell.electron.process().on('exit', resolve));
		shell.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('shutdown')).catch(() => {});
		expect(await ended).toBe(0);
		expect(existsSync(join(cacheDir, 'gridhelm.db-wal'))).toBe(false);
		rmSync(cacheDir, { recursive: true, force: true });
	});

	test('without a window the same executable runs the command line', async () => {
		const { executable, appDir } = buildFolderProgram();
		const child = spawn(executable, [appDir ?? '', '--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
		let text = '';
		child.stdout.on('data', (chunk) => {
			text += chunk;
		});
		expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
		expect(text).toMatch(/^\d+\.\d+\.\d+\n$/);
	});
});
