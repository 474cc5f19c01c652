// Converters against values computed elsewhere, and every odd form of a coordinate cell.

import { describe, expect, test } from 'vitest';
import { readCoordinateCell } from '../../../electron/services/exports/coordinates/coordinate-text.ts';
import {
	degreesToWgs84,
	distanceMetres,
	metresToWgs84,
	orientPair,
	wgs84ToDegrees,
	wgs84ToMetres,
} from '../../../electron/services/exports/coordinates/systems.ts';

/** Hangzhou, Ningbo, Wenzhou, Quzhou, Zhoushan. */
const CITIES: [number, number][] = [
	[120.15, 30.27],
	[121.55, 29.87],
	[120.7, 28.0],
	[118.87, 28.97],
	[122.2, 29.98],
];

test('shifts in Zhejiang are those that were measured (domain.md §2.3)', () => {
	for (const city of CITIES) {
		const gcj = distanceMetres(city, wgs84ToDegrees('gcj02', ...city));
		const bd = distanceMetres(city, wgs84ToDegrees('bd09', ...city));
		expect(gcj).toBeGreaterThan(470);
		expect(gcj).toBeLessThan(585);
		expect(bd).toBeGreaterThan(1080);
		expect(bd).toBeLessThan(1155);
	}
});

test('there and back within a metre', () => {
	for (const city of CITIES) {
		for (const system of ['gcj02', 'bd09'] as const)
			expect(distanceMetres(city, degreesToWgs84(system, ...wgs84ToDegrees(system, ...city)))).toBeLessThan(1);
		for (const meridian of [117, 120, 123] as const)
			expect(distanceMetres(city, metresToWgs84(meridian, ...wgs84ToMetres(meridian, ...city)))).toBeLessThan(0.01);
	}
	// EPSG:4549 of the first: computed with the formula of Krüger to the fourth order.
	const [easting, northing] = wgs84ToMetres(120, 120.15, 30.27);
	expect(easting).toBeCloseTo(514433.61, 1);
	expect(northing).toBeCloseTo(3350053.7, 1);
});

test('which number is which, by size', () => {
	expect(orientPair(30.27, 120.15)).toMatchObject({ kind: 'degrees', x: 120.15, y: 30.27, isSwapped: true });
	expect(orientPair(3350053.7, 514433.6)).toMatchObject({ kind: 'metres', x: 514433.6, y: 3350053.7, isSwapped: true });
	expect(orientPair(40514433.5, 3350053.7)).toMatchObject({ x: 514433.5, meridian: 120, isSwapped: false });
	expect(orientPair(20514433.6, 3350053.7)).toMatchObject({ meridian: 117 });
	expect(orientPair(12_345, 67_890)).toBeNull();
	expect(orientPair(0, 0)).toBeNull();
});

describe('cells', () => {
	test.each([
		['120°09′18″', [120.155]],
		['东经120度9分18秒', [120.155]],
		['120°9.3′', [120.155]],
		['30°16\'12"N', [30.27]],
		['120.15,30.27', [120.15, 30.27]],
		['１２０．１５，３０．２７', [120.15, 30.27]],
		['(120.15, 30.27)', [120.15, 30.27]],
		['[120.15,30.27]', [120.15, 30.27]],
		['POINT(120.15 30.27)', [120.15, 30.27]],
		['E120.15 N30.27', [120.15, 30.27]],
		['120°09′18″E,30°16′12″N', [120.155, 30.27]],
		['4.9E-324', [5e-324]],
		['', []],
		['无', []],
		['120°75′00″', []],
		['文三路', []],
	])('%s', (text, expected) => {
		const read = readCoordinateCell(text);
		expect(read.length).toBe(expected.length);
		for (const [index, value] of expected.entries()) expect(read[index]).toBeCloseTo(value, 9);
	});
});
