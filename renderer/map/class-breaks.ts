// Classes of a choropleth: hatched "no data", zero, and five quantiles of the values above zero (design/README.md, Map).
// Pure; knows nothing of colours, words or maps.

/** Number of classes above zero; the ramp has one colour more, for zero. */
const QUANTILE_CLASSES = 5;

/** One class of the legend. `from` is included, `to` is not; null bounds are open. */
export interface MapClass {
	/** Index into the ramp (0 = zero … 5 = highest); −1 is hatched "no data". */
	ramp: number;
	from: number | null;
	to: number | null;
	/** Areas of this class. */
	count: number;
}

export interface ClassBreaks {
	/** Classes in legend order: no data, zero, then rising. Empty classes of no data and zero are left out. */
	classes: MapClass[];
	/** Ramp index of each area that was given, −1 for no data. */
	rampByArea: Map<string, number>;
}

/** Ramp steps used when ties leave fewer than five classes: spread over the ramp, so that few classes still differ. */
const RAMP_STEPS: readonly (readonly number[])[] = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

/** Rounds to a number of decimals without the drift of binary halves (1.005 stays 1.01). */
function roundTo(value: number, decimals: number): number {
	const factor = 10 ** decimals;
	return Math.round(value * factor + Number.EPSILON * Math.sign(value)) / factor;
}

/** How the values above zero are parted: as many areas in each class, or as wide a class each. */
export type ClassMethod = 'quantile' | 'equal';

export interface ClassOptions {
	method?: ClassMethod;
	/** Values that the bounds are found from, where they must hold for several periods or maps; default those given. */
	pool?: Iterable<number | null>;
}

/** Inner bounds of classes of the same width, rounded as they are printed. */
function equalBounds(sorted: readonly number[], decimals: number): number[] {
	const lowest = sorted[0];
	const highest = sorted.at(-1);
	if (lowest === undefined || highest === undefined) return [];
	const bounds: number[] = [];
	for (let step = 1; step < QUANTILE_CLASSES; step += 1) {
		const bound = roundTo(lowest + ((highest - lowest) * step) / QUANTILE_CLASSES, decimals);
		if (bound > lowest && bound <= highest && bound !== bounds.at(-1)) bounds.push(bound);
	}
	return bounds;
}

function isAboveZero(value: number | null): value is number {
	return value !== null && Number.isFinite(value) && value !== 0;
}

/** Inner bounds of the classes above zero, rising and distinct, rounded as they are printed. */
function innerBounds(sorted: readonly number[], decimals: number): number[] {
	const lowest = sorted[0];
	const highest = sorted.at(-1);
	if (lowest === undefined || highest === undefined) return [];
	const bounds: number[] = [];
	for (let step = 1; step < QUANTILE_CLASSES; step += 1) {
		const value = sorted[Math.ceil((sorted.length * step) / QUANTILE_CLASSES)] ?? highest;
		const bound = roundTo(value, decimals);
		// A bound that parts nothing (all values on one side of it) would make an empty class.
		if (bound > lowest && bound <= highest && bound !== bounds.at(-1)) bounds.push(bound);
	}
	return bounds.filter((bound, index) => {
		const below = index === 0 ? Number.NEGATIVE_INFINITY : (bounds[index - 1] ?? Number.NEGATIVE_INFINITY);
		return sorted.some((value) => value >= below && value < bound);
	});
}

/**
 * Classes of the values of areas; null = no data. Bounds are rounded to `decimals` first and areas are classed by the
 * rounded bound, so that the printed legend is exactly true. Negative values count as the lowest class.
 */
export function classBreaks(
	values: ReadonlyMap<string, number | null>,
	decimals: number,
	{ method = 'quantile', pool = values.values() }: ClassOptions = {},
): ClassBreaks {
	let noData = 0;
	let zero = 0;
	for (const value of values.values()) {
		if (value === null || !Number.isFinite(value)) noData += 1;
		else if (value === 0) zero += 1;
	}
	const sorted = [...pool].filter(isAboveZero).sort((left, right) => left - right);
	const bounds = method === 'equal' ? equalBounds(sorted, decimals) : innerBounds(sorted, decimals);
	const steps = sorted.length === 0 ? [] : (RAMP_STEPS[bounds.length + 1] ?? []);

	const rising: MapClass[] = steps.map((ramp, index) => ({
		ramp,
		from: index === 0 ? null : (bounds[index - 1] ?? null),
		to: bounds[index] ?? null,
		count: 0,
	}));
	const rampByArea = new Map<string, number>();
	for (const [area, value] of values) {
		if (value === null || !Number.isFinite(value)) rampByArea.set(area, -1);
		else if (value === 0) rampByArea.set(area, 0);
		else {
			const at = bounds.findIndex((bound) => value < bound);
			const own = rising[at < 0 ? rising.length - 1 : at];
			if (own === undefined) continue;
			own.count += 1;
			rampByArea.set(area, own.ramp);
		}
	}
	const classes: MapClass[] = [];
	if (noData > 0) classes.push({ ramp: -1, from: null, to: null, count: noData });
	if (zero > 0) classes.push({ ramp: 0, from: 0, to: 0, count: zero });
	classes.push(...rising);
	return { classes, rampByArea };
}
