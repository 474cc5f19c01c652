// Whether two outlines share a border: at least two corners of one lie on the other. A corner alone is no border.

import type { Geometry, Position } from 'geojson';
import { openOutline } from '../sync/outline-distance.ts';

/** Outlines this far apart (metres) still touch: surveys of one border differ by as much (domain.md §2.3). */
const SLACK_M = 5;
const LEAST_CORNERS = 2;

function cornersOf(geometry: Geometry): Position[] {
	if (geometry.type === 'Polygon') return geometry.coordinates.flat();
	return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
}

/** True where the two share a border. */
export function doOutlinesTouch(first: Geometry, second: Geometry): boolean {
	const found = new Set<string>();
	for (const [own, other] of [
		[first, second],
		[second, first],
	] as const) {
		const outline = openOutline(other);
		for (const [lng = Number.NaN, lat = Number.NaN] of cornersOf(own)) {
			if (!outline.isWithin(lng, lat, SLACK_M)) continue;
			found.add(`${lng.toFixed(5)}/${lat.toFixed(5)}`);
			if (found.size >= LEAST_CORNERS) return true;
		}
	}
	return false;
}
