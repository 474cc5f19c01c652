// SQL of what returns, steps and earlier exports tell of an event, kept on the event itself so that figures need no other
// table; and of how those facts are packed. Runs inside the transaction that changed them.

import { DEGREE_SCALE, EVENT_FACT } from '../indicators/event-columns.ts';
import type { WritableDb } from './cache-db.ts';

const bit = (condition: string, value: number): string => `(CASE WHEN ${condition} THEN ${value} ELSE 0 END)`;
const RETURNS = 'max(coalesce(return_cnt, 0), coalesce(return_rows, 0))';
/** Characters from which a description counts as one (domain.md, TM05). */
export const FULL_TEXT_LENGTH = 10;

/** Bits of EVENT_FACT from the columns of `event` alone. */
export const SQL_FACTS = `(${[
	`(coalesce(satisfaction, 0) & ${EVENT_FACT.satisfaction})`,
	`((coalesce(handling_level, 0) & 7) << 3)`,
	bit('result_published = 1', EVENT_FACT.published),
	bit(`${RETURNS} >= 1`, EVENT_FACT.returned),
	bit(`${RETURNS} >= 2`, EVENT_FACT.returnedAgain),
	bit(`text_length >= ${FULL_TEXT_LENGTH}`, EVENT_FACT.fullText),
	bit('rework_cnt > 0', EVENT_FACT.reworked),
	bit('reopened_ever = 1', EVENT_FACT.reopenedEver),
	bit('is_online = 1', EVENT_FACT.online),
].join(' | ')}) AS facts`;

const degrees = (column: string): string =>
	`CAST(round((${column} + 180) * ${DEGREE_SCALE}) AS INTEGER) AS packed_${column}`;
export const SQL_LNG = degrees('lng');
export const SQL_LAT = degrees('lat');

const codesOf = (kind: string, codes: string): string =>
	`(SELECT dict_id FROM dict_item WHERE kind = '${kind}' AND code IN (${codes}))`;
/** Re-opening steps: verbs mapped to 51 or 52. */
const TURNING_BACK_OP = codesOf('op', `'51', '52'`);
const REOPENING_OP = codesOf('op', `'52'`);
const REOPENED_STATUS = codesOf('status', `'52'`);
/** Steps that come after closing by their nature. */
const AFTER_CLOSING = `(SELECT dict_id FROM dict_item WHERE kind IN ('node', 'op')
	AND (raw LIKE '%回访%' OR raw LIKE '%评价%' OR raw LIKE '%归档%'))`;
/** A step written down later than this after the closing was back-filled (domain.md, DG02). */
const BACKFILL_S = 86_400;
const KEY_JOINT = 31;

/** True when anything is stored that tells more of an event than its own row. */
export function hasFactSources(db: WritableDb): boolean {
	return ['event_step', 'event_return', 'event_version'].some(
		(table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined,
	);
}

/**
 * Sets reopened_at, reopened_ever, is_online and return_rows on the events that a query selects; returns the keys that
 * changed. A return that was not agreed to is none.
 */
export function applyFacts(db: WritableDb, keysSql: string): number[] {
	const step = 'FROM event_step s WHERE s.event_id = e.event_id';
	return db
		.prepare<[], number>(
			`UPDATE event SET reopened_at = f.turned_back, reopened_ever = f.reopened, is_online = f.online, return_rows = f.returns
			FROM (
				SELECT e.event_key AS k,
					(SELECT max(op_at) ${step} AND s.op_id IN ${TURNING_BACK_OP}) AS turned_back,
					CASE WHEN EXISTS (SELECT 1 ${step} AND s.op_id IN ${REOPENING_OP})
						OR EXISTS (SELECT 1 FROM event_version v WHERE v.event_key = e.event_key AND v.status_id IN ${REOPENED_STATUS})
						THEN 1 END AS reopened,
					CASE WHEN EXISTS (SELECT 1 ${step}) THEN NOT EXISTS (
						SELECT 1 ${step} AND coalesce(s.node_id, 0) NOT IN ${AFTER_CLOSING} AND coalesce(s.op_id, 0) NOT IN ${AFTER_CLOSING}
							AND (s.op_at IS NULL OR s.op_at > e.closed_at + ${BACKFILL_S})
					) END AS online,
					nullif((SELECT count(*) FROM event_return r WHERE r.row_key >= e.event_id || char(${KEY_JOINT})
						AND r.row_key < e.event_id || char(${KEY_JOINT + 1}) AND coalesce(r.is_accepted, 1) = 1), 0) AS returns
				FROM event e WHERE e.event_key IN (${keysSql})
			) f WHERE event.event_key = f.k AND (event.reopened_at IS NOT f.turned_back OR event.reopened_ever IS NOT f.reopened
				OR event.is_online IS NOT f.online OR event.return_rows IS NOT f.returns) RETURNING event_key`,
		)
		.pluck()
		.all();
}

/** SQL that selects the events that returns tell of, or told of until now. */
export const RETURNED_EVENT_KEYS = `SELECT event_key FROM event WHERE return_rows IS NOT NULL
	UNION SELECT event_key FROM event WHERE event_id IN (SELECT event_id FROM event_return)`;
