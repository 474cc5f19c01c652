// What became of areas that were split, merged, adjusted or renamed (grid_lineage): old codes to new ones and back, with
// shares, over any chain of changes. Pure; reads nothing and never moves a stored place.

/** Kinds of change (domain.md §3.1): 拆分, 合并, 调整, 更名. */
export type LineageChange = 'split' | 'merge' | 'adjust' | 'rename';

/** One delivered row. */
export interface LineageRow {
	oldCode: string;
	newCode: string;
	/** Part of the old area (by households, 0–1) that went to the new one; null where not delivered. */
	share: number | null;
	/** Null where the delivered word is not known. */
	change: LineageChange | null;
	/** First Shanghai day number on which the new area stands. */
	effectiveDay: number;
}

/** A part of an area that counts at `code`. */
export interface AreaShare {
	code: string;
	/** 0–1. */
	share: number;
	/** Some share on the way was not delivered and was taken as equal parts. */
	isEstimated: boolean;
}

/** One change as an area's history tells it. */
export interface LineageStep {
	effectiveDay: number;
	change: LineageChange;
	from: readonly string[];
	to: readonly string[];
}

export interface AreaLineage {
	/** True when nothing was ever changed: every area is itself at any time. */
	readonly isEmpty: boolean;
	/**
	 * "As now": where what stood at `code` on day `fromDay` stands on day `toDay` (≥ fromDay). Shares add up to 1; the
	 * area itself where nothing changed. A change effective on day d holds for toDay ≥ d > fromDay.
	 */
	successors(code: string, fromDay: number, toDay: number): AreaShare[];
	/**
	 * "As then": which areas of day `toDay` (≤ fromDay) make up what stands at `code` on day `fromDay`. A share is the
	 * part of that earlier area which came in, so a count "as now" is the sum of count × share. The area itself is
	 * always among them unless it gave all it had away: what was filed under a code before its day is not lost.
	 */
	predecessors(code: string, fromDay: number, toDay: number): AreaShare[];
	/**
	 * "As now" for one event: stored at `code`, accepted on `fromDay`. `pointCode` is the area that its point falls in
	 * today (null without a trusted point); it decides where it is one of the successors, else the shares do.
	 */
	placeNow(code: string, fromDay: number, toDay: number, pointCode: string | null): AreaShare[];
	/** True when the area stands on this day: not before the change that made it, not after the one that ended it. */
	isInForce(code: string, day: number): boolean;
	/** Changes that an area took part in, in order of day. */
	changesOf(code: string): LineageStep[];
}

/** Shares that miss 1 by no more than this were rounded. */
const ROUNDING = 0.02;

type Parts = Map<string, { share: number; isEstimated: boolean }>;

/** All changes of one day, old code to its parts; they happen at once. */
interface DayOfChange {
	day: number;
	parts: Map<string, Parts>;
	change: Map<string, LineageChange>;
}

function kindOf(rows: readonly LineageRow[], isJoined: boolean): LineageChange {
	const stated = rows.find(({ change }) => change !== null)?.change;
	if (stated) return stated;
	if (rows.length > 1) return 'split';
	if (isJoined) return 'merge';
	return rows[0]?.share != null && rows[0].share < 1 - ROUNDING ? 'adjust' : 'rename';
}

/** Parts of one old area on one day; always add up to 1. What an adjustment or split leaves over stays where it was. */
function partsOf(oldCode: string, rows: readonly LineageRow[], change: LineageChange): Parts {
	const parts: Parts = new Map();
	const only = rows[0];
	// Into one area goes the whole; a share beside it then says how much of the new area it makes up.
	if (rows.length === 1 && only && (change === 'merge' || change === 'rename' || only.share === null)) {
		return parts.set(only.newCode, { share: 1, isEstimated: false });
	}
	const stated = rows.reduce((sum, { share }) => sum + (share ?? 0), 0);
	const unstated = rows.filter(({ share }) => share === null).length;
	const each = unstated === 0 ? 0 : Math.max(0, 1 - stated) / unstated;
	const isEstimated = unstated > 0;
	for (const { newCode, share } of rows) parts.set(newCode, { share: share ?? each, isEstimated });
	const total = [...parts.values()].reduce((sum, { share }) => sum + share, 0);
	const isLeftOver = total < 1 - ROUNDING && (change === 'adjust' || change === 'split') && !parts.has(oldCode);
	if (isLeftOver) parts.set(oldCode, { share: 1 - total, isEstimated });
	else if (total <= 0)
		for (const part of parts.values()) Object.assign(part, { share: 1 / parts.size, isEstimated: true });
	else for (const part of parts.values()) part.share /= total;
	return parts;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}

function daysOfChange(rows: readonly LineageRow[]): DayOfChange[] {
	return [...groupBy(rows, ({ effectiveDay }) => String(effectiveDay)).values()]
		.map((ofDay) => {
			const into = groupBy(ofDay, ({ newCode }) => newCode);
			const parts = new Map<string, Parts>();
			const change = new Map<string, LineageChange>();
			for (const [oldCode, ofOld] of groupBy(ofDay, ({ oldCode }) => oldCode)) {
				const kind = kindOf(ofOld, (into.get(ofOld[0]?.newCode ?? '') ?? []).length > 1);
				change.set(oldCode, kind);
				parts.set(oldCode, partsOf(oldCode, ofOld, kind));
			}
			return { day: ofDay[0]?.effectiveDay ?? 0, parts, change };
		})
		.sort((a, b) => a.day - b.day);
}

function addPart(parts: Parts, code: string, share: number, isEstimated: boolean): void {
	const known = parts.get(code);
	if (known) {
		known.share += share;
		known.isEstimated ||= isEstimated;
	} else if (share > 0) parts.set(code, { share, isEstimated });
}

/** True when the area came into being by the change: it took over whole areas, and not as the one that was there. */
function isNewlyMade(incoming: Parts | undefined, change: DayOfChange['change']): boolean {
	const kinds = [...(incoming?.keys() ?? [])].map((oldCode) => change.get(oldCode));
	return kinds.includes('split') || kinds.includes('rename') || kinds.filter((kind) => kind === 'merge').length > 1;
}

/** What flows in from each old area, by new area. */
function reversed(parts: DayOfChange['parts']): Map<string, Parts> {
	const incoming = new Map<string, Parts>();
	for (const [oldCode, to] of parts) {
		for (const [newCode, { share, isEstimated }] of to) {
			const from = incoming.get(newCode) ?? new Map();
			addPart(from, oldCode, share, isEstimated);
			incoming.set(newCode, from);
		}
	}
	return incoming;
}

function toShares(parts: Parts): AreaShare[] {
	return [...parts]
		.map(([code, part]) => ({ code, ...part }))
		.sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
}

/**
 * Makes the lineage of all delivered rows, in any order. Changes of one day happen at once (two areas may swap codes);
 * a chain needs days of its own.
 */
export function makeAreaLineage(rows: readonly LineageRow[]): AreaLineage {
	const days = daysOfChange(rows.filter(({ oldCode, newCode }) => oldCode !== '' && newCode !== ''));
	const incomingOf = days.map(({ parts }) => reversed(parts));
	const known = new Set(rows.flatMap(({ oldCode, newCode }) => [oldCode, newCode]));

	function successors(code: string, fromDay: number, toDay: number): AreaShare[] {
		let at: Parts = new Map([[code, { share: 1, isEstimated: false }]]);
		if (!known.has(code)) return toShares(at);
		for (const { day, parts } of days) {
			if (day <= fromDay || day > toDay) continue;
			const next: Parts = new Map();
			for (const [place, part] of at) {
				const to = parts.get(place);
				if (!to) addPart(next, place, part.share, part.isEstimated);
				else
					for (const [one, { share, isEstimated }] of to)
						addPart(next, one, part.share * share, part.isEstimated || isEstimated);
			}
			at = next;
		}
		return toShares(at);
	}

	function predecessors(code: string, fromDay: number, toDay: number): AreaShare[] {
		let at: Parts = new Map([[code, { share: 1, isEstimated: false }]]);
		if (!known.has(code)) return toShares(at);
		for (let index = days.length - 1; index >= 0; index -= 1) {
			const { day, parts } = days[index] as DayOfChange;
			if (day > fromDay || day <= toDay) continue;
			const incoming = incomingOf[index] as Map<string, Parts>;
			const earlier: Parts = new Map();
			for (const [place, part] of at) {
				// A code that goes on without being an old one that day also keeps what it had.
				if (!parts.has(place)) addPart(earlier, place, part.share, part.isEstimated);
				for (const [one, { share, isEstimated }] of incoming.get(place) ?? []) {
					addPart(earlier, one, part.share * share, part.isEstimated || isEstimated);
				}
			}
			at = earlier;
		}
		return toShares(at);
	}

	return {
		isEmpty: days.length === 0,
		successors,
		predecessors,
		placeNow(code, fromDay, toDay, pointCode) {
			const shares = successors(code, fromDay, toDay);
			const isDecided = pointCode !== null && shares.some((share) => share.code === pointCode);
			return isDecided ? [{ code: pointCode, share: 1, isEstimated: false }] : shares;
		},
		isInForce(code, day) {
			if (!known.has(code)) return true;
			let stands: boolean | null = null;
			for (const [index, { day: changed, parts, change }] of days.entries()) {
				const incoming = incomingOf[index]?.get(code);
				const isOld = parts.has(code);
				if (!incoming && !isOld) continue;
				stands ??= isOld || !isNewlyMade(incoming, change);
				if (changed > day) return stands;
				stands = incoming !== undefined;
			}
			return stands ?? true;
		},
		changesOf(code) {
			return days.flatMap(({ day, parts, change }): LineageStep[] => {
				const isOld = parts.has(code);
				const from = isOld ? [code] : [...parts].filter(([, to]) => to.has(code)).map(([oldCode]) => oldCode);
				if (from.length === 0) return [];
				const to = isOld ? [...(parts.get(code)?.keys() ?? [])] : [code];
				return [{ effectiveDay: day, change: change.get(from[0] ?? '') ?? 'adjust', from: from.sort(), to: to.sort() }];
			});
		},
	};
}
