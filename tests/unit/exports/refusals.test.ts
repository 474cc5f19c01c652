// Files that cannot be taken: each with its own code and a sentence in both languages, never an exception.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openExport } from '../../../electron/services/exports/open-export.ts';
import { readExport } from '../../../electron/services/exports/read-export.ts';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { formatImportMessage, IMPORT_MESSAGE_CODES } from '../../../shared/domain/import-messages.ts';
import { refusalCode } from '../../support/whole-export.ts';

const HEADER = '事件编号,受理时间,事件来源';
const GOOD = `${HEADER}\nA1,2026-11-20,信访\n`;
const utf16 = Buffer.from(`\ufeff${GOOD}`, 'utf16le');
const many = Array.from({ length: 30 }, (_, index) => `A${index},2026-11-20,网格员巡查`).join('\n');

describe('refusals', () => {
	test.each<[string, string | Uint8Array, string]>([
		['an empty file', '', 'E_EMPTY'],
		['blank text', ' \n\n', 'E_EMPTY'],
		['bytes of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3]), 'E_BINARY'],
		[
			'a compound file without a workbook',
			Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
			'E_BINARY',
		],
		[
			'a zip that was cut off',
			Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('[Content_Types].xml')]),
			'E_ZIP_DAMAGED',
		],
		['a web page', '<!DOCTYPE html><html><body>登录</body></html>', 'E_HTML'],
		['UTF-16 of another script', Buffer.from(`\ufeffid,имя\n1,${'слово'.repeat(9)}\n`, 'utf16le'), 'E_ENCODING'],
		['UTF-16 cut inside a character', utf16.subarray(0, -3), 'E_TRUNCATED'],
		['Latin letters of another code page', Buffer.from(`id,name\n1,caf\xe9\n2,\xfc\xff\n`, 'latin1'), 'E_ENCODING'],
		['text garbled before it was saved', `${HEADER}\nA1,2026-11-20,锟斤拷锟斤拷\n`, 'E_MOJIBAKE'],
		['text garbled before it was saved, in GB18030', encodeGb18030(`${HEADER}\nA1,2026-11-20,锟斤拷\n`), 'E_MOJIBAKE'],
		[
			'UTF-8 with broken bytes',
			Buffer.concat([Buffer.from(`${HEADER}\n${many}\n`), Buffer.from([0xe6, 0x2c, 0xff, 0x0a])]),
			'E_MIXED_ENCODING',
		],
		['other headers', 'a,b,c\n1,2,3\n', 'E_NO_EXPORT'],
		['one column', 'abc\ndef\n', 'E_NO_EXPORT'],
		['no id column', '受理时间,事件来源,事件状态\n2026-11-20,信访,已结案\n', 'E_COLUMNS'],
		['no time column', '事件编号,事件来源,事件状态\nA1,信访,已结案\n', 'E_COLUMNS'],
		['a header alone', `${HEADER}\n`, 'E_NO_ROWS'],
		['cut inside a quoted cell', `${HEADER}\nA1,2026-11-20,"信`, 'E_TRUNCATED'],
		['cut inside a row', `${HEADER}\nA1,2026-11-20,信访\nA2,2026-1`, 'E_TRUNCATED'],
		['cut inside a character', Buffer.from(`${HEADER}\nA1,2026-11-20,信访`).subarray(0, -1), 'E_TRUNCATED'],
		[
			'cut inside a character, in GB18030',
			encodeGb18030(`${HEADER}\nA1,2026-11-20,信访`).subarray(0, -1),
			'E_TRUNCATED',
		],
		['a list of names', '名称,类型,备注\n甲,乙,丙\n', 'E_NO_EXPORT'],
		['broken JSON', '[{"event_id":"A1","reported_at":"2026-11-20"},{bad}]', 'E_JSON'],
		[
			'JSON cut off',
			'[{"event_id":"A1","reported_at":"2026-11-20","source":"04"},{"event_id":"A2","rep',
			'E_TRUNCATED',
		],
		['JSON cut before its end', '{"data":[{"event_id":"A1","reported_at":"2026-11-20","source":"04"}]', 'E_TRUNCATED'],
		[
			'JSON cut after an inner list',
			'[{"event_id":"A1","reported_at":"2026-11-20","source":"04","x":[1]',
			'E_TRUNCATED',
		],
		['NDJSON cut off', '{"event_id":"A1","reported_at":"2026-11-20","source":"04"}\n{"event_id":"A', 'E_TRUNCATED'],
		['a JSON object without records', '{"a":1}', 'E_NO_EXPORT'],
		['a JSON text', '["a"]', 'E_NO_EXPORT'],
	])('%s', async (_name, content, code) => {
		expect(await refusalCode(content)).toBe(code);
	});

	test('a good file is not refused', async () => {
		expect(await refusalCode(GOOD)).toBeNull();
		expect(await refusalCode(`\ufeff${GOOD}`)).toBeNull();
		expect(await refusalCode(GOOD.trimEnd())).toBeNull();
		expect(await refusalCode(encodeGb18030(GOOD))).toBeNull();
	});

	test('a quote that nobody closes does not swallow a large file', async () => {
		const rows = Array.from({ length: 900_000 }, (_, index) => `A${index},2026-11-20,信访`).join('\n');
		expect(await refusalCode(`${HEADER}\nA,2026-11-20,"信访\n${rows}\n`)).toBe('E_OPEN_QUOTE');
	});
});

describe('paths', () => {
	test('a missing column is named as people know it', async () => {
		const path = join(folder, 'missing.csv');
		await writeFile(path, '受理时间,事件来源,事件状态\n2026-11-20,信访,已结案\n');
		const refusal = await openExport(path, 'missing.csv');
		expect(refusal).toMatchObject({ code: 'E_COLUMNS', dataset: 'event', params: { missing: '事件编号(event_id)' } });
	});

	test('a file exchanged between opening and reading is not taken', async () => {
		const path = join(folder, 'exchanged.csv');
		await writeFile(path, GOOD);
		const plan = await openExport(path, 'exchanged.csv');
		if ('outcome' in plan) throw new Error(plan.code);
		await writeFile(path, `${GOOD}A2,2026-11-20,信访\n`);
		const blocks = readExport(plan, { profile: null, plausibleBox: null });
		let next = await blocks.next();
		while (!next.done) next = await blocks.next();
		expect(next.value.refusal?.code).toBe('E_CHANGED');
	});

	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'export-'));
	});
	afterAll(() => rm(folder, { recursive: true }));

	test('a folder, a missing file', async () => {
		expect(await openExport(folder, 'x')).toMatchObject({ code: 'E_NOT_A_FILE', outcome: 'refused' });
		expect(await openExport(join(folder, 'nothing.csv'), 'x')).toMatchObject({ code: 'E_MISSING', outcome: 'refused' });
	});

	test('the name says nothing about the kind', async () => {
		const path = join(folder, 'events.xlsx');
		await writeFile(path, GOOD);
		expect(await openExport(path, 'events.xlsx')).toMatchObject({ kind: 'csv', dataset: 'event' });
	});
});

describe('messages', () => {
	test('every code that exports/ can give has words in both languages', async () => {
		const folder = new URL('../../../electron/services/exports/', import.meta.url);
		const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
		const text = (await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
		const used = new Set(text.match(/'[EW]_[A-Z0-9_]+'/g)?.map((code) => code.slice(1, -1)));
		expect([...used].filter((code) => !(IMPORT_MESSAGE_CODES as string[]).includes(code))).toEqual([]);
		for (const code of IMPORT_MESSAGE_CODES) {
			const zh = formatImportMessage(
				code,
				{
					row: 7,
					count: 3,
					columns: 'x',
					words: 'y',
					names: 'z',
					rows: 9,
					distinct: 2,
					missing: 'm',
					places: 'p',
					system: 's',
					profile: 'f',
					wanted: 'w',
				},
				'zh',
			);
			const en = formatImportMessage(
				code,
				{
					row: 7,
					count: 3,
					columns: 'x',
					words: 'y',
					names: 'z',
					rows: 9,
					distinct: 2,
					missing: 'm',
					places: 'p',
					system: 's',
					profile: 'f',
					wanted: 'w',
				},
				'en',
			);
			expect(zh.text).toMatch(/[\u4e00-\u9fff].*。$/);
			expect(en.text).toMatch(/^[A-Z{0-9].*[.:].*$|^[A-Z{0-9].*\.$/);
			expect(zh.text + en.text).not.toMatch(/[{}]|—$/);
		}
	});
	test('gaps are filled, unknown codes stay visible', () => {
		expect(formatImportMessage('E_TRUNCATED', { row: 12 }, 'zh').text).toContain('第 12 行');
		expect(formatImportMessage('E_WHATEVER', {}, 'en')).toEqual({ text: 'E_WHATEVER', fix: '' });
	});
});
