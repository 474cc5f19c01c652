// The coordinate detective over seeded files of the sample district: all systems, mixed by source, mislabelled, with
// wrong grids, centroids and failures. A slice by default; GRIDHELM_LONG=1 runs all 1,000.

import { expect, test } from 'vitest';
import {
	type CoordinateEvidence,
	detectCoordinates,
	type SamplePoint,
	toWgs84,
} from '../../../electron/services/exports/coordinates/detective.ts';
import {
	CENTRAL_MERIDIANS,
	distanceMetres,
	wgs84ToDegrees,
	wgs84ToMetres,
} from '../../../electron/services/exports/coordinates/systems.ts';
import { makeDistrict } from '../../../electron/services/sample/make-district.ts';
import { makeRandom, pickInteger, pickOne } from '../../../electron/services/sample/random.ts';
import { withMargin } from '../../../electron/services/sync/plausible-box.ts';
import { buildPolygonIndex } from '../../../electron/services/sync/polygon-index.ts';

const FILES = process.env.GRIDHELM_LONG ? 1000 : 100;
const district = makeDistrict({ seed: 20261124, gridCount: 300 });
const grids = district.grids.slice(0, district.mainGridCount);
const index = buildPolygonIndex(
	grids.map((grid, at) => ({
		ownerId: at + 1,
		priority: 0,
		geometry: { type: 'MultiPolygon', coordinates: grid.polygons },
	})),
);
const box = withMargin(index.bbox ?? [0, 0, 0, 0]);
const evidence: CoordinateEvidence = {
	isInside: (areaId, lng, lat) => index.find(lng, lat) === areaId,
	isPlausible: (lng, lat) => lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north,
};

const SYSTEMS = ['wgs84', 'gcj02', 'bd09', ...CENTRAL_MERIDIANS.map((one) => `gk${one}` as const)] as const;
type System = (typeof SYSTEMS)[number];

function deliver(system: System, [lng, lat]: [number, number], hasPrefix: boolean): [number, number] {
	if (system === 'wgs84' || system === 'gcj02' || system === 'bd09') return wgs84ToDegrees(system, lng, lat);
	const meridian = CENTRAL_MERIDIANS.find((one) => system === `gk${one}`) ?? 120;
	const [x, y] = wgs84ToMetres(meridian, lng, lat);
	return [hasPrefix ? x + (meridian / 3) * 1e6 : x, y];
}

interface Source {
	system: System;
	points: SamplePoint[];
	truth: [number, number][];
}

function makeSource(random: () => number, size: number): Source {
	const system = pickOne(random, SYSTEMS);
	const hasPrefix = random() < 0.5;
	const isSwapped = random() < 0.3;
	const decimals = system.startsWith('gk') ? 2 : pickOne(random, [4, 5, 6, 14]);
	const wrongGrids = pickOne(random, [0, 0.01, 0.05, 0.15]);
	const centroid = grids[pickInteger(random, 0, grids.length - 1)]?.spots ?? [];
	const source: Source = { system, points: [], truth: [] };
	for (let row = 0; row < size; row++) {
		const at = pickInteger(random, 0, grids.length - 1);
		const { spots } = grids[at] as (typeof grids)[number];
		const spot = pickInteger(random, 0, spots.length / 2 - 1) * 2;
		let place: [number, number] = [spots[spot] as number, spots[spot + 1] as number];
		const lot = random();
		if (lot < 0.1) place = [centroid[0] as number, centroid[1] as number];
		const [x, y] = lot > 0.97 ? [0, 0] : lot > 0.95 ? [5e-324, 5e-324] : deliver(system, place, hasPrefix);
		const cut = (value: number): number => (Math.abs(value) < 1e-9 ? value : Number(value.toFixed(decimals)));
		const areaId = random() < wrongGrids ? pickInteger(random, 1, grids.length) : random() < 0.04 ? 0 : at + 1;
		const [first, second] = isSwapped ? [cut(y), cut(x)] : [cut(x), cut(y)];
		source.points.push({ first, second, areaId });
		source.truth.push(lot > 0.95 ? [Number.NaN, Number.NaN] : place);
	}
	return source;
}

test(`${FILES} files, each source judged by itself`, { timeout: 300_000 }, () => {
	let judged = 0;
	let right = 0;
	let asked = 0;
	const wrong: string[] = [];
	for (let file = 0; file < FILES; file++) {
		const random = makeRandom(file, 'coordinates');
		const sourceCount = pickOne(random, [1, 1, 2, 3]);
		for (let at = 0; at < sourceCount; at++) {
			const source = makeSource(random, pickInteger(random, 200, 500));
			const verdict = detectCoordinates(source.points, evidence);
			judged++;
			if (verdict.asked) {
				asked++;
				continue;
			}
			const isRight =
				verdict.system === source.system &&
				source.points.every(({ first, second }, row) => {
					const [lng, lat] = source.truth[row] as [number, number];
					const read = toWgs84(verdict.choice, first, second);
					// Four decimals are about ten metres.
					return Number.isNaN(lng) ? read === null : read !== null && distanceMetres(read, [lng, lat]) < 15;
				});
			if (isRight) right++;
			else wrong.push(`file ${file}: ${source.system} taken for ${verdict.system}`);
		}
	}
	console.log(`coordinates: ${right} right, ${asked} asked, ${wrong.length} wrong of ${judged}`);
	expect(wrong).toEqual([]);
	expect(right / judged).toBeGreaterThanOrEqual(0.995);
});

test('asks where nothing tells: no units, too few points, units as large as the shift is small', () => {
	const random = makeRandom(1, 'asked');
	let source = makeSource(random, 300);
	while (source.system !== 'gcj02') source = makeSource(random, 300);
	expect(detectCoordinates(source.points, { isInside: () => null, isPlausible: evidence.isPlausible }).asked).toBe(
		true,
	);
	expect(detectCoordinates(source.points.slice(0, 20), evidence).asked).toBe(true);
	expect(detectCoordinates(source.points, { ...evidence, isInside: () => true }).asked).toBe(true);
	expect(detectCoordinates(source.points, { ...evidence, isInside: () => false }).asked).toBe(true);
});

test('large units: few points tell the systems apart, and they speak with one voice', () => {
	const at = (lng: number, lat: number): SamplePoint => ({ first: lng, second: lat, areaId: 1 });
	const west = { ...evidence, isInside: (_: number, lng: number) => lng > 119.995 && lng < 120.2 };
	const inner = Array.from({ length: 200 }, (_, row) => at(120.05 + row / 2000, 30.2));
	const edge = Array.from({ length: 8 }, (_, row) => at(120.1995 + row / 100_000, 30.2));
	const farEdge = edge.map((point) => ({ ...point, first: point.first - 0.204 }));
	const delivered = [...inner, ...edge, ...farEdge].map((point) => {
		const [first, second] = wgs84ToDegrees('gcj02', point.first, point.second);
		return { ...point, first, second };
	});
	expect(detectCoordinates(delivered, west)).toMatchObject({ system: 'gcj02', asked: false });
	expect(detectCoordinates(delivered.slice(0, 203), west).asked).toBe(true);
});

test('a crowd on one point decides nothing', () => {
	const spot = { first: 120.15, second: 30.27, areaId: 1 };
	expect(detectCoordinates(Array(300).fill(spot), { isInside: () => true, isPlausible: null }).points).toBe(0);
});
