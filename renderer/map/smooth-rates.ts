// Heat by rate: for each area the rate of its neighbourhood, numerators and denominators both weighted by distance, so that
// where many people live is not hot by itself. Pure; areas without parts add nothing.

/** An area's label point [lng, lat] in degrees; null where it has none. */
type Point = readonly [number, number] | null;

/** For each area, the areas near it and their weights (Gaussian, cut at three bandwidths). */
export interface Neighbourhoods {
	near: readonly (readonly number[])[];
	weights: readonly (readonly number[])[];
}

const METRES_PER_DEGREE = 111_195;
/** The bandwidth as a multiple of the side of a mean cell. */
const CELLS = 1;
const CUT = 3;

/** Neighbourhoods of areas; the bandwidth follows from how densely their points lie. */
export function neighbourhoodsOf(points: readonly Point[]): Neighbourhoods {
	const placed = points.flatMap((point, at) => (point === null ? [] : [{ at, point }]));
	const [, firstLat = 0] = placed[0]?.point ?? [];
	const stretch = Math.cos((firstLat * Math.PI) / 180);
	const flat = placed.map(({ at, point: [lng, lat] }) => ({
		at,
		x: lng * stretch * METRES_PER_DEGREE,
		y: lat * METRES_PER_DEGREE,
	}));
	const spread = (pick: (one: { x: number; y: number }) => number): number => {
		let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
		for (const one of flat) [low, high] = [Math.min(low, pick(one)), Math.max(high, pick(one))];
		return Math.max(1, high - low);
	};
	const width = CELLS * Math.sqrt((spread(({ x }) => x) * spread(({ y }) => y)) / Math.max(1, flat.length));
	const reach = CUT * width;
	const cells = new Map<string, typeof flat>();
	const columnOf = (at: number) => Math.floor(at / reach);
	for (const one of flat) {
		const key = `${columnOf(one.x)} ${columnOf(one.y)}`;
		const cell = cells.get(key) ?? [];
		cell.push(one);
		cells.set(key, cell);
	}
	const near: number[][] = points.map(() => []);
	const weights: number[][] = points.map(() => []);
	for (const { at, x, y } of flat) {
		for (const dx of [-1, 0, 1]) {
			for (const dy of [-1, 0, 1]) {
				for (const other of cells.get(`${columnOf(x) + dx} ${columnOf(y) + dy}`) ?? []) {
					const squared = (other.x - x) ** 2 + (other.y - y) ** 2;
					if (squared > reach * reach) continue;
					near[at]?.push(other.at);
					weights[at]?.push(Math.exp(-squared / (2 * width * width)));
				}
			}
		}
	}
	return { near, weights };
}

/** A figure's parts along the areas. */
export interface RateParts {
	values: readonly (number | null)[];
	nums: readonly (number | null)[];
	dens: readonly (number | null)[];
}

/** The scale of a rate (1,000 for 千人) as its values show it; null where there are no parts: a count, a median. */
function scaleOf({ values, nums, dens }: RateParts): number | null {
	for (const [at, value] of values.entries()) {
		const [num, den] = [nums[at] ?? 0, dens[at] ?? 0];
		if (value !== null && num > 0 && den > 0) return (value * den) / num;
	}
	return null;
}

/** Smoothed values along the areas; null for a figure that is no rate. An area of no value of its own stays without. */
export function smoothRates(parts: RateParts, { near, weights }: Neighbourhoods): (number | null)[] | null {
	const scale = scaleOf(parts);
	if (scale === null) return null;
	return parts.values.map((value, at) => {
		if (value === null) return null;
		let [num, den] = [0, 0];
		for (const [step, other] of (near[at] ?? []).entries()) {
			const [ownNum, ownDen] = [parts.nums[other] ?? null, parts.dens[other] ?? null];
			if (ownNum === null || ownDen === null) continue;
			const weight = weights[at]?.[step] ?? 0;
			num += weight * ownNum;
			den += weight * ownDen;
		}
		return den > 0 ? (scale * num) / den : value;
	});
}
