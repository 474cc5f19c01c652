// The workbook that goes back to the sender: the faulty cell is marked, codes are text, nothing is a formula.

import { read } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainText } from '../../../electron/services/sync/quarantine-book.ts';
import { EVENT_HEADER, eventRow, openDistrict, UNITS } from './district-files.ts';

let district: Awaited<ReturnType<typeof openDistrict>>;
beforeEach(async () => {
	district = await openDistrict();
	await district.importFile('区划.csv', UNITS);
});
afterEach(() => district.close());

test('rows set aside go back as a sheet with the cell that is wrong', async () => {
	await district.importFile('事件_20261020.csv', [
		EVENT_HEADER,
		eventRow('A1', '路灯', '东街道', '05'),
		'=1+2,路灯,西镇,2026-13-45 09:00,2026-13-45 09:10,2026-10-05 17:30,,处置中,,',
	]);
	const book = await district.call('imports.exportQuarantine', {});
	expect(book).toMatchObject({ rows: 1, fileName: '隔离.xlsx' });
	const { SheetNames, Sheets } = read(Buffer.from(book.base64, 'base64'), { cellStyles: true, cellFormula: true });
	expect(SheetNames).toEqual(['事件_20261020.csv']);
	const sheet = Sheets[SheetNames[0] ?? ''];
	expect([sheet?.A2?.v, sheet?.B2?.v, sheet?.C2?.v]).toEqual([3, 'D3', '上报时间']);
	const header = ['F', 'G', 'H', 'I', 'J'].find((column) => sheet?.[`${column}1`]?.v === '上报时间');
	expect(sheet?.[`${header}2`]).toMatchObject({ v: '2026-13-45 09:00', t: 's' });
	expect(sheet?.[`${header}2`]?.s?.fgColor?.rgb).toBe('F8D7DA');
	const texts = Object.entries(sheet ?? {}).filter(([address]) => /^[A-Z]+\d+$/.test(address));
	expect(texts.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
	expect(texts.map(([, cell]) => String(cell.v)).filter((text) => text.startsWith('='))).toEqual([]);
});

test('what a spreadsheet would compute is text', () => {
	expect(['=1+1', '+86', '-3', '@x', '\tx', '330102', '路灯'].map(plainText)).toEqual([
		"'=1+1",
		"'+86",
		"'-3",
		"'@x",
		"'\tx",
		'330102',
		'路灯',
	]);
});
