// Outline of polygons that tile an area: edges that two of them share are dropped, the rest is joined into rings.
// Where neighbours do not share their vertices exactly, inner edges stay; nothing is ever moved.

import type { Position } from 'geojson';

/** Positions closer than this (about 1 cm) are one vertex. */
const DECIMALS = 7;

function keyOf(position: Position): string {
	return `${(position[0] ?? 0).toFixed(DECIMALS)},${(position[1] ?? 0).toFixed(DECIMALS)}`;
}

/** Twice the signed area; positive when the ring runs counter-clockwise. */
function signedSize(ring: readonly Position[]): number {
	let sum = 0;
	for (let i = 0; i + 1 < ring.length; i += 1) {
		const [x1 = 0, y1 = 0] = ring[i] ?? [];
		const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
		sum += x1 * y2 - x2 * y1;
	}
	return sum;
}

function isInside(ring: readonly Position[], [x = 0, y = 0]: Position): boolean {
	let inside = false;
	for (let i = 0; i + 1 < ring.length; i += 1) {
		const [x1 = 0, y1 = 0] = ring[i] ?? [];
		const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
	}
	return inside;
}

/** Directed edges without those that run both ways, by start vertex. */
function openEdges(polygons: readonly Position[][][]): Map<string, Position[][]> {
	const edges = new Map<string, Position[]>();
	for (const rings of polygons) {
		rings.forEach((given, index) => {
			// Outer rings counter-clockwise, holes clockwise, so that neighbours run against each other.
			const ring = signedSize(given) > 0 === (index === 0) ? given : [...given].reverse();
			for (let i = 0; i + 1 < ring.length; i += 1) {
				const from = ring[i] ?? [];
				const to = ring[i + 1] ?? [];
				const [start, end] = [keyOf(from), keyOf(to)];
				if (start === end) continue;
				if (!edges.delete(`${end}|${start}`)) edges.set(`${start}|${end}`, [from, to]);
			}
		});
	}
	const byStart = new Map<string, Position[][]>();
	for (const edge of edges.values()) {
		const start = keyOf(edge[0] ?? []);
		const list = byStart.get(start);
		if (list) list.push(edge);
		else byStart.set(start, [edge]);
	}
	return byStart;
}

/** Polygons (outer ring first, then its holes) around all the given ones. */
export function dissolveOutline(polygons: readonly Position[][][]): Position[][][] {
	const byStart = openEdges(polygons);
	const rings: Position[][] = [];
	for (const [start, list] of byStart) {
		while (list.length > 0) {
			const ring: Position[] = [];
			let at = start;
			for (;;) {
				const edge = byStart.get(at)?.pop();
				if (!edge) break;
				ring.push(edge[0] ?? []);
				at = keyOf(edge[1] ?? []);
				if (at === start) break;
			}
			if (ring.length > 2 && at === start) rings.push([...ring, ring[0] ?? []]);
		}
	}
	const outers = rings.filter((ring) => signedSize(ring) > 0).map((ring) => [ring]);
	for (const hole of rings.filter((ring) => signedSize(ring) < 0)) {
		const owner = outers.find(([outer]) => outer && isInside(outer, hole[0] ?? []));
		owner?.push(hole);
	}
	return outers;
}
