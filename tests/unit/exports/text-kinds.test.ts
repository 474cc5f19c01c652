// UTF-16 with and without a byte order mark, in both orders; JSON objects one after another.

import { describe, expect, test } from 'vitest';
import { readTaken, refusalCode } from '../../support/whole-export.ts';

const CSV = '事件编号\t受理时间\t事件来源\tX\n3301\t2026-11-20 08:00:00\t信访\t"㙦\t𡎚"\n3302\t2026/11/21\t巡查\t\n';
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('UTF-16', () => {
	test.each<[string, Buffer, string]>([
		['little endian with a mark', Buffer.from(`\ufeff${CSV}`, 'utf16le'), 'utf-16le'],
		['little endian without', Buffer.from(CSV, 'utf16le'), 'utf-16le'],
		['big endian with a mark', swapped(`\ufeff${CSV}`), 'utf-16be'],
		['big endian without', swapped(CSV), 'utf-16be'],
	])('%s', async (_name, bytes, encoding) => {
		const { plan, events } = await readTaken(bytes);
		expect(plan).toMatchObject({ encoding, kind: 'csv', dataset: 'event' });
		expect(events.map(({ eventId, source, rowNo }) => [eventId, source, rowNo])).toEqual([
			['3301', '信访', 2],
			['3302', '巡查', 3],
		]);
	});
	test('more than one chunk, characters across its border', async () => {
		const rows = Array.from({ length: 60_000 }, (_, index) => `N${index}\t2026-11-20\t𡎚信访${index % 7}`);
		const { events } = await readTaken(Buffer.from(`事件编号\t受理时间\t事件来源\n${rows.join('\n')}\n`, 'utf16le'));
		expect(events.length).toBe(60_000);
		expect(new Set(events.map(({ source }) => source)).size).toBe(7);
		expect(events.every(({ source }) => /^𡎚信访\d$/.test(source ?? ''))).toBe(true);
	});
	test('JSON', async () => {
		const json = '[{"event_id":"A1","reported_at":"2026-11-20","source":"信访"}]';
		expect((await readTaken(Buffer.from(json, 'utf16le'))).events[0]).toMatchObject({ eventId: 'A1', source: '信访' });
	});
	test('a lone half of a pair spoils its row only', async () => {
		const bytes = Buffer.from(`\ufeff${CSV}`, 'utf16le');
		const at = bytes.indexOf(Buffer.from('巡', 'utf16le'));
		bytes.writeUInt16LE(0xd800, at);
		expect(await refusalCode(bytes)).toBe('E_ENCODING');
	});
});

describe('NDJSON', () => {
	const record = (id: string): string => `{"event_id":"${id}","reported_at":"2026-11-20","source":"04"}`;
	test('one object a line', async () => {
		const { plan, events } = await readTaken(`${record('A1')}\r\n${record('A2')}\n\n${record('A3')}`);
		expect(plan.kind).toBe('ndjson');
		expect(events.map(({ eventId, rowNo }) => [eventId, rowNo])).toEqual([
			['A1', 1],
			['A2', 2],
			['A3', 3],
		]);
	});
	test('with a mark, and long numbers keep their digits', async () => {
		const { events } = await readTaken(
			`\ufeff${record('A1').replace('"A1"', '330102003012001234')}\n${record('A2')}\n`,
		);
		expect(events.map(({ eventId }) => eventId)).toEqual(['330102003012001234', 'A2']);
	});
	test('features one after another are GeoJSON', async () => {
		const feature = (code: string): string =>
			`{"type":"Feature","properties":{"grid_code":"${code}","grid_name":"东${code}"},"geometry":{"type":"Polygon","coordinates":[[[120,30],[120.1,30],[120.1,30.1],[120,30]]]}}`;
		const { plan, areas } = await readTaken(`\u001e${feature('1')}\n\u001e${feature('2')}\n`);
		expect(plan).toMatchObject({ kind: 'geojson', dataset: 'grid' });
		expect(areas.map(({ code, geometry }) => [code, geometry !== null])).toEqual([
			['1', true],
			['2', true],
		]);
	});
	test('broken and cut', async () => {
		expect(await refusalCode(`${record('A1')}\n${record('A2')}\n${record('A3').slice(0, 20)}`)).toBe('E_TRUNCATED');
		expect(await refusalCode(`${record('A1')}\n${record('A2')}\nnonsense\n`)).toBe('E_JSON');
		expect(await refusalCode(`${record('A1')}\n${record('A2')}\n{bad}\n`)).toBe('E_JSON');
	});
});
