// Outlines of groups of mesh cells as polygon rings; both sides of a border use the very same points.
// A group of groups (village, town, district) is dissolved by the same walk: inner sides cancel out.

import type { HexMesh } from './hex-mesh.ts';

/** Ring of [lng, lat], closed (first = last), outer rings counter-clockwise, holes clockwise. */
export type Ring = [number, number][];

/** Polygons, each an outer ring followed by its holes. */
export type Polygons = Ring[][];

export interface Outliner {
	/** Polygons of the cells for which `has` is true. */
	outline(cells: readonly number[], has: (cell: number) => boolean): Polygons;
	/** Point on the map of a place in kilometres. */
	toLngLat(x: number, y: number): [number, number];
	/** Smoothed corner positions, kilometres. */
	cornerX: Float64Array;
	cornerY: Float64Array;
}

const KM_PER_DEGREE_LAT = 110.9;
const SMOOTHING_ROUNDS = 2;

/** Rounds to 6 decimals, about 0.1 m. */
function round6(value: number): number {
	return Math.round(value * 1e6) / 1e6;
}

/**
 * Prepares the outlines of a mesh whose finest groups are `labels` (one number per cell). Corners on borders are
 * smoothed once, over all borders together, so that every group of groups shares the same smoothed corners.
 */
export function makeOutliner(mesh: HexMesh, labels: Int32Array, centre: { lng: number; lat: number }): Outliner {
	const kmPerDegreeLng = KM_PER_DEGREE_LAT * Math.cos((centre.lat * Math.PI) / 180);
	const { cornerX, cornerY } = smoothBorders(mesh, labels);
	const toLngLat = (x: number, y: number): [number, number] => [
		round6(centre.lng + x / kmPerDegreeLng),
		round6(centre.lat + y / KM_PER_DEGREE_LAT),
	];
	const outline = (cells: readonly number[], has: (cell: number) => boolean): Polygons => {
		const next = new Map<number, number>();
		for (const cell of cells) {
			for (let side = 0; side < 6; side += 1) {
				const other = mesh.neighbours[cell * 6 + side] as number;
				if (other >= 0 && has(other)) continue;
				next.set(mesh.corners[cell * 6 + side] as number, mesh.corners[cell * 6 + ((side + 1) % 6)] as number);
			}
		}
		const outers: Ring[] = [];
		const holes: Ring[] = [];
		for (const start of next.keys()) {
			const ring: Ring = [];
			let at = start;
			while (next.has(at)) {
				ring.push(toLngLat(cornerX[at] as number, cornerY[at] as number));
				const to = next.get(at) as number;
				next.delete(at);
				at = to;
			}
			ring.push(ring[0] as [number, number]);
			(signedArea(ring) > 0 ? outers : holes).push(ring);
		}
		outers.sort((a, b) => signedArea(b) - signedArea(a));
		const polygons: Polygons = outers.map((ring) => [ring]);
		for (const hole of holes) {
			const home = polygons.find((polygon) => isInsideRing(hole[0] as [number, number], polygon[0] as Ring));
			(home ?? (polygons[0] as Ring[])).push(hole);
		}
		return polygons;
	};
	return { outline, toLngLat, cornerX, cornerY };
}

/** Signed area in square degrees, positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
	let sum = 0;
	const [baseX, baseY] = ring[0] as [number, number];
	for (let i = 0; i + 1 < ring.length; i += 1) {
		const [x1, y1] = ring[i] as [number, number];
		const [x2, y2] = ring[i + 1] as [number, number];
		sum += (x1 - baseX) * (y2 - baseY) - (x2 - baseX) * (y1 - baseY);
	}
	return sum / 2;
}

/** Even-odd test of a point against a ring. */
export function isInsideRing([x, y]: [number, number], ring: Ring): boolean {
	let inside = false;
	for (let i = 0; i + 1 < ring.length; i += 1) {
		const [x1, y1] = ring[i] as [number, number];
		const [x2, y2] = ring[i + 1] as [number, number];
		if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
	}
	return inside;
}

/** Draws each border corner towards its neighbours along the borders: the hexagon pattern goes, the wandering stays. */
function smoothBorders(mesh: HexMesh, labels: Int32Array): { cornerX: Float64Array; cornerY: Float64Array } {
	const links = new Int32Array(mesh.cornerX.length * 3).fill(-1);
	const onBorder: number[] = [];
	const link = (a: number, b: number): void => {
		for (let slot = a * 3; slot < a * 3 + 3; slot += 1) {
			if (links[slot] === b) return;
			if (links[slot] === -1) {
				if (slot === a * 3) onBorder.push(a);
				links[slot] = b;
				return;
			}
		}
	};
	for (let cell = 0; cell < mesh.cellCount; cell += 1) {
		for (let side = 0; side < 6; side += 1) {
			const other = mesh.neighbours[cell * 6 + side] as number;
			if (other >= 0 && labels[other] === labels[cell]) continue;
			const a = mesh.corners[cell * 6 + side] as number;
			const b = mesh.corners[cell * 6 + ((side + 1) % 6)] as number;
			link(a, b);
			link(b, a);
		}
	}
	let cornerX = Float64Array.from(mesh.cornerX);
	let cornerY = Float64Array.from(mesh.cornerY);
	for (let round = 0; round < SMOOTHING_ROUNDS; round += 1) {
		const nextX = Float64Array.from(cornerX);
		const nextY = Float64Array.from(cornerY);
		for (const corner of onBorder) {
			let sumX = 0;
			let sumY = 0;
			let count = 0;
			for (let slot = corner * 3; slot < corner * 3 + 3; slot += 1) {
				const other = links[slot] as number;
				if (other < 0) break;
				sumX += cornerX[other] as number;
				sumY += cornerY[other] as number;
				count += 1;
			}
			nextX[corner] = (cornerX[corner] as number) / 2 + sumX / count / 2;
			nextY[corner] = (cornerY[corner] as number) / 2 + sumY / count / 2;
		}
		cornerX = nextX;
		cornerY = nextY;
	}
	return { cornerX, cornerY };
}

/** Area of each cell with its smoothed corners, square kilometres. */
export function measureCells(mesh: HexMesh, outliner: Outliner): Float64Array {
	const { cornerX, cornerY } = outliner;
	return Float64Array.from({ length: mesh.cellCount }, (_, cell) => {
		let sum = 0;
		for (let side = 0; side < 6; side += 1) {
			const a = mesh.corners[cell * 6 + side] as number;
			const b = mesh.corners[cell * 6 + ((side + 1) % 6)] as number;
			sum += (cornerX[a] as number) * (cornerY[b] as number) - (cornerX[b] as number) * (cornerY[a] as number);
		}
		return sum / 2;
	});
}
