// Asks, for one file of events, in which coordinate system each of its sources delivers: keeps a sample of its points
// while the blocks go by and judges it by what the rows declare, by what the source was in before, or says that nobody
// can tell. Must not change any row.

import type { ReadableDb, WritableDb } from '../cache/cache-db.ts';
import { putCoordinateReading, putCrowds, readCrowds, readKnownCoordinates } from '../cache/coordinate-store.ts';
import { readPlaceAreas } from '../cache/place-store.ts';
import { type CoordinatePlan, crowdKey } from '../exports/coordinates/coordinate-columns.ts';
import {
	type CoordinateChoice,
	type CoordinateEvidence,
	type CoordinateVerdict,
	detectCoordinates,
	isNoCoordinate,
	type SamplePoint,
} from '../exports/coordinates/detective.ts';
import type { EventBlock, Finding } from '../exports/record-blocks.ts';
import { findCoordinateEvidence, isInChina } from './coordinate-evidence.ts';
import { buildPlaceResolver } from './place-resolver.ts';
import { PointCrowds } from './point-crowds.ts';

/** Points kept of each source. */
const KEPT = 400;
/** Of the points after those, one in so many may take the place of an earlier one. */
const STRIDE = 61;
/** A source with fewer points follows the file that it stands in. */
const OWN_VOICE = 30;

const WGS84: CoordinateChoice = { degrees: 'wgs84', meridian: null };

/** How a file's points are to be read. */
export interface SystemAnswer {
	/** Null fallback and no sources: as they stand. */
	plan: Pick<CoordinatePlan, 'fallback' | 'bySource'>;
	/** judged: something told; assumed: nothing could, no polygons yet; none: no point to be read. */
	basis: 'judged' | 'assumed' | 'none';
	/** The operator must say which system it is. */
	asked: boolean;
	findings: Finding[];
}

/** What the sample says. */
export interface CoordinateAnswer extends Omit<SystemAnswer, 'plan'> {
	/** Null: read as they stand. */
	plan: CoordinatePlan | null;
	/** Points that too many rows of the file share. */
	crowds: [number, number][];
}

export interface CoordinateInquiry {
	take(block: EventBlock): void;
	/** Points kept so far. */
	readonly size: number;
	answer(): CoordinateAnswer;
}

function isSame(a: CoordinateChoice, b: CoordinateChoice): boolean {
	return a.degrees === b.degrees && a.meridian === b.meridian;
}

const AS_IT_STANDS: SystemAnswer['plan'] = { fallback: null, bySource: {} };

/** Judges the points of a file by source. `known`: how its sources were read before, '' for the rest. */
export function judgeSystems(
	bySource: ReadonlyMap<string, readonly SamplePoint[]>,
	evidence: CoordinateEvidence | null,
	known: ReadonlyMap<string, CoordinateChoice>,
): SystemAnswer {
	const points = [...bySource.values()].flat();
	const nothing: CoordinateEvidence = { isInside: () => null, isPlausible: null };
	const usual = known.get('') ?? null;
	const all = detectCoordinates(points, evidence ?? nothing, usual);
	if (all.usable === 0) return { plan: AS_IT_STANDS, basis: 'none', asked: false, findings: [] };
	if (evidence === null && known.size === 0) {
		// Nothing tells degrees apart yet; metres without their meridian cannot even be drawn wrongly.
		const isBare = all.isMetric && all.system === null;
		const plan = all.swapped > 0 || all.isMetric ? { fallback: WGS84, bySource: {} } : AS_IT_STANDS;
		const findings = isBare || all.isMetric ? [] : [{ code: 'W_CRS_ASSUMED', count: all.usable, params: {} }];
		return { plan, basis: all.isMetric ? 'judged' : 'assumed', asked: isBare, findings };
	}
	const verdicts = [...bySource]
		.filter(([word, some]) => some.length >= OWN_VOICE || known.has(word))
		.map(([word, some]) => ({ word, verdict: detectCoordinates(some, evidence ?? nothing, known.get(word) ?? usual) }))
		.filter(({ verdict }) => verdict.usable > 0 && !verdict.asked);
	const first = all.asked ? (verdicts[0]?.verdict ?? all) : all;
	const isMixed = verdicts.some(({ verdict }) => !isSame(verdict.choice, first.choice));
	if (all.asked && verdicts.length === 0) return { plan: AS_IT_STANDS, basis: 'none', asked: true, findings: [] };
	if (!isMixed) {
		// Sources too small to judge by themselves follow the file that speaks with one voice.
		const { choice, swapped, system } = first;
		const isUsual = choice.degrees === 'wgs84' && swapped === 0 && system === 'wgs84';
		return isUsual
			? { plan: AS_IT_STANDS, basis: 'judged', asked: false, findings: [] }
			: { plan: { fallback: choice, bySource: {} }, basis: 'judged', asked: false, findings: [tell(first, '')] };
	}
	return {
		// What cannot be told in a file of several systems is no place.
		plan: {
			fallback: { degrees: null, meridian: null },
			bySource: Object.fromEntries(verdicts.map(({ word, verdict }) => [word, verdict.choice])),
		},
		basis: 'judged',
		asked: false,
		findings: verdicts.map(({ word, verdict }) => tell(verdict, word)),
	};
}

/**
 * Null for a district outside China, where there is nothing to tell apart. `stated`: the plan of a profile that says the
 * system; only shared points are then asked for.
 */
export function openCoordinateInquiry(
	db: ReadableDb,
	sourceSystemId: number,
	stated: CoordinatePlan | null,
): CoordinateInquiry | null {
	if (!isInChina(db)) return null;
	const areas = readPlaceAreas(db);
	const resolver = buildPlaceResolver(areas);
	const known = readKnownCoordinates(db, sourceSystemId);
	const earlier = readCrowds(db, sourceSystemId).map(([first, second]) => crowdKey(first, second));
	const places: number[] = [];
	const sourceWords: string[] = [];
	const bySource = new Map<number, SamplePoint[]>();
	const points = new PointCrowds();
	let seen = 0;
	let size = 0;

	return {
		get size() {
			return size;
		},
		take({ rowCount, rawPoints, words, newWords }) {
			for (const word of newWords.place) {
				const [town = '', village = '', grid = '', micro = ''] = word.split('\u001f');
				places.push(resolver.resolveNames({ town, village, grid, micro }).areaId);
			}
			sourceWords.push(...newWords.source);
			if (!rawPoints) return;
			points.take(rawPoints.first, rawPoints.second, rowCount);
			for (let row = 0; row < rowCount; row += 1) {
				const first = rawPoints.first[row] as number;
				const second = rawPoints.second[row] as number;
				if (isNoCoordinate(first, second)) continue;
				const source = words.source[row] as number;
				let kept = bySource.get(source);
				if (!kept) {
					kept = [];
					bySource.set(source, kept);
				}
				seen += 1;
				if (kept.length >= KEPT && seen % STRIDE !== 0) continue;
				const point = { first, second, areaId: places[words.place[row] as number] ?? 0 };
				if (kept.length < KEPT) {
					kept.push(point);
					size += 1;
				} else kept[(seen / STRIDE) % KEPT] = point;
			}
		},
		answer() {
			const crowds = points.crowds();
			const keys = new Set([...earlier, ...crowds.map(([first, second]) => crowdKey(first, second))]);
			const sample = new Map<string, SamplePoint[]>();
			for (const [source, some] of bySource) {
				const places = some.filter(({ first, second }) => !keys.has(crowdKey(first, second)));
				sample.set(sourceWords[source] ?? '', places);
			}
			const { plan, ...answer } = stated
				? ({ plan: stated, basis: 'judged', asked: false, findings: [] } satisfies SystemAnswer)
				: judgeSystems(sample, findCoordinateEvidence(db, areas), known);
			const isPlain = plan.fallback === null && keys.size === 0;
			return { ...answer, crowds, plan: isPlain ? null : { ...plan, crowds: [...keys].sort() } };
		},
	};
}

/** Remembers what was found of a committed file; what was asked was accepted as WGS 84. */
export function noteCoordinates(
	db: WritableDb,
	batchId: number,
	sourceSystemId: number,
	{ plan, basis, asked, crowds }: CoordinateAnswer,
): void {
	if (asked || basis !== 'none')
		putCoordinateReading(
			db,
			batchId,
			plan ?? AS_IT_STANDS,
			asked ? 'accepted' : basis === 'assumed' ? 'assumed' : 'judged',
		);
	putCrowds(db, sourceSystemId, batchId, crowds);
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
