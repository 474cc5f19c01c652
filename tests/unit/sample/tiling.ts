// Checks of polygon tilings for the sample's tests: shared borders, areas, crossings. No expectation of its own.

import { type Polygons, type Ring, signedArea } from '../../../electron/services/sample/region-outlines.ts';

type Segment = [ax: number, ay: number, bx: number, by: number];

function segmentsOf(all: readonly Polygons[]): Segment[] {
	return all.flatMap((polygons) =>
		polygons.flat().flatMap((ring) =>
			ring.slice(1).map((to, index): Segment => {
				const [ax, ay] = ring[index] as [number, number];
				return [ax, ay, to[0], to[1]];
			}),
		),
	);
}

/** Directed sides that occur twice, and sides with no opposite that are not sides of `outline` (should be none). */
export function looseSides(parts: readonly Polygons[], outline: Polygons): { doubled: number; loose: number } {
	const key = ([ax, ay, bx, by]: Segment): string => `${ax},${ay},${bx},${by}`;
	const reverse = ([ax, ay, bx, by]: Segment): string => `${bx},${by},${ax},${ay}`;
	const sides = segmentsOf(parts);
	const known = new Set(sides.map(key));
	const rim = new Set(segmentsOf([outline]).map(key));
	const loose = sides.filter((side) => !known.has(reverse(side)) && !rim.has(key(side))).length;
	const unmet = [...rim].filter((side) => !known.has(side)).length;
	return { doubled: sides.length - known.size, loose: loose + unmet };
}

/** Area of polygons with their holes taken off, square degrees. */
export function areaOf(polygons: Polygons): number {
	return polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);
}

/** Rings that are open, too short, or visit a point twice. */
export function brokenRings(all: readonly Polygons[]): Ring[] {
	return all.flat(2).filter((ring) => {
		const last = ring.at(-1);
		const points = new Set(ring.map(([x, y]) => `${x},${y}`));
		return (
			last?.[0] !== ring[0]?.[0] || last?.[1] !== ring[0]?.[1] || ring.length < 4 || points.size !== ring.length - 1
		);
	});
}

/** Pairs of sides that cross or touch elsewhere than at a common end. */
export function crossings(all: readonly Polygons[]): number {
	const unique = new Map<string, Segment>();
	for (const [ax, ay, bx, by] of segmentsOf(all)) {
		const forward = ax < bx || (ax === bx && ay < by);
		const segment: Segment = forward ? [ax, ay, bx, by] : [bx, by, ax, ay];
		unique.set(segment.join(), segment);
	}
	const size = 0.004;
	const buckets = new Map<string, Segment[]>();
	let count = 0;
	for (const segment of unique.values()) {
		const [ax, ay, bx, by] = segment;
		const met = new Set<Segment>();
		for (let i = Math.floor(Math.min(ax, bx) / size); i <= Math.floor(Math.max(ax, bx) / size); i += 1) {
			for (let j = Math.floor(Math.min(ay, by) / size); j <= Math.floor(Math.max(ay, by) / size); j += 1) {
				const key = `${i},${j}`;
				const bucket = buckets.get(key);
				if (!bucket) {
					buckets.set(key, [segment]);
					continue;
				}
				for (const other of bucket) if (!met.has(other) && doCross(segment, other)) count += 1;
				for (const other of bucket) met.add(other);
				bucket.push(segment);
			}
		}
	}
	return count;
}

function doCross(a: Segment, b: Segment): boolean {
	const ends = (p: Segment): [string, string] => [`${p[0]},${p[1]}`, `${p[2]},${p[3]}`];
	const [a1, a2] = ends(a);
	const [b1, b2] = ends(b);
	if (a1 === b1 || a1 === b2 || a2 === b1 || a2 === b2) return false;
	const side = (p: Segment, x: number, y: number): number =>
		Math.sign((p[2] - p[0]) * (y - p[1]) - (p[3] - p[1]) * (x - p[0]));
	return side(a, b[0], b[1]) * side(a, b[2], b[3]) <= 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) <= 0;
}
