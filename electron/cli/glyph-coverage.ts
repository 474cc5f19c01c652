// Which characters have a glyph: in the fonts of this machine (fc-list, where there is one) and in the fonts shipped
// with the page. For `doctor` only; installs nothing.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Inclusive range of code points. */
type CodeRange = readonly [first: number, last: number];

/** Ranges as fontconfig prints them: `20-7e a0 4e00-9fff`. */
export function parseCharset(text: string): CodeRange[] {
	const ranges: CodeRange[] = [];
	for (const [, first = '', last = first] of text.matchAll(/\b([0-9a-f]{2,6})(?:-([0-9a-f]{2,6}))?\b/g)) {
		ranges.push([Number.parseInt(first, 16), Number.parseInt(last, 16)]);
	}
	return ranges;
}

/** Ranges of every `unicode-range` of a style sheet: `U+4E00-4E2F,U+9FA5`. */
export function parseUnicodeRanges(css: string): CodeRange[] {
	const ranges: CodeRange[] = [];
	for (const [, list = ''] of css.matchAll(/unicode-range:([^;}]+)/gi)) {
		for (const [, first = '', last = first] of list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)) {
			ranges.push([Number.parseInt(first, 16), Number.parseInt(last, 16)]);
		}
	}
	return ranges;
}

function runFcList(): Promise<string | null> {
	return new Promise((resolve) => {
		const limits = { timeout: 15_000, maxBuffer: 64 * 1024 ** 2 };
		execFile('fc-list', ['--format', '%{charset}\n'], limits, (error, stdout) => resolve(error ? null : stdout));
	});
}

function shippedRanges(rendererDir: string): CodeRange[] {
	const dir = join(rendererDir, 'assets');
	if (!existsSync(dir)) return [];
	const sheets = readdirSync(dir).filter((name) => name.endsWith('.css'));
	return sheets.flatMap((name) => parseUnicodeRanges(readFileSync(join(dir, name), 'utf8')));
}

export interface GlyphCoverage {
	/** False where fontconfig cannot be asked (Windows, macOS); only the shipped fonts are known then. */
	areSystemFontsKnown: boolean;
	/** True when a font of the machine has common Chinese characters. */
	hasSystemChinese: boolean;
	hasShippedChinese: boolean;
	has(codePoint: number): boolean;
}

/** Asks the machine and the built page once. */
export async function readGlyphCoverage(rendererDir: string): Promise<GlyphCoverage> {
	const listed = await runFcList();
	const system = parseCharset(listed ?? '');
	const shipped = shippedRanges(rendererDir);
	const holds = (ranges: readonly CodeRange[], code: number) =>
		ranges.some(([first, last]) => code >= first && code <= last);
	const sample = '网'.codePointAt(0) ?? 0;
	return {
		areSystemFontsKnown: listed !== null,
		hasSystemChinese: holds(system, sample),
		hasShippedChinese: holds(shipped, sample),
		has: (codePoint) => holds(shipped, codePoint) || holds(system, codePoint),
	};
}
