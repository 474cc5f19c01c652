// SQL that gives the engine ledgers as columns: each source with the place it counts at, rows in the order of their
// keys, only the fields asked for, and a stamp that changes when an import or undo touched it. Reads only.

import type { LedgerColumn, LedgerRows } from '../indicators/ledger-columns.ts';
import { BLANK } from '../indicators/ledger-columns.ts';
import type { LedgerSourceName } from '../indicators/ledger-formula-schema.ts';
import type { ReadableDb } from './cache-db.ts';

interface SourceSql {
	/** Datasets whose batches the rows follow from. */
	datasets: readonly string[];
	/** FROM and WHERE; the rows themselves are `t`. */
	from: string;
	/** SQL of the key as a person would look it up; unique in its order. */
	key: string;
	area: string;
	/** `area` is the number of a place and not of an area. */
	isPlace: boolean;
	batch: string;
	order: string;
	/** Fields that are no column of `t` by their own name. */
	fields: Readonly<Record<string, string>>;
}

/** Where a member of the roster stands: as delivered, else the main assignment, else the one that lasts longest. */
const STAFF_PLACE = `LEFT JOIN (SELECT staff_id, area_place_id, row_number() OVER
	(PARTITION BY staff_id ORDER BY coalesce(is_primary, 0) DESC, coalesce(end_on, 9999999) DESC, row_key) AS rank
	FROM staff_assignment) m ON m.staff_id = s.staff_id AND m.rank = 1
	LEFT JOIN place l ON l.place_id = coalesce(s.area_place_id, m.area_place_id)`;

const OWN_SOURCES: Readonly<Record<string, Partial<SourceSql>>> = {
	grid_staff: {
		datasets: ['grid_staff', 'staff_assignment'],
		from: `grid_staff t JOIN grid_staff s USING (row_key) ${STAFF_PLACE}`,
	},
	training_record: {
		datasets: ['training_record', 'training_session', 'grid_staff', 'staff_assignment'],
		from: `training_record t LEFT JOIN training_session h ON h.row_key = t.session_id
			LEFT JOIN grid_staff s ON s.row_key = t.staff_id ${STAFF_PLACE}`,
		fields: { held_on: 'h.held_on', hours: 'coalesce(t.hours, h.hours)' },
	},
	// A step of supervision counts where its event does, and only with a valid event (figures.md, Events).
	event_supervise: {
		datasets: ['event_supervise', 'event'],
		from: `event_supervise t LEFT JOIN event e ON e.event_id = t.event_id AND e.vanished_by IS NULL
			LEFT JOIN dict_item s ON s.dict_id = e.status_id LEFT JOIN dict_item c ON c.dict_id = e.category_id`,
		area: 'e.area_id',
		fields: {
			finished_at: 'coalesce(t.finished_at, e.closed_at)',
			event_valid: `(e.accepted_at IS NOT NULL AND coalesce(s.code, '') NOT IN ('11', '90', '91')
				AND coalesce(c.code, '') NOT LIKE '09%')`,
			event_severity: 'e.severity',
			events_since_on: '(SELECT min(day) FROM event_pack WHERE day >= 0)',
		},
	},
	assessment: {
		datasets: ['assessment', 'grid_staff', 'staff_assignment'],
		from: `assessment t LEFT JOIN dict_item o ON o.dict_id = t.object_type_ref
			LEFT JOIN area a ON o.code IS NOT 'staff' AND a.area_code = t.object_id
			LEFT JOIN grid_staff s ON o.code = 'staff' AND s.row_key = t.object_id ${STAFF_PLACE}`,
		area: 'coalesce(a.area_id, l.area_id)',
	},
	grid: {
		datasets: ['grid'],
		from: `area t WHERE t.level = 'grid'`,
		key: 't.area_code',
		order: 't.area_id',
		area: 't.area_id',
		fields: {
			division_basis: 't.division_basis',
			parent_level: `(SELECT p.level FROM area p WHERE p.area_id = t.parent_id)`,
		},
	},
	required_pair: {
		datasets: ['required_unit', 'grid'],
		from: `area t JOIN required_unit r JOIN dict_item k ON k.dict_id = r.grid_type_ref AND k.code = coalesce(t.grid_type, 'base')
			WHERE t.level = 'grid' AND (coalesce(r.special_type, '') = '' OR r.special_type = t.special_unit_type)`,
		key: `t.area_code || ' ' || (SELECT d.raw FROM dict_item d WHERE d.dict_id = r.required_unit_ref)`,
		order: 't.area_id, r.row_key',
		area: 't.area_id',
		batch: 'r.batch_id',
		fields: { required_unit: 'r.required_unit_ref' },
	},
	own_batch: {
		datasets: [],
		from: 'batch t WHERE t.undone_at IS NULL',
		key: 't.file_name',
		order: 't.batch_id',
		area: 'NULL',
		fields: { rows_sound: 't.rows_read - t.rows_quarantined', as_of_at: 't.as_of' },
	},
};

/** Fields of derived sources by SQL type; those of ledgers are looked up in their tables. */
const WORD_FIELDS: ReadonlySet<string> = new Set(['required_unit']);

function columnsOf(db: ReadableDb, table: string): Map<string, string> {
	const rows = db
		.prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
		.all(table);
	return new Map(rows.map(({ name, type }) => [name, type]));
}

/** Tables that a source's own columns stand in. */
const TABLES: Readonly<Record<string, string>> = { grid: 'area', required_pair: 'area', own_batch: 'batch' };

/** SQL of a source; every ledger is a table of its own name with a key, a batch and often a place. */
function sourceSql(source: LedgerSourceName, columns: ReadonlyMap<string, string>): SourceSql {
	const hasPlace = columns.has('area_place_id');
	const own = OWN_SOURCES[source] ?? {};
	return {
		datasets: own.datasets ?? [source],
		from: own.from ?? `${source} t`,
		key: own.key ?? `replace(t.row_key, char(31), ' ')`,
		area: own.area ?? (own.from !== undefined ? 'l.area_id' : hasPlace ? 't.area_place_id' : 'NULL'),
		isPlace: own.from === undefined && hasPlace,
		batch: own.batch ?? 't.batch_id',
		order: own.order ?? 't.row_key',
		fields: own.fields ?? {},
	};
}

/** Changes whenever the rows of a source, or where they count, may have changed. */
export function ledgerStamp(db: ReadableDb, source: LedgerSourceName): string {
	const datasets = [...(OWN_SOURCES[source]?.datasets ?? [source]), 'admin_unit', 'grid', 'grid_lineage'];
	const marks = source === 'own_batch' ? '' : `WHERE dataset IN (${datasets.map((name) => `'${name}'`).join()})`;
	return String(
		db
			.prepare(`SELECT count(*) || '/' || coalesce(max(batch_id), 0) || '/' || count(undone_at) FROM batch ${marks}`)
			.pluck()
			.get(),
	);
}

/** Changes whenever a place that ledgers name came to mean another area. */
export function placeStamp(db: ReadableDb): string {
	const sql = `SELECT count(*) || '/' || coalesce(sum(place_id * coalesce(area_id, 0)), 0) FROM place`;
	return String(db.prepare(sql).pluck().get());
}

/** Texts of all sources by number; the same text has the same number everywhere. */
export interface TextStore {
	numberOf(text: string): number;
	textOf(number: number): string;
}

/** Makes an empty store. */
export function makeTextStore(): TextStore {
	const numbers = new Map<string, number>();
	const texts: string[] = [];
	return {
		numberOf(text) {
			let number = numbers.get(text);
			if (number === undefined) {
				number = texts.length;
				texts.push(text);
				numbers.set(text, number);
			}
			return number;
		},
		textOf: (number) => texts[number] ?? '',
	};
}

interface FieldSql {
	sql: string;
	kind: 'word' | 'text' | 'number';
	isWide: boolean;
}

function fieldSql(field: string, { fields }: SourceSql, columns: ReadonlyMap<string, string>): FieldSql | null {
	const own = fields[field];
	const name =
		own !== undefined ? field : columns.has(field) ? field : columns.has(`${field}_ref`) ? `${field}_ref` : null;
	if (name === null) return null;
	const type = columns.get(name) ?? (field === 'parent_level' ? 'TEXT' : 'INTEGER');
	const isWord = name.endsWith('_ref') || WORD_FIELDS.has(field);
	return {
		sql: own ?? `t.${name}`,
		kind: isWord ? 'word' : type === 'TEXT' ? 'text' : 'number',
		isWide: type === 'REAL' || field === 'hours' || field.endsWith('_at'),
	};
}

/** Area of each place that the words of a row can name. */
function areasOfPlaces(db: ReadableDb): Map<number, number> {
	const rows = db
		.prepare<[], { place: number; area: number }>(
			'SELECT place_id AS place, area_id AS area FROM place WHERE area_id IS NOT NULL',
		)
		.all();
	return new Map(rows.map(({ place, area }) => [place, area]));
}

/** Fills a column with the one number of each row, looked up where a table is given. All at once: rows one by one take five times as long. */
function readNumbers(
	db: ReadableDb,
	sql: string,
	column: LedgerColumn | Uint32Array,
	lookUp: ReadonlyMap<number, number> | null,
): void {
	const values = db.prepare<[], number | null>(sql).pluck().all();
	for (let row = 0; row < values.length; row += 1) {
		const value = values[row] ?? null;
		const found = value === null || lookUp === null ? value : (lookUp.get(value) ?? null);
		if (found !== null) column[row] = found;
	}
}

/** The rows of a source; columns are read when they are first asked for. */
export function openLedgerRows(db: ReadableDb, source: LedgerSourceName, texts: TextStore): LedgerRows {
	const columns = columnsOf(db, TABLES[source] ?? source);
	const source_ = sourceSql(source, columns);
	const { from, order } = source_;
	const length = Number(db.prepare(`SELECT count(*) FROM ${from}`).pluck().get());
	const areaId = new Uint32Array(length);
	const batchId = new Uint32Array(length);
	readNumbers(
		db,
		`SELECT ${source_.area} FROM ${from} ORDER BY ${order}`,
		areaId,
		source_.isPlace ? areasOfPlaces(db) : null,
	);
	readNumbers(db, `SELECT ${source_.batch} FROM ${from} ORDER BY ${order}`, batchId, null);
	const read = new Map<string, LedgerColumn | null>();
	const kinds = new Map<string, FieldSql | null>();
	const find = (field: string): FieldSql | null => {
		let found = kinds.get(field);
		if (found === undefined) {
			found = fieldSql(field, source_, columns);
			kinds.set(field, found);
		}
		return found;
	};

	function readColumn(field: string): LedgerColumn | null {
		const wanted = find(field);
		if (wanted === null) return null;
		const column = wanted.isWide ? new Float64Array(length).fill(Number.NaN) : new Int32Array(length).fill(BLANK);
		const sql = `SELECT ${wanted.sql} FROM ${from} ORDER BY ${order}`;
		if (wanted.kind !== 'text') readNumbers(db, sql, column, null);
		else {
			const values = db.prepare<[], string | null>(sql).pluck().all();
			for (let row = 0; row < values.length; row += 1) {
				const text = values[row];
				if (text != null) column[row] = texts.numberOf(text);
			}
		}
		return column;
	}

	return {
		length,
		areaId,
		batchId,
		column(field) {
			let column = read.get(field);
			if (column === undefined) {
				column = readColumn(field);
				read.set(field, column);
			}
			return column;
		},
		kindOf: (field) => find(field)?.kind ?? 'number',
	};
}

/** Keys of rows by their position, in the order asked. */
export function readLedgerKeys(db: ReadableDb, source: LedgerSourceName, positions: readonly number[]): string[] {
	const { key, from, order } = sourceSql(source, columnsOf(db, TABLES[source] ?? source));
	const wanted = new Map(positions.map((position, at) => [position, at]));
	const keys: string[] = new Array(positions.length).fill('');
	const last = Math.max(-1, ...positions);
	let position = 0;
	for (const text of db.prepare(`SELECT ${key} FROM ${from} ORDER BY ${order}`).pluck().iterate() as Iterable<string>) {
		if (position > last) break;
		const at = wanted.get(position);
		if (at !== undefined) keys[at] = text;
		position += 1;
	}
	return keys;
}
