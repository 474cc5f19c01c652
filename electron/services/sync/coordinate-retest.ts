// After grids came: tests the points of earlier files again that were taken as WGS 84 because nothing told, moves them
// where the grids tell of another system, and takes them off the map where even now nobody can say.

import type { WritableDb } from '../cache/cache-db.ts';
import { changePoints, readAssumedBatches, readPointsOf, type StoredPoint } from '../cache/coordinate-store.ts';
import { readPlaceAreas, readPlaces } from '../cache/place-store.ts';
import { type SamplePoint, toWgs84 } from '../exports/coordinates/detective.ts';
import type { Finding } from '../exports/record-blocks.ts';
import { EVENT_FLAG } from '../indicators/event-columns.ts';
import { findCoordinateEvidence, isInChina } from './coordinate-evidence.ts';
import { judgeSystems } from './coordinate-inquiry.ts';
import { buildPlaceResolver } from './place-resolver.ts';

const KEPT = 400;

/** Points of a batch by source, as many as tell. */
function sampleOf(points: readonly StoredPoint[], areaOf: ReadonlyMap<number, number>): Map<string, SamplePoint[]> {
	const bySource = new Map<string, SamplePoint[]>();
	const stride = Math.max(1, Math.floor(points.length / (KEPT * 10)));
	for (let at = 0; at < points.length; at += stride) {
		const { source, lng, lat, placeId } = points[at] as StoredPoint;
		const kept = bySource.get(source) ?? [];
		if (kept.length < KEPT) kept.push({ first: lng, second: lat, areaId: areaOf.get(placeId) ?? 0 });
		bySource.set(source, kept);
	}
	return bySource;
}

/** Tests again what was only assumed; returns what the operator should know. The caller places the events anew. */
export function retestCoordinates(db: WritableDb, changedBy: number): Finding[] {
	const assumed = readAssumedBatches(db);
	if (assumed.length === 0 || !isInChina(db)) return [];
	const areas = readPlaceAreas(db);
	const evidence = findCoordinateEvidence(db, areas);
	if (!evidence) return [];
	const resolver = buildPlaceResolver(areas);
	const areaOf = new Map(readPlaces(db).map((row) => [row.placeId, resolver.resolveNames(row).areaId]));
	const findings: Finding[] = [];
	for (const { batchId, fileName } of assumed) {
		const points = readPointsOf(db, batchId);
		const { plan, asked } = judgeSystems(sampleOf(points, areaOf), evidence, new Map());
		const changed = points.flatMap((point) => {
			const choice = Object.hasOwn(plan.bySource, point.source) ? plan.bySource[point.source] : plan.fallback;
			const place = choice ? toWgs84(choice, point.lng, point.lat) : ([point.lng, point.lat] as const);
			const isUnsure = asked || place === null;
			const flags = isUnsure ? point.flags | EVENT_FLAG.pointUnsure : point.flags & ~EVENT_FLAG.pointUnsure;
			const [lng, lat] = place ?? [point.lng, point.lat];
			return lng === point.lng && lat === point.lat && flags === point.flags ? [] : [{ ...point, lng, lat, flags }];
		});
		if (changed.length === 0) continue;
		changePoints(db, changedBy, batchId, changed);
		const code = asked ? 'W_CRS_STILL_UNTOLD' : 'W_CRS_RETESTED';
		findings.push({ code, count: changed.length, params: { file: fileName.slice(0, 60) } });
	}
	return findings;
}
