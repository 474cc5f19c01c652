// Reads what became of areas (grid_lineage), with codes written as the areas themselves write them.

import type { LineageChange, LineageRow } from '../indicators/area-lineage.ts';
import type { ReadableDb } from './cache-db.ts';

const CHANGES: ReadonlySet<string> = new Set<LineageChange>(['split', 'merge', 'adjust', 'rename']);

function isChange(code: string | null): code is LineageChange {
	return code !== null && CHANGES.has(code);
}

/** The area code that a delivered code means: the code itself, else the area whose standard code it is. */
function knownCode(column: string): string {
	return `coalesce((SELECT area_code FROM area WHERE area_code = ${column}),
		(SELECT min(area_code) FROM area WHERE std_code = ${column}), ${column})`;
}

/** All delivered changes, for makeAreaLineage; empty where none was ever delivered. */
export function readLineageRows(db: ReadableDb): LineageRow[] {
	return db
		.prepare<[], Omit<LineageRow, 'change'> & { change: string | null }>(
			`SELECT ${knownCode('l.old_code')} AS oldCode, ${knownCode('l.new_code')} AS newCode, l.share, d.code AS change,
				l.effective_on AS effectiveDay FROM grid_lineage l LEFT JOIN dict_item d ON d.dict_id = l.change_type_ref
			ORDER BY l.effective_on, l.row_key`,
		)
		.all()
		.map((row) => ({ ...row, change: isChange(row.change) ? row.change : null }));
}
