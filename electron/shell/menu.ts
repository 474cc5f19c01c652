// The menu bar with its accelerators, in the language of the desk. Knows what can be asked for, not how it is done.

import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from './shell-words.ts';

export interface MenuActions {
	openFiles(): void;
	openFolder(): void;
	openPage(page: 'overview' | 'events' | 'imports'): void;
	reload(): void;
	openWall(): void;
	closeWall(): void;
	toggleWall(displayId: number): void;
}

export interface MenuState {
	displays: readonly { id: number; label: string }[];
	/** Displays that carry a wall. */
	wallIds: readonly number[];
	isMac: boolean;
}

/** The menu as a template; pure. */
function menuTemplate(words: ShellWords, state: MenuState, actions: MenuActions): MenuItemConstructorOptions[] {
	const separator: MenuItemConstructorOptions = { type: 'separator' };
	const page = (label: string, name: 'overview' | 'events' | 'imports', key: number): MenuItemConstructorOptions => ({
		label,
		accelerator: `CmdOrCtrl+${key}`,
		click: () => actions.openPage(name),
	});
	return [
		...(state.isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
		{
			label: words.file,
			submenu: [
				{ label: words.openExports, accelerator: 'CmdOrCtrl+O', click: actions.openFiles },
				{ label: words.openFolder, accelerator: 'CmdOrCtrl+Shift+O', click: actions.openFolder },
				separator,
				state.isMac
					? { label: words.close, role: 'close' }
					: { label: words.quit, role: 'quit', accelerator: 'Ctrl+Q' },
			],
		},
		{
			label: words.edit,
			submenu: [
				{ label: words.undo, role: 'undo' },
				{ label: words.redo, role: 'redo' },
				separator,
				{ label: words.cut, role: 'cut' },
				{ label: words.copy, role: 'copy' },
				{ label: words.paste, role: 'paste' },
				{ label: words.selectAll, role: 'selectAll' },
			],
		},
		{
			label: words.view,
			submenu: [
				page(words.overview, 'overview', 1),
				page(words.events, 'events', 2),
				page(words.imports, 'imports', 3),
				separator,
				{ label: words.reload, accelerator: 'CmdOrCtrl+R', click: actions.reload },
				{ label: words.zoomIn, role: 'zoomIn' },
				{ label: words.zoomOut, role: 'zoomOut' },
				{ label: words.zoomReset, role: 'resetZoom' },
				{ label: words.fullScreen, role: 'togglefullscreen', accelerator: state.isMac ? 'Ctrl+Cmd+F' : 'F11' },
			],
		},
		{
			label: words.wall,
			submenu: [
				{ label: words.openWall, accelerator: 'CmdOrCtrl+Shift+W', click: actions.openWall },
				{
					label: words.closeWall,
					accelerator: 'CmdOrCtrl+Shift+Q',
					enabled: state.wallIds.length > 0,
					click: actions.closeWall,
				},
				separator,
				...state.displays.map(
					({ id, label }): MenuItemConstructorOptions => ({
						label: words.wallOn(label || String(id)),
						type: 'checkbox',
						checked: state.wallIds.includes(id),
						click: () => actions.toggleWall(id),
					}),
				),
			],
		},
		{
			label: words.window,
			submenu: [
				{ label: words.minimise, role: 'minimize' },
				{ label: words.about, role: 'about' },
			],
		},
	];
}

/** Puts the menu in place. */
export function showMenu(words: ShellWords, state: MenuState, actions: MenuActions): void {
	Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, state, actions)));
}
