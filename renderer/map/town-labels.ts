// Where labels stand on the map: no label covers a mark, another label or the edge (design/README.md, Map).
// Pure search in screen pixels; measuring text and projecting points is done by the caller.

/** An axis-aligned box in screen pixels. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A label to be placed: its preferred centre, its size, and optionally the outline it belongs to. */
export interface LabelRequest {
	code: string;
	x: number;
	y: number;
	width: number;
	height: number;
	/** Lower is placed first; default 0. */
	tier?: number;
	/** Outer rings of its own area in screen pixels; a place whose centre lies inside is preferred. */
	rings?: readonly (readonly (readonly [number, number])[])[];
}

export interface PlacedLabel {
	code: string;
	/** Centre of the label. */
	x: number;
	y: number;
}

/** True when two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Box of a size around a centre. */
export function boxAround(x: number, y: number, width: number, height: number): Box {
	return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** Even-odd test of a point against rings. */
function isInside(x: number, y: number, rings: readonly (readonly (readonly [number, number])[])[]): boolean {
	let inside = false;
	for (const ring of rings) {
		let [px, py] = ring.at(-1) ?? [0, 0];
		for (const [cx, cy] of ring) {
			if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) inside = !inside;
			[px, py] = [cx, cy];
		}
	}
	return inside;
}

/** Offsets of a spiral of rings, nearest first; made once. */
const OFFSETS: readonly { dx: number; dy: number; distance: number }[] = (() => {
	const offsets = [{ dx: 0, dy: 0, distance: 0 }];
	for (let radius = 4; radius <= 120; radius += radius < 40 ? 4 : 8) {
		const points = Math.max(8, Math.round(radius / 1.6));
		for (let index = 0; index < points; index += 1) {
			const angle = (index / points) * 2 * Math.PI;
			// Labels are wider than high, so that moving up or down clears a mark sooner.
			offsets.push({ dx: radius * Math.cos(angle), dy: radius * Math.sin(angle), distance: radius });
		}
	}
	return offsets;
})();

/** Cost of leaving one's own area, in pixels of distance. */
const OUTSIDE_COST = 70;

interface Candidate extends PlacedLabel {
	cost: number;
	box: Box;
}

/** Places of a label that are free of obstacles, cheapest first. */
function candidatesOf(label: LabelRequest, obstacles: readonly Box[], frame: Box, scale: number): Candidate[] {
	const found: Candidate[] = [];
	for (const offset of OFFSETS) {
		const x = label.x + offset.dx * scale;
		const y = label.y + offset.dy * scale;
		const box = boxAround(x, y, label.width, label.height);
		if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom) continue;
		if (obstacles.some((other) => overlaps(box, other))) continue;
		const isOutside = label.rings !== undefined && !isInside(x, y, label.rings);
		const cost = (offset.distance + (isOutside ? OUTSIDE_COST : 0)) * scale;
		found.push({ code: label.code, x, y, cost, box });
	}
	return found.sort((left, right) => left.cost - right.cost);
}

/** Number of cheap places that a label can choose from; the poorest choose first. */
function choicesOf(candidates: readonly Candidate[]): number {
	const cheapest = candidates[0]?.cost ?? 0;
	return candidates.filter((candidate) => candidate.cost < cheapest + OUTSIDE_COST / 2).length;
}

/**
 * Places labels; those of a lower `tier` first (towns before villages), and among equals those with the fewest good
 * places. A label that finds no free place within `reach` pixels is left out rather than laid over something.
 * `reach` scales with the text size of the caller (default 120).
 */
export function placeLabels(
	labels: readonly LabelRequest[],
	obstacles: readonly Box[],
	frame: Box,
	reach = 120,
): PlacedLabel[] {
	const scale = reach / 120;
	const searched = labels.map((label) => {
		const candidates = candidatesOf(label, obstacles, frame, scale);
		return { tier: label.tier ?? 0, candidates, choices: choicesOf(candidates) };
	});
	searched.sort((left, right) => left.tier - right.tier || left.choices - right.choices);
	const taken: Box[] = [];
	const placed: PlacedLabel[] = [];
	for (const { candidates } of searched) {
		const best = candidates.find((candidate) => !taken.some((other) => overlaps(candidate.box, other)));
		if (best === undefined) continue;
		taken.push(best.box);
		placed.push({ code: best.code, x: best.x, y: best.y });
	}
	return placed;
}
