// One run of the desktop program between `ready` and the end: services, session, windows, menu, shutdown.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, powerMonitor, screen, session } from 'electron';
import type { HostMessage } from '../../shared/contract/host.ts';
import { PACK_FOLDER } from '../services/page-files.ts';
import { startWorkerServices, type WorkerServices } from '../services/worker-client.ts';
import { serveApp } from './app-protocol.ts';
import { answerCalls, sendMessage } from './ipc-host.ts';
import type { Launch } from './launch-arguments.ts';
import { readLaunch } from './launch-arguments.ts';
import { lockSession } from './lockdown.ts';
import { type MenuActions, showMenu } from './menu.ts';
import { choosePaths, registerPaths, savePagePdf } from './native-capabilities.ts';
import { faultInWords, type LogLine } from './shell-log.ts';
import { RENDERER_DIR } from './shell-paths.ts';
import type { SettingsStore } from './shell-settings.ts';
import { shellWords } from './shell-words.ts';
import { createWindows, type Windows } from './windows.ts';

export interface ShellRun {
	/** Another start of the program: comes forward and takes its files. */
	takeLaunch(argv: readonly string[], workingDir: string): void;
	/** Files that the system asks this program to open. */
	takeFiles(paths: readonly string[]): void;
}

export interface ShellParts {
	cacheDir: string;
	launch: Extract<Launch, { kind: 'window' }>;
	settings: SettingsStore;
	log: LogLine;
}

/** Ends the program when all is closed; a session that ends does not wait for a second request. */
function closeWithProgram(services: WorkerServices, windows: Windows, log: LogLine): void {
	let closing: Promise<void> | null = null;
	const close = () => {
		closing ??= services.close().then(
			() => log('closed'),
			(error: unknown) => log(`closing failed: ${faultInWords(error)}`),
		);
		return closing;
	};
	let isClosed = false;
	app.on('will-quit', (event) => {
		if (isClosed) return;
		event.preventDefault();
		void close().then(() => {
			isClosed = true;
			app.quit();
		});
	});
	app.on('window-all-closed', () => app.quit());
	let isEnding = false;
	const endSession = () => {
		if (isEnding) return;
		isEnding = true;
		log('the session of the system ends');
		windows.closeAll();
		void close().then(() => app.exit(0));
	};
	// Linux and macOS wait for a program that holds the event back; the types leave the event out.
	powerMonitor.on('shutdown', ((event: { preventDefault(): void }) => {
		event.preventDefault();
		endSession();
	}) as () => void);
	// Windows ends the process as soon as `session-end` has been heard, so closing begins with the question before it.
	// The question is not refused: a person's shutdown goes on.
	app.on('browser-window-created', (_event, window) => {
		window.on('query-session-end', endSession);
		window.on('session-end', endSession);
	});
}

/** @throws GridHelmError when the services cannot open */
export async function runShell(parts: ShellParts): Promise<ShellRun> {
	const { settings, log, launch, cacheDir } = parts;
	let language = app.getLocale();
	const words = () => shellWords(language);
	const services = await startWorkerServices({
		cacheDir,
		demo: launch.demo,
		version: app.getVersion(),
	});
	lockSession(session.defaultSession, log);
	const folders = { page: RENDERER_DIR, packs: join(cacheDir, PACK_FOLDER) };
	serveApp(session.defaultSession.protocol, folders, services, () => language);
	const windows = createWindows(settings, log);
	const waiting: HostMessage[] = [];
	let isDeskReady = false;

	/** Says something to the desk, once it can hear. */
	const tellDesk = (message: HostMessage) => {
		const desk = windows.openDesk();
		if (isDeskReady) sendMessage(desk.webContents, message);
		else waiting.push(message);
	};
	const giveFiles = async (paths: readonly string[]) => {
		if (paths.length === 0) return;
		const references = await registerPaths(services, paths);
		tellDesk({ kind: 'filesGiven', references });
	};
	const chooseAndGive = (kind: 'files' | 'folder') => {
		choosePaths(windows.openDesk(), kind, words())
			.then(giveFiles)
			.catch((error: unknown) => log(`choosing ${kind} failed: ${faultInWords(error)}`));
	};
	const actions: MenuActions = {
		openFiles: () => chooseAndGive('files'),
		openFolder: () => chooseAndGive('folder'),
		openPage: (page) => tellDesk({ kind: 'openPage', page }),
		reload: () => windows.reload(),
		openWall: () => void windows.openWalls(),
		closeWall: () => windows.closeWalls(),
		toggleWall: (displayId) => windows.toggleWall(displayId),
	};
	const drawMenu = () =>
		showMenu(
			words(),
			{
				displays: screen.getAllDisplays(),
				wallIds: windows.wallDisplayIds(),
				isMac: process.platform === 'darwin',
			},
			actions,
		);
	answerCalls(
		services,
		{
			'host.ready'(contents, input) {
				if (windows.isDesk(contents)) {
					isDeskReady = true;
					if (input.language !== words().lang) {
						language = input.language;
						drawMenu();
					}
					for (const message of waiting.splice(0)) sendMessage(contents, message);
				}
				return {};
			},
			'host.openWall': () => ({ windowCount: windows.openWalls() }),
			async 'host.chooseFolder'(contents) {
				const window = BrowserWindow.fromWebContents(contents);
				const paths = window ? await choosePaths(window, 'folder', words()) : [];
				return { references: await registerPaths(services, paths) };
			},
			async 'host.savePdf'(contents, { fileName }) {
				const window = BrowserWindow.fromWebContents(contents);
				return { isSaved: window !== null && (await savePagePdf(window, fileName)) };
			},
			'host.takeFiles': async (_contents, { paths }) => ({ references: await registerPaths(services, paths) }),
		},
		log,
	);
	services.onNotice((notice) => windows.broadcast({ kind: 'notice', notice }));
	windows.onChange(drawMenu);
	windows.onDeskLoading(() => {
		isDeskReady = false;
	});
	closeWithProgram(services, windows, log);
	drawMenu();
	windows.openDesk();
	await giveFiles(launch.files);

	const takeFiles = (paths: readonly string[]) => {
		giveFiles(paths).catch((error: unknown) => log(`taking files failed: ${faultInWords(error)}`));
	};
	return {
		takeFiles,
		takeLaunch(argv, workingDir) {
			windows.openDesk();
			const again = readLaunch(argv, workingDir, existsSync);
			if (again.kind === 'window') takeFiles(again.files);
		},
	};
}

/** Says that the program cannot start, and why, and ends it. */
export function endWithReason(error: unknown, log: LogLine): void {
	log(`start failed: ${faultInWords(error)}`);
	const words = shellWords(app.getLocale());
	dialog.showErrorBox(words.startFailedTitle, error instanceof Error ? error.message : '');
	app.exit(1);
}
