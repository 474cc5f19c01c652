// Stretches of a text that are cut or must stay whole, gathered before anything is changed, so that one finding never
// hides the next. Pure.

/** What was cut, for the counts of a report. */
export const SCRUB_KINDS = [
	'name',
	'mobile',
	'landline',
	'identity',
	'bankCard',
	'plate',
	'address',
	'contact',
] as const;
export type ScrubKind = (typeof SCRUB_KINDS)[number];
export type ScrubCounts = Record<ScrubKind, number>;

/** Counts of nothing yet. */
export function noScrubCounts(): ScrubCounts {
	return { name: 0, mobile: 0, landline: 0, identity: 0, bankCard: 0, plate: 0, address: 0, contact: 0 };
}

interface Span {
	start: number;
	end: number;
	/** Null for a stretch that stays whole. */
	kind: ScrubKind | null;
}

export class CutSpans {
	private readonly spans: Span[] = [];

	/** Keeps a stretch whole, whatever a later rule thinks of it. */
	protect(start: number, end: number): void {
		this.spans.push({ start, end, kind: null });
	}

	/** Cuts a stretch unless part of it is kept or cut already; true when it was taken. */
	cut(start: number, end: number, kind: ScrubKind): boolean {
		if (end <= start || this.touches(start, end)) return false;
		this.spans.push({ start, end, kind });
		return true;
	}

	touches(start: number, end: number): boolean {
		return this.spans.some((span) => span.start < end && start < span.end);
	}

	/** Starts of the stretches cut as one of these kinds. */
	startsOf(kinds: readonly ScrubKind[]): number[] {
		return this.spans.filter(({ kind }) => kind !== null && kinds.includes(kind)).map(({ start }) => start);
	}

	/** The text with the cut stretches replaced, neighbours by one mark; counts what was cut. */
	apply(text: string, mark: string, counts: ScrubCounts): string {
		const cuts = this.spans.filter(({ kind }) => kind !== null).sort((a, b) => a.start - b.start);
		if (cuts.length === 0) return text;
		let result = '';
		let at = 0;
		for (const { start, end, kind } of cuts) {
			counts[kind as ScrubKind]++;
			if (start > at || at === 0) result += text.slice(at, start) + mark;
			at = end;
		}
		return result + text.slice(at);
	}
}
