// Two real workbooks of a ministry, saved by Excel and by WPS: every school is read, and the count that each province's
// line states is the count of rows below it.

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTables } from '../../../electron/services/exports/open-tables.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data/messy');
const hasData = existsSync(DATA);
if (!hasData) console.log(`skipped: real workbooks are read from ${DATA}, which is not there`);

describe.skipIf(!hasData)('schools', () => {
	test.each([
		['moe_universities_2017_cp936.xls', 2_631],
		['moe_universities_2025_wps.xls', 2_919],
	])('%s', async (name, schools) => {
		const path = join(DATA, name);
		const file = await openTables({ path, members: [] }, statSync(path).size);
		const sections: { stated: number; counted: number }[] = [];
		const codes = new Set<string>();
		for await (const rows of file?.tables[0]?.rows() ?? []) {
			for (const { cells } of rows) {
				const section = /\((\d+)所\)$/.exec((cells[0] ?? '').normalize('NFKC'));
				if (section) sections.push({ stated: Number(section[1]), counted: 0 });
				const last = sections.at(-1);
				if (last === undefined || !/^\d{10}$/.test(cells[2] ?? '')) continue;
				last.counted++;
				codes.add(cells[2] ?? '');
			}
		}
		expect(file?.kind).toBe('xls');
		expect(codes.size).toBe(schools);
		expect(sections.length).toBe(31);
		for (const { stated, counted } of sections) expect(counted).toBe(stated);
	});
});
