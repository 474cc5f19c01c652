// The stand-in for Electron's executable: finds the program, runs its entry, then becomes ready. Speaks to Playwright as
// Electron does: two lines on stderr.

import { existsSync, readFileSync } from 'node:fs';
import { open as openInspector } from 'node:inspector';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, becomeReady, setExitHook, waiting } from './app.ts';
import { connectCdp } from './cdp.ts';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';
import { electron, rehearsal } from './electron-module.ts';
import { closeForeignPages } from './foreign-pages.ts';
import { startOriginServer } from './origin-server.ts';
import { state } from './parts.ts';
import { say } from './say.ts';
import { mayPass } from './session.ts';

/** An entry that takes longer has a wait at its top level. */
const ENTRY_LIMIT_MS = Number(process.env.REHEARSAL_ENTRY_MS ?? 10_000);

function fail(words: string): never {
	say(`rehearsal: ${words}`);
	process.exit(70);
}

/** The packaged program beside the executable, else the folder named on the command line. */
function findProgram(executable: string, argv: readonly string[]): void {
	const packaged = join(dirname(executable), 'resources', 'app');
	state.isPackaged = existsSync(packaged);
	const named = argv.find((entry) => !entry.startsWith('-'));
	if (!state.isPackaged && named === undefined) fail('no program named');
	state.appDir = state.isPackaged ? packaged : resolve(named ?? '.');
	if (!existsSync(join(state.appDir, 'package.json'))) fail(`Cannot find package.json in ${state.appDir}`);
}

function imitateProcess(executable: string, argv: readonly string[]): void {
	process.execPath = executable;
	process.argv = [executable, ...argv];
	const versions = { ...process.versions, electron: '45.4.1', chrome: '156.0.0.0' };
	Object.defineProperty(process, 'versions', { value: Object.freeze(versions) });
	Object.assign(process, {
		type: 'browser',
		resourcesPath: join(dirname(executable), 'resources'),
		...(!state.isPackaged && { defaultApp: true }),
	});
	for (const entry of argv) {
		const [, name, value = ''] = /^--([\w-]+)(?:=(.*))?$/s.exec(entry) ?? [];
		if (name !== undefined) state.switches.set(name, value);
	}
}

async function importEntry(): Promise<void> {
	const { main = 'index.js' } = JSON.parse(readFileSync(join(state.appDir, 'package.json'), 'utf8')) as {
		main?: string;
	};
	const timer = setTimeout(() => {
		if (waiting.isAsked)
			fail(
				'the entry awaits app.whenReady() at its top level: Electron is ready only after the entry, so both wait for ever',
			);
		fail(`the entry did not come to its end in ${ENTRY_LIMIT_MS} ms`);
	}, ENTRY_LIMIT_MS);
	try {
		await import(pathToFileURL(join(state.appDir, main)).href);
	} catch (error) {
		say('App threw an error during load');
		say(error);
		fail('the entry failed');
	} finally {
		clearTimeout(timer);
	}
}

const [executable = '', ...argv] = process.argv.slice(2);
findProgram(executable, argv);
imitateProcess(executable, argv);
(globalThis as Record<symbol, unknown>)[Symbol.for('gridhelm.rehearsal.electron')] = electron;
Object.assign(globalThis, { rehearsal });
if (argv.includes('--inspect=0')) openInspector(0);
process.on('SIGTERM', () => app.quit());
process.on('uncaughtException', (error) => {
	say('A JavaScript error occurred in the main process');
	say(error);
});

await importEntry();
let chromium: ChromiumProcess | null = null;
setExitHook(() => chromium?.end());
process.on('exit', () => chromium?.end());
// A program that quits in its entry never gets as far as a browser.
await new Promise((done) => setImmediate(done));
if (!state.isQuitting) {
	const server = await startOriginServer({
		answer(request) {
			const handler = state.protocolHandlers.get(new URL(request.url).protocol.replace(':', ''));
			return handler ? (async () => handler(request))() : null;
		},
		mayPass,
		allowsServiceWorkers: (url) =>
			state.schemes.get(new URL(url).protocol.replace(':', ''))?.allowServiceWorkers === true,
	});
	chromium = await startChromium(server.port);
	state.cdp = await connectCdp(chromium.endpoint);
	await closeForeignPages();
	if (argv.includes('--remote-debugging-port=0')) say(`\nDevTools listening on ${chromium.endpoint}`);
	becomeReady();
}
