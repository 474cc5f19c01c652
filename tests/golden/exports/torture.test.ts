// The public torture sets: every file ends as a refusal or as rows; CSV cells come out as the sets say they must.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../../electron/services/exports/csv-scanner.ts';
import { splitCsv } from '../../../electron/services/exports/csv-text.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const hasData = existsSync(DATA);
if (!hasData) console.log(`skipped: torture sets are read from ${DATA}, which is not there`);
const files = (pattern: string): string[] => (hasData ? globSync(join(DATA, pattern)) : ['none']);

/** All cells of a CSV as the scanner finds them. */
function scan(bytes: Buffer): { header: string[]; rows: string[][]; faults: number } {
	const [header = []] = splitCsv(bytes.toString('utf8').replace(/^\ufeff/, ''), ',');
	const scanner = new CsvScanner({
		delimiter: 0x2c,
		slotOfColumn: Int32Array.from(header, (_, index) => index),
		slotCount: header.length,
		skipRows: 1,
		decode: (buffer, start, end) => buffer.toString('utf8', start, end),
	});
	scanner.append(bytes);
	scanner.finish();
	const rows: string[][] = [];
	let faults = scanner.isCut ? 1 : 0;
	for (let batch = scanner.next(); batch !== null; batch = scanner.next()) {
		for (let row = 0; row < batch.rowCount; row++) {
			rows.push(header.map((_, slot) => batch.text(row, slot)));
			faults += batch.rowFault[row] === 0 ? 0 : 1;
		}
	}
	return { header, rows, faults: faults + (scanner.isCut ? 1 : 0) };
}

describe.skipIf(!hasData)('csv-spectrum', () => {
	test.each(files('torture/csv-spectrum/csvs/*.csv'))('%s', (path) => {
		const expected = JSON.parse(
			readFileSync(path.replace('/csvs/', '/json/').replace('.csv', '.json'), 'utf8'),
		) as unknown;
		const records = (Array.isArray(expected) ? expected : [expected]) as Record<string, string>[];
		const { rows, faults } = scan(readFileSync(path));
		expect(faults).toBe(0);
		// In one file of the set the telephone number of the expectation is another than in the CSV.
		const from = basename(path) === 'location_coordinates.csv' ? 1 : 0;
		expect(rows.map((row) => row.slice(from))).toEqual(
			// As stored here, newlines_crlf.csv has LF alone.
			records.map((record) =>
				Object.values(record)
					.slice(from)
					.map((cell) => cell.replaceAll('\r\n', '\n')),
			),
		);
	});
});

/** Files that the set calls bad, with what is wrong: a row of another width, an open quote, or a header of its own. */
const BAD: Record<string, string> = {
	'bad-header-less-fields.csv': 'fault',
	'bad-header-more-fields.csv': 'fault',
	'bad-header-no-header.csv': 'nothing',
	'bad-header-wrong-header.csv': 'header qux,quux,quuz',
	'bad-missing-quote.csv': 'fault',
	'bad-quotes-with-unescaped-quote.csv': 'fault',
	// A quote inside a cell that is not quoted can be read in one way only, and free text is full of them: it is taken.
	'bad-unescaped-quote.csv': '1,This "quotes" must be escaped,3',
};

describe.skipIf(!hasData)('csv-test-data', () => {
	test.each(Object.entries(BAD))('%s: %s', (name, wrong) => {
		const path = join(DATA, 'torture/csv-test-data/csv', name);
		const { header, rows, faults } = scan(readFileSync(path));
		const found =
			faults > 0
				? 'fault'
				: header.every((cell) => cell === '')
					? 'nothing'
					: (rows[0] ?? [`header ${header.join()}`]).join();
		expect(found).toBe(wrong);
	});
	test.each(files('torture/csv-test-data/csv/!(bad-)*.csv'))('%s', (path) => {
		const expected = JSON.parse(readFileSync(path.replace('/csv/', '/json/').replace('.csv', '.json'), 'utf8')) as (
			| string[]
			| Record<string, string>
		)[];
		const { header, rows, faults } = scan(readFileSync(path));
		// Blank lines are no rows of an export.
		const whole = expected
			.map((row) => (Array.isArray(row) ? row : Object.values(row)))
			.filter((row) => row.some((cell) => cell !== ''));
		const isNamed = basename(path).startsWith('header-');
		expect(faults).toBe(0);
		expect(isNamed ? rows : [header, ...rows].filter((row) => row.some((cell) => cell !== ''))).toEqual(whole);
	});
});
