// Entry of the desktop program: the order of start-up and nothing else.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { defaultCacheDir } from '../services/default-cache-dir.ts';
import { registerAppScheme } from './app-protocol.ts';
import { chooseDrawing, watchDrawing } from './gpu-fallback.ts';
import { ownArguments, readLaunch } from './launch-arguments.ts';
import { lockContents } from './lockdown.ts';
import { runCommandLine } from './run-command-line.ts';
import { openLog } from './shell-log.ts';
import { openSettings } from './shell-settings.ts';
import { startWindows } from './start-windows.ts';

const argv = ownArguments(process.argv, app.isPackaged);
const launch = readLaunch(argv, process.cwd(), existsSync);
if (launch.kind === 'commandLine') {
	runCommandLine(launch.argv);
} else {
	const cacheDir = launch.cacheDir ?? defaultCacheDir(process.env);
	const windowDir = join(cacheDir, 'window');
	mkdirSync(windowDir, { recursive: true });
	app.setPath('userData', windowDir);
	// The list of arguments itself is handed on: Chromium may reorder and extend the one it passes by itself.
	if (!app.requestSingleInstanceLock({ argv })) {
		app.quit();
	} else {
		const log = openLog(windowDir, app.isPackaged);
		const settings = openSettings(join(windowDir, 'windows.json'), log);
		app.enableSandbox();
		registerAppScheme();
		chooseDrawing(settings, launch.hasSoftwareDrawing, log);
		lockContents(log);
		watchDrawing(settings, log);
		startWindows({ cacheDir, launch, settings, log });
	}
}
