// Moving over areas with the keys: the nearest area in a direction. Pure geometry on label points.

export type Direction = 'left' | 'right' | 'up' | 'down';

/** An area as a point on the map. */
export interface AreaPoint {
	code: string;
	/** [lng, lat] in degrees. */
	point: readonly [number, number];
}

/**
 * Nearest area whose point lies within 60° of the direction; a place straight ahead is preferred to a nearer one aside.
 * Null when there is none.
 */
export function nextAreaIn(
	direction: Direction,
	from: readonly [number, number],
	areas: readonly AreaPoint[],
): string | null {
	const shrink = Math.cos((from[1] * Math.PI) / 180);
	let best: { code: string; cost: number } | null = null;
	for (const area of areas) {
		const dx = (area.point[0] - from[0]) * shrink;
		const dy = area.point[1] - from[1];
		const ahead = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? dy : -dy;
		const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
		if (ahead <= 0 || aside > ahead * 1.75) continue;
		const cost = ahead + aside * 1.5;
		if (best === null || cost < best.cost) best = { code: area.code, cost };
	}
	return best?.code ?? null;
}
