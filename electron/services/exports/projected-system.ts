// The projected system that a .prj states, where it is one that districts are surveyed in: CGCS2000 in 3° Gauss-Krüger
// zones, with or without a zone number before the easting. Anything else is refused by its name.

import { CENTRAL_MERIDIANS, metresToWgs84 } from './coordinates/systems.ts';
import { TableFault } from './table-source.ts';

const EASTING_OF_MERIDIAN = 500_000;

/** Name of the projected system in a .prj; null for degrees or without one. */
function projectionOf(prj: string | null): string | null {
	return prj === null ? null : (/PROJ(?:CS|CRS)\s*\[\s*"([^"]{1,80})"/i.exec(prj)?.[1] ?? null);
}

function parameterOf(prj: string, name: string): number {
	return Number(new RegExp(`"${name}"\\s*,\\s*(-?[\\d.]+)`, 'i').exec(prj)?.[1] ?? Number.NaN);
}

const OLD_SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/xian_?-?(?:19)?80|西安-?(?:19)?80|EPSG\D{0,3}(?:4610|23[2-9]\d)\b/i, '西安 80'],
	[/beijing_?-?(?:19)?54|北京-?(?:19)?54|EPSG\D{0,3}(?:4214|24[0-4]\d)\b/i, '北京 54'],
	[
		/(?:杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水|城市|地方|城建)(?:\d{2,4}|独立|地方|城建)*(?:独立|地方|城建)?坐标系?/,
		'城市独立坐标系',
	],
	[/独立坐标|地方坐标|城建坐标/, '城市独立坐标系'],
];

/** Name of a system that cannot be converted here, where a text (a .prj, a header, a title) names one; null otherwise. */
export function oldSystemOf(text: string): string | null {
	return OLD_SYSTEMS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Systems that a GeoJSON may state: degrees of WGS 84 or CGCS2000. */
const GEOJSON_DEGREES = /CRS:?84|EPSG:+(?:4326|4490)\b/i;

/** Refuses what a GeoJSON states in its `crs` and is no degrees. @throws TableFault E_CRS_OLD, E_PROJECTED */
export function refuseStatedCrs(head: string): void {
	const stated = /"crs"\s*:\s*\{[^}]{0,200}"name"\s*:\s*"([^"]{1,120})"/.exec(head)?.[1];
	if (stated === undefined || GEOJSON_DEGREES.test(stated)) return;
	const old = oldSystemOf(stated);
	throw new TableFault(old === null ? 'E_PROJECTED' : 'E_CRS_OLD', { system: old ?? stated.slice(-40) });
}

export type ToDegrees = (x: number, y: number) => [number, number];

/**
 * How the coordinates of a layer become degrees; null when they are. `reach`: the largest absolute x and y.
 * @throws TableFault E_PROJECTED for a system that is not known, and for metres without a stated one
 */
export function findProjection(prj: string | null, reach: { x: number; y: number }): ToDegrees | null {
	const name = projectionOf(prj);
	const old = oldSystemOf(prj ?? '');
	if (old !== null) throw new TableFault('E_CRS_OLD', { system: old });
	if (name === null) {
		if (reach.x > 180.001 || reach.y > 90.001) throw new TableFault('E_PROJECTED', { system: '未注明' });
		return null;
	}
	const text = prj ?? '';
	const meridian = CENTRAL_MERIDIANS.find((one) => one === parameterOf(text, 'Central_Meridian'));
	const falseEasting = parameterOf(text, 'False_Easting');
	const isKnown =
		/CGCS_?2000|China_2000|China_Geodetic_Coordinate_System_2000/i.test(text) &&
		/PROJECTION\s*\[\s*"(?:Gauss_Kruger|Transverse_Mercator)"/i.test(text) &&
		parameterOf(text, 'Scale_Factor') === 1 &&
		parameterOf(text, 'False_Northing') === 0 &&
		/UNIT\s*\[\s*"Met(?:er|re)"\s*,\s*1(?:\.0*)?\s*[\],]/i.test(text) &&
		falseEasting % 1e6 === EASTING_OF_MERIDIAN;
	if (!isKnown || meridian === undefined) throw new TableFault('E_PROJECTED', { system: name });
	return (x, y) => metresToWgs84(meridian, x - falseEasting + EASTING_OF_MERIDIAN, y);
}

/** The same nested list of positions in degrees. */
export function positionsToDegrees(coordinates: unknown, toDegrees: ToDegrees): unknown {
	const list = coordinates as unknown[];
	if (typeof list[0] === 'number') return toDegrees(list[0], list[1] as number);
	return list.map((part) => positionsToDegrees(part, toDegrees));
}
