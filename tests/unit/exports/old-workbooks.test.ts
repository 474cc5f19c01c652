// Workbooks of old kinds: .xls in code page 936, HTML and SpreadsheetML named .xls.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { secondsFromWallClock as at } from '../../../shared/domain/shanghai-time.ts';
import { readTaken, refusalCode } from '../../support/whole-export.ts';

const HEADER = ['事件编号', '受理时间', '事件来源', '所属网格编码'];

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('.xls', () => {
	const rows = [
		[...HEADER],
		['A1', '2026-11-20 08:00:00', '信访', 330102003012],
		['A2', new Date(Date.UTC(2026, 10, 23)), '𡎚', '000003'],
	];
	function xls(): Buffer {
		const sheet = utils.aoa_to_sheet(rows, { cellDates: false, UTC: true });
		const book = { SheetNames: ['事件'], Sheets: { 事件: sheet } };
		return write(book, { bookType: 'biff8', type: 'buffer' });
	}
	test('BIFF8', async () => {
		const { plan, events } = await readTaken(xls());
		expect(plan).toMatchObject({ kind: 'xls', encoding: null });
		expect(
			events.map(({ eventId, acceptedAt, source, place }) => [eventId, acceptedAt, source, place?.split('\u001f')[2]]),
		).toEqual([
			['A1', at(2026, 11, 20, 8), '信访', '330102003012'],
			['A2', at(2026, 11, 23), '𡎚', '000003'],
		]);
	});
	test('cut, locked, WPS and other compound files are refused by name', async () => {
		const whole = xls();
		expect(await refusalCode(whole.subarray(0, 700))).toMatch(/^E_(?:WORKBOOK_DAMAGED|BINARY)$/);
		const locked = Buffer.concat([whole.subarray(0, 512), Buffer.from('EncryptedPackage', 'utf16le')]);
		expect(await refusalCode(locked)).toBe('E_PASSWORD');
		expect(await refusalCode(whole, { fileName: '事件.et' })).toBe('E_ET');
		expect(await refusalCode(whole.subarray(0, 8))).toBe('E_BINARY');
	});
});

describe('markup named .xls', () => {
	const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gb2312"><style>td{}</style></head><body>
<table border=1><tr><td colspan=4>L区事件</td></tr><tr>${HEADER.map((text) => `<th>${text}</th>`).join('')}
<tr><td>A1<td>2026-11-20&nbsp;08:00<td rowspan=2>信访</td><td x:num="330102003012">3.30102E+11</td></tr>
<tr><td>A2</td><td>2026-11-21</td><td>x</td></tr></table></body></html>`;
	test.each<[string, Uint8Array]>([
		['UTF-8', Buffer.from(html)],
		['GBK', encodeGb18030(html)],
		['UTF-16', Buffer.from(`\ufeff${html}`, 'utf16le')],
	])('an HTML table in %s', async (_name, bytes) => {
		const { plan, events } = await readTaken(bytes, { fileName: '事件.xls' });
		expect(plan).toMatchObject({ kind: 'html', dataset: 'event' });
		expect(
			events.map(({ eventId, acceptedAt, source, place }) => [eventId, acceptedAt, source, place?.split('\u001f')[2]]),
		).toEqual([
			['A1', at(2026, 11, 20, 8), '信访', '330102003012'],
			['A2', at(2026, 11, 21), '信访', 'x'],
		]);
	});
	test('a cut page and a login page', async () => {
		expect(await refusalCode(html.slice(0, html.indexOf('</table>')))).toBe('E_TRUNCATED');
		expect(await refusalCode('<html><body><table><tr><td>用户名</td><td>密码</td></tr></table></body></html>')).toBe(
			'E_HTML',
		);
	});
	const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="事件"><Table><Row>${HEADER.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">A1</Data></Cell><Cell><Data ss:Type="DateTime">2026-11-23T14:30:00.000</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">3.30102003012E11</Data></Cell></Row>
</Table></Worksheet></Workbook>`;
	test('SpreadsheetML 2003', async () => {
		const { plan, events } = await readTaken(xml, { fileName: '事件.xls' });
		expect(plan).toMatchObject({ kind: 'spreadsheetml', dataset: 'event', encoding: 'utf-8' });
		expect(events).toMatchObject([{ rowNo: 4, eventId: 'A1', acceptedAt: at(2026, 11, 23, 14, 30), source: null }]);
		expect(events[0]?.place?.split('\u001f')[2]).toBe('330102003012');
		expect(await refusalCode(xml.slice(0, -30))).toBe('E_TRUNCATED');
	});
});
