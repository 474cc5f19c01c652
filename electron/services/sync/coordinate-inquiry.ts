// Asks, for one file of events, in which coordinate system each of its sources delivers: keeps a sample of its points
// while the blocks go by and lets the detective judge it by the grids the rows declare. Must not change any row.

import type { Geometry } from 'geojson';
import type { ReadableDb } from '../cache/cache-db.ts';
import { readPlaceAreas } from '../cache/place-store.ts';
import type { CoordinatePlan } from '../exports/coordinates/coordinate-columns.ts';
import {
	type CoordinateEvidence,
	type CoordinateVerdict,
	detectCoordinates,
	FEWEST_POINTS,
	isNoCoordinate,
	type SamplePoint,
} from '../exports/coordinates/detective.ts';
import type { EventBlock, Finding } from '../exports/record-blocks.ts';
import { buildPlaceResolver } from './place-resolver.ts';
import { findPlausibleBox } from './plausible-box.ts';
import { buildPolygonIndex } from './polygon-index.ts';

/** Points kept of each source. */
const KEPT = 400;
/** Of the points after those, one in so many may take the place of an earlier one. */
const STRIDE = 61;

/** What the sample says. */
export interface CoordinateAnswer {
	/** Null: read as before, degrees of WGS 84. */
	plan: CoordinatePlan | null;
	/** The operator must say which system it is. */
	asked: boolean;
	findings: Finding[];
}

const NOTHING: CoordinateAnswer = { plan: null, asked: false, findings: [] };

export interface CoordinateInquiry {
	take(block: EventBlock): void;
	/** Points kept so far. */
	readonly size: number;
	answer(): CoordinateAnswer;
}

function isSame(a: CoordinateVerdict['choice'], b: CoordinateVerdict['choice']): boolean {
	return a.degrees === b.degrees && a.meridian === b.meridian;
}

/** Null where the cache has no polygons of grids: nothing can then be told. */
export function openCoordinateInquiry(db: ReadableDb): CoordinateInquiry | null {
	const box = findPlausibleBox(db);
	// Only in China are there other systems to tell apart.
	if (!box || box.west < 73 || box.east > 136 || box.south < 17 || box.north > 54) return null;
	const areas = readPlaceAreas(db);
	const grids = areas.filter((area) => area.level === 'grid' && area.geometry !== null);
	if (grids.length === 0) return null;
	const withPolygon = new Set(grids.map((area) => area.areaId));
	let index: ReturnType<typeof buildPolygonIndex> | null = null;
	const find = (lng: number, lat: number): number => {
		index ??= buildPolygonIndex(
			grids.map((area) => ({
				ownerId: area.areaId,
				priority: area.gridType === 'dedicated' ? 0 : 1,
				geometry: JSON.parse(area.geometry as string) as Geometry,
			})),
		);
		return index.find(lng, lat);
	};
	const evidence: CoordinateEvidence = {
		isInside: (areaId, lng, lat) => (withPolygon.has(areaId) ? find(lng, lat) === areaId : null),
		isPlausible: (lng, lat) => lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north,
	};
	const resolver = buildPlaceResolver(areas);
	const places: number[] = [];
	const sourceWords: string[] = [];
	const bySource = new Map<number, SamplePoint[]>();
	let seen = 0;
	let size = 0;

	return {
		get size() {
			return size;
		},
		take({ rowCount, rawPoints, words, newWords }) {
			for (const word of newWords.place) {
				const [town = '', village = '', grid = '', micro = ''] = word.split('\u001f');
				places.push(resolver.resolveNames({ town, village, grid, micro }).gridId);
			}
			sourceWords.push(...newWords.source);
			if (!rawPoints) return;
			for (let row = 0; row < rowCount; row += 1) {
				const first = rawPoints.first[row] as number;
				const second = rawPoints.second[row] as number;
				if (isNoCoordinate(first, second)) continue;
				const source = words.source[row] as number;
				let points = bySource.get(source);
				if (!points) {
					points = [];
					bySource.set(source, points);
				}
				seen += 1;
				if (points.length >= KEPT && seen % STRIDE !== 0) continue;
				const point = { first, second, areaId: places[words.place[row] as number] ?? 0 };
				if (points.length < KEPT) {
					points.push(point);
					size += 1;
				} else points[(seen / STRIDE) % KEPT] = point;
			}
		},
		answer() {
			const all = detectCoordinates([...bySource.values()].flat(), evidence);
			if (all.points < FEWEST_POINTS) return NOTHING;
			const verdicts = [...bySource]
				.map(([source, points]) => ({ word: sourceWords[source] ?? '', verdict: detectCoordinates(points, evidence) }))
				.filter(({ verdict }) => verdict.points >= FEWEST_POINTS && !verdict.asked);
			const first = verdicts[0]?.verdict ?? all;
			const isMixed = verdicts.some(({ verdict }) => !isSame(verdict.choice, first.choice));
			if (all.asked && verdicts.length === 0) return { plan: null, asked: true, findings: [] };
			if (!isMixed) {
				// Sources too small to judge by themselves follow the file that speaks with one voice.
				const { choice } = first.asked ? all : first;
				const isUsual = choice.degrees === 'wgs84' && all.swapped === 0 && all.system === 'wgs84';
				return isUsual
					? NOTHING
					: { plan: { fallback: choice, bySource: {} }, asked: false, findings: [tell(all.asked ? first : all, '')] };
			}
			return {
				// What cannot be told in a file of several systems is no place.
				plan: {
					fallback: { degrees: null, meridian: null },
					bySource: Object.fromEntries(verdicts.map(({ word, verdict }) => [word, verdict.choice])),
				},
				asked: false,
				findings: verdicts.map(({ word, verdict }) => tell(verdict, word)),
			};
		},
	};
}

const SYSTEM_NAMES: Readonly<Record<NonNullable<CoordinateVerdict['system']>, string>> = {
	wgs84: 'CGCS2000 / WGS 84',
	gcj02: 'GCJ-02',
	bd09: 'BD-09',
	gk117: 'CGCS2000 3° GK 117°E',
	gk120: 'CGCS2000 3° GK 120°E',
	gk123: 'CGCS2000 3° GK 123°E',
};

function tell(verdict: CoordinateVerdict, source: string): Finding {
	return {
		code: source === '' ? 'W_CRS' : 'W_CRS_SOURCE',
		count: verdict.points,
		params: {
			system: verdict.system === null ? '—' : SYSTEM_NAMES[verdict.system],
			metres: verdict.shiftMetres,
			percent: Math.round(100 * verdict.confidence),
			source: source.slice(0, 30),
		},
	};
}
