// Headless: the same executable runs one command of the command line and ends with its exit code.

import { app } from 'electron';

/** Hands over to the command line by its entry point, which reads the arguments from where Node keeps them. */
export function runCommandLine(argv: readonly string[]): void {
	process.argv = [process.execPath, 'gridhelm', ...argv];
	app.dock?.hide();
	import('../cli/main.ts').then(
		() => app.exit(Number(process.exitCode ?? 0)),
		(error: unknown) => {
			console.error(error instanceof Error ? error.name : typeof error);
			app.exit(1);
		},
	);
}
