// Rounds parts so that the printed ones add up to the printed whole. Pure.

/**
 * Parts rounded to `decimals`, their sum equal to the rounded `total`. Each part is off by less than one unit of the last
 * decimal: those whose rest is nearest to the next step are stepped (largest remainder).
 */
export function roundToSum(parts: readonly number[], total: number, decimals: number): number[] {
	const scale = 10 ** decimals;
	const floors = parts.map((part) => Math.floor(part * scale + 1e-9));
	const rests = parts.map((part, index) => part * scale - (floors[index] ?? 0));
	let missing = Math.round(total * scale) - floors.reduce((sum, floor) => sum + floor, 0);
	const order = rests.map((_, index) => index).sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0));
	for (const index of order) {
		if (missing <= 0) break;
		floors[index] = (floors[index] ?? 0) + 1;
		missing -= 1;
	}
	return floors.map((floor) => floor / scale);
}
