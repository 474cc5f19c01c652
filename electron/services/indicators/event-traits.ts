// What is true of an event in every period, as bits: whether it is valid, how it stands, what its facts say. Made once
// for a revision; what depends on a period or an as-of is tested elsewhere.

import { STATUS, UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { AreaTree } from './area-tree.ts';
import type { EngineSnapshot } from './event-columns.ts';
import { DATE_ONLY, EVENT_FACT, EVENT_FLAG } from './event-columns.ts';

/** Why an event is not valid, by number in `verdict`; 0 is valid. */
export const VERDICTS = ['valid', 'refused', 'void', 'merged', 'baseData'] as const;

/** Bits of `traits`: what is true of an event in every period. */
export const TRAIT = {
	selfClosed: 1,
	paused: 2,
	located: 4,
	/** Re-worked or re-opened after its closing time. */
	reopened: 8,
	closingStatus: 16,
	/** Closed before accepted. */
	clockFault: 32,
	/** Accepted or closed is date-only: durations are in whole days. */
	wholeDays: 64,
	/** Due by the reported flag alone. */
	flagOnly: 128,
	/** `verdict` is not 0. */
	invalid: 256,
	notAccepted: 512,
	/** Neither a due time nor a reported flag. */
	noLimit: 1024,
	/** Severity 1 or 2. */
	urgent: 1 << 11,
	crossDept: 1 << 12,
	/** Groups of report channels (domain.md §4.3). */
	proactive: 1 << 13,
	public: 1 << 14,
	/** Reported by residents of their own accord: 03, 04, 06. */
	voluntary: 1 << 15,
	/** Reported by grid staff: 01, 02. */
	gridStaff: 1 << 16,
	/** Resolved at the grid or micro-grid, and at the village or below. */
	resolvedInGrid: 1 << 17,
	resolvedInVillage: 1 << 18,
	rated: 1 << 19,
	/** Rated 4 or 5. */
	satisfied: 1 << 20,
	published: 1 << 21,
	/** A rework was counted, or it was ever re-opened (52). */
	reworkedOrReopened: 1 << 22,
	returned: 1 << 23,
	returnedAgain: 1 << 24,
	online: 1 << 25,
	atDeclaredGrid: 1 << 26,
	/** Neither void nor merged, its class and place known, its text of ten characters or more. */
	soundReport: 1 << 27,
} as const;

const STATUS_TRAITS = new Map<number, number>([
	[STATUS.paused, TRAIT.paused],
	[STATUS.closed, TRAIT.closingStatus],
	[STATUS.awaitingRevisit, TRAIT.closingStatus],
	[STATUS.archived, TRAIT.closingStatus],
]);
/** Numbers in VERDICTS. */
const STATUS_VERDICT = new Map<number, number>([
	[STATUS.refused, 1],
	[STATUS.void, 2],
	[STATUS.merged, 3],
]);
const BASE_DATA = 4;
const AGAIN = new Set<number>([STATUS.rework, STATUS.reopened]);
const VOID = new Set<number>([VERDICTS.indexOf('void'), VERDICTS.indexOf('merged')]);
/** Groups of report channels as bits of TRAIT, moved down so that they fit a table of 16 bits. */
const SOURCE_SHIFT = 13;
const groupOf = (...traits: number[]): number => traits.reduce((bits, trait) => bits | trait, 0) >>> SOURCE_SHIFT;
const SOURCE_GROUPS: ReadonlyMap<string, number> = new Map([
	['01', groupOf(TRAIT.proactive, TRAIT.gridStaff)],
	['02', groupOf(TRAIT.proactive, TRAIT.gridStaff)],
	['11', groupOf(TRAIT.proactive)],
	['12', groupOf(TRAIT.proactive)],
	...['03', '04', '06'].map((code): [string, number] => [code, groupOf(TRAIT.public, TRAIT.voluntary)]),
	...['05', '07', '13', '15'].map((code): [string, number] => [code, groupOf(TRAIT.public)]),
]);

/** Validity and traits of each event by its status, class, flags and own instants. */
export function judgeRows({ events, dict }: EngineSnapshot): { verdict: Uint8Array; traits: Uint32Array } {
	const { length, flags, dateOnly, statusId, categoryId, severity } = events;
	const { acceptedAt, closedAt, dueAt, reopenedAt } = events;
	const verdict = new Uint8Array(length);
	const traits = new Uint32Array(length);
	const statusOf = tableOf(dict, (code) => Number(code) || 0);
	const classVerdict = tableOf(dict, (code) => (code.startsWith('09') ? BASE_DATA : 0));
	const statusVerdict = statusOf.map((status) => STATUS_VERDICT.get(status) ?? 0);
	const statusTraits = statusOf.map((status) => STATUS_TRAITS.get(status) ?? 0);
	const isAgain = statusOf.map((status) => (AGAIN.has(status) ? 1 : 0));
	const ofSource = tableOf(dict, (code) => SOURCE_GROUPS.get(code) ?? 0);
	const { facts, sourceId } = events;
	for (let row = 0; row < length; row += 1) {
		const status = statusId[row] as number;
		const flag = flags[row] as number;
		const accepted = acceptedAt[row] as number;
		const closed = closedAt[row] as number;
		const invalid = statusVerdict[status] || (classVerdict[categoryId[row] as number] as number);
		verdict[row] = invalid;
		let bits = (statusTraits[status] as number) | (invalid === 0 ? 0 : TRAIT.invalid);
		if (accepted === 0) bits |= TRAIT.notAccepted;
		if ((flag & EVENT_FLAG.selfClosed) !== 0) bits |= TRAIT.selfClosed;
		if ((severity[row] as number) - 1 < 2 && severity[row] !== 0) bits |= TRAIT.urgent;
		bits |= ((ofSource[sourceId[row] as number] as number) << SOURCE_SHIFT) | traitsOfFacts(facts[row] as number);
		if ((flag & EVENT_FLAG.crossDept) !== 0) bits |= TRAIT.crossDept;
		if ((flag & EVENT_FLAG.atDeclaredGrid) !== 0) bits |= TRAIT.atDeclaredGrid;
		if (statusOf[status] === STATUS.reopened) bits |= TRAIT.reworkedOrReopened;
		if (dueAt[row] === 0) bits |= (flag & EVENT_FLAG.hasReportedFlag) === 0 ? TRAIT.noLimit : TRAIT.flagOnly;
		if (dateOnly[row] !== 0 && isWholeDays(dateOnly[row] as number, flag)) bits |= TRAIT.wholeDays;
		if (closed !== 0) {
			if (isAgain[status] === 1 || (reopenedAt[row] as number) > closed) bits |= TRAIT.reopened;
			if (closed < accepted && ((bits & TRAIT.wholeDays) === 0 || dayOf(closed) < dayOf(accepted))) {
				bits |= TRAIT.clockFault;
			}
		}
		traits[row] = bits;
	}
	return { verdict, traits };
}

/** What the facts of an event say in every period. */
function traitsOfFacts(facts: number): number {
	if (facts === 0) return 0;
	const rating = facts & EVENT_FACT.satisfaction;
	const level = (facts & EVENT_FACT.handlingLevel) >> 3;
	let bits = 0;
	if (rating > 0) bits |= rating >= 4 ? TRAIT.rated | TRAIT.satisfied : TRAIT.rated;
	if (level > 0 && level <= 3)
		bits |= level <= 2 ? TRAIT.resolvedInGrid | TRAIT.resolvedInVillage : TRAIT.resolvedInVillage;
	if ((facts & EVENT_FACT.published) !== 0) bits |= TRAIT.published;
	if ((facts & (EVENT_FACT.reworked | EVENT_FACT.reopenedEver)) !== 0) bits |= TRAIT.reworkedOrReopened;
	if ((facts & EVENT_FACT.returned) !== 0) bits |= TRAIT.returned;
	if ((facts & EVENT_FACT.returnedAgain) !== 0) bits |= TRAIT.returnedAgain;
	if ((facts & EVENT_FACT.online) !== 0) bits |= TRAIT.online;
	return bits;
}

/** Accepted (or the reported time that stands for it) or closed is date-only. */
function isWholeDays(dateOnly: number, flags: number): boolean {
	const isFromReported = (flags & EVENT_FLAG.acceptedFromReported) !== 0;
	const accepted = isFromReported ? DATE_ONLY.accepted | DATE_ONLY.reported : DATE_ONLY.accepted;
	return (dateOnly & (accepted | DATE_ONLY.closed)) !== 0;
}

/** Place number of each row; marks the rows that count at a grid. */
export function locateRows(
	{ events, dict }: EngineSnapshot,
	tree: AreaTree,
	verdict: Uint8Array,
	traits: Uint32Array,
): Uint16Array | Uint32Array {
	const { length, areaId, categoryId, facts } = events;
	const isClassKnown = tableOf(dict, (code) => (code === UNMAPPED_CATEGORY ? 0 : 1));
	const place = tree.places.length < 65_536 ? new Uint16Array(length) : new Uint32Array(length);
	const isGrid = Uint8Array.from(tree.places, ({ level }) => (level === 'grid' ? 1 : 0));
	let size = 1;
	for (const id of tree.placeByAreaId.keys()) size = Math.max(size, id + 1);
	const placeOfArea = new Uint32Array(size);
	for (const [id, number] of tree.placeByAreaId) placeOfArea[id] = number;
	for (let row = 0; row < length; row += 1) {
		const at = placeOfArea[areaId[row] as number] ?? 0;
		place[row] = at;
		let bits = isGrid[at] === 1 ? TRAIT.located : 0;
		const isWhole = at !== 0 && isClassKnown[categoryId[row] as number] === 1;
		if (isWhole && ((facts[row] as number) & EVENT_FACT.fullText) !== 0 && !VOID.has(verdict[row] as number)) {
			bits |= TRAIT.soundReport;
		}
		if (bits !== 0) traits[row] = (traits[row] as number) | bits;
	}
	return place;
}

/** A number for each dict id by its mapped code; 0 for unmapped words and for none. */
function tableOf(dict: EngineSnapshot['dict'], numberOf: (code: string) => number): Uint16Array {
	const table = new Uint16Array(65_536);
	for (const [id, { code }] of dict) if (code !== null && id < table.length) table[id] = numberOf(code);
	return table;
}
