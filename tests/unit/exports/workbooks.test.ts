// Workbooks of today: cells as texts with all their digits, dates by format, sheets, their layout and faults.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFiles } from '../../../electron/services/sync/find-files.ts';
import { secondsFromWallClock as at } from '../../../shared/domain/shanghai-time.ts';
import { type CellSpec, makeXlsx } from '../../support/make-xlsx.ts';
import { makeZip } from '../../support/make-zip.ts';
import { readTaken, readWholeFile, refusalCode } from '../../support/whole-export.ts';

const HEADER = ['事件编号', '受理时间', '事件来源', '所属网格编码'];
const styled = (style: number, value: number): CellSpec => ({ attributes: `s="${style}"`, inside: `<v>${value}</v>` });
const inline = (text: string): CellSpec => ({ attributes: 't="inlineStr"', inside: `<is><t>${text}</t></is>` });

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

function xlsx(rows: readonly (readonly CellSpec[])[], more: { is1904?: boolean; formats?: string[] } = {}): Buffer {
	return makeXlsx({ sheets: [{ name: '事件', rows }], ...more });
}

describe('cells of an .xlsx', () => {
	test('shared, inline, rich and formula texts; numbers keep their digits', async () => {
		const rich: CellSpec = {
			attributes: 't="inlineStr"',
			inside: '<is><r><t>信</t></r><r><t xml:space="preserve">访</t></r></is>',
		};
		const { plan, events, rejections } = await readTaken(
			xlsx([
				HEADER,
				['A1', '2026-11-20 08:00', '信访', 330102003012],
				[
					inline('A&amp;2'),
					'2026-11-20',
					rich,
					{ attributes: 't="str"', inside: '<f>"330102003013"</f><v>330102003013</v>' },
				],
				[330102003012345, '2026-11-20', '', { attributes: '', inside: '<f>"330102003014"</f>' }],
				[
					'A4',
					'2026-11-20',
					{ attributes: 't="e"', inside: '<v>#N/A</v>' },
					{ attributes: '', inside: '<v>3.30102003012E11</v>' },
				],
			]),
		);
		expect(plan).toMatchObject({ kind: 'xlsx', encoding: null, dataset: 'event' });
		expect(rejections).toEqual([]);
		expect(
			events.map(({ rowNo, eventId, source, place }) => [rowNo, eventId, source, place?.split('\u001f')[2]]),
		).toEqual([
			[2, 'A1', '信访', '330102003012'],
			[3, 'A&2', '信访', '330102003013'],
			[4, '330102003012345', null, '330102003014'],
			[5, 'A4', null, '330102003012'],
		]);
	});
	test('codes of more than fifteen digits that became numbers are refused, with their address', async () => {
		const { events, rejections } = await readTaken(
			xlsx([
				HEADER,
				['A1', '2026-11-20', '', { attributes: '', inside: '<v>330102003012001234</v>' }],
				['A2', '2026-11-20', '', '330102003012001234'],
			]),
		);
		expect(events.map(({ eventId, place }) => [eventId, place?.split('\u001f')[2]])).toEqual([
			['A2', '330102003012001234'],
		]);
		expect(rejections).toMatchObject([{ code: 'E_SCI', cell: 'D2', column: '所属网格编码', rowNo: 2 }]);
	});
	test('dates by format in either date system, serials without a format, padded codes', async () => {
		const formats = ['yyyy"年"m"月"d"日" h:mm', 'm/d/yy', '000000', '[h]:mm', '0.00_);[Red]\\(0.00\\)'];
		const rows = (serial: number): CellSpec[][] => [
			HEADER,
			[styled(3, 17), styled(1, serial + 0.604166666666), '信访'],
			['A2', styled(2, serial), '信访'],
		];
		const { events } = await readTaken(
			xlsx([...rows(46349), ['A3', 46349.6041666667, '信访'], ['A4', styled(5, 46349), '']], { formats }),
		);
		expect(events.map(({ eventId, acceptedAt }) => [eventId, acceptedAt])).toEqual([
			['000017', at(2026, 11, 23, 14, 30)],
			['A2', at(2026, 11, 23)],
			['A3', at(2026, 11, 23, 14, 30)],
			['A4', at(2026, 11, 23)],
		]);
		const old = await readTaken(xlsx(rows(46349 - 1462), { formats, is1904: true }));
		expect(old.events.map(({ acceptedAt }) => acceptedAt)).toEqual([at(2026, 11, 23, 14, 30), at(2026, 11, 23)]);
	});
	test('formulas without a saved result are blank and said so', async () => {
		const { events, summary } = await readTaken(
			xlsx([HEADER, ['A1', '2026-11-20', { attributes: '', inside: '<f>VLOOKUP(A1,X:Y,2)</f>' }]]),
		);
		expect(events[0]?.source).toBeNull();
		expect(summary.findings).toContainEqual({ code: 'W_FORMULA', count: 1, params: {} });
	});
	test('rows hidden by a filter are rows', async () => {
		const rows = [HEADER, ['A1', '2026-11-20'], ['A2', '2026-11-20']];
		const { events } = await readTaken(makeXlsx({ sheets: [{ name: 'x', rows, hiddenRows: [2] }] }));
		expect(events.map(({ eventId }) => eventId)).toEqual(['A1', 'A2']);
	});
	test('cells without an address, prefixed elements, far columns', async () => {
		const sheet = `<x:worksheet xmlns:x="y"><x:sheetData><x:row>${HEADER.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join('')}</x:row><x:row r="5"><x:c r="A5" t="str"><x:v>A1</x:v></x:c><x:c t="str"><x:v>2026-11-20</x:v></x:c><x:c r="XFD5"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
		const bytes = makeZip([
			{ name: '[Content_Types].xml', content: '<Types/>' },
			{
				name: 'xl/workbook.xml',
				content: '<x:workbook xmlns:x="y"><x:sheets><x:sheet name="1" r:id="r1"/></x:sheets></x:workbook>',
			},
			{
				name: 'xl/_rels/workbook.xml.rels',
				content: '<Relationships><Relationship Id="r1" Target="/xl/s.xml"/></Relationships>',
			},
			{ name: 'xl/s.xml', content: sheet },
		]);
		expect((await readTaken(bytes)).events.map(({ eventId, rowNo }) => [eventId, rowNo])).toEqual([['A1', 5]]);
	});
});

describe('layout', () => {
	const WIDE = 'L区2026年10月网格基本情况统计表';
	const rows: CellSpec[][] = [
		[WIDE],
		['填报单位：L区综治中心', null, null, '统计时间：2026-10-01至2026-10-31'],
		['所属镇街', '网格信息', null, null, '基本情况', null, null],
		[null, '网格', null, '类型', '户数', '人口', null],
		[null, '网格编码', '网格名称', null, null, '常住人口', '流动人口'],
		['东街道', '330102001001', '东一网格', '基础网格', 300, 900, 12],
		[null, '330102001002', '东二网格', '基础网格', 310, 800, 10],
		['小计', null, null, null, 610, 1700, 22],
		[],
		['西街道', '330102002001', '西一网格', '基础网格', 100, 300, 5],
		[null, '330102002002', '西二网格', '基础网格', 200, 500, 6],
		['小 计', null, null, null, 300, 800, 12],
		['合计', null, null, null, 910, 2500, 33],
		['制表人：王某', null, null, '审核人：李某', null, '制表日期：2026-11-01'],
		['注：户数按公安口径'],
	];
	const merges = ['A1:G1', 'A2:C2', 'A3:A5', 'B3:D3', 'E3:G3', 'B4:C4', 'D4:D5', 'E4:E5', 'F4:G4', 'A6:A7', 'A10:A11'];
	const bytes = makeXlsx({ sheets: [{ name: '表', rows, merges }] });

	test('titles, three header rows, merged towns, subtotals, footers', async () => {
		const { plan, areas, rejections } = await readTaken(bytes);
		expect(plan).toMatchObject({ dataset: 'grid', asOfHintS: at(2026, 10, 31, 23, 59, 59) });
		expect(rejections).toEqual([]);
		expect(
			areas.map(({ code, parentCode, households, popFloating }) => [code, parentCode, households, popFloating]),
		).toEqual([
			['330102001001', 'name:东街道', 300, 12],
			['330102001002', 'name:东街道', 310, 10],
			['330102002001', 'name:西街道', 100, 5],
			['330102002002', 'name:西街道', 200, 6],
		]);
	});
	test('the totals of the sheet are compared with its rows', async () => {
		const { summary } = await readTaken(bytes);
		expect(summary.controlTotals.map(({ label, column, stated, counted }) => [label, column, stated, counted])).toEqual(
			[
				['小计', '户数', 610, 610],
				['小计', '常住人口', 1700, 1700],
				['小计', '流动人口', 22, 22],
				['小计', '户数', 300, 300],
				['小计', '常住人口', 800, 800],
				['小计', '流动人口', 12, 11],
				['合计', '户数', 910, 910],
				['合计', '常住人口', 2500, 2500],
				['合计', '流动人口', 33, 33],
			],
		);
		expect(summary.findings).toContainEqual({ code: 'W_TOTALS', count: 1, params: { places: '小计 流动人口 12≠11' } });
	});
	test('a repeated header and blank rows are no records', async () => {
		const { events, rejections } = await readTaken(
			xlsx([HEADER, ['A1', '2026-11-20'], [], HEADER, ['A2', '2026-11-21'], ['合计', 2]]),
		);
		expect(events.map(({ eventId }) => eventId)).toEqual(['A1', 'A2']);
		expect(rejections).toEqual([]);
	});
});

describe('several tables', () => {
	const events = [HEADER, ['A1', '2026-11-20', '信访', '330102001001']];
	const grids = [
		['网格编码', '网格名称', '网格类型'],
		['330102001001', '东一网格', '基础网格'],
	];

	async function found(bytes: Uint8Array): Promise<string[][]> {
		const path = join(folder, 'many.xlsx');
		await writeFile(path, bytes);
		const files = await findFiles([{ path, fileName: 'many.xlsx', isTemporary: false }]);
		return Promise.all(
			files.map(async (file) => {
				const whole = await readWholeFile(path, file.fileName, { part: file.part });
				if ('outcome' in whole) return [file.fileName, whole.code];
				expect(whole.rejections).toEqual([]);
				return [file.fileName, ...whole.events.map(({ eventId }) => eventId), ...whole.areas.map(({ code }) => code)];
			}),
		);
	}

	test('each sheet is an export; a dictionary and a hidden sheet are not', async () => {
		const bytes = makeXlsx({
			sheets: [
				{ name: '事件', rows: events },
				{
					name: '字典',
					rows: [
						['值', '含义'],
						['1', '是'],
						['2', '否'],
					],
				},
				{ name: '旧', rows: events, isHidden: true },
				{ name: '网格', rows: grids },
			],
		});
		expect(await found(bytes)).toEqual([
			['many.xlsx › 事件', 'A1'],
			['many.xlsx › 字典', 'E_NO_EXPORT'],
			['many.xlsx › 网格', '330102001001'],
		]);
	});
	test('two tables and a dictionary on one sheet', async () => {
		const rows = [['一、事件'], ...events, [], ['二、网格'], ...grids];
		expect(await found(makeXlsx({ sheets: [{ name: '表', rows }] }))).toEqual([
			['many.xlsx › 表', 'A1'],
			['many.xlsx › 表', '330102001001'],
		]);
	});
	test('one table is the file itself', async () => {
		expect(await found(makeXlsx({ sheets: [{ name: '表', rows: events }] }))).toEqual([['many.xlsx', 'A1']]);
	});
});

describe('faults of an .xlsx', () => {
	const good = xlsx([HEADER, ['A1', '2026-11-20']]);
	test('cut, without its sheets, with a sheet cut inside', async () => {
		expect(await refusalCode(good.subarray(0, -40))).toBe('E_ZIP_DAMAGED');
		expect(await refusalCode(makeZip([{ name: '[Content_Types].xml', content: '<Types/>' }]))).toBe(
			'E_WORKBOOK_DAMAGED',
		);
		const cut = makeZip([
			{ name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="1" r:id="r1"/></sheets></workbook>' },
			{ name: 'xl/_rels/workbook.xml.rels', content: '<R><Relationship Id="r1" Target="s.xml"/></R>' },
			{
				name: 'xl/s.xml',
				content: '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>事件编号</t></is></c><c',
			},
		]);
		expect(await refusalCode(cut)).toBe('E_WORKBOOK_DAMAGED');
	});
	test('drawings and databases are refused by name', async () => {
		expect(await refusalCode(Buffer.from('AC1032\0\0\0drawing'))).toBe('E_DWG');
		expect(await refusalCode(Buffer.from('SQLite format 3\0more'))).toBe('E_DATABASE');
		const path = join(folder, 'gdb.zip');
		await writeFile(
			path,
			makeZip([
				{ name: 'x.gdb/a01.gdbtable', content: '\u0003\0\0' },
				{ name: 'x.gdb/a01.gdbtablx', content: 'x' },
				{ name: 'x.gdb/a02.gdbtable', content: 'x' },
			]),
		);
		const files = await findFiles([{ path, fileName: 'gdb.zip', isTemporary: false }]);
		const codes = await Promise.all(files.map(async (file) => readWholeFile(path, file.fileName, { part: file.part })));
		expect(codes.map((whole) => ('outcome' in whole ? whole.code : null))).toEqual(['E_DATABASE']);
	});
});
