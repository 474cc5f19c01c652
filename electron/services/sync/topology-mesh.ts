// Cuts the plane along the rings of polygons and gives back the faces in between. Coordinates are whole centimetres, so
// that a border drawn twice is the same border. Pure geometry: says nothing of what a face means.

import Flatbush from 'flatbush';

/** Corners one after another (x, y, x, y …), whole centimetres, not closed. */
export type CmRing = Float64Array;
export interface CmPolygon {
	rings: readonly CmRing[];
}

/** A bounded face: its outer border, counter-clockwise. */
export interface Face {
	border: CmRing;
	/** Square centimetres inside the border, less what other borders inside it enclose. */
	area: number;
	/** Points just inside the border, half a centimetre from its longest sides. */
	beside: readonly (readonly [number, number])[];
}

/** A corner this near to a side lies on it. */
const NEAR_CM = 2;
const SPAN = 2 ** 26;
const PASSES = 8;
/** Sides beside which a face is looked at. */
const SAMPLES = 3;

class Nodes {
	readonly x: number[] = [];
	readonly y: number[] = [];
	private readonly ids = new Map<number, number>();

	idOf(x: number, y: number): number {
		const key = (x + SPAN / 2) * SPAN + y + SPAN / 2;
		let id = this.ids.get(key);
		if (id === undefined) {
			id = this.x.length;
			this.ids.set(key, id);
			this.x.push(x);
			this.y.push(y);
		}
		return id;
	}
}

/** Sides by their two nodes; how often one way more than the other, for each kind of polygon apart. */
type Sides = Map<number, { a: number; b: number; net: number[] }>;

function addSide(sides: Sides, a: number, b: number, net: readonly number[]): void {
	if (a === b) return;
	const [low, high, sign] = a < b ? [a, b, 1] : [b, a, -1];
	const key = low * SPAN + high;
	const side = sides.get(key);
	if (side) side.net = side.net.map((count, kind) => count + sign * (net[kind] ?? 0));
	else sides.set(key, { a: low, b: high, net: net.map((count) => sign * count) });
}

/** Drops sides that two neighbours share: they part nothing from nothing. */
function dropShared(sides: Sides): void {
	for (const [key, { net }] of sides) if (net.every((count) => count === 0)) sides.delete(key);
}

/** Divides sides where they cross and where a corner of one lies on another; true when any was divided. */
function divide(nodes: Nodes, sides: Sides): boolean {
	const list = [...sides.values()];
	if (list.length === 0) return false;
	const tree = new Flatbush(list.length);
	const { x, y } = nodes;
	const boxOf = ({ a, b }: { a: number; b: number }, margin: number): [number, number, number, number] => {
		const [ax, ay, bx, by] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number];
		return [Math.min(ax, bx) - margin, Math.min(ay, by) - margin, Math.max(ax, bx) + margin, Math.max(ay, by) + margin];
	};
	for (const side of list) tree.add(...boxOf(side, 0));
	tree.finish();
	const cuts: (number[] | undefined)[] = [];
	const cut = (at: number, node: number): void => {
		const side = list[at] as { a: number; b: number };
		if (node === side.a || node === side.b) return;
		const known = cuts[at];
		if (known) known.push(node);
		else cuts[at] = [node];
	};
	for (const [at, { a, b }] of list.entries()) {
		const [ax, ay, bx, by] = [x[a] as number, y[a] as number, x[b] as number, y[b] as number];
		const [dx, dy] = [bx - ax, by - ay];
		const length = Math.hypot(dx, dy);
		for (const other of tree.search(...boxOf({ a, b }, NEAR_CM))) {
			if (other === at) continue;
			const { a: c, b: d } = list[other] as { a: number; b: number };
			const [sc, sd] = [c, d].map(
				(node) => (dx * ((y[node] as number) - ay) - dy * ((x[node] as number) - ax)) / length,
			) as [number, number];
			let touches = false;
			for (const [node, off] of [
				[c, sc],
				[d, sd],
			] as const) {
				const along = (dx * ((x[node] as number) - ax) + dy * ((y[node] as number) - ay)) / length;
				if (Math.abs(off) > NEAR_CM || along < -NEAR_CM || along > length + NEAR_CM) continue;
				touches = true;
				if (along > 0 && along < length) cut(at, node);
			}
			if (touches || other < at || sc * sd >= 0 || a === c || a === d || b === c || b === d) continue;
			const [cx, cy, ex, ey] = [x[c] as number, y[c] as number, x[d] as number, y[d] as number];
			const share = sc / (sc - sd);
			const [px, py] = [cx + (ex - cx) * share, cy + (ey - cy) * share];
			const along = (dx * (px - ax) + dy * (py - ay)) / length;
			if (along <= NEAR_CM || along >= length - NEAR_CM) continue;
			const node = nodes.idOf(Math.round(px), Math.round(py));
			cut(at, node);
			cut(other, node);
		}
	}
	let isDivided = false;
	for (const [at, side] of list.entries()) {
		const found = cuts[at];
		if (!found) continue;
		isDivided = true;
		sides.delete(side.a * SPAN + side.b);
		const from = [x[side.a] as number, y[side.a] as number] as const;
		const distance = (node: number): number => Math.hypot((x[node] as number) - from[0], (y[node] as number) - from[1]);
		const chain = [side.a, ...[...new Set(found)].sort((one, two) => distance(one) - distance(two)), side.b];
		for (let index = 0; index + 1 < chain.length; index++)
			addSide(sides, chain[index] as number, chain[index + 1] as number, side.net);
	}
	dropShared(sides);
	return isDivided;
}

/** Twice the signed area, counter-clockwise positive. */
function doubleArea(ring: CmRing): number {
	let sum = 0;
	const [x0, y0] = [ring[0] as number, ring[1] as number];
	for (let at = 0; at < ring.length; at += 2) {
		const to = (at + 2) % ring.length;
		sum +=
			((ring[at] as number) - x0) * ((ring[to + 1] as number) - y0) -
			((ring[to] as number) - x0) * ((ring[at + 1] as number) - y0);
	}
	return sum;
}

/** Square centimetres of a ring. */
export function ringArea(ring: CmRing): number {
	return Math.abs(doubleArea(ring)) / 2;
}

/** True when the point lies inside the rings (even-odd). */
export function isInRings(rings: readonly CmRing[], x: number, y: number): boolean {
	let inside = false;
	for (const ring of rings) {
		for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
			const [x1, y1] = [ring[before] as number, ring[before + 1] as number];
			const [x2, y2] = [ring[at] as number, ring[at + 1] as number];
			if (y1 > y !== y2 > y && x < ((x1 - x2) * (y - y2)) / (y1 - y2) + x2) inside = !inside;
		}
	}
	return inside;
}

/** The closed walks along sides, each with the face on its left. */
function walk(nodes: Nodes, sides: Sides): CmRing[] {
	const list = [...sides.values()];
	const { x, y } = nodes;
	// Half-side 2i runs a → b, 2i + 1 back.
	const from = (half: number): number => {
		const side = list[half >> 1] as { a: number; b: number };
		return half % 2 === 0 ? side.a : side.b;
	};
	const around = new Map<number, { half: number; angle: number }[]>();
	for (let half = 0; half < list.length * 2; half++) {
		const [start, end] = [from(half), from(half ^ 1)];
		const angle = Math.atan2((y[end] as number) - (y[start] as number), (x[end] as number) - (x[start] as number));
		const here = around.get(start);
		if (here) here.push({ half, angle });
		else around.set(start, [{ half, angle }]);
	}
	const next = new Int32Array(list.length * 2);
	for (const here of around.values()) {
		here.sort((one, two) => one.angle - two.angle);
		// Coming in by the twin of one, the face on the left goes on by the one before it.
		here.forEach(({ half }, at) => {
			next[half ^ 1] = (here[(at + here.length - 1) % here.length] as { half: number }).half;
		});
	}
	const isDone = new Uint8Array(next.length);
	const rings: CmRing[] = [];
	for (let start = 0; start < next.length; start++) {
		if (isDone[start]) continue;
		const ring: number[] = [];
		for (let half = start; !isDone[half]; half = next[half] as number) {
			isDone[half] = 1;
			ring.push(x[from(half)] as number, y[from(half)] as number);
		}
		rings.push(Float64Array.from(ring));
	}
	return rings;
}

function boundsOf(ring: CmRing): [number, number, number, number] {
	const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let at = 0; at < ring.length; at += 2) {
		const [x, y] = [ring[at] as number, ring[at + 1] as number];
		bounds[0] = Math.min(bounds[0], x);
		bounds[1] = Math.min(bounds[1], y);
		bounds[2] = Math.max(bounds[2], x);
		bounds[3] = Math.max(bounds[3], y);
	}
	return bounds;
}

function besideOf(ring: CmRing): [number, number][] {
	const sides = Array.from({ length: ring.length / 2 }, (_, index) => {
		const [at, to] = [2 * index, (2 * index + 2) % ring.length];
		const [ax, ay, bx, by] = [ring[at], ring[at + 1], ring[to], ring[to + 1]] as [number, number, number, number];
		return { x: (ax + bx) / 2, y: (ay + by) / 2, dx: bx - ax, dy: by - ay, length: Math.hypot(bx - ax, by - ay) };
	});
	return sides
		.sort((one, other) => other.length - one.length)
		.slice(0, SAMPLES)
		.map(({ x, y, dx, dy, length }) => [x - (0.5 * dy) / length, y + (0.5 * dx) / length]);
}

/**
 * Bounded faces between the borders of polygons of one or more kinds, largest first. Borders that two polygons of a kind
 * share part no faces.
 */
export function findFaces(kinds: readonly (readonly CmPolygon[])[], smallest: number): Face[] {
	const nodes = new Nodes();
	const sides: Sides = new Map();
	for (const [kind, polygons] of kinds.entries()) {
		const net = kinds.map((_, one) => (one === kind ? 1 : 0));
		for (const { rings } of polygons) {
			for (const ring of rings) {
				for (let at = 0; at < ring.length; at += 2) {
					const to = (at + 2) % ring.length;
					const start = nodes.idOf(ring[at] as number, ring[at + 1] as number);
					addSide(sides, start, nodes.idOf(ring[to] as number, ring[to + 1] as number), net);
				}
			}
		}
	}
	dropShared(sides);
	// Rounding a crossing to whole centimetres may make another one.
	for (let pass = 0; pass < PASSES && divide(nodes, sides); pass++);
	const walks = walk(nodes, sides).map((border) => ({ border, double: doubleArea(border) }));
	const outers = walks
		.filter(({ double }) => double < 0)
		.map(({ border, double }) => ({ double, point: besideOf(border)[0] as readonly [number, number] }));
	return walks
		.filter(({ double }) => double / 2 > smallest)
		.map(({ border, double }) => {
			const [west, south, east, north] = boundsOf(border);
			const inner = outers
				.filter(({ point: [x, y] }) => x > west && x < east && y > south && y < north && isInRings([border], x, y))
				.reduce((sum, other) => sum - other.double / 2, 0);
			return { border, area: double / 2 - inner, beside: besideOf(border) };
		})
		.sort((one, two) => two.area - one.area);
}
