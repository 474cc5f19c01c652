// The coordinate systems that exports arrive in, each to WGS 84 degrees (CGCS2000 is the same within a metre,
// domain.md §2.3). Pure; which system a file is in is for the detective to say.

import gcoord from 'gcoord';
import proj4 from 'proj4';

/** Systems of coordinates in degrees; `wgs84` stands for CGCS2000 as well. */
export const DEGREE_SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type DegreeSystem = (typeof DEGREE_SYSTEMS)[number];

/** Central meridians of the 3° Gauss-Krüger zones of Zhejiang, degrees east. */
export const CENTRAL_MERIDIANS = [117, 120, 123] as const;
export type CentralMeridian = (typeof CENTRAL_MERIDIANS)[number];

/** A pair put in order by magnitude alone: what it is and which number is which. */
export interface OrientedPair {
	kind: 'degrees' | 'metres';
	/** Longitude, or easting without its zone. */
	x: number;
	/** Latitude, or northing. */
	y: number;
	isSwapped: boolean;
	/** Meridian that a zone prefix names; null without one. */
	meridian: CentralMeridian | null;
}

const isLongitude = (value: number): boolean => value >= 73 && value <= 136;
const isLatitude = (value: number): boolean => value >= 17 && value <= 54;
const isNorthing = (value: number): boolean => value >= 1_900_000 && value <= 6_000_000;
const isEasting = (value: number): boolean => value >= 100_000 && value <= 950_000;

/** Easting without its zone prefix (40 514 433 m → 514 433 m at 120°), by 3° or 6° zones; null for no easting. */
function readEasting(value: number): { x: number; meridian: CentralMeridian | null } | null {
	if (isEasting(value)) return { x: value, meridian: null };
	const zone = Math.floor(value / 1e6);
	const x = value - zone * 1e6;
	if (!isEasting(x)) return null;
	const degrees = zone >= 24 && zone <= 45 ? zone * 3 : zone >= 13 && zone <= 23 ? zone * 6 - 3 : 0;
	const meridian = CENTRAL_MERIDIANS.find((one) => one === degrees);
	return meridian === undefined ? null : { x, meridian };
}

/**
 * Puts two delivered numbers in order: in China longitude and latitude, northing and easting never overlap in size, so
 * swapped columns and the surveyors' X = northing are told by magnitude. Null for what is neither.
 */
export function orientPair(first: number, second: number): OrientedPair | null {
	for (const [x, y, isSwapped] of [
		[first, second, false],
		[second, first, true],
	] as const) {
		if (isLongitude(x) && isLatitude(y)) return { kind: 'degrees', x, y, isSwapped, meridian: null };
		const easting = isNorthing(y) ? readEasting(x) : null;
		if (easting) return { kind: 'metres', ...easting, y, isSwapped };
	}
	return null;
}

const GCOORD = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;
const makeProjection = (meridian: CentralMeridian) =>
	proj4(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`);
const projections = { 117: makeProjection(117), 120: makeProjection(120), 123: makeProjection(123) };

/** Degrees of a system as WGS 84 [longitude, latitude]. */
export function degreesToWgs84(system: DegreeSystem, lng: number, lat: number): [number, number] {
	if (system === 'wgs84') return [lng, lat];
	const [x, y] = gcoord.transform([lng, lat], GCOORD[system], gcoord.WGS84);
	return [x, y];
}

/** WGS 84 as degrees of a system. */
export function wgs84ToDegrees(system: DegreeSystem, lng: number, lat: number): [number, number] {
	if (system === 'wgs84') return [lng, lat];
	const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, GCOORD[system]);
	return [x, y];
}

/** Easting and northing (no zone prefix), metres, as WGS 84 [longitude, latitude]. */
export function metresToWgs84(meridian: CentralMeridian, easting: number, northing: number): [number, number] {
	return projections[meridian].inverse([easting, northing]) as [number, number];
}

/** WGS 84 as easting and northing without a zone prefix, metres. */
export function wgs84ToMetres(meridian: CentralMeridian, lng: number, lat: number): [number, number] {
	return projections[meridian].forward([lng, lat]) as [number, number];
}

/** Distance on the ground, metres; good to a part in a thousand within a district. */
export function distanceMetres(a: readonly [number, number], b: readonly [number, number]): number {
	const lat = (((a[1] + b[1]) / 2) * Math.PI) / 180;
	return Math.hypot((a[0] - b[0]) * Math.cos(lat), a[1] - b[1]) * 111_320;
}
