// Plane geometry of rings in degrees: area, containment, crossings. Pure; knows nothing of GeoJSON or files.

import Flatbush from 'flatbush';

/** A closed ring: the last position equals the first. */
export type Ring = readonly (readonly [number, number])[];

/** Signed area, counter-clockwise positive. Relative to the first position, so that small rings keep their digits. */
export function signedArea(ring: Ring): number {
	const [x0, y0] = ring[0] as readonly [number, number];
	let sum = 0;
	for (let index = 0; index + 1 < ring.length; index++) {
		const [ax, ay] = ring[index] as readonly [number, number];
		const [bx, by] = ring[index + 1] as readonly [number, number];
		sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
	}
	return sum / 2;
}

/** 1 inside, 0 on the line, -1 outside. */
function sideOfRing(x: number, y: number, ring: Ring): 1 | 0 | -1 {
	let isInside = false;
	for (let index = 0; index + 1 < ring.length; index++) {
		const [ax, ay] = ring[index] as readonly [number, number];
		const [bx, by] = ring[index + 1] as readonly [number, number];
		if (x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)) {
			if (turn(ax, ay, bx, by, x, y) === 0) return 0;
		}
		if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
	}
	return isInside ? 1 : -1;
}

/** Sign of the turn a → b → c; 0 when c lies on the line within rounding. */
function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
	const left = (bx - ax) * (cy - ay);
	const right = (by - ay) * (cx - ax);
	const value = left - right;
	return Math.abs(value) <= 1e-12 * (Math.abs(left) + Math.abs(right)) ? 0 : Math.sign(value);
}

/** True when the two segments cross at a point inside both. */
function doCross(
	a: readonly [number, number],
	b: readonly [number, number],
	c: readonly [number, number],
	d: readonly [number, number],
): boolean {
	return (
		turn(a[0], a[1], b[0], b[1], c[0], c[1]) * turn(a[0], a[1], b[0], b[1], d[0], d[1]) < 0 &&
		turn(c[0], c[1], d[0], d[1], a[0], a[1]) * turn(c[0], c[1], d[0], d[1], b[0], b[1]) < 0
	);
}

function indexSegments(ring: Ring): Flatbush {
	const index = new Flatbush(ring.length - 1);
	for (let at = 0; at + 1 < ring.length; at++) {
		const [ax, ay] = ring[at] as readonly [number, number];
		const [bx, by] = ring[at + 1] as readonly [number, number];
		index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
	}
	index.finish();
	return index;
}

function hasCrossing(ring: Ring, other: Ring, index: Flatbush): boolean {
	for (let at = 0; at + 1 < ring.length; at++) {
		const a = ring[at] as readonly [number, number];
		const b = ring[at + 1] as readonly [number, number];
		const near = index.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
		for (const hit of near) {
			if (doCross(a, b, other[hit] as readonly [number, number], other[hit + 1] as readonly [number, number]))
				return true;
		}
	}
	return false;
}

/** True when two rings cross each other (touching is not crossing). */
export function doRingsCross(first: Ring, second: Ring): boolean {
	return first.length < second.length
		? hasCrossing(first, second, indexSegments(second))
		: hasCrossing(second, first, indexSegments(first));
}

/** True when the whole of `inner` lies within `outer`, given that they do not cross. */
export function isRingWithin(inner: Ring, outer: Ring): boolean {
	for (const [x, y] of inner) {
		const side = sideOfRing(x, y, outer);
		if (side !== 0) return side > 0;
	}
	// Every corner lies on the line: the middle of a side decides.
	for (let at = 0; at + 1 < inner.length; at++) {
		const [ax, ay] = inner[at] as readonly [number, number];
		const [bx, by] = inner[at + 1] as readonly [number, number];
		const side = sideOfRing((ax + bx) / 2, (ay + by) / 2, outer);
		if (side !== 0) return side > 0;
	}
	return true;
}

/**
 * True when a ring crosses itself: two sides cross, or it runs through one corner twice so that the loops on either
 * side turn against each other (an 8). A loop inside that only touches is allowed.
 */
export function isSelfCrossing(ring: Ring): boolean {
	if (hasCrossing(ring, ring, indexSegments(ring))) return true;
	const seen = new Map<string, number>();
	for (let at = 0; at + 1 < ring.length; at++) {
		const [x, y] = ring[at] as readonly [number, number];
		const key = `${x} ${y}`;
		const before = seen.get(key);
		seen.set(key, at);
		if (before === undefined) continue;
		const loop = ring.slice(before, at + 1);
		const rest = [...ring.slice(0, before + 1), ...ring.slice(at + 1)];
		if (loop.length < 4 || rest.length < 4) continue;
		const isOpposed = signedArea(loop) * signedArea(rest) < 0;
		if (isOpposed && !isRingWithin(loop, rest) && !isRingWithin(rest, loop)) return true;
	}
	return false;
}
