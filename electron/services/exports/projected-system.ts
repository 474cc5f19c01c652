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

export type ToDegrees = (x: number, y: number) => [number, number];

/**
 * How the coordinates of a layer become degrees; null when they are. `reach`: the largest absolute x and y.
 * @throws TableFault E_PROJECTED for a system that is not known, and for metres without a stated one
 */
export function findProjection(prj: string | null, reach: { x: number; y: number }): ToDegrees | null {
	const name = projectionOf(prj);
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
