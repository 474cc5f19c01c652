// Full-time members by certificate, employment, education and age, and the reasons of those who left, as cells in which
// nobody can be told apart.

import type { z } from 'zod';
import type { TeamOutput } from '../../../shared/contract/schemas/team.ts';
import { type Period, periodOfDays } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { Place } from '../indicators/area-tree.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { ledgerAsOf } from '../indicators/ledger-figure.ts';
import { groupRows, isFieldDelivered, rowsOfFigure, type TeamScope, wordsOf } from './figure-rows.ts';
import { hideSmallCells, SMALLEST_CELL, shownTotal } from './small-cells.ts';

type Trait = z.infer<typeof TeamOutput>['people'][number];

const FIELDS = {
	certificate: 'social_work_cert',
	employment: 'employ_type',
	education: 'edu_level',
	age: 'age_band',
} as const;

/** Key of everything that is too rare to be named, and of what was left blank. */
const OTHER = 'other';
const BLANK_WORD = 'blank';
const DAYS_OF_YEAR = 365;

/** Traits of the members that TM02 counts at t, then the reasons of leaving that TM06 counts in twelve months. */
export function readPeople(scope: TeamScope, period: Period, place: Place): Trait[] {
	const staff = rowsOfFigure(scope, 'TM02', period, place);
	const traits = Object.entries(FIELDS).map(([trait, field]): Trait => {
		const name = trait as Trait['trait'];
		if (staff === null || !isFieldDelivered(staff.rows, field)) return noCells(scope, name);
		const wordOf = wordsOf(scope, staff.rows, field);
		return cellsOf(name, groupRows(staff.chosen, (row) => wordOf(row) || BLANK_WORD).map(toCount));
	});
	const asOfS = ledgerAsOf(eventIndexOf(scope.snapshot), null) ?? 0;
	const endDay = Math.min(period.endDay, dayOf(asOfS) + 1);
	const leavers = rowsOfFigure(scope, 'TM06', periodOfDays(endDay - DAYS_OF_YEAR, endDay), place);
	if (leavers === null || !isFieldDelivered(leavers.rows, 'leave_reason'))
		return [...traits, noCells(scope, 'leaving')];
	const reasonOf = wordsOf(scope, leavers.rows, 'leave_reason');
	const reasons = groupRows(leavers.chosen, (row) => reasonOf(row) || BLANK_WORD).map(toCount);
	return [...traits, cellsOf('leaving', foldRare(reasons))];
}

function toCount([key, rows]: [string, number[]]): [string, number] {
	return [key, rows.length];
}

function noCells({ snapshot }: TeamScope, trait: Trait['trait']): Trait {
	const status = snapshot.connected.has('grid_staff') ? 'notDelivered' : 'notConnected';
	return { trait, status, total: null, cells: [] };
}

/** Reasons are free words: one that only a few gave is not even named. */
export function foldRare(counts: readonly [string, number][]): [string, number][] {
	const common = counts.filter(([, count]) => count >= SMALLEST_CELL);
	const rest = counts.filter(([, count]) => count < SMALLEST_CELL).reduce((sum, [, count]) => sum + count, 0);
	return rest === 0 ? common : [...common, [OTHER, rest]];
}

function cellsOf(trait: Trait['trait'], counts: readonly [string, number][]): Trait {
	const total = counts.reduce((sum, [, count]) => sum + count, 0);
	if (total > 0 && total < SMALLEST_CELL) return { trait, status: 'suppressed', total: null, cells: [] };
	const cells = hideSmallCells(counts.map(([, count]) => count));
	return {
		trait,
		status: 'ok',
		total: shownTotal(total) ?? 0,
		cells: counts.map(([key], at) => ({ key, ...(cells[at] ?? { count: null, hiding: 'small' }) })),
	};
}
