// The outlines of single grids, to see whether they touch. Reads only.

import type { Geometry } from 'geojson';
import type { ReadableDb } from './cache-db.ts';

/** The outline of an area by its code (WGS 84); null where none was delivered. */
export function readOutlineOf(db: ReadableDb, areaCode: string): Geometry | null {
	const text = db
		.prepare<[string], string | null>('SELECT geometry FROM area WHERE area_code = ?')
		.pluck()
		.get(areaCode);
	return text == null ? null : (JSON.parse(text) as Geometry);
}
