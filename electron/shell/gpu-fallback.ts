// Drawing without the graphics driver: noticed when the driver fails, chosen at the next start, tried anew with the
// next version of the program.

import { app } from 'electron';
import type { LogLine } from './shell-log.ts';
import type { SettingsStore } from './shell-settings.ts';

/** A driver may stumble once, as after sleep. */
const FAILURES_UNTIL_FALLBACK = 2;

/** Call before the application is ready. */
export function chooseDrawing(settings: SettingsStore, isAsked: boolean, log: LogLine): void {
	const since = settings.read().softwareDrawingSince;
	const version = app.getVersion();
	if (since !== null && since !== version) settings.change({ softwareDrawingSince: null });
	if (!isAsked && since !== version) return;
	log(isAsked ? 'drawing by software: asked for' : 'drawing by software: the graphics driver failed in an earlier run');
	app.commandLine.appendSwitch('use-gl', 'angle');
	app.commandLine.appendSwitch('use-angle', 'swiftshader');
	app.commandLine.appendSwitch('enable-unsafe-swiftshader');
}

/** Watches the driver; a failing one is left out from the next start on. */
export function watchDrawing(settings: SettingsStore, log: LogLine): void {
	let failures = 0;
	app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
		if (type !== 'GPU' || reason === 'clean-exit') return;
		failures += 1;
		log(`graphics process gone: ${reason} ${exitCode}`);
		if (failures < FAILURES_UNTIL_FALLBACK || settings.read().softwareDrawingSince !== null) return;
		settings.change({ softwareDrawingSince: app.getVersion() });
		log('the next start draws by software');
	});
}
