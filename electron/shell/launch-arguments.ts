// What the program was started for: a window, perhaps with exports to open, or one command of the command line. Pure.

import { resolve } from 'node:path';

export type Launch =
	| { kind: 'commandLine'; argv: string[] }
	| {
			kind: 'window';
			/** Absolute paths of exports to open. */
			files: string[];
			/** Absolute; null: the platform's own. */
			cacheDir: string | null;
			/** As in ServicesOptions. */
			demo: 'auto' | 'only' | 'never';
			hasSoftwareDrawing: boolean;
	  };

const COMMAND = /^[a-z][a-z-]*$/;
const ABOUT = ['--help', '-h', '--version', '-v'];
const OWN = new Set([...ABOUT, '--cache', '--demo', '--no-demo', '--software-drawing', '--json', '--lang']);

/**
 * Our own arguments in a process's list: without the program, the switches of Electron and Chromium before ours, and,
 * unpackaged, the folder of the application.
 */
export function ownArguments(processArgv: readonly string[], isPackaged: boolean): string[] {
	const rest = processArgv.slice(1);
	const dropSwitches = () => {
		while (rest[0]?.startsWith('-') && !OWN.has(rest[0].split('=')[0] ?? '')) rest.shift();
	};
	dropSwitches();
	if (!isPackaged) {
		rest.shift();
		dropSwitches();
	}
	return rest;
}

/**
 * Reads our own arguments.
 * @param exists whether a path names a file or folder; a bare word that names none is a command
 */
export function readLaunch(argv: readonly string[], workingDir: string, exists: (path: string) => boolean): Launch {
	const [first = ''] = argv;
	const isCommand = COMMAND.test(first) && !exists(resolve(workingDir, first));
	if (isCommand || ABOUT.includes(first)) return { kind: 'commandLine', argv: [...argv] };
	const files: string[] = [];
	let cacheDir: string | null = null;
	for (let index = 0; index < argv.length; index++) {
		const entry = argv[index] ?? '';
		const [name, value] = entry.split(/=(.*)/s);
		if (name === '--cache') {
			const given = value ?? argv[++index];
			if (given) cacheDir = resolve(workingDir, given);
		} else if (entry !== '' && !entry.startsWith('-')) {
			const path = resolve(workingDir, entry);
			if (exists(path)) files.push(path);
		}
	}
	return {
		kind: 'window',
		files,
		cacheDir,
		demo: argv.includes('--demo') ? 'only' : argv.includes('--no-demo') ? 'never' : 'auto',
		hasSoftwareDrawing: argv.includes('--software-drawing'),
	};
}
