// Where coordinates of the district can lie: the box of its own polygons and two kilometres around (domain.md §2.3).

import { findOutlineBox } from '../cache/area-queries.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import type { PlausibleBox } from '../exports/read-export.ts';

const MARGIN_KM = 2;
const KM_PER_DEGREE = 111.32;

/** The box with its margin; [west, south, east, north] in degrees. */
export function withMargin([west, south, east, north]: readonly [number, number, number, number]): PlausibleBox {
	const lat = MARGIN_KM / KM_PER_DEGREE;
	const lng = lat / Math.cos((((south + north) / 2) * Math.PI) / 180);
	return { west: west - lng, south: south - lat, east: east + lng, north: north + lat };
}

/** Null while the district has no polygons; nothing is then checked. */
export function findPlausibleBox(db: ReadableDb): PlausibleBox | null {
	const box = findOutlineBox(db);
	return box ? withMargin(box) : null;
}
