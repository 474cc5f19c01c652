// Pure pieces of the command line: tables for the eye, CSV for spreadsheets, fonts, folders, exit codes.

import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../electron/cli/batch-reports.ts';
import { createCliContext } from '../../../electron/cli/cli-context.ts';
import { csvText } from '../../../electron/cli/csv-text.ts';
import { finishRun } from '../../../electron/cli/finish-run.ts';
import { parseCharset, parseUnicodeRanges } from '../../../electron/cli/glyph-coverage.ts';
import { isNewEnough } from '../../../electron/cli/node-runtime.mjs';
import { oneLine, textTable, textWidth } from '../../../electron/cli/text-table.ts';
import { defaultCacheDir } from '../../../electron/services/default-cache-dir.ts';
import type { Services } from '../../../electron/services/services.ts';

describe('tables', () => {
	it('align what takes two cells', () => {
		const rows = [
			{ name: '莲花街道', count: 12 },
			{ name: 'Lianhua', count: null },
		];
		const table = textTable<(typeof rows)[number]>(
			[
				{ title: '镇街', cell: (row) => row.name },
				{ title: 'n', cell: (row) => row.count, isRight: true },
			],
			rows,
		);
		expect(table.split('\n')).toEqual(['镇街       n', '--------  --', '莲花街道  12', 'Lianhua    –']);
	});

	it('measure rare and full-width characters', () => {
		expect(textWidth('a中ａ𠮷')).toBe(7);
		expect(textWidth('e\u0301')).toBe(1);
	});

	it('carry no escape sequence and no bidirectional override from data', () => {
		expect(oneLine('a\u001b[31mb\nc\u202ed')).toBe('a [31mb c d');
	});
});

it('CSV quotes what must be quoted and defuses formulas', () => {
	const rows = [
		{ a: '=1+1', b: -5 },
		{ a: '他说"好",\n', b: null },
		{ a: '@x', b: 0.1 + 0.2 },
	];
	expect(csvText(['a', 'b'], rows)).toBe(`a,b\r\n'=1+1,-5\r\n"他说""好"",\n",\r\n'@x,0.30000000000000004\r\n`);
});

it('finds the folder for application data of each platform', () => {
	expect(defaultCacheDir({}, 'linux', '/home/a')).toBe('/home/a/.local/share/gridhelm');
	expect(defaultCacheDir({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe('/data/gridhelm');
	expect(defaultCacheDir({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/GridHelm');
});

it('reads what fontconfig and style sheets say of characters', () => {
	expect(parseCharset('20-7e a0 4e00-9fff 20000-2a6d6')).toEqual([
		[0x20, 0x7e],
		[0xa0, 0xa0],
		[0x4e00, 0x9fff],
		[0x20000, 0x2a6d6],
	]);
	expect(parseUnicodeRanges('@font-face{unicode-range:U+4e00-4e2f,U+9fa5;src:url(a.woff2)}')).toEqual([
		[0x4e00, 0x4e2f],
		[0x9fa5, 0x9fa5],
	]);
});

it('knows which Node will do', () => {
	expect(['20.20.2', '22.13.9', '22.14.0', '23.0.0', '24.21.0'].map(isNewEnough)).toEqual([
		false,
		false,
		true,
		true,
		true,
	]);
});

describe('exit codes of an import', () => {
	const report = (outcome: 'committed' | 'unchanged' | 'ignored' | 'held' | 'refused' | 'dryRun', quarantined = 0) => ({
		outcome,
		rows: { read: 0, inserted: 0, updated: 0, unchanged: 0, folded: 0, quarantined, vanished: 0 },
	});
	it.each([
		[[report('committed'), report('unchanged'), report('ignored')], 0],
		[[report('committed', 3)], 2],
		[[report('dryRun', 3)], 2],
		[[report('committed', 3), report('held')], 3],
		[[report('refused')], 3],
		[[], 0],
	] as const)('%j', (reports, code) => {
		expect(exitCodeOf(reports)).toBe(code);
	});
});

it('a run that failed ends with the code of its failure', async () => {
	const output = { out: () => {}, err: () => {}, isTerminal: false };
	const context = createCliContext({ argv: [], env: {}, isJson: true, version: '0', output });
	const data = { state: 'failed', failure: '缓存正被占用。', failureCode: 'E_CACHE_LOCKED', reports: [] };
	const services = { dispatch: async () => ({ ok: true, data }), onNotice: () => () => {} } as unknown as Services;
	await expect(finishRun(context, services, 1)).rejects.toMatchObject({ code: 'E_CACHE_LOCKED' });
});
