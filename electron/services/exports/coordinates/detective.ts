// Which coordinate system the points of one source are in: every hypothesis is tried, and the one under which points
// fall in their declared grids wins, if it wins clearly (domain.md §2.3, CRS guess). Pure; says when it must ask.

import {
	CENTRAL_MERIDIANS,
	type CentralMeridian,
	DEGREE_SYSTEMS,
	type DegreeSystem,
	degreesToWgs84,
	distanceMetres,
	metresToWgs84,
	type OrientedPair,
	orientPair,
} from './systems.ts';

/** A point as delivered, with the unit that its row declares (0 = none). */
export interface SamplePoint {
	first: number;
	second: number;
	areaId: number;
}

/** What hypotheses are tested against. */
export interface CoordinateEvidence {
	/** True when the point lies in the polygon of the unit; null where the unit has none. */
	isInside(areaId: number, lng: number, lat: number): boolean | null;
	/** True for a point where the district can be; null while nobody knows its outline. */
	isPlausible: ((lng: number, lat: number) => boolean) | null;
	/** True for a point in some polygon of the district; for rows that declare nothing. */
	isCovered?: (lng: number, lat: number) => boolean;
}

/** How the numbers of one source are read. */
export interface CoordinateChoice {
	/** System of pairs in degrees; null where none is known: such pairs are no place. */
	degrees: DegreeSystem | null;
	/** Meridian of pairs in metres without a zone prefix; null where none is known: such pairs are no place. */
	meridian: CentralMeridian | null;
}

export interface CoordinateVerdict {
	choice: CoordinateChoice;
	/** Name for reports: wgs84, gcj02, bd09, gk117 …; of the kind that most points are of. */
	system: DegreeSystem | `gk${CentralMeridian}` | null;
	/** Share of the points inside their declared unit (or the district) under the choice. */
	confidence: number;
	/** Lead over the next hypothesis, in points of a hundred. */
	margin: number;
	/** Median distance between the numbers read as WGS 84 and as chosen; 0 where nothing is shifted or for metres. */
	shiftMetres: number;
	/** Points that could be judged. */
	points: number;
	/** Pairs that mean a place at all, whether or not something tells of them. */
	usable: number;
	/** Most pairs are metres. */
	isMetric: boolean;
	/** Share of the pairs that came with the second coordinate first. */
	swapped: number;
	/** The operator must say: the margin is thin, or nothing fits. */
	asked: boolean;
}

/** Lead that decides (domain.md §2.3), in points of a hundred. */
const CLEAR_MARGIN = 15;
/** Fewer points decide only with one voice: so many tell two systems apart, and none speaks against. */
const FEWEST_POINTS = 30;
const UNANIMOUS_POINTS = 4;
/** A system that the source was in before stays while no more points than this, and no more than this share, deny it. */
const DENIALS = 2;
const DENIAL_SHARE = 0.1;
/** A thin lead is believed only at this share, with so many points that tell apart, of which so many speak for it. */
const SURE = 0.85;
const TELLING_POINTS = 6;
const TELLING_SHARE = 0.9;
/** Under this share even the best hypothesis is not believed. */
const BELIEVABLE = 0.4;
/** More rows than this on one spot are a centroid, not a place (domain.md §6.2). */
export const CROWD = 20;
/** Below this a coordinate is none: 0/0, and 4.9E-324 of a failed geocoder. */
const NO_COORDINATE = 1e-6;

/** True for a pair that some system would never give: 0/0, 4.9E-324, blank. */
export function isNoCoordinate(first: number, second: number): boolean {
	return !(Math.abs(first) > NO_COORDINATE && Math.abs(second) > NO_COORDINATE);
}

interface Judged {
	pair: OrientedPair;
	areaId: number;
}

/** Pairs that mean a place: no failures, and each spot at most once a unit, so that no centroid decides. */
function usable(points: readonly SamplePoint[]): Judged[] {
	const rows = new Map<string, number>();
	const key = (point: SamplePoint): string => `${point.first},${point.second}`;
	for (const point of points) rows.set(key(point), (rows.get(key(point)) ?? 0) + 1);
	return points.flatMap((point) => {
		if (isNoCoordinate(point.first, point.second) || (rows.get(key(point)) as number) > CROWD) return [];
		const pair = orientPair(point.first, point.second);
		return pair ? [{ pair, areaId: point.areaId }] : [];
	});
}

type Locate<Choice> = (choice: Choice, pair: OrientedPair) => [number, number];
type Decision<Choice> = { choice: Choice | null; confidence: number; margin: number; points: number };

/** Answers of every point under every hypothesis, by the unit that its row declares. */
function askUnits<Choice>(
	judged: readonly Judged[],
	choices: readonly Choice[],
	locate: Locate<Choice>,
	evidence: CoordinateEvidence,
): boolean[][] {
	return judged.flatMap(({ pair, areaId }) => {
		if (areaId === 0) return [];
		const answers = choices.map((choice) => evidence.isInside(areaId, ...locate(choice, pair)));
		return answers.includes(null) ? [] : [answers.map(Boolean)];
	});
}

/**
 * Decides among hypotheses. A lead of 15 points is clear. Where units are so large that most points stay inside under
 * a wrong one too, the points that tell two apart must speak for the first nearly to the last.
 */
function decide<Choice>(
	choices: readonly Choice[],
	answers: readonly boolean[][],
	known: Choice | null,
): Decision<Choice> {
	const points = answers.length;
	const shares = choices.map((_, at) => answers.filter((row) => row[at]).length / Math.max(1, points));
	const [best = 0, next = 0] = choices.map((_, at) => at).sort((a, b) => (shares[b] as number) - (shares[a] as number));
	const confidence = shares[best] ?? 0;
	const isBetterThan = (other: number): boolean => {
		const won = answers.filter((row) => row[best] && !row[other]).length;
		const lost = answers.filter((row) => !row[best] && row[other]).length;
		if (points >= FEWEST_POINTS && 100 * (confidence - (shares[other] as number)) >= CLEAR_MARGIN) return true;
		if (points < FEWEST_POINTS) return confidence >= SURE && won >= UNANIMOUS_POINTS && lost === 0;
		return confidence >= SURE && won + lost >= TELLING_POINTS && won >= TELLING_SHARE * (won + lost);
	};
	const isClear = confidence >= BELIEVABLE && choices.every((_, at) => at === best || isBetterThan(at));
	const kept = known === null ? -1 : choices.indexOf(known);
	const denials = (other: number): number => answers.filter((row) => row[other] && !row[kept]).length;
	const isKept = kept >= 0 && choices.every((_, at) => denials(at) <= Math.max(DENIALS, DENIAL_SHARE * points));
	return {
		choice: isClear ? (choices[best] ?? null) : isKept ? known : null,
		confidence,
		margin: 100 * (confidence - (shares[next] ?? 0)),
		points,
	};
}

function median(values: number[]): number {
	return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const isOpen = ({ choice }: { choice: unknown }): boolean => choice === null;

function shiftOf(judged: readonly Judged[], system: DegreeSystem | null): number {
	if (system === null) return 0;
	return Math.round(
		median(judged.map(({ pair }) => distanceMetres([pair.x, pair.y], degreesToWgs84(system, pair.x, pair.y)))),
	);
}

/** Judges the points of one source. With neither units nor an outline nothing can be told, and it asks. */
export function detectCoordinates(
	points: readonly SamplePoint[],
	evidence: CoordinateEvidence,
	known: CoordinateChoice | null = null,
): CoordinateVerdict {
	const judged = usable(points);
	const degrees = judged.filter(({ pair }) => pair.kind === 'degrees');
	const metres = judged.filter(({ pair }) => pair.kind === 'metres');
	const locateDegrees = (system: DegreeSystem, pair: OrientedPair) => degreesToWgs84(system, pair.x, pair.y);
	const { isCovered, isPlausible } = evidence;
	const ofDeclared = askUnits(degrees, DEGREE_SYSTEMS, locateDegrees, evidence);
	const degreeAnswers =
		ofDeclared.length === 0 && isCovered
			? degrees.map(({ pair }) => DEGREE_SYSTEMS.map((system) => isCovered(...locateDegrees(system, pair))))
			: ofDeclared;
	const byDegrees = decide(DEGREE_SYSTEMS, degreeAnswers, known?.degrees ?? null);
	// Metres with a prefix say their meridian; without one, 300 km lie between the hypotheses: the outline is enough.
	const bare = metres.filter(({ pair }) => pair.meridian === null);
	const locateMetres = (meridian: CentralMeridian, pair: OrientedPair) =>
		metresToWgs84(pair.meridian ?? meridian, pair.x, pair.y);
	const ofUnits = decide(
		CENTRAL_MERIDIANS,
		askUnits(bare, CENTRAL_MERIDIANS, locateMetres, evidence),
		known?.meridian ?? null,
	);
	const byMetres =
		ofUnits.choice === null && isPlausible
			? decide(
					CENTRAL_MERIDIANS,
					bare.map(({ pair }) => CENTRAL_MERIDIANS.map((meridian) => isPlausible(...locateMetres(meridian, pair)))),
					known?.meridian ?? null,
				)
			: ofUnits;
	const prefixed = metres.find(({ pair }) => pair.meridian !== null)?.pair.meridian ?? null;
	const choice: CoordinateChoice = {
		degrees: byDegrees.choice,
		meridian: byMetres.choice ?? null,
	};
	const isMetric = metres.length > degrees.length;
	const meridian = choice.meridian ?? prefixed;
	const shown = isMetric ? (bare.length > 0 ? byMetres : { ...byMetres, points: metres.length }) : byDegrees;
	return {
		choice,
		system: isMetric ? (meridian === null ? null : `gk${meridian}`) : byDegrees.choice,
		confidence: shown.confidence,
		margin: shown.margin,
		shiftMetres: isMetric ? 0 : shiftOf(degrees, choice.degrees),
		points: shown.points,
		usable: judged.length,
		isMetric,
		swapped: judged.length === 0 ? 0 : judged.filter(({ pair }) => pair.isSwapped).length / judged.length,
		asked:
			(isOpen(byDegrees) && (!isMetric || degrees.length >= FEWEST_POINTS)) ||
			(isOpen(byMetres) && bare.length > 0 && (isMetric || bare.length >= FEWEST_POINTS)),
	};
}

/** A delivered pair as WGS 84; null for what is no place under the choice. */
export function toWgs84(choice: CoordinateChoice, first: number, second: number): [number, number] | null {
	const pair = orientPair(first, second);
	if (pair === null) return null;
	if (pair.kind === 'degrees') return choice.degrees === null ? null : degreesToWgs84(choice.degrees, pair.x, pair.y);
	const meridian = pair.meridian ?? choice.meridian;
	return meridian === null ? null : metresToWgs84(meridian, pair.x, pair.y);
}
