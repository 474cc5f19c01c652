// What the generator wrote, delivered in every kind that a table can come in, gives the same tables.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cache, openCache } from '../../../electron/services/cache/open-cache.ts';
import { splitCsv } from '../../../electron/services/exports/csv-text.ts';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { writeSample } from '../../../electron/services/sample/write-sample.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { createImportRuns } from '../../../electron/services/sync/import-run.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import { makeXlsx } from '../../support/make-xlsx.ts';
import { makeZip } from '../../support/make-zip.ts';

const dir = mkdtempSync(join(tmpdir(), 'gridhelm-round-'));
const endS = parseIso('2026-11-23T18:00:00+08:00') ?? 0;
const texts = new Map<string, string>();
const layers: string[] = [];
let ledgers = 0;

beforeAll(async () => {
	const options = { seed: 4, grids: 24, years: 1, endS, encoding: 'utf8', isFull: true } as const;
	await writeSample({ ...options, outDir: join(dir, 'made'), events: 120 });
	for (const name of readdirSync(join(dir, 'made'))) {
		if (name.endsWith('.csv')) {
			const text = readFileSync(join(dir, 'made', name), 'utf8').replace(/^\ufeff/, '');
			// A ledger in four stands for the others; one that a few events leave empty says nothing.
			const isMain = /行政区划|事件明细|流转记录/.test(name);
			ledgers += isMain ? 0 : 1;
			if ((isMain || ledgers % 4 === 0) && text.split('\r\n').length > 3) texts.set(name, text);
		} else if (/边界/.test(name)) layers.push(join(dir, 'made', name));
	}
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

const rowsOf = (text: string): string[][] => splitCsv(text, ',').filter((row) => row.length > 1);
const records = (text: string): Record<string, string>[] => {
	const [headers = [], ...rows] = rowsOf(text);
	return rows.map((row) => Object.fromEntries(headers.map((header, column) => [header, row[column] ?? ''])));
};

/** Bytes of a table in each kind, and the ending of its name. */
const KINDS: Record<string, (text: string, name: string) => [ending: string, bytes: Uint8Array]> = {
	'UTF-8 with BOM': (text) => ['.csv', Buffer.from(`\ufeff${text}`)],
	'UTF-8': (text) => ['.csv', Buffer.from(text)],
	GB18030: (text) => ['.csv', encodeGb18030(text)],
	'UTF-16': (text) => ['.csv', Buffer.from(`\ufeff${text}`, 'utf16le')],
	TSV: (text) => [
		'.tsv',
		Buffer.from(
			rowsOf(text)
				.map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
				.join('\n'),
		),
	],
	xlsx: (text) => ['.xlsx', makeXlsx({ sheets: [{ name: '数据', rows: rowsOf(text) }] })],
	JSON: (text) => ['.json', Buffer.from(JSON.stringify(records(text)))],
	NDJSON: (text) => [
		'.ndjson',
		Buffer.from(
			records(text)
				.map((record) => JSON.stringify(record))
				.join('\n'),
		),
	],
	'zip with GBK names': (text, name) => [
		'.zip',
		makeZip([{ name: encodeGb18030(name), content: encodeGb18030(text) }]),
	],
};

/** Every table but the list of files, with words and places instead of their numbers. */
function dump(cache: Cache): Record<string, string[]> {
	const db = cache.reader;
	const tables = db
		.prepare<[], string>(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('batch', 'setting', 'profile', 'event_pack') ORDER BY name",
		)
		.pluck()
		.all();
	const words = new Map(
		(db.prepare('SELECT dict_id, kind, raw FROM dict_item').raw().all() as [number, string, string][]).map(
			([id, kind, raw]) => [id, `${kind}:${raw}`],
		),
	);
	const places = new Map(
		(
			db.prepare('SELECT place_id, town_raw, village_raw, grid_raw, micro_raw FROM place').raw().all() as [
				number,
				...string[],
			][]
		).map(([id, ...place]) => [id, place.join('/')]),
	);
	/** Numbers of words and places follow the order of the files, which an archive may change; of rows, the kind. */
	const cellOf = (column: string, cell: unknown): unknown => {
		if (/^(?:row_no|(?:first_)?batch_id|dict_id)$/.test(column)) return null;
		if (column === 'place_id' || column === 'area_place_id') return places.get(cell as number);
		const isWord =
			/_ref$|^(?:category|source|status|unit|limit|node|op|from_unit|to_unit|operator_role|source_system)_id$/;
		return isWord.test(column) ? words.get(cell as number) : cell;
	};
	return Object.fromEntries(
		tables.map((table) => [
			table,
			(db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
				.map((row) => JSON.stringify(Object.entries(row).map(([column, cell]) => cellOf(column, cell))))
				.sort(),
		]),
	);
}

async function importAll(kind: string): Promise<Record<string, string[]>> {
	const folder = join(dir, kind.replaceAll(' ', '-'));
	mkdirSync(folder);
	const make = KINDS[kind];
	if (!make) throw new Error(kind);
	const files = [...layers];
	for (const [name, text] of [...texts].sort()) {
		const [ending, bytes] = make(text, name);
		const path = join(folder, name.replace(/\.csv$/, ending));
		writeFileSync(path, bytes);
		files.push(path);
	}
	const cache = openCache({ dir: join(folder, 'cache'), fileName: 'gridhelm.db', mode: 'readWrite' });
	const runs = createImportRuns({ cache, reader: exportReader, nowS: () => endS });
	const list = files.map((path) => ({ path, fileName: basename(path), isTemporary: false }));
	const state = await runs.whenEnded(runs.start(list, { asOfS: endS }));
	const missed = state.reports.filter(({ outcome }) => outcome !== 'committed');
	expect([state.failure, missed.map(({ file, message }) => `${file}: ${message}`)]).toEqual([null, []]);
	expect(state.reports).toHaveLength(files.length);
	const tables = dump(cache);
	cache.close();
	return tables;
}

let reference: Record<string, string[]> | null = null;

it.each(Object.keys(KINDS))('%s', { timeout: 120_000 }, async (kind) => {
	const tables = await importAll(kind);
	reference ??= tables;
	expect(tables['event']).toHaveLength(120);
	expect(Object.keys(tables)).toEqual(Object.keys(reference));
	for (const [table, rows] of Object.entries(tables)) expect(rows, table).toEqual(reference[table]);
});
