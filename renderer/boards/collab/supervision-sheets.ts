// 督办单: one sheet a unit and step, with the events for which that step of the ladder can be taken now. Pure.

import type { QueueRow } from '../../stores/collab-store.ts';
import type { UnitRows } from './unit-reminders.ts';

const SHEET_STEPS = ['plain', 'yellowCard', 'redCard'] as const;
export type SheetStep = (typeof SHEET_STEPS)[number];

export interface Sheet {
	unit: string;
	step: SheetStep;
	rows: QueueRow[];
}

function stepOf({ ladder }: QueueRow): SheetStep | null {
	if (ladder.waitUntil !== null) return null;
	return SHEET_STEPS.find((step) => step === ladder.next) ?? null;
}

/** The sheets of the units that have something on them, in their order; the gravest step of a unit first. */
export function toSheets(units: readonly UnitRows[]): Sheet[] {
	return units.flatMap(({ unit, rows }) =>
		SHEET_STEPS.toReversed().flatMap((step) => {
			const own = rows.filter((row) => stepOf(row) === step);
			return own.length === 0 ? [] : [{ unit, step, rows: own }];
		}),
	);
}
