// Where the steps of a waterfall stand, as shares of the plot's width: each begins where the one before ended. Pure.

/** One contribution; `kind` decides its colour, never the sign alone. */
export interface WaterfallStep {
	key: string;
	name: string;
	amount: number;
	/** `mix` is grey: the make-up of the whole moved, nobody did better or worse. */
	kind: 'mix' | 'better' | 'worse' | 'neutral';
	/** The place or class that a click leads to; null for a folded rest. */
	code: string | null;
}

export interface PlacedStep extends WaterfallStep {
	/** Left edge and width of the bar, 0 to 1. */
	left: number;
	width: number;
	/** Where the bar ends, 0 to 1: the line to the next row starts there. */
	end: number;
}

export interface WaterfallLayout {
	from: number;
	to: number;
	steps: PlacedStep[];
}

/** A bar narrower than this share of the plot is widened to it, so that every contribution is seen. */
const THINNEST = 0.004;

/**
 * Lays out the way from one value to another. The axis runs over what the steps pass through, not from zero: the two
 * ends are marks, not bars.
 */
export function layWaterfall(from: number, steps: readonly WaterfallStep[]): WaterfallLayout {
	let at = from;
	let low = from;
	let high = from;
	const spans = steps.map((step) => {
		const start = at;
		at += step.amount;
		low = Math.min(low, at);
		high = Math.max(high, at);
		return { step, start, end: at };
	});
	const width = high - low;
	const share = (value: number) => (width === 0 ? 0.5 : (value - low) / width);
	return {
		from: share(from),
		to: share(at),
		steps: spans.map(({ step, start, end }) => ({
			...step,
			left: share(Math.min(start, end)),
			width: Math.max(THINNEST, share(Math.max(start, end)) - share(Math.min(start, end))),
			end: share(end),
		})),
	};
}
