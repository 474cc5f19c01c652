// In which grid a point lies and how far it is from another one, by plain ray casting over the delivered polygons.
// The slowest way there is, and the easiest to trust; no index, nothing of the product.

type Ring = readonly (readonly [number, number])[];

/** A polygon of the delivered file: for each part its rings, the outer one first. */
export interface OracleGrid {
	code: string;
	parts: readonly (readonly Ring[])[];
}

/** Metres of a degree of latitude on the mean sphere. */
const METRES_PER_DEGREE = (Math.PI * 6_371_008.8) / 180;

function isInRing(lng: number, lat: number, ring: Ring): boolean {
	let isInside = false;
	for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
		const [x1, y1] = ring[at] as [number, number];
		const [x2, y2] = ring[before] as [number, number];
		if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isInside = !isInside;
	}
	return isInside;
}

/** True inside an outer ring and outside its holes. */
export function isInGrid(lng: number, lat: number, grid: OracleGrid): boolean {
	return grid.parts.some(([outer, ...holes]) => {
		return outer !== undefined && isInRing(lng, lat, outer) && !holes.some((hole) => isInRing(lng, lat, hole));
	});
}

/** Metres from a point to the nearest edge of a grid (0 inside). */
export function metresFromGrid(lng: number, lat: number, grid: OracleGrid): number {
	if (isInGrid(lng, lat, grid)) return 0;
	const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
	let best = Number.POSITIVE_INFINITY;
	for (const ring of grid.parts.flat()) {
		for (let at = 1; at < ring.length; at += 1) {
			const [x1, y1] = toMetres(ring[at - 1] as [number, number]);
			const [x2, y2] = toMetres(ring[at] as [number, number]);
			const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
			const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length));
			best = Math.min(best, Math.hypot(x1 + share * (x2 - x1), y1 + share * (y2 - y1)));
		}
	}
	return best;

	function toMetres([x, y]: [number, number]): [number, number] {
		return [(x - lng) * perLng, (y - lat) * METRES_PER_DEGREE];
	}
}
