// Waits for Electron, then runs the windows; what other starts and the system ask for meanwhile is kept for them.

import { app } from 'electron';
import { endWithReason, runShell, type ShellParts, type ShellRun } from './run-shell.ts';

/** What the other start handed over; anything else than a list of texts counts as none. */
function argumentsIn(handedOn: unknown): string[] {
	const { argv } = (handedOn ?? {}) as { argv?: unknown };
	return Array.isArray(argv) ? argv.filter((entry) => typeof entry === 'string') : [];
}

/** Must be called before `ready`, because files can be opened before it. */
export function startWindows(parts: ShellParts): void {
	const early: ((run: ShellRun) => void)[] = [];
	let running: ShellRun | null = null;
	const whenRunning = (action: (run: ShellRun) => void) => {
		if (running) action(running);
		else early.push(action);
	};
	app.on('second-instance', (_event, _argv, workingDir, handedOn) => {
		const argv = argumentsIn(handedOn);
		whenRunning((run) => run.takeLaunch(argv, workingDir));
	});
	app.on('open-file', (event, path) => {
		event.preventDefault();
		whenRunning((run) => run.takeFiles([path]));
	});
	app.on('activate', () => whenRunning((run) => run.takeLaunch([], '')));
	app
		.whenReady()
		.then(() => runShell(parts))
		.then((run) => {
			running = run;
			for (const action of early.splice(0)) action(run);
		})
		.catch((error: unknown) => endWithReason(error, parts.log));
}
