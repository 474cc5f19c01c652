// Files given to the program in every way, one instance, a clean end, and the command line of the same executable.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFolderProgram, isRealElectron, type ShellUnderTest, startShell } from '../support/shell-under-test.ts';
import { choose, SOON, shutDown } from '../support/shell-windows.ts';

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

	test('the paper of a page is kept as PDF where the dialog says, and nowhere when it is left', async () => {
		const path = join(dir, '简报.pdf');
		const save = (fileName: string) =>
			shell.desk.evaluate(async (name) => {
				const { gridhelm } = window as unknown as {
					gridhelm: { invoke(method: string, input: unknown): Promise<string> };
				};
				return JSON.parse(await gridhelm.invoke('host.savePdf', { fileName: name }));
			}, fileName);
		expect(await save('简报.pdf')).toMatchObject({ ok: true, data: { isSaved: false } });
		await shell.electron.evaluate(({ dialog }, filePath) => {
			dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
		}, path);
		expect(await save('../简报.pdf')).toMatchObject({ ok: false, code: 'E_INPUT' });
		expect(await save('简报.pdf')).toMatchObject({ ok: true, data: { isSaved: true } });
		const pdf = readFileSync(path, 'latin1');
		expect(pdf.startsWith('%PDF-')).toBe(true);
		const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
		expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
		expect(pdf).toContain('/ToUnicode');
	});
});

describe('the end', () => {
	test('the cache closes whole, and the desk opens where it was left', async () => {
		const cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-end-'));
		const first = await startShell({ demo: 'never', cacheDir });
		await first.desk.getByText('还没有数据').waitFor();
		const bounds = { x: 40, y: 60, width: 1300, height: 800 };
		await (await first.electron.browserWindow(first.desk)).evaluate((window, place) => {
			window.setBounds(place);
			window.maximize();
		}, bounds);
		await first.stop();
		expect(existsSync(join(cacheDir, 'gridhelm.db-wal'))).toBe(false);
		expect(readFileSync(join(cacheDir, 'window/gridhelm.log'), 'utf8')).toContain('closed');
		const second = await startShell({ demo: 'never', cacheDir });
		const window = await second.electron.browserWindow(second.desk);
		const place = () => window.evaluate((one) => ({ isMaximized: one.isMaximized(), bounds: one.getNormalBounds() }));
		await expect.poll(place, SOON).toEqual({ isMaximized: true, bounds });
		await second.stop();
		rmSync(cacheDir, { recursive: true, force: true });
	});

	test.skipIf(isRealElectron).each([
		['held back until it has', shutDown],
		[
			'asked for, on Windows',
			(shell: ShellUnderTest) => {
				shell.electron
					.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('query-session-end', {}))
					.catch(() => {});
			},
		],
	])('the end of the session, %s, closes the cache too', async (_how, end) => {
		const cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-session-'));
		const shell = await startShell({ demo: 'never', cacheDir });
		await shell.desk.getByText('还没有数据').waitFor();
		const ended = new Promise((resolve) => shell.electron.process().on('exit', resolve));
		end(shell);
		expect(await ended, shell.output()).toBe(0);
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
