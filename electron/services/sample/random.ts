// Seeded random numbers and smooth noise: the same seed gives the same district on every machine.
// Must not use Math.random or the clock.

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** 32-bit mixing of an integer (a finaliser of the murmur kind). */
function mix32(value: number): number {
	let h = value | 0;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

/** An independent stream for each seed and purpose. */
export function makeRandom(seed: number, purpose: string): Random {
	let a = mix32(seed);
	for (let i = 0; i < purpose.length; i += 1) a = mix32(a ^ Math.imul(purpose.charCodeAt(i) + 1, 0x9e3779b1));
	let b = mix32(a + 1);
	let c = mix32(a + 2);
	let counter = 1;
	return () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};
}

/** Integer in [from, to], both included. */
export function pickInteger(random: Random, from: number, to: number): number {
	return from + Math.floor(random() * (to - from + 1));
}

/** One item of a list that is not empty. */
export function pickOne<T>(random: Random, items: readonly T[]): T {
	return items[Math.floor(random() * items.length)] as T;
}

/** Draws an index with the given weights in constant time (alias method). */
export function makeWeightedPick(weights: readonly number[]): (random: Random) => number {
	const count = weights.length;
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const share = Float64Array.from(weights, (weight) => (weight * count) / total);
	const alias = new Int32Array(count);
	const small: number[] = [];
	const large: number[] = [];
	for (let i = 0; i < count; i += 1) ((share[i] as number) < 1 ? small : large).push(i);
	while (small.length > 0 && large.length > 0) {
		const low = small.pop() as number;
		const high = large[large.length - 1] as number;
		alias[low] = high;
		share[high] = (share[high] as number) + (share[low] as number) - 1;
		if ((share[high] as number) < 1) small.push(large.pop() as number);
	}
	for (const i of [...small, ...large]) share[i] = 1;
	return (random) => {
		const at = random() * count;
		const i = Math.floor(at);
		return at - i < (share[i] as number) ? i : (alias[i] as number);
	};
}

/** Smooth noise over the plane, about -1 … 1, with features of size 1; four octaves. */
export function makeNoise(seed: number): (x: number, y: number) => number {
	const corner = (ix: number, iy: number): number =>
		mix32(seed ^ mix32(Math.imul(ix, 0x27d4eb2d) ^ mix32(iy))) / 2_147_483_648 - 1;
	const octave = (x: number, y: number): number => {
		const ix = Math.floor(x);
		const iy = Math.floor(y);
		const fx = x - ix;
		const fy = y - iy;
		const sx = fx * fx * (3 - 2 * fx);
		const sy = fy * fy * (3 - 2 * fy);
		const low = corner(ix, iy) * (1 - sx) + corner(ix + 1, iy) * sx;
		const high = corner(ix, iy + 1) * (1 - sx) + corner(ix + 1, iy + 1) * sx;
		return low * (1 - sy) + high * sy;
	};
	return (x, y) =>
		(octave(x, y) +
			octave(x * 2 + 17.3, y * 2 - 9.1) / 2 +
			octave(x * 4 - 5.7, y * 4 + 31.9) / 4 +
			octave(x * 8 + 3.1, y * 8 + 7.7) / 8) /
		1.5;
}
