// Each fault of a drawing by itself in a district of a few squares, and none in a district that is drawn well.

import { describe, expect, it } from 'vitest';
import type { PlaceArea } from '../../../electron/services/cache/place-store.ts';
import { makeDistrict } from '../../../electron/services/sample/make-district.ts';
import { findTopologyFaults } from '../../../electron/services/sync/topology-faults.ts';

type Corner = [number, number];
/** A hundred-thousandth of a degree of latitude is 1.1 m; the district lies at 30°. */
const at = ([x, y]: Corner): Corner => [120 + x / 1e5, 30 + y / 1e5];
const box = (west: number, south: number, east: number, north: number): Corner[] => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
];
const ring = (corners: Corner[]): Corner[] => [...corners, corners[0] as Corner].map(at);

let nextId = 0;
function area(code: string, rings: Corner[][], more: Partial<PlaceArea> = {}): PlaceArea {
	nextId += 1;
	const geometry = JSON.stringify({ type: 'Polygon', coordinates: rings.map(ring) });
	return {
		areaId: nextId,
		code,
		stdCode: null,
		name: code,
		shortName: code,
		level: 'grid',
		parentId: 1,
		gridType: 'base',
		geometry,
		...more,
	};
}
const unit = (rings: Corner[][]): PlaceArea =>
	area('U', rings, { areaId: 1, level: 'district', parentId: null, gridType: null });
const told = (areas: PlaceArea[]) =>
	findTopologyFaults(areas).faults.map(({ kind, areas: of }) => `${kind} ${of.map(({ code }) => code).join('+')}`);

const A = () => area('A', [box(0, 0, 500, 500)]);
const B = () => area('B', [box(500, 0, 1000, 500)]);

describe('faults of a drawing', () => {
	it('finds none in neighbours, also where a corner of one lies on a side of the other', () => {
		const north = area('C', [box(0, 500, 1000, 1000)]);
		expect(told([A(), B(), north, unit([box(0, 0, 1000, 1000)])])).toEqual([]);
	});

	it('finds an overlap of two grids, with its size and place', () => {
		const wide = area('B', [box(450, 0, 1000, 500)]);
		const { faults } = findTopologyFaults([A(), wide]);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatchObject({ kind: 'overlap', areas: [{ code: 'A' }, { code: 'B' }] });
		// 50 × 0.964 m by 500 × 1.113 m.
		expect(faults[0]?.sizeM2).toBeCloseTo(26_840, -2);
		expect(faults[0]?.widthM).toBeCloseTo(48.2, 0);
		expect(faults[0]?.lng).toBeGreaterThan(120.0045);
		expect(faults[0]?.lng).toBeLessThan(120.005);
	});

	it('leaves out what is narrower than drawing is exact, and small', () => {
		const wide = area('B', [box(499, 0, 1000, 40)]);
		expect(told([area('A', [box(0, 0, 500, 40)]), wide])).toEqual([]);
	});

	it('finds ground that grids enclose, and ground of the unit at its edge', () => {
		const ringed = [
			area('S', [box(0, 0, 300, 100)]),
			area('N', [box(0, 200, 300, 300)]),
			area('W', [box(0, 100, 100, 200)]),
			area('E', [box(200, 100, 300, 200)]),
		];
		expect(told(ringed)).toEqual(['gap S+N'].map(() => expect.stringMatching(/^gap /)));
		expect(told([A(), unit([box(0, 0, 500, 600)])])).toEqual(['gap A', 'areaSum U']);
	});

	it('finds an island that was stored as a hole, and none where another grid fills it', () => {
		const holed = () => area('A', [box(0, 0, 500, 500), box(100, 100, 200, 200)]);
		expect(told([holed()])).toEqual(['emptyHole A']);
		expect(told([holed(), area('D', [box(100, 100, 200, 200)], { gridType: 'dedicated' })])).toEqual([]);
	});

	it('allows a dedicated grid inside its host, not two dedicated ones on the same ground', () => {
		const first = area('D', [box(100, 100, 200, 200)], { gridType: 'dedicated' });
		const second = area('E', [box(150, 100, 250, 200)], { gridType: 'dedicated' });
		expect(told([A(), first])).toEqual([]);
		expect(told([A(), first, second])).toEqual(['overlap D+E']);
	});

	it('finds a micro-grid outside its grid', () => {
		const host = A();
		const micro = (corners: Corner[]) =>
			area('M', [corners], { level: 'microGrid', gridType: 'micro', parentId: host.areaId });
		expect(told([host, micro(box(0, 0, 100, 100))])).toEqual([]);
		expect(told([host, micro(box(450, 0, 600, 100))])).toEqual(['microOutside M+A']);
	});

	it('finds parts that lie apart, polygons delivered twice and rings that cross themselves', () => {
		const apart = area('A', []);
		apart.geometry = JSON.stringify({
			type: 'MultiPolygon',
			coordinates: [[ring(box(0, 0, 100, 100))], [ring(box(300, 0, 350, 50))]],
		});
		expect(told([apart])).toEqual(['strayPart A']);
		expect(told([A(), area('A2', [box(0, 0, 500, 500)])])).toEqual(['duplicate A+A2']);
		expect(
			told([
				area('X', [
					[
						[0, 0],
						[100, 100],
						[100, 0],
						[0, 100],
					],
				]),
			]),
		).toContain('selfIntersection X');
	});

	it('knows every grid that overlaps another or lies on a gap, and none that only touches its corner', () => {
		// A hole of 100 × 100 between four squares of a cross; D touches it at one corner.
		const cross = [
			area('W', [box(0, 100, 100, 200)]),
			area('E', [box(200, 100, 300, 200)]),
			area('S', [box(0, 0, 300, 100)]),
			area('N', [box(0, 200, 200, 300)]),
			area('D', [box(200, 200, 300, 300)]),
		];
		const codesOf = (areas: PlaceArea[]) => {
			const { ill } = findTopologyFaults(areas);
			return areas.filter(({ areaId }) => ill.has(areaId)).map(({ code }) => code);
		};
		const whole = unit([box(0, 0, 300, 300)]);
		expect(codesOf([...cross, whole])).toEqual(['W', 'E', 'S', 'N']);
		const filled = area('X', [box(100, 100, 200, 200)]);
		expect(codesOf([...cross, filled, whole])).toEqual([]);
		const three = [A(), area('B', [box(450, 0, 1000, 500)]), area('C', [box(400, 0, 480, 600)])];
		expect(codesOf(three)).toEqual(['A', 'B', 'C']);
	});

	it('judges two divisions of the same ground pair by pair', () => {
		const rows = [0, 1, 2, 3].map((row) => area(`R${row}`, [box(0, row * 100, 400, row * 100 + 100)]));
		const columns = [0, 1, 2, 3].map((row) => area(`C${row}`, [box(row * 100, 0, row * 100 + 100, 400)]));
		expect(told([...rows, ...columns])).toHaveLength(16);
	});

	it('finds nothing in the sample district', () => {
		const { grids, mainGridCount } = makeDistrict({ seed: 3, gridCount: 200 });
		const areas = grids.map((grid, index) => ({
			...area(`G${index}`, []),
			gridType: index < mainGridCount ? ('base' as const) : ('dedicated' as const),
			geometry: JSON.stringify({ type: 'MultiPolygon', coordinates: grid.polygons }),
		}));
		const { checked, faults } = findTopologyFaults(areas);
		expect([checked, faults]).toEqual([grids.length, []]);
	});
});
