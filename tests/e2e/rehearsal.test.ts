// The rehearsal itself: a sound program passes, and each planted fault is caught with words that name it.

import { describe, expect, test } from 'vitest';
import { runTiny, soundFile } from '../support/electron-rehearsal/tiny-program.ts';

type Changes = Record<string, string | null>;
type Fault = [name: string, changes: Changes, told: RegExp];

const main = (from: string | RegExp, to: string): Changes => ({ 'main.js': soundFile('main.js').replace(from, to) });
const early = (code: string): Changes => main('protocol.registerSchemes', `${code}\nprotocol.registerSchemes`);
const later = (code: string): Changes =>
	main("	protocol.handle('app', answer);", `	protocol.handle('app', answer);\n	${code}`);
const page = (code: string, more: Changes = {}): Changes => ({ 'page/page.js': code, ...more });
const preload = (code: string, more: Changes = {}): Changes => ({ 'preload.cjs': code, ...more });
const menu = (item: string): Changes => ({
	'main.js': later(`Menu.buildFromTemplate([${item}]);`)['main.js']?.replace('protocol }', 'protocol, Menu }') ?? '',
});
/** The page says how something went. */
const tell = (code: string) =>
	page(
		`let words; try { ${code} } catch (error) { words = 'refused: ' + error.message; } await bridge.ask('done', String(words));`,
	);

/** Faults that show before a page does. */
const IN_THE_PROGRAM: Fault[] = [
	[
		'waiting for ready at the top level of the entry',
		early('await app.whenReady();'),
		/awaits app\.whenReady\(\) at its top level/,
	],
	[
		'a scheme without privileges',
		main(/^protocol\.register.*$/m, ''),
		/lacks the privileges standard, secure, supportFetchAPI/,
	],
	[
		'privileges told after ready',
		later("protocol.registerSchemesAsPrivileged([{ scheme: 'app' }]);"),
		/should be called before app is ready/,
	],
	['a scheme that cannot fetch', main(', supportFetchAPI: true', ''), /lacks the privileges supportFetchAPI/],
	['a scheme that is not standard', main('standard: true, ', ''), /lacks the privileges standard/],
	['a scheme that is not secure', main('secure: true, ', ''), /lacks the privileges secure/],
	['a scheme handled twice', later("protocol.handle('app', answer);"), /Failed to register protocol: app/],
	['a scheme handled before ready', early("protocol.handle('app', answer);"), /before app is ready/],
	['a window before ready', early('new BrowserWindow();'), /Cannot create BrowserWindow before app is ready/],
	[
		'a menu before ready',
		{ 'main.js': early('Menu.buildFromTemplate([]);')['main.js']?.replace('protocol }', 'protocol, Menu }') ?? '' },
		/before app is ready/,
	],
	[
		'the displays before ready',
		{ 'main.js': early('screen.getAllDisplays();')['main.js']?.replace('protocol }', 'protocol, screen }') ?? '' },
		/before app is ready/,
	],
	['a second handler of a channel', early("ipcMain.handle('ask', () => 1);"), /second handler for 'ask'/],
	['a switch after ready', later("app.commandLine.appendSwitch('use-gl', 'angle');"), /before app is ready/],
	['the sandbox after ready', later('app.enableSandbox();'), /before app is ready/],
	['a member that nobody rehearsed', early('app.setBadgeCount(1);'), /not rehearsed: app\.setBadgeCount/],
	[
		'an export that Electron does not have',
		main('ipcMain, protocol }', 'ipcMain, protocol, ipcManager }'),
		/does not provide an export named 'ipcManager'/,
	],
	[
		'a module of Electron that nobody rehearsed',
		main(
			"ipcMain, protocol } from 'electron';",
			"ipcMain, protocol, nativeTheme } from 'electron'; nativeTheme.themeSource;",
		),
		/not rehearsed: nativeTheme\.themeSource/,
	],
	[
		'electron in a worker',
		{
			...early(
				"const { Worker } = await import('node:worker_threads'); new Worker(new URL('./work.js', import.meta.url));",
			),
			'work.js': "import 'electron';",
		},
		/electron is not available in a worker thread/,
	],
	[
		'a worker whose file is missing',
		early("const { Worker } = await import('node:worker_threads'); new Worker(new URL('./work.js', import.meta.url));"),
		/Cannot find module .*work\.js/,
	],
	['a file named in the wrong case', main("'./answer.js'", "'./Answer.js'"), /Cannot find module .*Answer\.js/],
	[
		'a dependency that the package left out',
		early("await import('native-thing');"),
		/Cannot find package 'native-thing'/,
	],
	['no entry', { 'main.js': null }, /Cannot find module .*main\.js/],
	['a menu with an unknown role', menu("{ role: 'undoo' }"), /Unknown role undoo/],
	['an accelerator that is none', menu("{ label: 'a', accelerator: 'Ctrl+Shift' }"), /conversion failure/],
	[
		'a folder of the program that is not there',
		early("app.setPath('userData', '/nowhere/at/all');"),
		/Failed to set path/,
	],
	[
		'a hidden window shown by being maximised',
		main(
			'new BrowserWindow({ width: 400, height: 300, webPreferences: { preload } });',
			'new BrowserWindow({ show: false, webPreferences: { preload } }); window.maximize();',
		),
		/maximize shows a window that has nothing to show yet/,
	],
	['a misspelt option of a window', main('width: 400', 'wdith: 400'), /not rehearsed: option BrowserWindow\.wdith/],
	[
		'a misspelt preference of a page',
		main('webPreferences: { preload', 'webPreferences: { contextIsolaton: true, preload'),
		/not rehearsed: option webPreferences\.contextIsolaton/,
	],
	[
		'Node in a page',
		main('webPreferences: { preload', 'webPreferences: { nodeIntegration: true, preload'),
		/a page with nodeIntegration: true/,
	],
	[
		'a page without the sandbox',
		main('webPreferences: { preload', 'webPreferences: { sandbox: false, preload'),
		/a page with sandbox: false/,
	],
];

/** Faults that need a page to show. */
const IN_THE_PAGE: Fault[] = [
	[
		'an ES module as preload script',
		preload("import { contextBridge } from 'electron';"),
		/Unable to load preload script[\s\S]*Cannot use import statement/,
	],
	[
		'a preload script that requires fs',
		preload("require('fs');"),
		/Unable to load preload script[\s\S]*module not found: fs/,
	],
	[
		'a preload script in two files',
		preload("require('./part.cjs');", { 'part.cjs': '' }),
		/module not found: \.\/part\.cjs/,
	],
	[
		'a preload script that is not there',
		main("'preload.cjs'", "'preload.js'"),
		/Unable to load preload script[\s\S]*ENOENT/,
	],
	[
		'a preload path that is not absolute',
		main("join(import.meta.dirname, 'preload.cjs')", "'preload.cjs'"),
		/must have absolute path/,
	],
	[
		'an API exposed twice',
		preload(`${soundFile('preload.cjs')}contextBridge.exposeInMainWorld('bridge', {});`),
		/on top of an existing property/,
	],
	[
		'a member of ipcRenderer that nobody rehearsed',
		preload("require('electron').ipcRenderer.sendSync('x');"),
		/not rehearsed: ipcRenderer\.sendSync/,
	],
	['Node asked for in the page', page("require('fs');"), /require is not defined/],
	[
		'the wrong type of a module',
		{
			'answer.js': soundFile('answer.js').replace(", '.mjs': 'text/javascript'", ''),
			...page("import './part.mjs';", { 'page/part.mjs': '' }),
		},
		/Failed to load module script|MIME type/,
	],
	[
		'a worker from a blob against the policy',
		page("new Worker(URL.createObjectURL(new Blob(['1'])));"),
		/Content Security Policy|violates/,
	],
	['code made at run time against the policy', page("eval('1');"), /unsafe-eval|Content Security Policy/],
	['an asset named in the wrong case', page("await fetch('/Page.js');"), /404/],
	[
		'a request that leaves the machine',
		page("await fetch('https://example.com/');"),
		/Content Security Policy|Failed to fetch/,
	],
	[
		'a reply that cannot be cloned',
		main('({ told: what })', '({ told: () => what })'),
		/An object could not be cloned/,
	],
	['an argument that cannot be cloned', page("await bridge.ask('ask', Symbol('x'));"), /An object could not be cloned/],
	['a call that nobody handles', page("await bridge.ask('nobody', 1);"), /No handler registered for 'nobody'/],
	[
		'an answer that is no Response',
		{ 'answer.js': "export const answer = async () => 'text';" },
		/the handler gave no Response/,
	],
	[
		'a service worker without its privilege',
		page("await navigator.serviceWorker.register('page.js');"),
		/allowServiceWorkers|Failed to register a ServiceWorker/,
	],
	[
		'a window that a page opens',
		page("window.open('about:blank'); await new Promise(() => {});"),
		/a page opens a window and nothing denies it/,
	],
	[
		'the Cache API on an own scheme',
		tell("await (await caches.open('x')).put('/x', new Response('1'));"),
		/page: refused: .*scheme 'app' is unsupported/,
	],
	[
		'cookies on an own scheme',
		tell("document.cookie = 'a=1'; words = 'cookies: ' + document.cookie + '.';"),
		/page: cookies: \./,
	],
];

test('a sound program passes without a word', async () => {
	const { code, output } = await runTiny({});
	expect({ code, output }).toEqual({ code: 0, output: 'page: sound\n' });
});

describe.concurrent('catches in the program', () => {
	test.each(IN_THE_PROGRAM)('%s', async (_name, changes, told) => {
		expect((await runTiny(changes, told)).output).toMatch(told);
	});
});

describe.concurrent('catches in the page', () => {
	test.each(IN_THE_PAGE)('%s', async (_name, changes, told) => {
		expect((await runTiny(changes, told)).output).toMatch(told);
	});
});
