// Zip archives: their members are exports like the files of a folder; damaged and hostile ones are refused by name.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal, openExport } from '../../../electron/services/exports/open-export.ts';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { findFiles, orderFiles, type RunFile } from '../../../electron/services/sync/find-files.ts';
import { makeZip, type ZipMember } from '../../support/make-zip.ts';
import { readWholeFile, refusalCode, type WholeExport } from '../../support/whole-export.ts';

const EVENTS = '事件编号,受理时间,事件来源\nA1,2026-11-20,信访\nA2,2026-11-21,信访\n';
const GRIDS = '网格编码,网格名称,网格类型\n330102001001,东一网格,基础网格\n';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
async function save(bytes: Uint8Array): Promise<string> {
	count += 1;
	const path = join(folder, `${count}.zip`);
	await writeFile(path, bytes);
	return path;
}

async function find(members: readonly ZipMember[]): Promise<RunFile[]> {
	return findFiles([{ path: await save(makeZip(members)), fileName: '导出20261123.zip', isTemporary: false }]);
}

async function read(file: RunFile): Promise<WholeExport> {
	const whole = await readWholeFile(file.path, file.fileName, { part: file.part });
	if ('outcome' in whole) throw new Error(whole.code);
	return whole;
}

/** Codes of the refusals at opening or at the end. */
async function codes(files: readonly RunFile[]): Promise<(string | null)[]> {
	return Promise.all(
		files.map(async (file) => {
			const whole = await readWholeFile(file.path, file.fileName, { part: file.part });
			return 'outcome' in whole ? whole.code : (whole.summary.refusal?.code ?? null);
		}),
	);
}

describe('members', () => {
	test('names in GBK without the flag, folders, leftovers and what is no export', async () => {
		const files = await find([
			{ name: encodeGb18030('数据/事件㙦.csv'), content: encodeGb18030(EVENTS) },
			{ name: '网格.csv', content: GRIDS },
			{ name: '__MACOSX/._x', content: 'x' },
			{ name: '~$事件.xlsx', content: 'x' },
			{ name: '说明.txt', content: '请注意\n' },
		]);
		expect(files.map(({ fileName }) => fileName)).toEqual([
			'导出20261123.zip › 事件㙦.csv',
			'导出20261123.zip › 网格.csv',
			'导出20261123.zip › 说明.txt',
		]);
		expect(files.every(({ isInFolder }) => isInFolder)).toBe(true);
		const ordered = await orderFiles(files, exportReader, null);
		expect(ordered.map(({ fileName }) => fileName.split(' › ')[1])).toEqual(['网格.csv', '事件㙦.csv', '说明.txt']);
		const { plan, summary, events } = await read(files[0] as RunFile);
		expect(events.map(({ eventId, source }) => [eventId, source])).toEqual([
			['A1', '信访'],
			['A2', '信访'],
		]);
		expect(plan).toMatchObject({ encoding: 'gb18030', byteSize: encodeGb18030(EVENTS).length });
		expect(summary.refusal).toBeNull();
		expect(summary.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(await codes(files.slice(2))).toEqual(['E_NO_EXPORT']);
	});
	test('an archive in an archive, one level down', async () => {
		const inner = makeZip([{ name: '事件.csv', content: EVENTS }]);
		const files = await find([{ name: '内.zip', content: inner }]);
		expect(files.map(({ fileName, part }) => [fileName, part.members])).toEqual([
			['导出20261123.zip › 内.zip › 事件.csv', [0, 0]],
		]);
		expect((await read(files[0] as RunFile)).events.length).toBe(2);
		const deep = await find([{ name: 'a.zip', content: makeZip([{ name: 'b.zip', content: inner }]) }]);
		expect(await codes(deep)).toEqual(['E_ZIP_NESTED']);
	});
	test('every text kind is read as it is outside', async () => {
		const utf16 = Buffer.from(`\ufeff${EVENTS}`, 'utf16le');
		const lines = '{"event_id":"B1","reported_at":"2026-11-20","source":"04"}\n';
		const files = await find([
			{ name: 'a.csv', content: utf16 },
			{ name: 'b.ndjson', content: lines + lines.replace('B1', 'B2') },
		]);
		const wholes = await Promise.all(files.map(read));
		expect(wholes.map(({ events }) => events.map(({ eventId }) => eventId))).toEqual([
			['A1', 'A2'],
			['B1', 'B2'],
		]);
	});
});

describe('faults', () => {
	const good = makeZip([{ name: '事件.csv', content: EVENTS.repeat(200) }]);

	test.each<[string, Uint8Array, string]>([
		['cut at its end', good.subarray(0, -30), 'E_ZIP_DAMAGED'],
		['cut in the middle', good.subarray(0, 60), 'E_ZIP_DAMAGED'],
		['empty', makeZip([]), 'E_ZIP'],
		['RAR', Buffer.from('Rar!\u001a\u0007\u0001\u0000 and more'), 'E_ARCHIVE_KIND'],
	])('%s', async (_name, bytes, code) => {
		const files = await findFiles([{ path: await save(bytes), fileName: 'x.zip', isTemporary: false }]);
		expect(await codes(files)).toEqual([code]);
	});
	test('a member whose bytes were damaged is not taken', async () => {
		const spoilt = Buffer.from(good);
		spoilt[60] = (spoilt[60] as number) ^ 0xff;
		const files = await findFiles([{ path: await save(spoilt), fileName: 'x.zip', isTemporary: false }]);
		expect(await codes(files)).toEqual(['E_ZIP_DAMAGED']);
		expect(await codes(await find([{ name: 'a.csv', content: EVENTS, statedSum: 1 }]))).toEqual(['E_ZIP_DAMAGED']);
		expect(await codes(await find([{ name: 'a.csv', content: EVENTS, statedSize: 9 }]))).toEqual(['E_ZIP_DAMAGED']);
	});
	test('a password', async () => {
		expect(await codes(await find([{ name: 'a.csv', content: EVENTS, isEncrypted: true }]))).toEqual(['E_PASSWORD']);
	});
	test('what unpacks to far too much is refused before it is unpacked', async () => {
		const bomb = await find([{ name: 'a.csv', content: Buffer.alloc(64 << 20) }]);
		expect(await codes(bomb)).toEqual(['E_ZIP_BOMB']);
		const stated = await find([{ name: 'a.csv', content: EVENTS, statedSize: 0xfff00000 }]);
		expect(await codes(stated)).toEqual(['E_ZIP_BOMB']);
	});
	test('an archive that is not there any more', async () => {
		const [file] = (await find([{ name: 'a.csv', content: EVENTS }])) as [RunFile];
		const plan = await openExport(file.path, file.fileName, { part: file.part });
		expect(isRefusal(plan)).toBe(false);
		await rm(file.path);
		expect(await openExport(file.path, file.fileName, { part: file.part })).toMatchObject({ code: 'E_MISSING' });
	});
	test('a zip that is opened as one file says so', async () => {
		expect(await refusalCode(good)).toBe('E_ZIP');
	});
});
