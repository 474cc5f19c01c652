// One attempt at reading a file's coordinates: by which plan, and when its rows say that it must begin anew. Pure.

import type { CoordinatePlan } from '../exports/coordinates/coordinate-columns.ts';
import { CENTRAL_MERIDIANS, DEGREE_SYSTEMS } from '../exports/coordinates/systems.ts';
import type { MappingProfile } from '../exports/mapping-profile.ts';
import type { ExportPlan } from '../exports/record-blocks.ts';
import type { CoordinateAnswer } from './coordinate-inquiry.ts';

/** By which plan a file is read, and how often it may still begin anew. */
export interface CoordinateTry {
	plan: CoordinatePlan | null;
	triesLeft: number;
}

/** Ends an attempt whose rows are in other coordinates than they were read by. */
export class OtherCoordinates extends Error {
	readonly plan: CoordinatePlan | null;
	constructor(plan: CoordinatePlan | null) {
		super('other coordinates');
		this.plan = plan;
	}
}

/** So many points say what a file is, long before it is read. */
export const EARLY_POINTS = 1_000;

/** The plan of a profile that says which system its source delivers in. */
export function statedCoordinates(profile: MappingProfile | null): CoordinatePlan | null {
	return coordinatesOf(profile?.coordinates ?? null);
}

/** The plan of a file that is in one system; null when none is named. */
export function coordinatesOf(stated: NonNullable<MappingProfile['coordinates']> | null): CoordinatePlan | null {
	if (stated === null) return null;
	const meridian = CENTRAL_MERIDIANS.find((one) => stated === `gk${one}`) ?? null;
	const degrees = DEGREE_SYSTEMS.find((one) => stated === one) ?? null;
	return { fallback: { degrees, meridian }, bySource: {}, crowds: [] };
}

/** True when the file has both coordinates. */
export function hasCoordinates(plan: ExportPlan): boolean {
	return plan.fields.includes('lng_lat') || (plan.fields.includes('lng') && plan.fields.includes('lat'));
}

const systemsOf = (plan: CoordinatePlan | null): string =>
	JSON.stringify([plan?.fallback ?? null, plan?.bySource ?? {}]);

/**
 * True when the rows tell of the coordinates they were read by; begins anew with others while tries are left. An early
 * look asks for the systems alone: how many rows share a point is known at the end.
 */
export function isSameCoordinates(answer: CoordinateAnswer, tried: CoordinateTry, isEarly = false): boolean {
	const crowds = [...new Set([...(tried.plan?.crowds ?? []), ...(isEarly ? [] : (answer.plan?.crowds ?? []))])].sort();
	const isSame = systemsOf(answer.plan) === systemsOf(tried.plan) && crowds.length === (tried.plan?.crowds.length ?? 0);
	if (isSame) return true;
	const { fallback, bySource } = answer.plan ?? { fallback: null, bySource: {} };
	if (tried.triesLeft > 0) throw new OtherCoordinates({ fallback, bySource, crowds });
	return false;
}
