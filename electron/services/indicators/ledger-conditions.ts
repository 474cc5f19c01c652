// What can be asked of one row of a ledger, turned from its declaration into a row test. The one place that does so.

import type { Place } from './area-tree.ts';
import type { EventIndex } from './event-index.ts';
import type { LedgerRows } from './ledger-columns.ts';
import { BLANK } from './ledger-columns.ts';
import { candidateRows } from './ledger-day-order.ts';
import type { GridNorm, LedgerCondition, LedgerJoin, LedgerSourceName } from './ledger-formula-schema.ts';
import { compileMembership } from './ledger-membership.ts';
import { populationAt } from './ledger-population.ts';
import type { LedgerWindow } from './ledger-window.ts';
import { dayFieldOf, dueEndOf, numberOf, startOf } from './ledger-window.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type LedgerTest = (row: number) => boolean;

/** Everything that a formula over one source is compiled for. */
export interface LedgerScope {
	index: EventIndex;
	calendar: WorkingCalendar;
	window: LedgerWindow;
	source: LedgerSourceName;
	rows: LedgerRows;
	/** Place number of each row; 0 (the district) where its place is not known. */
	place: Uint32Array;
	/** Where each row adds up: its place, or what became of it where areas are taken as now. */
	countsAt: Uint32Array;
}

const NEVER: LedgerTest = () => false;

/** Compiles one condition; a field that the source does not have is blank in every row. */
export function compileLedgerCondition(condition: LedgerCondition, scope: LedgerScope): LedgerTest {
	if ('any' in condition) {
		const tests = condition.any.map((each) => compileLedgerCondition(each, scope));
		return (row) => tests.some((test) => test(row));
	}
	if ('all' in condition) {
		const tests = condition.all.map((each) => compileLedgerCondition(each, scope));
		return (row) => tests.every((test) => test(row));
	}
	if ('not' in condition) {
		const test = compileLedgerCondition(condition.not, scope);
		return (row) => !test(row);
	}
	if ('joined' in condition) return compileJoin(condition.joined, scope);
	if ('gridNorm' in condition) return compileNorm(condition.gridNorm, scope);
	if ('atGrid' in condition) {
		const { places } = scope.index.tree;
		return (row) => places[scope.place[row] as number]?.level === 'grid';
	}
	return compileField(condition, scope);
}

/** A row test of several conditions that must all hold. */
export function compileAll(conditions: readonly LedgerCondition[], scope: LedgerScope): LedgerTest {
	const tests = conditions.map((condition) => compileLedgerCondition(condition, scope));
	const [first, ...rest] = tests;
	if (!first) return () => true;
	return rest.length === 0 ? first : (row) => tests.every((test) => test(row));
}

type FieldCondition = Extract<LedgerCondition, { field: string }>;

function compileField(condition: FieldCondition, scope: LedgerScope): LedgerTest {
	const { field } = condition;
	const { rows, window, calendar } = scope;
	const column = rows.column(field);
	if (column === null) return 'isNot' in condition || ('blank' in condition && condition.blank) ? () => true : NEVER;
	if ('is' in condition) return compileWords(condition.is, field, scope);
	if ('isNot' in condition) {
		const isOne = compileWords(condition.isNot, field, scope);
		return (row) => !isOne(row);
	}
	const read = numberOf(column);
	if ('isTrue' in condition) {
		const wanted = condition.isTrue ? 1 : 0;
		return (row) => read(row) === wanted;
	}
	if ('blank' in condition) return (row) => Number.isNaN(read(row)) === condition.blank;
	if ('between' in condition) {
		const [low, high] = condition.between;
		return (row) => read(row) >= low && read(row) <= high;
	}
	if ('happened' in condition) {
		const at = startOf(field, column);
		return (row) => at(row) <= window.asOfS;
	}
	if ('withinDays' in condition || 'inLastDays' in condition) {
		const day = dayFieldOf(field, column);
		const at = startOf(field, column);
		const oldest = window.lastDay - ('withinDays' in condition ? condition.withinDays : condition.inLastDays - 1);
		return (row) => at(row) <= window.tS && day(row) >= oldest;
	}
	if ('workingDay' in condition) {
		const day = dayFieldOf(field, column);
		return (row) => !Number.isNaN(day(row)) && calendar.isWorkingDay(day(row));
	}
	return compileOrder(condition, scope);
}

/** field ≤ notAfter (+ minutes), the field having happened at the as-of. A due day lasts to its end. */
function compileOrder(
	condition: Extract<LedgerCondition, { notAfter: string }>,
	{ rows, window }: LedgerScope,
): LedgerTest {
	const column = rows.column(condition.field);
	const limit = rows.column(condition.notAfter);
	if (column === null || limit === null) return NEVER;
	const at = startOf(condition.field, column);
	const end = dueEndOf(condition.notAfter, limit);
	const graceS = (condition.plusMinutes ?? 0) * 60;
	return (row) => at(row) <= end(row) + graceS && at(row) <= window.asOfS;
}

/** Words by their mapped code, else as delivered; texts as they are. */
function compileWords(words: readonly string[], field: string, { rows, index }: LedgerScope): LedgerTest {
	const column = rows.column(field);
	if (column === null) return NEVER;
	const ids = new Set<number>();
	if (rows.kindOf(field) === 'word') {
		for (const [id, { code, raw }] of index.snapshot.dict) if (words.includes(code ?? raw)) ids.add(id);
	} else {
		const { ledgers } = index.snapshot;
		const seen = new Set<number>(column);
		for (const id of seen) if (id !== BLANK && ledgers && words.includes(ledgers.textOf(id))) ids.add(id);
	}
	return (row) => ids.has(column[row] as number);
}

/** Households of the grid at t within the norm of its kind; an unknown number is in none. */
function compileNorm(norm: GridNorm, { index, rows, place, window }: LedgerScope): LedgerTest {
	const households = populationAt(index, 'households', window.tS);
	const dedicated = new Set(
		index.snapshot.areas.filter(({ gridType }) => gridType === 'dedicated').map(({ areaId }) => areaId),
	);
	return (row) => {
		const at = place[row] as number;
		const isDedicated = dedicated.has(rows.areaId[row] as number);
		const range = norm[isDedicated ? 'dedicated' : isRural(index, at) ? 'ruralBase' : 'urbanBase'];
		if (range === null) return true;
		const count = households[at] ?? null;
		return count !== null && count >= range[0] && count <= range[1];
	};
}

/** True where the nearest area upwards that has an urban-rural class is rural. */
function isRural({ tree }: EventIndex, place: number): boolean {
	let at: number | null = place;
	while (at !== null) {
		const { peerGroup, parent }: Pick<Place, 'peerGroup' | 'parent'> = tree.places[at] as Place;
		if (peerGroup !== 'all') return peerGroup === 'rural';
		at = parent;
	}
	return false;
}

/** Own rows whose keys have enough rows, or a large enough sum, in the other source. */
function compileJoin(join: LedgerJoin, scope: LedgerScope): LedgerTest {
	const { index } = scope;
	const rows = index.snapshot.ledgers?.rows(join.dataset) ?? null;
	if (rows === null) return NEVER;
	const place = placesOf(index, rows);
	const other: LedgerScope = { ...scope, source: join.dataset, rows, place, countsAt: place };
	const isMember = compileMembership(join.when, other);
	const where = join.where.map((condition) => compileLedgerCondition(condition, other));
	const sums = new Map<number | string, number>();
	const otherKey = joinKey(
		join.on.map(([, field]) => field),
		other,
	);
	const ownKey = joinKey(
		join.on.map(([field]) => field),
		scope,
	);
	const column = join.sum === undefined ? null : rows.column(join.sum);
	const amount = column === null ? () => 1 : numberOf(column);
	for (const row of candidateRows(join.when, other)) {
		if (!isMember(row) || !where.every((test) => test(row))) continue;
		const key = otherKey(row);
		const value = amount(row);
		if (key !== null && !Number.isNaN(value)) sums.set(key, (sums.get(key) ?? 0) + value);
	}
	const enough = thresholdOf(join.atLeast, scope.window);
	return (row) => {
		const key = ownKey(row);
		return key !== null && (sums.get(key) ?? 0) >= enough;
	};
}

/** What a period asks for: its own number, else the year's by the share of days; a little less than a rounding error. */
function thresholdOf(atLeast: LedgerJoin['atLeast'], { period }: LedgerWindow): number {
	if (typeof atLeast === 'number') return atLeast;
	const slack = 1e-9;
	switch (period.kind) {
		case 'quarter':
			return atLeast.quarter - slack;
		case 'year':
			return atLeast.year - slack;
		case 'month':
			return atLeast.year / 12 - slack;
		default:
			return (atLeast.year * (period.endDay - period.startDay)) / 365 - slack;
	}
}

/** The value of the one key field, else one text for the values of all; null where one is blank. `place` is the place itself. */
function joinKey(
	fields: readonly string[],
	{ rows, place, index }: LedgerScope,
): (row: number) => number | string | null {
	const readers = fields.map((field): ((row: number) => number) => {
		if (field === 'place') return (row) => place[row] as number;
		const column = rows.column(field);
		if (column === null) return () => Number.NaN;
		const read = numberOf(column);
		if (rows.kindOf(field) !== 'word') return read;
		const same = index.snapshot.ledgers?.unitIdentities();
		return (row) => same?.get(read(row)) ?? read(row);
	});
	const [only, ...others] = readers;
	if (only && others.length === 0) {
		return (row) => {
			const value = only(row);
			return Number.isNaN(value) ? null : value;
		};
	}
	return (row) => {
		let key = '';
		for (const read of readers) {
			const value = read(row);
			if (Number.isNaN(value)) return null;
			key += `${value}/`;
		}
		return key;
	};
}

const placesKept = new WeakMap<LedgerRows, { tree: EventIndex['tree']; place: Uint32Array }>();

/** Place numbers of the rows of a source; 0 where nothing is known. */
export function placesOf({ tree }: EventIndex, rows: LedgerRows): Uint32Array {
	const known = placesKept.get(rows);
	if (known?.tree === tree) return known.place;
	const place = rows.areaId.map((areaId) => tree.placeByAreaId.get(areaId) ?? 0);
	placesKept.set(rows, { tree, place });
	return place;
}
