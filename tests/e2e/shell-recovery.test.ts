// A page that crashes, hangs or fails is back in the same view, until it has failed too often; a graphics driver that
// fails is left out from the next start on.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { demoCache } from '../support/demo-cache.ts';
import { type ShellUnderTest, startShell } from '../support/shell-under-test.ts';
import { choose, DISPLAYS, SOON, wallPage } from '../support/shell-windows.ts';

/** Long enough that a page that is only slow does not count as hung. */
const HANG_MS = 6_000;
/** A beat every two seconds, eight of them missed, counted from the first that finds the page hung. */
const HANG_NOTICED_MS = 20_000;

describe('recovery', () => {
	const shells: ShellUnderTest[] = [];
	// Made here, where it may take its time, and not in the first test.
	beforeAll(async () => void (await demoCache()));
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
