// A district of ten thousand grids: the bench district's events laid into a lattice of equal cells over its ground. The
// generator's own outlines take minutes at that number; for drawing only the number of polygons matters.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchDistrict } from './bench-district.ts';

const SIDE = 100;

interface GridFile {
	features: { properties: Record<string, unknown>; geometry: { coordinates: unknown[] } }[];
}

/** All coordinates of a nested list, as [lng, lat]. */
function pointsOf(coordinates: unknown): [number, number][] {
	if (!Array.isArray(coordinates)) return [];
	if (typeof coordinates[0] === 'number') return [coordinates as [number, number]];
	return coordinates.flatMap(pointsOf);
}

/** Writes units, grids and events of the lattice into a folder; gives their paths. */
export function makeLatticeDistrict(district: BenchDistrict, folder: string): string[] {
	const { features } = JSON.parse(readFileSync(district.gridsFile, 'utf8')) as GridFile;
	const points = features.flatMap(({ geometry }) => pointsOf(geometry.coordinates));
	const [lngs, lats] = [points.map(([lng]) => lng), points.map(([, lat]) => lat)];
	const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
	const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
	const [west, south] = [least(lngs), least(lats)];
	const [width, height] = [(most(lngs) - west) / SIDE, (most(lats) - south) / SIDE];
	const villages = [...new Set(features.map(({ properties }) => String(properties.所属村社编码)))].sort();
	const villageOf = (cell: number): string => villages[Math.floor((cell * villages.length) / (SIDE * SIDE))] ?? '';
	const codeOf = (cell: number): string => `${villageOf(cell)}${String(cell % 1000).padStart(3, '0')}`;
	const round = (value: number) => Number(value.toFixed(6));
	const cells = Array.from({ length: SIDE * SIDE }, (_, cell) => {
		const [x, y] = [west + (cell % SIDE) * width, south + Math.floor(cell / SIDE) * height];
		const ring = [
			[x, y],
			[x + width, y],
			[x + width, y + height],
			[x, y + height],
			[x, y],
		].map(([lng, lat]) => [round(lng ?? 0), round(lat ?? 0)]);
		return {
			type: 'Feature',
			properties: {
				网格编码: codeOf(cell),
				网格名称: `第${cell + 1}网格`,
				网格类型: '基础网格',
				所属村社编码: villageOf(cell),
				户数: 300 + (cell % 200),
				常住人口: 900 + (cell % 500),
				是否启用: '是',
			},
			geometry: { type: 'Polygon', coordinates: [ring] },
		};
	});
	const gridsFile = join(folder, 'grid.geojson');
	writeFileSync(gridsFile, JSON.stringify({ type: 'FeatureCollection', features: cells }));

	const [header = '', ...lines] = readFileSync(district.eventsUtf8File, 'utf8').replace('\uFEFF', '').split('\r\n');
	const columns = header.split(',');
	const at = (name: string): number => columns.indexOf(name);
	const [grid, lng, lat, town, village] = ['网格编码', '经度', '纬度', '所属镇街', '所属村社'].map(at) as [
		number,
		number,
		number,
		number,
		number,
	];
	const rows = lines.flatMap((line) => {
		const row = line.split(',');
		if (row.length !== columns.length || row[lng] === '') return [];
		const x = Math.min(SIDE - 1, Math.max(0, Math.floor((Number(row[lng]) - west) / width)));
		const y = Math.min(SIDE - 1, Math.max(0, Math.floor((Number(row[lat]) - south) / height)));
		row[grid] = codeOf(y * SIDE + x);
		row[town] = '';
		row[village] = '';
		return [row.join(',')];
	});
	const eventsFile = join(folder, 'event.csv');
	writeFileSync(eventsFile, `${[header, ...rows].join('\r\n')}\r\n`);
	return [district.unitsUtf8File, gridsFile, eventsFile];
}
