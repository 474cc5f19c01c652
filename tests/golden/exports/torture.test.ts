// The public torture sets: every file ends as a refusal or as rows; CSV cells come out as the sets say they must.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../../electron/services/exports/csv-scanner.ts';
import { splitCsv } from '../../../electron/services/exports/csv-text.ts';
import { readWholeFile } from '../../support/whole-export.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const hasData = existsSync(DATA);
if (!hasData) console.log(`skipped: torture sets are read from ${DATA}, which is not there`);
const files = (pattern: string): string[] => (hasData ? globSync(join(DATA, pattern)) : ['none']);

/** All cells of a CSV as the scanner finds them. */
function scan(bytes: Buffer): { rows: string[][]; faults: number } {
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
	return { rows, faults: faults + (scanner.isCut ? 1 : 0) };
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

describe.skipIf(!hasData)('csv-test-data', () => {
	test.each(files('torture/csv-test-data/csv/bad-*.csv'))('%s fails cleanly', async (path) => {
		const whole = await readWholeFile(path, basename(path));
		expect('outcome' in whole ? whole.code : 'taken').toMatch(/^E_(NO_EXPORT|COLUMNS|EMPTY)$/);
	});
});

describe.skipIf(!hasData)('every other file', () => {
	test.each([
		...files('torture/geojsonhint/*/*.geojson'),
		...files('torture/pyshp/shapefiles/*.*'),
		...files('messy/**/*.*'),
	])('%s', async (path) => {
		const whole = await readWholeFile(path, basename(path));
		if ('outcome' in whole) expect(whole.code).toMatch(/^E_[A-Z0-9_]+$/);
		else expect(whole.areas.length + whole.rejections.length + whole.summary.orientation.length).toBeGreaterThan(0);
	});
});
