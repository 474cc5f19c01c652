// No label covers a mark, another label or the edge, whatever stands on the map.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, type LabelRequest, overlaps, placeLabels } from '../../../renderer/map/town-labels.ts';

const FRAME = { left: 0, top: 0, right: 900, bottom: 600 };
const label = (code: string, x: number, y: number): LabelRequest => ({ code, x, y, width: 70, height: 32 });

describe('placeLabels', () => {
	it('leaves a label where it wants to be when nothing is in its way', () => {
		expect(placeLabels([label('a', 300, 200)], [], FRAME)).toEqual([{ code: 'a', x: 300, y: 200 }]);
	});

	it('moves a label off a mark by the shorter way', () => {
		const [placed] = placeLabels([label('a', 300, 200)], [boxAround(300, 200, 14, 14)], FRAME);
		expect(placed).toBeDefined();
		expect(Math.abs((placed?.y ?? 200) - 200)).toBeGreaterThan(Math.abs((placed?.x ?? 300) - 300));
		expect(Math.hypot((placed?.x ?? 0) - 300, (placed?.y ?? 0) - 200)).toBeLessThan(32);
	});

	it('prefers a farther place inside its own area to a nearer one outside', () => {
		const rings = [
			[
				[260, 190],
				[800, 190],
				[800, 420],
				[260, 420],
			] as const,
		];
		const [placed] = placeLabels([{ ...label('a', 300, 200), rings }], [boxAround(300, 206, 60, 14)], FRAME);
		expect(placed?.y).toBeGreaterThan(200);
	});

	it('places towns before villages and drops what has no room', () => {
		const tiny = { left: 0, top: 0, right: 80, bottom: 40 };
		const placed = placeLabels([{ ...label('village', 40, 20), tier: 1 }, label('town', 40, 20)], [], tiny);
		expect(placed.map((one) => one.code)).toEqual(['town']);
	});

	it('never covers a mark, a label or the edge', () => {
		const place = fc.record({ x: fc.integer({ min: -50, max: 950 }), y: fc.integer({ min: -50, max: 650 }) });
		const size = fc.record({ width: fc.integer({ min: 20, max: 160 }), height: fc.integer({ min: 12, max: 60 }) });
		fc.assert(
			fc.property(
				fc.array(fc.tuple(place, size), { maxLength: 16 }),
				fc.array(place, { maxLength: 60 }),
				(wanted, marks) => {
					const labels = wanted.map(([at, box], index) => ({ code: String(index), ...at, ...box }));
					const obstacles = marks.map((mark) => boxAround(mark.x, mark.y, 18, 18));
					const boxes = placeLabels(labels, obstacles, FRAME).map((one) => {
						const { width, height } = labels[Number(one.code)] ?? { width: 0, height: 0 };
						return boxAround(one.x, one.y, width, height);
					});
					for (const [index, box] of boxes.entries()) {
						expect(obstacles.some((mark) => overlaps(box, mark))).toBe(false);
						expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
						expect(box.left >= FRAME.left && box.right <= FRAME.right).toBe(true);
						expect(box.top >= FRAME.top && box.bottom <= FRAME.bottom).toBe(true);
					}
				},
			),
			{ numRuns: 60 },
		);
	});
});
