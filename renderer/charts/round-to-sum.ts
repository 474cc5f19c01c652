// Rounds parts so that the printed ones add up to the printed whole. Pure.

/**
 * Parts rounded to `decimals`, their sum equal to the rounded `total`, which may differ from theirs by rounding alone.
 * Those whose rest is nearest to the next step are stepped (largest remainder).
 */
export function roundToSum(parts: readonly number[], total: number, decimals: number): number[] {
	const scale = 10 ** decimals;
	const floors = parts.map((part) => Math.floor(part * scale + 1e-9));
	const rests = parts.map((part, index) => part * scale - (floors[index] ?? 0));
	const missing = Math.round(total * scale) - floors.reduce((sum, floor) => sum + floor, 0);
	// Both ends are printed rounded, so the total may lie a unit below the floors: then the least certain part gives way.
	const step = Math.sign(missing);
	const order = rests.map((_, index) => index).sort((a, b) => step * ((rests[b] ?? 0) - (rests[a] ?? 0)));
	for (const index of order.slice(0, Math.abs(missing))) floors[index] = (floors[index] ?? 0) + step;
	return floors.map((floor) => floor / scale);
}
