// Handling units under all the names that exports know them by (figures.md, Tables: handling_unit). Reads only.

import type { ReadableDb } from './cache-db.ts';

export interface KnownUnits {
	/** Ids of words that mean one unit, each to the smallest of them; words of one name only are not among them. */
	identities: ReadonlyMap<number, number>;
	/** Ids of the words that a name means; null for a name that nothing delivered has. */
	idsOf(name: string): ReadonlySet<number> | null;
}

interface UnitRow {
	unit_id: string;
	unit_name: string | null;
	aliases: string | null;
}

/** Reads the words and the list of units, where one was delivered. */
export function readKnownUnits(db: ReadableDb): KnownUnits {
	const words = db
		.prepare<[], { id: number; raw: string; code: string | null }>(
			`SELECT dict_id AS id, raw, code FROM dict_item WHERE kind = 'unit' ORDER BY dict_id`,
		)
		.all();
	const units = db
		.prepare<[], UnitRow>('SELECT unit_id, unit_name, aliases FROM handling_unit ORDER BY unit_id')
		.all()
		.map((row) => [row.unit_id, ...(row.unit_name === null ? [] : [row.unit_name]), ...aliasesOf(row)]);
	const unitOf = new Map<string, number>();
	for (const [unit, names] of units.entries()) {
		for (const name of names) if (!unitOf.has(name)) unitOf.set(name, unit);
	}
	const identities = new Map<number, number>();
	const first = new Map<number, number>();
	for (const { id, raw, code } of words) {
		const unit = unitOf.get(raw) ?? (code === null ? undefined : unitOf.get(code));
		if (unit === undefined) continue;
		if (!first.has(unit)) first.set(unit, id);
		identities.set(id, first.get(unit) ?? id);
	}
	return {
		identities,
		idsOf(name) {
			const unit = unitOf.get(name);
			const isSame = (id: number): boolean => unit !== undefined && identities.get(id) === first.get(unit);
			const ids = words
				.filter((word) => word.raw === name || word.code === name || isSame(word.id))
				.map(({ id }) => id);
			return ids.length === 0 && unit === undefined ? null : new Set(ids);
		},
	};
}

function aliasesOf({ aliases }: UnitRow): string[] {
	return aliases === null ? [] : (JSON.parse(aliases) as string[]);
}
