// What the windows remember: where the desk stood in each layout of displays, which displays carry walls, how to draw.
// A damaged file is no failure: the windows start afresh.

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Whole = z.number().int();

const Settings = z.strictObject({
	deskPlaces: z.record(
		z.string().max(2_000),
		z.strictObject({
			x: Whole,
			y: Whole,
			width: Whole.min(1).max(100_000),
			height: Whole.min(1).max(100_000),
			isMaximized: z.boolean(),
		}),
	),
	walls: z
		.array(z.strictObject({ id: z.number(), label: z.string(), widthPx: Whole, heightPx: Whole, x: Whole, y: Whole }))
		.max(16),
	/** Version under which the graphics driver failed; drawing by software until another version runs. */
	softwareDrawingSince: z.string().nullable(),
});
export type ShellSettings = z.infer<typeof Settings>;

/** Layouts kept; the oldest goes first. */
const MAX_LAYOUTS = 32;

export interface SettingsStore {
	read(): ShellSettings;
	/** Replaces parts; written at once, whole or not at all. */
	change(part: Partial<ShellSettings>): void;
	/** Remembers the desk's place in a layout. */
	keepDeskPlace(layout: string, place: ShellSettings['deskPlaces'][string]): void;
}

function empty(): ShellSettings {
	return { deskPlaces: {}, walls: [], softwareDrawingSince: null };
}

function readFile(file: string, log: (line: string) => void): ShellSettings {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return empty();
	}
	try {
		return Settings.parse(JSON.parse(text));
	} catch {
		log('settings of the windows unreadable, started afresh');
		return empty();
	}
}

function writeWhole(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true });
	const part = `${file}.part`;
	const handle = openSync(part, 'w', 0o600);
	try {
		writeSync(handle, text);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(part, file);
}

/** @param log one line for the operator */
export function openSettings(file: string, log: (line: string) => void): SettingsStore {
	let settings = readFile(file, log);
	const store: SettingsStore = {
		read: () => settings,
		change(part) {
			settings = { ...settings, ...part };
			try {
				writeWhole(file, `${JSON.stringify(settings, null, '\t')}\n`);
			} catch {
				log('settings of the windows could not be written');
			}
		},
		keepDeskPlace(layout, place) {
			const { [layout]: _, ...others } = settings.deskPlaces;
			const kept = Object.entries(others).slice(1 - MAX_LAYOUTS);
			store.change({ deskPlaces: { ...Object.fromEntries(kept), [layout]: place } });
		},
	};
	return store;
}
