// Real shapefiles: provinces in GBK without .cpg and .prj, and the public torture set.

import { existsSync, globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTables } from '../../../electron/services/exports/open-tables.ts';
import { validatePolygon } from '../../../electron/services/exports/polygon-validator.ts';
import { TableFault, type TableRow } from '../../../electron/services/exports/table-source.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const hasData = existsSync(DATA);
if (!hasData) console.log(`skipped: real shapefiles are read from ${DATA}, which is not there`);

async function read(path: string): Promise<{ encoding: string | null; rows: TableRow[] } | string> {
	try {
		const file = await openTables({ path, members: [] }, statSync(path).size);
		const rows: TableRow[] = [];
		for await (const some of file?.tables[0]?.rows() ?? []) rows.push(...some);
		return { encoding: file?.encoding ?? null, rows };
	} catch (error) {
		if (error instanceof TableFault) return error.code;
		throw error;
	}
}

describe.skipIf(!hasData)('provinces', () => {
	test('925 parts with their names, every outline fit to be drawn', async () => {
		const whole = await read(join(DATA, 'messy/shapefile_gbk_nocpg_noprj/bou2_4p.shp'));
		if (typeof whole === 'string') throw new Error(whole);
		const [header, ...records] = whole.rows;
		expect(whole.encoding).toBe('gb18030');
		expect(records.length).toBe(925);
		const names = new Set(records.map(({ cells }) => cells[header?.cells.indexOf('NAME') ?? -1]));
		expect(names).toContain('浙江省');
		expect([...names].filter((name) => name !== '' && !/^[\u4e00-\u9fff]{3,12}$/.test(name ?? '')).length).toBe(0);
		const codes = records.map(({ geometry }) => validatePolygon(geometry).code);
		expect(codes.filter((code) => code !== null)).toEqual([]);
	});
});

describe.skipIf(!hasData)('pyshp', () => {
	const files = hasData ? globSync(join(DATA, 'torture/pyshp/shapefiles/*.shp')) : ['none'];
	test.each(files)('%s', async (path) => {
		const whole = await read(path);
		const expected: Record<string, number> = {
			'blockgroups.shp': 663,
			'edit.shp': 663,
			'latin1.shp': 1,
			'corrupt_too_long.shp': 10,
		};
		expect(typeof whole === 'string' ? whole : whole.rows.length - 1).toBe(expected[basename(path)]);
	});
});
