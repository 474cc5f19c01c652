// The demonstration district: codes, shape and numbers of its units and grids.

import { describe, expect, it } from 'vitest';
import { DEMO_DISTRICT } from '../../../electron/services/sample/demo-district.ts';
import { makeDistrict } from '../../../electron/services/sample/make-district.ts';
import { isInsideRing, type Polygons, type Ring } from '../../../electron/services/sample/region-outlines.ts';
import { areaOf, brokenRings, crossings, looseSides } from './tiling.ts';

const district = makeDistrict({ seed: DEMO_DISTRICT.seed, gridCount: DEMO_DISTRICT.grids });
const main = district.grids.slice(0, district.mainGridCount);
const micros = district.grids.slice(district.mainGridCount);
const whole = district.units[0]?.polygons as Polygons;
const polygonsOf = (items: readonly { polygons: Polygons }[]): Polygons[] => items.map((item) => item.polygons);
const isIn = (point: [number, number], polygons: Polygons): boolean =>
	polygons.some(
		(rings) => isInsideRing(point, rings[0] as Ring) && !rings.slice(1).some((hole) => isInsideRing(point, hole)),
	);

describe('the demonstration district', { timeout: 30_000 }, () => {
	it('has 12 towns, 180 villages, 300 base grids and dedicated ones on top', () => {
		expect(district.towns).toHaveLength(12);
		expect(district.towns.filter((town) => town.unitType === '街道')).toHaveLength(5);
		expect(district.villages).toHaveLength(180);
		expect(main.filter((grid) => grid.kind === 'base')).toHaveLength(300);
		expect(main.filter((grid) => grid.kind === 'dedicated')).toHaveLength(12);
		expect(micros.length).toBeGreaterThan(50);
		expect(micros.every((grid) => grid.kind === 'micro')).toBe(true);
	});

	it('gives each unit and grid its own code, longer by level and beginning with its parent', () => {
		const codes = [...district.units, ...district.grids].map((item) => item.code);
		expect(new Set(codes).size).toBe(codes.length);
		for (const town of district.towns) expect(town.code).toMatch(/^339901\d{3}$/);
		for (const village of district.villages) {
			expect(village.code).toMatch(/^\d{12}$/);
			expect(village.code.startsWith(village.parentCode as string)).toBe(true);
		}
		for (const grid of main) expect(grid.code).toMatch(new RegExp(`^${grid.villageCode}\\d{3}$`));
		for (const grid of micros) expect(grid.code).toMatch(new RegExp(`^${grid.parentGridCode}\\d{2}$`));
	});

	it('has streets in the middle that are smaller than towns, and grids far denser there', () => {
		const mean = (isStreet: boolean): number => {
			const areas = main
				.filter((grid) => grid.kind === 'base' && (district.towns[grid.townIndex]?.unitType === '街道') === isStreet)
				.map((grid) => grid.areaM2);
			return areas.reduce((sum, area) => sum + area, 0) / areas.length;
		};
		expect(mean(false) / mean(true)).toBeGreaterThan(1.8);
	});

	it.each([
		['base and dedicated grids', main],
		['villages', district.villages],
		['towns', district.towns],
	] as const)('is tiled by its %s: every inner side is shared by exactly two', (_, parts) => {
		expect(looseSides(polygonsOf(parts), whole)).toEqual({ doubled: 0, loose: 0 });
		const sum = parts.reduce((total, part) => total + areaOf(part.polygons), 0);
		expect(Math.abs(sum / areaOf(whole) - 1)).toBeLessThan(1e-9);
	});

	it('has grids with micro-grids that tile them', () => {
		const hosts = new Set(micros.map((grid) => grid.parentGridCode));
		for (const host of main.filter((grid) => hosts.has(grid.code))) {
			const parts = micros.filter((grid) => grid.parentGridCode === host.code);
			expect(looseSides(polygonsOf(parts), host.polygons)).toEqual({ doubled: 0, loose: 0 });
		}
	});

	it('has rings that are closed and visit no point twice, and borders that never cross', () => {
		const all = polygonsOf([...district.units, ...district.grids]);
		expect(brokenRings(all)).toEqual([]);
		expect(crossings(all)).toBe(0);
		for (const item of [...district.units, ...district.grids]) expect(item.polygons).toHaveLength(1);
	});

	it('cuts a hole in the base grid around each dedicated enclave', () => {
		for (const grid of main.filter((item) => item.kind === 'dedicated')) {
			const host = main.find((item) => item.code === grid.parentGridCode);
			expect(host?.polygons[0]).toHaveLength(2);
			expect(host?.polygons[0]?.[1]).toHaveLength(grid.polygons[0]?.[0]?.length as number);
		}
	});

	it('keeps to 6 decimals and to the box of the province', () => {
		for (const [lng, lat] of [...polygonsOf([...district.units, ...district.grids])].flat(3)) {
			expect(lng === Math.round(lng * 1e6) / 1e6 && lat === Math.round(lat * 1e6) / 1e6).toBe(true);
			expect(lng > 118 && lng < 123.2 && lat > 27 && lat < 31.3).toBe(true);
		}
	});

	it('has people in every unit, and a few grids that have not delivered them', () => {
		for (const unit of district.units) expect(unit.population).toBeGreaterThan(0);
		const withheld = main.filter((grid) => grid.population === null);
		expect(withheld.length).toBeGreaterThanOrEqual(4);
		expect(withheld.length).toBeLessThanOrEqual(8);
		const byTown = district.towns.reduce((sum, town) => sum + town.population, 0);
		expect(district.units[0]?.population).toBe(byTown);
	});

	it('puts the busy places of each grid inside its polygon', () => {
		for (const grid of district.grids) {
			for (let i = 0; i < grid.spots.length; i += 2) {
				expect(isIn([grid.spots[i] as number, grid.spots[i + 1] as number], grid.polygons)).toBe(true);
			}
		}
	});

	it('draws roads and water inside its outline', () => {
		const points = [
			...district.roads.flatMap((road) => road.points),
			...district.water.flatMap((item) => (item.type === 'line' ? item.points : item.ring)),
		];
		expect(points.filter((point) => !isIn(point, whole))).toEqual([]);
	});

	it('has rare characters in its names and one village name that stands in two towns', () => {
		const names = district.units.map((unit) => unit.name).join('');
		for (const rare of ['垟', '溇', '墺', '碶', '磡', '㘭', '𡎚']) expect(names).toContain(rare);
		const villages = district.villages.map((village) => village.name);
		expect(villages.length - new Set(villages).size).toBeGreaterThanOrEqual(1);
	});
});

it('refuses fewer grids than towns', () => {
	expect(() => makeDistrict({ seed: 1, gridCount: 11 })).toThrow(RangeError);
});
