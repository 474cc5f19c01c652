// The areas as screens need them: official order, population, bounding box, label point, available layers. Reads only.

import type { z } from 'zod';
import type { AreaList } from '../../../shared/contract/schemas/app.ts';
import type { AreaLevel, GridType } from '../../../shared/domain/codes.ts';
import { AREA_LEVELS } from '../../../shared/domain/codes.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from './cache-db.ts';
import { listLayerNames } from './layer-queries.ts';
import { NO_SORT, OFFICIAL_ORDER, peerGroupOf } from './snapshot-queries.ts';

interface AreaRow {
	code: string;
	name: string;
	shortName: string;
	level: AreaLevel;
	parentCode: string | null;
	sortNo: number | null;
	gridType: GridType | null;
	urbanRuralCode: string | null;
	pinyin: string;
	households: number | null;
	popResident: number | null;
	west: number | null;
	south: number | null;
	east: number | null;
	north: number | null;
	labelLng: number | null;
	labelLat: number | null;
}

const LEVEL_ORDER = `CASE a.level ${AREA_LEVELS.map((level, index) => `WHEN '${level}' THEN ${index}`).join(' ')} END`;

/** All active areas: widest level first, then official order, then code. */
export function listAreas(db: ReadableDb): z.infer<typeof AreaList> {
	const rows = db
		.prepare<[], AreaRow>(
			`SELECT a.area_code AS code, a.area_name AS name, a.short_name AS shortName, a.level, p.area_code AS parentCode,
				${OFFICIAL_ORDER.replaceAll('area.', 'a.')} AS sortNo, a.grid_type AS gridType, a.urban_rural_code AS urbanRuralCode, a.pinyin, a.households,
				a.pop_resident AS popResident, a.west, a.south, a.east, a.north, a.label_lng AS labelLng, a.label_lat AS labelLat
			FROM area a LEFT JOIN area p ON p.area_id = a.parent_id WHERE a.is_active = 1
			ORDER BY ${LEVEL_ORDER}, coalesce(sortNo, ${NO_SORT}), a.area_code`,
		)
		.all();
	const asOfS = db
		.prepare<[], number | null>(
			`SELECT max(as_of) FROM batch WHERE dataset IN ('admin_unit', 'grid') AND undone_at IS NULL`,
		)
		.pluck()
		.get();
	const outline = findOutlineBox(db);
	return {
		asOf: asOfS ? toIso(asOfS) : null,
		layers: listLayerNames(db),
		areas: rows.map((row) => ({
			code: row.code,
			name: row.name,
			shortName: row.shortName,
			level: row.level,
			parentCode: row.parentCode,
			sortNo: row.sortNo ?? NO_SORT,
			gridType: row.gridType,
			peerGroup: peerGroupOf(row.urbanRuralCode),
			pinyin: row.pinyin,
			households: row.households,
			popResident: row.popResident,
			// The district is shown whole even where only its parts have polygons.
			bbox:
				row.level === 'district'
					? outline
					: row.west === null || row.south === null || row.east === null || row.north === null
						? null
						: [row.west, row.south, row.east, row.north],
			labelPoint: row.labelLng === null || row.labelLat === null ? null : [row.labelLng, row.labelLat],
		})),
	};
}

/** Box around all polygons of the district, degrees; null while there are none. */
export function findOutlineBox(db: ReadableDb): [west: number, south: number, east: number, north: number] | null {
	const row = db
		.prepare<[], (number | null)[]>('SELECT min(west), min(south), max(east), max(north) FROM area')
		.raw()
		.get() as unknown as (number | null)[] | undefined;
	const [west, south, east, north] = row ?? [];
	if (typeof west !== 'number' || typeof south !== 'number' || typeof east !== 'number' || typeof north !== 'number')
		return null;
	return [west, south, east, north];
}
