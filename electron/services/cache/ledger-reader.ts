// The engine's reader of ledgers on one cache: keeps what it read until an import or undo touched it. Reads only.

import type { LedgerReader, LedgerRows } from '../indicators/ledger-columns.ts';
import type { LedgerSourceName } from '../indicators/ledger-formula-schema.ts';
import type { ReadableDb } from './cache-db.ts';
import { ledgerStamp, makeTextStore, openLedgerRows, placeStamp, readLedgerKeys } from './ledger-column-queries.ts';
import { readGridSpans, readGridsInUse, withGridSpans } from './ledger-grid-spans.ts';
import { type OutlineFlaws, withOutlineFlaws } from './ledger-outlines.ts';
import { type KnownUnits, readKnownUnits } from './ledger-unit-queries.ts';

/** Makes the reader of each revision; rows whose stamp is unchanged are handed on. */
export interface LedgerShelf {
	readerAt(connected: ReadonlySet<string>): LedgerReader;
}

/** A shelf for one cache, empty at first. */
export function openLedgerShelf(db: ReadableDb, outlineFlaws: OutlineFlaws): LedgerShelf {
	const texts = makeTextStore();
	const shelf = new Map<LedgerSourceName, { stamp: string; rows: LedgerRows }>();

	return {
		readerAt(connected) {
			const places = placeStamp(db);
			const found = new Map<LedgerSourceName, LedgerRows | null>();
			let units: KnownUnits | null = null;

			function openRows(source: LedgerSourceName): LedgerRows | null {
				const isDelivered =
					source === 'own_batch' || connected.has(source === 'required_pair' ? 'required_unit' : source);
				if (!isDelivered) return null;
				const stamp = `${places} ${ledgerStamp(db, source)}`;
				const known = shelf.get(source);
				if (known?.stamp === stamp) return known.rows;
				const plain = openLedgerRows(db, source, texts);
				const isOfGrids = source === 'grid' || source === 'required_pair';
				const dated = isOfGrids ? withGridSpans(plain, readGridSpans(db)) : plain;
				const rows = source === 'grid' ? withOutlineFlaws(dated, readGridsInUse(db), outlineFlaws) : dated;
				shelf.set(source, { stamp, rows });
				return rows;
			}

			const knownUnits = (): KnownUnits => {
				units ??= readKnownUnits(db);
				return units;
			};
			return {
				rows(source) {
					let rows = found.get(source);
					if (rows === undefined) {
						rows = openRows(source);
						found.set(source, rows);
					}
					return rows;
				},
				textOf: texts.textOf,
				keys: (source, positions) => readLedgerKeys(db, source, positions),
				unitIdentities: () => knownUnits().identities,
				unitIds: (name) => knownUnits().idsOf(name),
				asOfS:
					db.prepare<[], number | null>('SELECT max(as_of) FROM batch WHERE undone_at IS NULL').pluck().get() ?? null,
			};
		},
	};
}
