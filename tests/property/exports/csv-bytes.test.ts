// Bytes against text: the scanner and the readers from bytes give what a plain reading of the same text gives, for any
// cells, quoting, delimiter and encoding, however the bytes are cut into chunks.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../../electron/services/exports/csv-scanner.ts';
import { splitCsv } from '../../../electron/services/exports/csv-text.ts';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { readTaken } from '../../support/whole-export.ts';

const anyCell = fc.oneof(
	fc.string({
		unit: fc.constantFrom('a', '1', '"', ',', ';', '|', '\n', '\r', ' ', '城', '㙦', '𡎚', '獆', '　', "'", '=', '-'),
		maxLength: 12,
	}),
	fc.constantFrom('', '"', '""', 'a"b', '\r\n', '2026-11-20', '-'),
);
const encode = (text: string, encoding: string): Uint8Array =>
	encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(text);
const quote = (cell: string, delimiter: string, always: boolean): string =>
	always || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

function scanInChunks(
	bytes: Uint8Array,
	columns: number,
	delimiter: string,
	cuts: readonly number[],
	encoding: string,
): string[][] {
	const decoder = new TextDecoder(encoding);
	const scanner = new CsvScanner({
		delimiter: delimiter.charCodeAt(0),
		slotOfColumn: Int32Array.from({ length: columns }, (_, index) => index),
		slotCount: columns,
		skipRows: 0,
		decode: (buffer, start, end) => decoder.decode(buffer.subarray(start, end)),
	});
	const rows: string[][] = [];
	const drain = (): void => {
		for (let batch = scanner.next(); batch !== null; batch = scanner.next()) {
			for (let row = 0; row < batch.rowCount; row++)
				rows.push(Array.from({ length: columns }, (_, slot) => (batch as NonNullable<typeof batch>).text(row, slot)));
		}
	};
	let start = 0;
	for (const cut of [...cuts, bytes.length]) {
		const end = Math.min(bytes.length, Math.max(start, cut));
		scanner.append(bytes.subarray(start, end));
		drain();
		start = end;
	}
	scanner.finish();
	drain();
	return rows;
}

describe('CsvScanner', () => {
	test('well-formed CSV, cut anywhere', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 1, maxLength: 8 }),
				fc.constantFrom(',', ';', '\t'),
				fc.constantFrom('\n', '\r\n', '\r'),
				fc.constantFrom('utf-8', 'gb18030'),
				fc.boolean(),
				fc.array(fc.nat(300), { maxLength: 6 }),
				(cells, delimiter, lineEnd, encoding, always, cuts) => {
					// A first cell that is not blank: a line of nothing is no row.
					const rows = cells.map(([first, ...rest]) => [`x${first}`, ...rest]);
					const text = rows
						.map((row) => row.map((cell) => quote(cell, delimiter, always)).join(delimiter))
						.join(lineEnd);
					const sorted = [...cuts].sort((a, b) => a - b);
					expect(scanInChunks(encode(text, encoding), 3, delimiter, sorted, encoding)).toEqual(rows);
				},
			),
			{ numRuns: 250 },
		);
	});

	test('any text gives the same rows however it is cut, and those of the plain splitter where it is well-formed', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '城'), maxLength: 60 }),
				fc.array(fc.nat(200), { maxLength: 8 }),
				(text, cuts) => {
					const bytes = Buffer.from(text);
					const sorted = [...cuts].sort((a, b) => a - b);
					const whole = scanInChunks(bytes, 3, ',', [], 'utf-8');
					expect(scanInChunks(bytes, 3, ',', sorted, 'utf-8')).toEqual(whole);
					if (text.includes('"')) return;
					const plain = splitCsv(text, ',').filter((row) => row.length > 1 || row[0] !== '');
					expect(whole.length).toBeLessThanOrEqual(plain.length);
					for (const [index, row] of whole.entries())
						expect(row).toEqual([0, 1, 2].map((column) => plain[index]?.[column] ?? ''));
				},
			),
			{ numRuns: 250 },
		);
	});
});

const dateCell = fc.oneof(
	fc
		.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
		.chain((date) => {
			const [y, mo, d, h, mi, s] = [
				date.getUTCFullYear(),
				date.getUTCMonth() + 1,
				date.getUTCDate(),
				date.getUTCHours(),
				date.getUTCMinutes(),
				date.getUTCSeconds(),
			];
			const two = (value: number): string => String(value).padStart(2, '0');
			return fc.constantFrom(
				`${y}-${two(mo)}-${two(d)} ${two(h)}:${two(mi)}:${two(s)}`,
				`${y}/${mo}/${d} ${h}:${two(mi)}`,
				`${y}.${mo}.${d}`,
				`${y}-${two(mo)}-${two(d)}T${two(h)}:${two(mi)}:${two(s)}`,
				`${y}年${mo}月${d}日`,
				`${y}${two(mo)}${two(d)}`,
				date.toISOString(),
				String(date.getTime()),
			);
		}),
	fc.constantFrom(
		'',
		'-',
		'2026-02-30',
		'2026-11-20 24:00:00',
		'2026-11-2',
		'2026-11-20 7',
		' 2026-11-20',
		'2026-11-20 ',
		'9999-12-31',
		'NULL',
		'2026-11-20 14:30:60',
	),
	fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '-', '/', ':', ' ', '.'), maxLength: 19 }),
);
const numberCell = fc.oneof(
	fc.double({ min: -180, max: 180, noNaN: true }).map(String),
	fc.constantFrom('', '0', '-', '1e5', '１２０．５', '120.15', '.5', '5.', '--1', '1.2.3', '99999999999999999999'),
);
const wordCell = fc.oneof(
	fc.constantFrom(
		'城东街道',
		' 城东街道',
		'城 东街道',
		'㙦镇',
		'NULL',
		'-',
		'',
		'已办结(超期)',
		'是',
		'否',
		'第3网格',
		'3.30102E+11',
	),
	anyCell,
);
const idCell = fc.oneof(
	fc.string({ unit: fc.constantFrom('A', '0', '9', '-', '_', ' ', '.', '城'), minLength: 1, maxLength: 10 }),
	fc.constantFrom('null', 'NAN1', '12.0', "'001", '3.3E+11', ''),
);

describe('event readers', () => {
	test('a CSV from bytes and the same cells as JSON texts give the same events and rejections', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.tuple(
						idCell,
						dateCell,
						dateCell,
						dateCell,
						numberCell,
						numberCell,
						wordCell,
						wordCell,
						wordCell,
						wordCell,
					),
					{ minLength: 1, maxLength: 12 },
				),
				fc.constantFrom('utf-8', 'gb18030'),
				fc.boolean(),
				async (rows, encoding, always) => {
					const headers = [
						'event_id',
						'reported_at',
						'closed_at',
						'due_at',
						'lng',
						'lat',
						'town_name',
						'grid_code',
						'status',
						'is_self_closed',
					];
					// One row that is surely text of this encoding and surely kept.
					const all: string[][] = [
						...rows.map((row) => [...row]),
						['Z1', '2026-11-20', '', '', '', '', '垟村', '', '', ''],
					];
					const text = [headers, ...all].map((row) => row.map((cell) => quote(cell, ',', always)).join(',')).join('\n');
					const fromBytes = await readTaken(encode(`${text}\n`, encoding));
					const fromTexts = await readTaken(
						JSON.stringify(all.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index]])))),
					);
					const comparable = ({ events, rejections }: typeof fromBytes): unknown => ({
						events: events.map(({ rowNo: _, ...event }) => event),
						rejections: rejections.map(({ code, column, cells }) => ({ code, column, cells })),
					});
					expect(comparable(fromBytes)).toEqual(comparable(fromTexts));
				},
			),
			{ numRuns: 60 },
		);
	});
});
