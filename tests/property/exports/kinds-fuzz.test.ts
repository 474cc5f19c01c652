// Every kind of file with its bytes spoilt: a refusal or rows, never an exception, never a hang. Spoils the bytes inside
// an archive too, where a checksum would otherwise end the reading at once.

import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportPart } from '../../../electron/services/exports/record-blocks.ts';
import { makeDbf, makeShp } from '../../support/make-shapefile.ts';
import { makeXlsx } from '../../support/make-xlsx.ts';
import { makeZip } from '../../support/make-zip.ts';
import { readWhole } from '../../support/whole-export.ts';

const ROWS = [
	['事件编号', '受理时间', '事件来源', '所属网格编码'],
	['A1', '2026-11-20 08:00', '信访', 330102003012],
	['A2', 46349.5, '巡查', '330102003013'],
	['合计', 2, null, null],
] as const;
const RUNS = 40;

type Edit = { at: number; remove: number; bytes: Uint8Array };
const edits = fc.array(fc.record({ at: fc.nat(100_000), remove: fc.nat(6), bytes: fc.uint8Array({ maxLength: 6 }) }), {
	minLength: 1,
	maxLength: 4,
});

function spoil(good: Buffer, changes: readonly Edit[]): Buffer {
	let bytes = good;
	for (const { at, remove, bytes: added } of changes) {
		const from = at % (bytes.length + 1);
		bytes = Buffer.concat([bytes.subarray(0, from), added, bytes.subarray(from + remove)]);
	}
	return bytes;
}

/** Overwrites in place, so that lengths and offsets stay true. */
function overwrite(good: Buffer, changes: readonly Edit[]): Buffer {
	const bytes = Buffer.from(good);
	for (const { at, bytes: added } of changes)
		bytes.set(added.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length);
	return bytes;
}

async function endsCleanly(bytes: Uint8Array, part?: ExportPart): Promise<void> {
	const startMs = performance.now();
	const whole = await readWhole(bytes, part ? { part } : {});
	expect(performance.now() - startMs).toBeLessThan(10_000);
	if ('outcome' in whole) expect(whole.code).toMatch(/^E_/);
	else expect(whole.events.length + whole.areas.length + whole.rejections.length).toBe(whole.summary.rowsRead);
}

const check = (arbitrary: fc.Arbitrary<Uint8Array>, numRuns = RUNS): Promise<void> =>
	fc.assert(
		fc.asyncProperty(arbitrary, (bytes) => endsCleanly(bytes)),
		{ numRuns },
	);

describe('spoilt files', () => {
	const csv = Buffer.from(ROWS.map((row) => row.join(',')).join('\n'));
	test('a zip', () => check(edits.map((changes) => spoil(makeZip([{ name: 'a.csv', content: csv }]), changes))));
	test('an .xlsx as a zip', () => {
		const good = makeXlsx({ sheets: [{ name: 'x', rows: ROWS }] });
		return check(edits.map((changes) => spoil(good, changes)));
	});
	test('the XML of an .xlsx', () => {
		const member = fc.constantFrom(
			'xl/workbook.xml',
			'xl/_rels/workbook.xml.rels',
			'xl/styles.xml',
			'xl/sharedStrings.xml',
			'xl/s.xml',
		);
		const parts: Record<string, string> = {
			'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet name="1" r:id="r1"/></sheets></workbook>',
			'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="s.xml"/></R>',
			'xl/styles.xml':
				'<s><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></s>',
			'xl/sharedStrings.xml': '<sst><si><t>事件编号</t></si><si><t>受理时间</t></si><si><t>事件来源</t></si></sst>',
			'xl/s.xml':
				'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A&amp;1</t></is></c><c r="B2" s="0"><v>46349.5</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>',
		};
		return check(
			fc.tuple(member, edits).map(([spoilt, changes]) =>
				makeZip(
					Object.entries(parts).map(([name, content]) => ({
						name,
						content: name === spoilt ? spoil(Buffer.from(content), changes) : content,
					})),
				),
			),
		);
	});
	test('an .xls', () => {
		const sheet = utils.aoa_to_sheet(ROWS.map((row) => [...row]));
		const good: Buffer = write({ SheetNames: ['x'], Sheets: { x: sheet } }, { bookType: 'biff8', type: 'buffer' });
		return check(fc.tuple(edits, fc.boolean()).map(([changes, keeps]) => (keeps ? overwrite : spoil)(good, changes)));
	});
	test('HTML and SpreadsheetML', () => {
		const cells = (tag: string): string =>
			ROWS.map((row) => `<tr>${row.map((cell) => `<${tag} rowspan="1">${cell}</${tag}>`).join('')}</tr>`).join('');
		const html = Buffer.from(`<html><!-- x --><table><tr>${cells('td')}</table></html>`);
		const xml = Buffer.from(
			`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="x"><Table>${ROWS.map((row) => `<Row ss:Index="1">${row.map((cell) => `<Cell ss:Index="1" ss:MergeDown="1"><Data ss:Type="String"><![CDATA[${cell}]]></Data></Cell>`).join('')}</Row>`).join('')}</Table></Worksheet></Workbook>`,
		);
		return check(
			fc.tuple(fc.constantFrom(html, xml), edits).map(([good, changes]) => spoil(good, changes)),
			RUNS * 2,
		);
	});
	test('a zipped shapefile and KML', () => {
		const ring: [number, number][] = [
			[120, 30],
			[120, 30.1],
			[120.1, 30.1],
			[120, 30],
		];
		const shp = makeShp([{ rings: [ring] }, { rings: [ring, ring], type: 15 }]);
		const field = { name: Buffer.from('grid_code'), type: 'C' as const, length: 12 };
		const dbf = makeDbf(
			[field, { ...field, name: Buffer.from('grid_name') }, { ...field, name: Buffer.from('grid_type') }],
			[[Buffer.from('1'), Buffer.from('x')], []],
		);
		const kml = Buffer.from(
			'<kml><Placemark><name>x</name><ExtendedData><Data name="grid_code"><value>1</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>120,30,0 120,30.1 120.1,30.1 120,30</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>',
		);
		const zipped = (changes: readonly Edit[], which: number): Buffer =>
			makeZip([
				{ name: 'a.shp', content: which === 0 ? overwrite(shp, changes) : which === 1 ? spoil(shp, changes) : shp },
				{ name: 'a.dbf', content: which === 2 ? overwrite(dbf, changes) : which === 3 ? spoil(dbf, changes) : dbf },
			]);
		return fc.assert(
			fc.asyncProperty(edits, fc.nat(4), async (changes, which) => {
				if (which === 4) return endsCleanly(spoil(kml, changes));
				return endsCleanly(zipped(changes, which), { members: [0], table: null });
			}),
			{ numRuns: RUNS * 3 },
		);
	});
	test('UTF-16 and NDJSON', () => {
		const lines = Buffer.from('{"event_id":"A1","reported_at":"2026-11-20","source":"04"}\n'.repeat(3));
		const wide = Buffer.from(csv.toString(), 'utf16le');
		return check(fc.tuple(fc.constantFrom(lines, wide), edits).map(([good, changes]) => spoil(good, changes)));
	});
});
