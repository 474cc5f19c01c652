// What a filter asks of each event, as a bit for each dimension that an event fails: one pass over the packed columns
// answers both "which events" and "how many if this one choice were open". Decides nothing about scope and order.

import type { EventFilter } from '../../../shared/contract/schemas/events.ts';
import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { dayOf, parseIso, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';

/** Bits of the dimensions of a filter. */
export const FAILS = { category: 1, source: 2, unit: 4, status: 8, severity: 16, day: 32, number: 64 } as const;

/** Keys of the events whose number begins with a text. */
export type FindByNumber = (prefix: string) => readonly number[];

const DAY_S = 86_400;
const LAST_INSTANT = 0xffff_ffff;

/** Standard code of a delivered word as filters name it; a class nobody has mapped counts as 9999. */
function codeOfWord(word: { raw: string; code: string | null }, isCategory: boolean): string {
	return word.code ?? (isCategory ? UNMAPPED_CATEGORY : word.raw);
}

/** `bit` at the id of every word that is not the wanted one (its code, the domain of its code, or its delivered form). */
function failTable(snapshot: EngineSnapshot, wanted: string | undefined, bit: number): Uint8Array {
	let largest = 0;
	for (const id of snapshot.dict.keys()) largest = Math.max(largest, id);
	const table = new Uint8Array(largest + 1);
	if (wanted === undefined) return table;
	const isCategory = bit === FAILS.category;
	table.fill(bit);
	for (const [id, word] of snapshot.dict) {
		const code = codeOfWord(word, isCategory);
		const isInDomain = isCategory && wanted.length === 2 && code.startsWith(wanted);
		if (word.raw === wanted || code === wanted || isInDomain) table[id] = 0;
	}
	return table;
}

/** Bounds of the accepted days, both included (epoch seconds); a day that does not exist asks for nothing. */
export function dayBounds({ from, to }: EventFilter): [number, number] {
	const startOf = (day: string | undefined): number | null => (day === undefined ? null : parseIso(day));
	const fromS = startOf(from) ?? 0;
	const toS = startOf(to);
	return [fromS, toS === null ? LAST_INSTANT : startOfDay(dayOf(toS)) + DAY_S - 1];
}

/** Rows (1 each) whose number begins as asked; null where no number is asked for. */
function numberTable(
	snapshot: EngineSnapshot,
	prefix: string | undefined,
	find: FindByNumber | undefined,
): Uint8Array | null {
	if (prefix === undefined || find === undefined) return null;
	const wanted = new Set(find(prefix));
	return Uint8Array.from(snapshot.events.eventKey, (key) => (wanted.has(key) ? 1 : 0));
}

/** The bit of a choice at every dict id or severity that fails it; what is not chosen fails nobody. */
export function failTables(snapshot: EngineSnapshot, filter: EventFilter) {
	const severity = new Uint8Array(256);
	if (filter.severity !== undefined) severity.fill(FAILS.severity)[filter.severity] = 0;
	return {
		category: failTable(snapshot, filter.category, FAILS.category),
		source: failTable(snapshot, filter.source, FAILS.source),
		unit: failTable(snapshot, filter.unit, FAILS.unit),
		status: failTable(snapshot, filter.status, FAILS.status),
		severity,
	};
}

/** The bits of FAILS that a row of the columns fails; 0 = it is asked for. */
export function failingTest(
	snapshot: EngineSnapshot,
	filter: EventFilter,
	find?: FindByNumber,
): (row: number) => number {
	const { categoryId, sourceId, unitId, statusId, severity, acceptedAt } = snapshot.events;
	const { category, source, unit, status, severity: severities } = failTables(snapshot, filter);
	const hasDays = filter.from !== undefined || filter.to !== undefined;
	const [fromS, toS] = dayBounds(filter);
	const numbers = numberTable(snapshot, filter.number, find);
	return (row) => {
		let fails =
			(category[categoryId[row] as number] as number) |
			(source[sourceId[row] as number] as number) |
			(unit[unitId[row] as number] as number) |
			(status[statusId[row] as number] as number) |
			(severities[severity[row] as number] as number);
		if (hasDays) {
			const atS = acceptedAt[row] as number;
			if (atS === 0 || atS < fromS || atS > toS) fails |= FAILS.day;
		}
		if (numbers !== null && numbers[row] === 0) fails |= FAILS.number;
		return fails;
	};
}
