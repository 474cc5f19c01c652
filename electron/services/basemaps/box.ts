// Boxes in degrees: whether two meet, and the box around points. Pure.

/** [west, south, east, north], WGS 84 degrees. */
export type Box = readonly [number, number, number, number];

/** True where two boxes share ground. */
export function boxesMeet(one: Box, other: Box): boolean {
	return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}

/** The box around positions, at whatever depth they are nested; null around none. */
export function boxAroundPoints(points: readonly unknown[]): Box | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	const add = (value: unknown): void => {
		if (!Array.isArray(value)) return;
		const [lng, lat] = value as unknown[];
		if (typeof lng !== 'number' || typeof lat !== 'number') {
			for (const one of value) add(one);
			return;
		}
		west = Math.min(west, lng);
		south = Math.min(south, lat);
		east = Math.max(east, lng);
		north = Math.max(north, lat);
	};
	add(points);
	return west <= east ? [west, south, east, north] : null;
}
