// SQL of the step merge: stages the steps of one file, numbers those without a number, folds doubles, writes changes.

import type { StepBlock } from '../exports/record-blocks.ts';
import type { WritableDb } from './cache-db.ts';
import type { BatchMark } from './event-rows.ts';

/** A block after its words became ids; ids are 0 for NULL. */
export interface StepRows {
	rowCount: number;
	rowNo: Uint32Array;
	eventId: readonly string[];
	numbers: StepBlock['numbers'];
	nodeId: Uint32Array;
	opId: Uint32Array;
	fromUnitId: Uint32Array;
	toUnitId: Uint32Array;
	operatorRoleId: Uint32Array;
}

const ROWS_PER_STATEMENT = 20;
const COLUMNS =
	'event_id,seq,node_id,op_id,from_unit_id,to_unit_id,operator_role_id,op_at,received_at,due_at,used_work_minutes,is_timeout,row_no';
const WIDTH = 13;
const COMPARED = [
	'node_id',
	'op_id',
	'from_unit_id',
	'to_unit_id',
	'operator_role_id',
	'op_at',
	'received_at',
	'due_at',
	'used_work_minutes',
	'is_timeout',
];

/** Makes the staging table and returns the writer into it. */
export function openStepWriter(db: WritableDb) {
	db.exec(`DROP TABLE IF EXISTS staging.step_in; CREATE TABLE staging.step_in (step_key INTEGER PRIMARY KEY, event_id TEXT NOT NULL,
		seq INTEGER, node_id INTEGER, op_id INTEGER, from_unit_id INTEGER, to_unit_id INTEGER, operator_role_id INTEGER, op_at INTEGER,
		received_at INTEGER, due_at INTEGER, used_work_minutes INTEGER, is_timeout INTEGER, row_no INTEGER NOT NULL)`);
	const row = `(${Array(WIDTH).fill('?').join()})`;
	const prepare = (rows: number): { run(...values: unknown[]): unknown } =>
		db.prepare(`INSERT INTO staging.step_in (${COLUMNS}) VALUES ${Array(rows).fill(row).join()}`);
	const many = prepare(ROWS_PER_STATEMENT);
	const one = prepare(1);

	function fill(params: unknown[], at: number, rows: StepRows, i: number): void {
		const { numbers } = rows;
		const number = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
		const values = [
			rows.eventId[i],
			number(numbers.seq[i]),
			rows.nodeId[i] || null,
			rows.opId[i] || null,
			rows.fromUnitId[i] || null,
			rows.toUnitId[i] || null,
			rows.operatorRoleId[i] || null,
			number(numbers.opAt[i]),
			number(numbers.receivedAt[i]),
			number(numbers.dueAt[i]),
			number(numbers.usedWorkMinutes[i]),
			number(numbers.isTimeout[i]),
			rows.rowNo[i],
		];
		for (let column = 0; column < WIDTH; column += 1) params[at + column] = values[column];
	}

	return {
		write(rows: StepRows): void {
			const params: unknown[] = new Array(WIDTH * ROWS_PER_STATEMENT);
			let i = 0;
			for (; i + ROWS_PER_STATEMENT <= rows.rowCount; i += ROWS_PER_STATEMENT) {
				for (let j = 0; j < ROWS_PER_STATEMENT; j += 1) fill(params, j * WIDTH, rows, i + j);
				many.run(...params);
			}
			const single: unknown[] = new Array(WIDTH);
			for (; i < rows.rowCount; i += 1) {
				fill(single, 0, rows, i);
				one.run(...single);
			}
		},
	};
}

export interface StepMergeOutcome {
	inserted: number;
	updated: number;
	unchanged: number;
	folded: number;
	older: number;
}

/** Merges the staged steps; leaves staging.step_events (event_id) with the events whose steps changed. */
export function mergeStagedSteps(db: WritableDb, mark: BatchMark, asOfS: number): StepMergeOutcome {
	const staged = Number(db.prepare('SELECT count(*) FROM staging.step_in').pluck().get());
	db.exec(
		`UPDATE staging.step_in SET seq = n.seq FROM (
			SELECT step_key, row_number() OVER (PARTITION BY event_id ORDER BY op_at, row_no) AS seq FROM staging.step_in
			WHERE event_id IN (SELECT event_id FROM staging.step_in WHERE seq IS NULL)
		) n WHERE step_in.step_key = n.step_key;
		DELETE FROM staging.step_in WHERE step_key IN (
			SELECT step_key FROM (
				SELECT step_key, row_number() OVER (PARTITION BY event_id, seq ORDER BY coalesce(op_at, 0) DESC, row_no DESC) AS n
				FROM staging.step_in
			) WHERE n > 1
		)`,
	);
	const kept = Number(db.prepare('SELECT count(*) FROM staging.step_in').pluck().get());
	db.exec('DROP TABLE IF EXISTS staging.step_plan');
	db.prepare(
		`CREATE TABLE staging.step_plan AS SELECT s.step_key, e.batch_id AS old_batch, CASE WHEN e.event_id IS NULL THEN 'insert'
			WHEN ${COMPARED.map((name) => `e.${name} IS s.${name}`).join(' AND ')} THEN 'same'
			WHEN b.as_of > ? THEN 'older' ELSE 'update' END AS act
		FROM staging.step_in s LEFT JOIN event_step e ON e.event_id = s.event_id AND e.seq = s.seq
		LEFT JOIN batch b ON b.batch_id = e.batch_id`,
	).run(asOfS);
	const counts = new Map(
		db
			.prepare<[], { act: string; n: number }>('SELECT act, count(*) AS n FROM staging.step_plan GROUP BY act')
			.all()
			.map((row) => [row.act, row.n]),
	);
	db.prepare(
		`INSERT INTO event_step_version SELECT ?, e.* FROM staging.step_plan p JOIN staging.step_in s USING (step_key)
		JOIN event_step e ON e.event_id = s.event_id AND e.seq = s.seq WHERE p.act = 'update'`,
	).run(mark.batchId);
	db.prepare(
		'INSERT OR IGNORE INTO batch_dependency SELECT DISTINCT ?, old_batch FROM staging.step_plan WHERE old_batch IS NOT NULL',
	).run(mark.batchId);
	const sets = [...COMPARED, 'row_no'].map((name) => `${name} = excluded.${name}`).join();
	db.exec(
		`INSERT INTO event_step (${COLUMNS},batch_id,first_batch_id)
		SELECT ${COLUMNS},${mark.batchId},${mark.batchId} FROM staging.step_in
		WHERE step_key IN (SELECT step_key FROM staging.step_plan WHERE act IN ('insert', 'update')) ORDER BY event_id, seq
		ON CONFLICT (event_id, seq) DO UPDATE SET ${sets}, batch_id = excluded.batch_id;
		DROP TABLE IF EXISTS staging.step_events;
		CREATE TABLE staging.step_events AS SELECT DISTINCT event_id FROM staging.step_in
		WHERE step_key IN (SELECT step_key FROM staging.step_plan WHERE act IN ('insert', 'update'))`,
	);
	return {
		inserted: counts.get('insert') ?? 0,
		updated: counts.get('update') ?? 0,
		unchanged: (counts.get('same') ?? 0) + (counts.get('older') ?? 0),
		folded: staged - kept,
		older: counts.get('older') ?? 0,
	};
}

/** SQL that selects the keys of the events whose steps mergeStagedSteps changed. */
export const STEP_EVENT_KEYS =
	'SELECT event_key FROM event WHERE event_id IN (SELECT event_id FROM staging.step_events)';
