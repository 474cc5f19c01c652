// Words of exports and what they mean, from domain.md §4.1, §4.3 and §4.5, for the oracle alone: the product keeps its
// own dictionaries and none of them is read here.

import { EVENT_CLASSES, SOURCES } from '../../../../electron/services/sample/event-classes.ts';

/** Status words → codes of domain.md §4.5. */
const STATUS_WORDS: Readonly<Record<string, number>> = {
	待受理: 10,
	不予受理: 11,
	待派单: 20,
	待签收: 30,
	处置中: 31,
	已退单: 32,
	已挂起: 41,
	延期审批中: 42,
	待核查: 50,
	返工: 51,
	重办: 52,
	已结案: 60,
	待回访: 61,
	已归档: 70,
	作废: 90,
	并案: 91,
};

/** Tables of words as SQL statements: `status_word`, `class_word`, `source_word`. */
export function vocabularySql(): string {
	const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
	const statuses = Object.entries(STATUS_WORDS).map(([word, code]) => `(${text(word)}, ${code})`);
	const classes = EVENT_CLASSES.map(({ code, l1, l2 }) => `(${text(l1)}, ${text(l2)}, ${text(code)})`);
	const sources = SOURCES.map(({ name, code }) => `(${text(name)}, ${text(code)})`);
	return `
		CREATE TABLE status_word AS SELECT * FROM (VALUES ${statuses.join(', ')}) AS w(word, code);
		CREATE TABLE class_word AS SELECT * FROM (VALUES ${classes.join(', ')}) AS w(l1, l2, code);
		CREATE TABLE source_word AS SELECT * FROM (VALUES ${sources.join(', ')}) AS w(word, code);`;
}
