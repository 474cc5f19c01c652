// A district's settings of the catalogue as rows that are only added. Knows no indicator; meaning is checked above.

import type { ReadableDb, WritableDb } from './cache-db.ts';

export interface CatalogueChangeRow {
	changeId: number;
	/** Code of an indicator, or COMPOSITE_SUBJECT. */
	subject: string;
	changedAtS: number;
	effectiveDay: number;
	/** JSON. */
	patch: string;
	note: string;
}

/** Stands for the weights of the composite index. */
export const COMPOSITE_SUBJECT = 'composite';

/** All changes in the order in which they were made. */
export function listCatalogueChanges(db: ReadableDb): CatalogueChangeRow[] {
	return db
		.prepare<[], CatalogueChangeRow>(
			`SELECT change_id AS changeId, subject, changed_at AS changedAtS, effective_on AS effectiveDay, patch, note
			FROM catalogue_change ORDER BY change_id`,
		)
		.all();
}

export function addCatalogueChange(db: WritableDb, row: Omit<CatalogueChangeRow, 'changeId'>): void {
	const { subject, changedAtS, effectiveDay, patch, note } = row;
	db.prepare(
		'INSERT INTO catalogue_change (subject, changed_at, effective_on, patch, note) VALUES (?, ?, ?, ?, ?)',
	).run(subject, changedAtS, effectiveDay, patch, note);
}
