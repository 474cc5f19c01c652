// Brings any ledger in: words become dictionary ids, places are resolved, numbers of persons become keyed hashes before
// anything is written. Which ledger it is, only the spec says.

import { createHmac, randomBytes } from 'node:crypto';
import { applyFacts, RETURNED_EVENT_KEYS } from '../cache/event-facts.ts';
import { isWholeLedger } from '../cache/ledger-delivery.ts';
import { type LedgerTable, openLedgerWriter } from '../cache/ledger-merge.ts';
import { putPlace, readResolvableAreas } from '../cache/place-store.ts';
import { getSetting, setSetting } from '../cache/setting-queries.ts';
import type { LedgerColumn, LedgerSpec } from '../exports/datasets/ledger.ts';
import { PLACE_FIELDS } from '../exports/datasets/ledger.ts';
import { type DeliveredPlace, type LedgerBlock, TO_HASH } from '../exports/record-blocks.ts';
import { normalizeEventId } from './event-id.ts';
import type { DatasetImport, ImportScope } from './import-scope.ts';
import { finishLedger } from './ledger-delivery.ts';
import { buildPlaceResolver, type PlaceResolver } from './place-resolver.ts';
import { refreshKeys } from './touched-events.ts';

/** Parts of a row's key are joined by a character that no cell holds. */
const KEY_JOINT = '\u001f';
const HASH_LENGTH = 24;

const SQL_TYPES: Partial<Record<LedgerColumn['type'], 'INTEGER' | 'REAL'>> = {
	int: 'INTEGER',
	flag: 'INTEGER',
	date: 'INTEGER',
	instant: 'INTEGER',
	due: 'INTEGER',
	word: 'INTEGER',
	unit: 'INTEGER',
	number: 'REAL',
	percent: 'REAL',
};

/** SQL type of a column in the table of its ledger. */
export function ledgerSqlType(column: LedgerColumn): 'INTEGER' | 'REAL' | 'TEXT' {
	return SQL_TYPES[column.type] ?? 'TEXT';
}

/** The standard code of a delivered word; null when the product does not know it. */
function codeOfWord(column: LedgerColumn, word: string): string | null {
	if (column.vocabulary === null || Object.hasOwn(column.vocabulary, word)) return column.vocabulary ? word : null;
	return Object.entries(column.vocabulary).find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Hashes with a key that only this cache has, so that the same person is the same text and nothing leads back. */
function openHasher(scope: ImportScope): (personal: string) => string {
	let key: string | null = null;
	return (personal) => {
		key ??= getSetting(scope.db, 'hashKey');
		if (key === null) {
			key = randomBytes(32).toString('hex');
			setSetting(scope.db, 'hashKey', key);
		}
		return `h-${createHmac('sha256', key).update(personal).digest('hex').slice(0, HASH_LENGTH)}`;
	};
}

/** Starts the import of one file of a ledger. */
export function startLedgerImport(scope: ImportScope, spec: LedgerSpec): DatasetImport<LedgerBlock> {
	const { db, dict, batchId } = scope;
	const isDelivered = (name: string): boolean => scope.fields.has(name);
	const table: LedgerTable = {
		name: spec.dataset,
		columns: spec.columns.map((column) => ({
			name: column.column,
			type: ledgerSqlType(column),
			isDelivered: isDelivered(column.name),
		})),
	};
	if (spec.hasPlace) {
		table.columns.push({ name: 'area_place_id', type: 'INTEGER', isDelivered: PLACE_FIELDS.some(isDelivered) });
	}
	const write = openLedgerWriter(db, table);
	const hash = openHasher(scope);
	const keyParts = spec.key.map((name) => spec.columns.findIndex((column) => column.name === name));
	const words = spec.columns.map(() => new Map<string, number>());
	const places = new Map<string, number>();
	let resolver: PlaceResolver | null = null;

	/** Words resolve without outlines: a ledger names its place, it has no point to find one by. */
	function placeId(place: DeliveredPlace): number {
		const key = Object.values(place).join(KEY_JOINT);
		let id = places.get(key);
		if (id === undefined) {
			resolver ??= buildPlaceResolver(readResolvableAreas(db).map((area) => ({ ...area, geometry: null })));
			const delivered = { ...place, micro: '' };
			id = putPlace(db, delivered, resolver.resolveNames(delivered).areaId, batchId);
			places.set(key, id);
		}
		return id;
	}

	function wordId(column: LedgerColumn, index: number, word: string): number {
		const known = words[index] as Map<string, number>;
		let id = known.get(word);
		if (id === undefined) {
			id =
				column.type === 'unit'
					? dict.idOf('unit', word, null)
					: dict.idOf(`${spec.dataset}.${column.name}`, word, codeOfWord(column, word));
			known.set(word, id);
		}
		return id;
	}

	function textOf(column: LedgerColumn, text: string): string {
		if (text.startsWith(TO_HASH)) return hash(text.slice(TO_HASH.length));
		return column.name === 'event_id' ? normalizeEventId(text) : text;
	}

	return {
		take(block) {
			for (const { rowNo, cells, place } of block.records) {
				const texts = spec.columns.map((column, index) => {
					const cell = cells[index] ?? null;
					return typeof cell === 'string' ? textOf(column, cell) : cell;
				});
				const key = keyParts
					.map((index) => (index < 0 ? Object.values(place ?? {}).join('/') : (texts[index] ?? '')))
					.join(KEY_JOINT);
				const values = spec.columns.map((column, index) => {
					const value = texts[index] ?? null;
					const isWord = column.type === 'word' || column.type === 'unit';
					return isWord && typeof value === 'string' ? wordId(column, index, value) : value;
				});
				if (spec.hasPlace) values.push(place === null ? null : placeId(place));
				write(key, values, rowNo);
			}
		},
		isWhole: () => isWholeLedger(db, table.name, scope.sourceSystemId),
		finish(asOfS, delivery) {
			const counts = finishLedger(db, table, scope, asOfS, delivery);
			if (spec.dataset === 'event_return') refreshKeys(db, applyFacts(db, RETURNED_EVENT_KEYS));
			return counts;
		},
	};
}
