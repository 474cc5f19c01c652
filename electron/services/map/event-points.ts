// Where an event may stand on a map: sensitive ones nowhere, every other point rounded to about 100 m, and at its area's own
// point where none was delivered or nobody can tell what it is.

import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { describeCategory } from '../exports/dictionaries.ts';
import { DEGREE_SCALE, EVENT_FLAG } from '../indicators/event-columns.ts';
import type { EventIndex } from '../indicators/event-index.ts';

/** [lng, lat] of the label point of each area that has one, by code. */
export type LabelPoints = ReadonlyMap<string, readonly [number, number]>;

/** Steps of a shown degree: about 100 m. */
const POINT_SCALE = 1_000;

const round = (degrees: number): number => Math.round(degrees * POINT_SCALE) / POINT_SCALE;

/** Never placed and never listed by place. */
export function isSensitiveRow({ events, snapshot }: EventIndex, row: number): boolean {
	const code = snapshot.dict.get(events.categoryId[row] as number)?.code ?? UNMAPPED_CATEGORY;
	return ((events.flags[row] as number) & EVENT_FLAG.sensitive) !== 0 || describeCategory(code)?.isSensitive === true;
}

/** The point to show; `isSure` false where it is that of the area. Null where there is none. */
export function shownPointOf(
	{ events, tree, place }: EventIndex,
	labelPoints: LabelPoints,
	row: number,
): { point: [number, number]; isSure: boolean } | null {
	const flags = events.flags[row] as number;
	const lng = events.lng[row] as number;
	if (lng !== 0 && (flags & EVENT_FLAG.hasPoint) !== 0 && (flags & EVENT_FLAG.pointUnsure) === 0) {
		const lat = events.lat[row] as number;
		return { point: [round(lng / DEGREE_SCALE - 180), round(lat / DEGREE_SCALE - 180)], isSure: true };
	}
	const label = labelPoints.get(tree.places[place[row] as number]?.code ?? '');
	return label === undefined ? null : { point: [label[0], label[1]], isSure: false };
}
