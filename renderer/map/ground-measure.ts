// Lengths and areas on the ground, and what lies inside a drawn outline. Pure; degrees in, metres out.

type Point = readonly [number, number];

const EARTH_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle length of a line in metres. */
export function lengthOf(points: readonly Point[]): number {
	let metres = 0;
	for (let index = 1; index < points.length; index += 1) {
		const [lng1, lat1] = points[index - 1] as Point;
		const [lng2, lat2] = points[index] as Point;
		const a =
			Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2 +
			Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(((lng2 - lng1) * RADIANS) / 2) ** 2;
		metres += 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(a)));
	}
	return metres;
}

/** Area of a ring in square metres (spherical). */
export function areaOf(ring: readonly Point[]): number {
	let sum = 0;
	for (let index = 0; index < ring.length; index += 1) {
		const [lng1, lat1] = ring[index] as Point;
		const [lng2, lat2] = ring[(index + 1) % ring.length] as Point;
		sum += (lng2 - lng1) * RADIANS * (2 + Math.sin(lat1 * RADIANS) + Math.sin(lat2 * RADIANS));
	}
	return Math.abs((sum * EARTH_M * EARTH_M) / 2);
}

/** Distance of a point from a line, or from its one point, in metres; right to about a metre over a few kilometres. */
export function distanceToLine([lng, lat]: Point, line: readonly Point[]): number {
	const stretch = Math.cos(lat * RADIANS);
	const flat = line.map(([x, y]) => [(x - lng) * stretch * RADIANS * EARTH_M, (y - lat) * RADIANS * EARTH_M] as const);
	let nearest = Number.POSITIVE_INFINITY;
	for (const [index, [x2, y2]] of flat.entries()) {
		const [x1, y1] = flat[Math.max(0, index - 1)] ?? [x2, y2];
		const [dx, dy] = [x2 - x1, y2 - y1];
		const length = dx * dx + dy * dy;
		const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
		nearest = Math.min(nearest, Math.hypot(x1 + along * dx, y1 + along * dy));
	}
	return nearest;
}

/** Even-odd test of a point against a ring. */
export function isInRing([lng, lat]: Point, ring: readonly Point[]): boolean {
	let isInside = false;
	let [lng1, lat1] = ring.at(-1) ?? [0, 0];
	for (const [lng2, lat2] of ring) {
		if (lat2 > lat !== lat1 > lat && lng < ((lng1 - lng2) * (lat - lat2)) / (lat1 - lat2) + lng2) {
			isInside = !isInside;
		}
		[lng1, lat1] = [lng2, lat2];
	}
	return isInside;
}
