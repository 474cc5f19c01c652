// What only a desktop window can do: the system's dialogs, and a display kept awake.

import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions, powerSaveBlocker } from 'electron';
import { EXPORT_ENDINGS } from '../../shared/domain/export-endings.ts';
import type { Services } from '../services/services.ts';
import type { ShellWords } from './shell-words.ts';

/** Gives files or folders by absolute path to the services; the references are what a page may know. */
export function registerPaths(services: Services, paths: readonly string[]): Promise<string[]> {
	return Promise.all(paths.map((path) => services.registerFile(path, basename(path), false)));
}

/** Asks for exports, or for a folder of them; paths, empty when the dialog was left. */
export async function choosePaths(
	window: BrowserWindow,
	kind: 'files' | 'folder',
	words: ShellWords,
): Promise<string[]> {
	const options: OpenDialogOptions =
		kind === 'folder'
			? { title: words.openFolder, properties: ['openDirectory'] }
			: {
					title: words.openExports,
					properties: ['openFile', 'multiSelections'],
					filters: [
						{ name: words.exports, extensions: [...EXPORT_ENDINGS] },
						{ name: words.allFiles, extensions: ['*'] },
					],
				};
	const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
	return canceled ? [] : filePaths;
}

/** Prints a window's page to A4 as its style sheet lays it out, with its page numbers, and keeps it where the person says. */
export async function savePagePdf(window: BrowserWindow, fileName: string): Promise<boolean> {
	const { canceled, filePath } = await dialog.showSaveDialog(window, {
		defaultPath: fileName,
		filters: [{ name: 'PDF', extensions: ['pdf'] }],
	});
	if (canceled || !filePath) return false;
	const bytes = await window.webContents.printToPDF({
		pageSize: 'A4',
		preferCSSPageSize: true,
		printBackground: true,
	});
	await writeFile(filePath, bytes);
	return true;
}

export interface AwakeDisplay {
	/** Keeps displays awake exactly while walls stand. */
	setWanted(isWanted: boolean): void;
}

/** Nothing is held until it is wanted. */
export function createAwakeDisplay(): AwakeDisplay {
	let blocker: number | null = null;
	return {
		setWanted(isWanted) {
			if (isWanted && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
			if (!isWanted && blocker !== null) {
				powerSaveBlocker.stop(blocker);
				blocker = null;
			}
		},
	};
}
