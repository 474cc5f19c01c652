// Which columns of the list stand in a window too narrow for all of them. Must not touch a layout of a person's own: that
// one scrolls sideways.

import type { EventColumn } from '../../../shared/contract/schemas/events.ts';
import { DEFAULT_COLUMNS } from '../../stores/event-layout.ts';
import { columnOf } from './EventCell.tsx';

/** The column of the boxes, pixels. */
const CHECK_PX = 36;
/** The least for a column without a width of its own, and what it gets once others give way. */
const LEAST_REST_PX = 110;
const GOOD_REST_PX = 160;

/** Columns that give way, first first: both stand beside the list, with the event that is open. */
const GIVE_WAY: readonly EventColumn[] = ['limit', 'town'];

/** Least width of a table with these columns, pixels; `language` as an index: Chinese 0, English 1. */
export function widthOf(columns: readonly EventColumn[], language: 0 | 1, restPx = LEAST_REST_PX): number {
	return columns.reduce((sum, id) => sum + (columnOf(id).width?.[language] ?? restPx), CHECK_PX);
}

/** The columns that a list of a width in pixels shows; an unknown width has room for all. */
export function fittingColumns(
	columns: readonly EventColumn[],
	widthPx: number | undefined,
	language: 0 | 1,
): readonly EventColumn[] {
	const isShipped = columns.length === DEFAULT_COLUMNS.length && columns.every((id, at) => id === DEFAULT_COLUMNS[at]);
	if (!isShipped || !widthPx || widthOf(columns, language) <= widthPx) return columns;
	let left = columns;
	for (const id of GIVE_WAY) {
		if (widthOf(left, language, GOOD_REST_PX) > widthPx) left = left.filter((one) => one !== id);
	}
	return left;
}
