// Every file of the messy and hostile real sets has a stated outcome: taken, or refused by a code; counted by set.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWholeFile } from '../../support/whole-export.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const hasData = existsSync(join(DATA, 'torture'));
if (!hasData) console.log(`skipped: hostile files are read from ${DATA}/{messy,torture}, which are not there`);

/** Set → outcome → files. None of them is an export of a district, so each is refused by name, without an exception. */
const OUTCOMES: Record<string, Record<string, number>> = {
	'messy/gb2312_institutions_3435.csv': { E_NO_EXPORT: 1 },
	'messy/moe_universities_2017_cp936.xls': { E_NO_EXPORT: 1 },
	'messy/moe_universities_2025_wps.xls': { E_NO_EXPORT: 1 },
	'messy/shapefile_gbk_nocpg_noprj': { E_BINARY: 1, E_NO_EXPORT: 2, E_TRUNCATED: 1 },
	'torture/csv-spectrum': { E_NO_EXPORT: 26 },
	'torture/csv-test-data': { E_EMPTY: 2, E_NO_EXPORT: 42 },
	'torture/geojsonhint': { E_JSON: 1, E_NO_EXPORT: 62 },
	'torture/pyshp': { E_BINARY: 4, E_NO_EXPORT: 6, E_SHAPE_DAMAGED: 1, E_SHAPE_PARTS: 1, E_TRUNCATED: 4, E_ZIP: 4 },
};

test.skipIf(!hasData)('each file ends in words', { timeout: 120_000 }, async () => {
	const found: typeof OUTCOMES = {};
	for (const set of ['messy', 'torture']) {
		for (const entry of readdirSync(join(DATA, set), { recursive: true, withFileTypes: true })) {
			if (!entry.isFile()) continue;
			const path = join(entry.parentPath, entry.name);
			const whole = await readWholeFile(path, entry.name);
			const outcome = 'outcome' in whole ? whole.code : (whole.summary.refusal?.code ?? `taken ${whole.plan.dataset}`);
			const name = path
				.slice(DATA.length + 1)
				.split('/')
				.slice(0, 2)
				.join('/');
			const counts = found[name] ?? {};
			counts[outcome] = (counts[outcome] ?? 0) + 1;
			found[name] = counts;
		}
	}
	expect(found).toEqual(OUTCOMES);
});
