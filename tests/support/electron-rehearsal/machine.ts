// The imagined machine around the program: displays, menus, dialogs, power. Menus and dialogs are checked, not shown.

import { EventEmitter } from 'node:events';
import { type Display, emitPreventable, type Rect, requireReady, state } from './parts.ts';
import { say } from './say.ts';
import { strict } from './strict.ts';

const ONE_DISPLAY = [{ id: 1, label: 'Rehearsal', bounds: { x: 0, y: 0, width: 1920, height: 1080 } }];

/** A display from the few facts that a test names. */
function displayOf(facts: Partial<Display> & { id: number; bounds: Rect }): Display {
	const { bounds } = facts;
	const workArea = facts.workArea ?? { ...bounds, height: bounds.height - 40 };
	return {
		label: '',
		scaleFactor: 1,
		rotation: 0,
		internal: false,
		...facts,
		workArea,
		size: { width: bounds.width, height: bounds.height },
		workAreaSize: { width: workArea.width, height: workArea.height },
	};
}

class Screen extends EventEmitter {
	getAllDisplays(): Display[] {
		requireReady('The screen module cannot be used');
		return state.displays.map((display) => ({ ...display }));
	}
	getPrimaryDisplay(): Display {
		const [first] = this.getAllDisplays();
		if (!first) throw new Error('rehearsal: a machine without displays');
		return first;
	}
}

export const screen = strict('screen', new Screen());

/** Plugs and unplugs displays: the test's hand on the imagined machine. */
export function setDisplays(list: (Partial<Display> & { id: number; bounds: Rect })[]): void {
	const before = state.displays;
	state.displays = list.map(displayOf);
	if (!state.isReady) return;
	for (const display of state.displays) {
		const old = before.find(({ id }) => id === display.id);
		if (!old) screen.emit('display-added', {}, display);
		else if (JSON.stringify(old) !== JSON.stringify(display))
			screen.emit('display-metrics-changed', {}, display, ['bounds', 'scaleFactor']);
	}
	for (const display of before)
		if (!state.displays.some(({ id }) => id === display.id)) screen.emit('display-removed', {}, display);
}

setDisplays(JSON.parse(process.env.REHEARSAL_DISPLAYS ?? JSON.stringify(ONE_DISPLAY)));

const ROLES = new Set(
	'undo redo cut copy paste pasteAndMatchStyle delete selectAll reload forceReload toggleDevTools resetZoom zoomIn zoomOut togglefullscreen window minimize close help about services hide hideOthers unhide quit appMenu fileMenu editMenu viewMenu windowMenu'
		.split(' ')
		.map((role) => role.toLowerCase()),
);
const MODIFIERS = /^(Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/i;
const KEY =
	/^([0-9A-Z]|F([1-9]|1[0-9]|2[0-4])|Plus|Space|Tab|Capslock|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc|[)!@#$%^&*(:;+=<,_>.?/~`{}[\]|\\'"-])$/i;
const ITEM = new Set('label role type submenu accelerator click enabled visible checked id toolTip'.split(' '));

interface MenuItem {
	label?: string;
	role?: string;
	type?: string;
	accelerator?: string;
	enabled?: boolean;
	checked?: boolean;
	click?: () => void;
	submenu?: MenuItem[] | RehearsedMenu;
}

class RehearsedMenu {
	readonly items: MenuItem[];
	constructor(items: MenuItem[]) {
		this.items = items;
	}
}

function checkItem(item: MenuItem): MenuItem {
	for (const key of Object.keys(item)) if (!ITEM.has(key)) throw new Error(`not rehearsed: option MenuItem.${key}`);
	const { label, role, type, accelerator, submenu } = item;
	if (label === undefined && role === undefined && type !== 'separator')
		throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
	if (role !== undefined && !ROLES.has(role.toLowerCase())) throw new Error(`Unknown role ${role}`);
	if (accelerator !== undefined) {
		const parts = accelerator.split('+');
		const key = parts.pop() ?? '';
		if (!KEY.test(key) || !parts.every((part) => MODIFIERS.test(part)))
			throw new TypeError(`Error processing argument: conversion failure from ${accelerator}`);
	}
	return Array.isArray(submenu) ? { ...item, submenu: Menu.buildFromTemplate(submenu) } : item;
}

let applicationMenu: RehearsedMenu | null = null;

export const Menu = strict('Menu', {
	buildFromTemplate(template: MenuItem[]): RehearsedMenu {
		requireReady('Menus cannot be built');
		return new RehearsedMenu(template.map(checkItem));
	},
	setApplicationMenu(menu: RehearsedMenu | null): void {
		applicationMenu = menu;
	},
	getApplicationMenu: () => applicationMenu,
});

/** Nobody is there to choose: a test puts its own function in the place of the one it means. */
export const dialog = strict('dialog', {
	async showOpenDialog(): Promise<{ canceled: boolean; filePaths: string[] }> {
		return { canceled: true, filePaths: [] };
	},
	async showSaveDialog(): Promise<{ canceled: boolean; filePath: string }> {
		return { canceled: true, filePath: '' };
	},
	showErrorBox(title: string, content: string): void {
		say(`error box: ${title}\n${content}`);
	},
});

const blockers = new Map<number, string>();
let nextBlocker = 1;

export const powerSaveBlocker = strict('powerSaveBlocker', {
	start(type: string): number {
		if (type !== 'prevent-display-sleep' && type !== 'prevent-app-suspension')
			throw new TypeError(`unknown type ${type}`);
		blockers.set(nextBlocker, type);
		return nextBlocker++;
	},
	stop: (id: number) => blockers.delete(id),
	isStarted: (id: number) => blockers.has(id),
});

export const powerMonitor = strict('powerMonitor', new EventEmitter());

/** Shuts the imagined machine down: a program that does not hold the event back is ended where it stands. */
export function shutDown(): void {
	if (!emitPreventable(powerMonitor, 'shutdown', {})) return;
	say('rehearsal: the system shut down and did not wait');
	process.exit(9);
}
/** Blockers that hold now, for tests. */
export const heldAwake = (): string[] => [...blockers.values()];
