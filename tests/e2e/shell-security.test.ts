// Electron's security checklist on the running shell: each refusal is provoked.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ShellUnderTest, startShell } from '../support/shell-under-test.ts';

type Bridge = { gridhelm: Record<string, (...parts: unknown[]) => Promise<string>> };

describe('the locked shell', () => {
	let shell: ShellUnderTest;
	beforeAll(async () => {
		const tolerate = [/violates|Content Security Policy|refused|ERR_|40[0-9]|WebSocket|Failed to load|example\.com/];
		shell = await startShell({ demo: 'never', tolerate });
		await shell.desk.getByText('还没有数据').waitFor();
	});
	afterAll(() => shell?.stop());
	const inPage = <T>(run: () => T | Promise<T>) => shell.desk.evaluate(run);
	const log = () => readFileSync(join(shell.cacheDir, 'window/gridhelm.log'), 'utf8');

	test('a page has no Node, and of the shell exactly two functions', async () => {
		const seen = await inPage(() => {
			const scope = window as unknown as Record<string, unknown>;
			return {
				node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter(
					(name) => scope[name] !== undefined,
				),
				bridge: Object.keys(scope.gridhelm as object).sort(),
				isFrozen: Object.isFrozen(scope.gridhelm),
			};
		});
		expect(seen).toEqual({ node: [], bridge: ['invoke', 'subscribe'], isFrozen: true });
	});

	test.each(['__proto__', 'constructor', 'toString', 'host.quit', 'app.getState ', ''])(
		'the method name %j leads nowhere',
		async (name) => {
			const text = await shell.desk.evaluate(
				(method) => (window as unknown as Bridge).gridhelm.invoke?.(method, {}),
				name,
			);
			expect(JSON.parse(text ?? '')).toMatchObject({ ok: false, code: 'E_UNKNOWN_METHOD' });
		},
	);

	test('inputs are validated as on the web host', async () => {
		const text = await inPage(() => (window as unknown as Bridge).gridhelm.invoke?.('app.getState', { more: 1 }));
		expect(JSON.parse(text ?? '')).toMatchObject({ ok: false, code: 'E_INPUT' });
	});

	test('a call from a foreign page is refused', async () => {
		const text = await shell.electron.evaluate(
			async ({ BrowserWindow }, preload) => {
				const window = new BrowserWindow({
					show: false,
					webPreferences: { preload, sandbox: true, contextIsolation: true },
				});
				await window.loadURL('data:text/html,<p>foreign</p>');
				const reply = await window.webContents.executeJavaScript("window.gridhelm.invoke('app.getState', {})");
				window.destroy();
				return String(reply);
			},
			join(import.meta.dirname, '../../dist/node/electron/shell/preload.cjs'),
		);
		expect(JSON.parse(text)).toMatchObject({ ok: false, code: 'E_FORBIDDEN' });
	});

	test('a page cannot leave, by address, by form or by frame', async () => {
		const here = shell.desk.url();
		await inPage(() => {
			location.href = 'https://example.com/';
		});
		await shell.desk.waitForTimeout(300);
		expect(shell.desk.url()).toBe(here);
		expect(log()).toContain('a page asked to leave: refused');
		const frames = await inPage(() => {
			const frame = document.createElement('iframe');
			frame.src = 'https://example.com/';
			document.body.append(frame);
			return new Promise<string>((resolve) =>
				setTimeout(() => resolve(frame.contentDocument?.body.textContent ?? 'nothing'), 300),
			);
		});
		expect(frames).not.toContain('Example');
	});

	test('a page cannot open a window', async () => {
		const before = shell.electron.windows().length;
		await inPage(() => {
			window.open('https://example.com/');
			const link = document.createElement('a');
			link.href = 'https://example.com/';
			link.target = '_blank';
			document.body.append(link);
			link.click();
			link.remove();
		});
		await expect.poll(() => shell.electron.windows().length).toBe(before);
		await expect.poll(log).toContain('a page asked for a window: refused');
	});

	test('no code is made at run time', async () => {
		const fault = await inPage(() => {
			const tell = (run: () => unknown) => {
				try {
					run();
					return 'ran';
				} catch (error) {
					return (error as Error).name;
				}
			};
			// In a turn of its own: what a test evaluates directly is exempt from the policy.
			return new Promise((resolve) => setTimeout(() => resolve(tell(() => new Function('return 1')()))));
		});
		expect(fault).toBe('EvalError');
		const policy = await inPage(async () => (await fetch('./')).headers.get('content-security-policy'));
		expect(policy).toContain("script-src 'self'");
		expect(policy).not.toContain('unsafe');
	});

	test('nothing outside is reached', async () => {
		const reached = await inPage(() =>
			fetch('https://example.com/').then(
				() => 'reached',
				() => 'refused',
			),
		);
		expect(reached).toBe('refused');
	});

	test.each(['geolocation', 'notifications', 'camera', 'midi', 'clipboard-read'])(
		'the permission %s is denied',
		async (name) => {
			const state = await shell.desk.evaluate(
				async (permission) => (await navigator.permissions.query({ name: permission as PermissionName })).state,
				name,
			);
			expect(state).toBe('denied');
		},
	);

	test('ranges are answered, and nothing outside the page is', async () => {
		const script = await inPage(() => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '');
		const answer = await shell.desk.evaluate(async (url) => {
			const part = await fetch(url, { headers: { Range: 'bytes=5-14' } });
			const whole = await (await fetch(url)).text();
			return {
				status: part.status,
				range: part.headers.get('content-range'),
				isSame: (await part.text()) === whole.slice(5, 15),
				type: part.headers.get('content-type'),
			};
		}, script);
		expect(answer).toMatchObject({ status: 206, isSame: true, type: 'text/javascript; charset=utf-8' });
		expect(answer.range).toMatch(/^bytes 5-14\/\d+$/);
		for (const path of [
			'/..%2f..%2fpackage.json',
			'/%2e%2e/package.json',
			'/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
			'/..%5cpackage.json',
			'//etc/passwd',
			'/package.json',
		]) {
			const status = await shell.desk.evaluate(async (url) => (await fetch(url)).status, shell.origin + path);
			expect(status, path).toBe(404);
		}
		expect(await inPage(async () => (await fetch('./', { method: 'POST' })).status)).toBe(405);
	});

	test('every window is made with the sandbox, isolation and no Node', async () => {
		const source = readFileSync(join(import.meta.dirname, '../../dist/node/electron/shell/windows.js'), 'utf8');
		for (const line of [
			'sandbox: true',
			'contextIsolation: true',
			'nodeIntegration: false',
			'nodeIntegrationInWorker: false',
			'webSecurity: true',
			'allowRunningInsecureContent: false',
			'experimentalFeatures: false',
			'webviewTag: false',
		])
			expect(source).toContain(line);
		expect(source).not.toContain('enableBlinkFeatures');
	});

	test('the log holds no path, name or number of the data', () => {
		expect(log()).not.toMatch(new RegExp(`${shell.cacheDir}|1[3-9]\\d{9}`));
	});
});
