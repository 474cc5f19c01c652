// The three real sets of ../shared/data, read with their profiles: figures that the issue names, as far as reading goes.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProfile } from '../../../electron/services/exports/mapping-profile.ts';
import { DATE_ONLY, EVENT_FLAG } from '../../../electron/services/indicators/event-columns.ts';
import { secondsFromWallClock as at } from '../../../shared/domain/shanghai-time.ts';
import { readWholeFile, type WholeExport } from '../../support/whole-export.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATA = join(ROOT, '../shared/data');
const hasData = existsSync(DATA);
if (!hasData) console.log(`skipped: real exports are read from ${DATA}, which is not there`);

async function read(name: string, profile: string): Promise<WholeExport> {
	const loaded = await loadProfile(join(ROOT, 'tests/support/profiles', profile));
	const path = join(DATA, name);
	const whole = await readWholeFile(path, name.split('/').at(-1) ?? name, { profile: loaded });
	if ('outcome' in whole) throw new Error(whole.code);
	expect(whole.summary.refusal).toBeNull();
	return whole;
}

describe.skipIf(!hasData)('New York', () => {
	test('76,731 requests: located, open, closed before created', async () => {
		const { events, summary, rejections } = await read('nyc311/nyc311_jan2020_76731.csv', 'new-york.json');
		expect(events.length).toBe(76_731);
		expect(rejections).toEqual([]);
		expect(new Set(events.map((event) => event.eventId)).size).toBe(76_731);
		expect(events.filter((event) => event.lng !== null).length).toBe(73_404);
		expect(events.filter((event) => event.closedAt === null).length).toBe(12_190);
		expect(events.filter((event) => (event.flags ?? 0) & EVENT_FLAG.clockFault).length).toBe(823);
		expect(summary.findings).toContainEqual({ code: 'W_CLOCK', count: 823, params: {} });
		// Local wall clock, taken without conversion: 1/1/20 0:00 and 1/15/20 0:00.
		expect(events[0]).toMatchObject({
			reportedAt: at(2020, 1, 1),
			closedAt: at(2020, 1, 15),
			unit: 'DOHMH',
			place: '3\u001f\u001f\u001f',
		});
		expect(events.filter((event) => event.closedAt !== null && event.codes.status !== '60').length).toBe(2_970);
	});
	test('boroughs and community districts', async () => {
		const boroughs = await read('nyc311/borough.geojson', 'new-york.json');
		expect(boroughs.areas.map(({ code, level, parentCode }) => [code, level, parentCode])).toEqual(
			['1', '2', '3', '4', '5'].map((code) => [code, 'town', 'NYC']),
		);
		const districts = await read('nyc311/community_district.geojson', 'new-york.json');
		expect(districts.areas.length).toBe(59);
		expect(
			districts.areas.every(
				({ code, level, parentCode, geometry }) => level === 'grid' && parentCode === code[0] && geometry !== null,
			),
		).toBe(true);
		expect([...boroughs.rejections, ...districts.rejections]).toEqual([]);
	});
});

describe.skipIf(!hasData)('Pingshan', () => {
	test('10,000 records: 6 streets, 23 communities, reported on time or late', async () => {
		const { events, plan, summary } = await read('pingshan/pingshan_events_10000.csv', 'pingshan.json');
		expect(plan).toMatchObject({ createUnitsFromNames: true, rootUnit: { code: '440310', name: '坪山区' } });
		expect(events.length).toBe(10_000);
		const places = events.map((event) => (event.place ?? '\u001f').split('\u001f'));
		expect(new Set(places.map(([town]) => town).filter((town) => town !== '')).size).toBe(6);
		expect(new Set(places.map(([, village]) => village).filter((village) => village !== '')).size).toBe(23);
		expect(places.filter(([, village]) => village === '').length).toBe(10);
		expect(events.filter((event) => event.reportedOnTime === 1).length).toBe(9_076);
		expect(events.filter((event) => event.reportedOnTime === 0).length).toBe(924);
		expect(events.every((event) => event.dateOnly === (DATE_ONLY.reported | DATE_ONLY.accepted))).toBe(true);
		expect(events.every((event) => event.closedAt === null && event.codes.status === '60')).toBe(true);
		expect(events.filter((event) => event.lng !== null).length).toBe(1_515);
		expect(summary.findings).toContainEqual({ code: 'W_CAP', count: 10_000, params: { rows: 10_000 } });
	});
});

describe.skipIf(!hasData)('Longwan', () => {
	test('10 streets, 123 villages and communities with twelve digits', async () => {
		const streets = await read('longwan/streets.csv', 'longwan.json');
		expect(streets.areas.length).toBe(10);
		expect(
			streets.areas.every(
				({ code, level, parentCode }) => /^330303\d{3}$/.test(code) && level === 'town' && parentCode === '330303',
			),
		).toBe(true);
		const villages = await read('longwan/villages.json', 'longwan.json');
		expect(villages.areas.length).toBe(123);
		expect(
			villages.areas.every(
				({ code, level, parentCode }) =>
					/^\d{12}$/.test(code) && level === 'village' && parentCode === code.slice(0, 9),
			),
		).toBe(true);
		expect(villages.areas.filter(({ name }) => name === '石坦村委会').map(({ code }) => code).length).toBe(2);
		expect(new Set(villages.areas.map(({ code }) => code)).size).toBe(123);
	});
	test('outlines as derived are taken whole', async () => {
		const { areas, rejections, summary } = await read('longwan/streets_wgs84.geojson', 'longwan.json');
		expect(areas.length).toBe(10);
		expect(rejections).toEqual([]);
		expect(summary.findings).toEqual([]);
		expect(areas.find(({ name }) => name === '永中街道')?.areaM2).toBe(44_272_000);
	});
	test('outlines as published: the four broken streets are repaired and named', async () => {
		const { areas, summary, rejections } = await read('longwan/streets_as_published_broken_rings.json', 'longwan.json');
		expect(rejections).toEqual([]);
		expect(summary.findings).toEqual([
			{ code: 'W_ISLAND', count: 4, params: { names: '海城街道、沙城街道、天河街道、永兴街道' } },
		]);
		// Drawn areas agree with the derived outlines, island by island.
		const derived = await read('longwan/streets_wgs84.geojson', 'longwan.json');
		for (const { name, geometry } of areas) {
			const other = derived.areas.find((area) => area.name === name);
			expect([name, areaOf(geometry).toFixed(7)]).toEqual([name, areaOf(other?.geometry ?? null).toFixed(7)]);
		}
	});
	test('roads are a layer for orientation', async () => {
		const { plan, summary } = await read('longwan/roads.geojson', 'longwan.json');
		expect(plan.dataset).toBeNull();
		expect(summary.orientation.map(({ name, geojson }) => [name, JSON.parse(geojson).features.length])).toEqual([
			['road', 3_074],
		]);
	});
});

/** Area in square degrees: shells less holes, whatever the winding. */
function areaOf(geometry: string | null): number {
	const parsed = JSON.parse(geometry ?? 'null') as { type: string; coordinates: unknown };
	const polygons = (parsed.type === 'Polygon' ? [parsed.coordinates] : parsed.coordinates) as [number, number][][][];
	const ring = (points: [number, number][]): number =>
		Math.abs(
			points.reduce((sum, [x, y], index) => {
				const [nextX, nextY] = points[(index + 1) % points.length] as [number, number];
				return sum + (x - 120) * (nextY - 27) - (nextX - 120) * (y - 27);
			}, 0) / 2,
		);
	return polygons.reduce(
		(sum, [shell = [], ...holes]) => sum + ring(shell) - holes.reduce((total, hole) => total + ring(hole), 0),
		0,
	);
}
