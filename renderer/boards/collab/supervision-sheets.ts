// 督办单: one sheet a unit, with the events whose next step of the ladder can be taken now. Pure.

import type { QueueRow } from '../../stores/collab-store.ts';
import type { UnitRows } from './unit-reminders.ts';

const SHEET_STEPS = ['plain', 'yellowCard', 'redCard'] as const;
export type SheetStep = (typeof SHEET_STEPS)[number];

export interface Sheet {
	unit: string;
	/** The gravest step on it: what the sheet is called. */
	step: SheetStep;
	rows: (QueueRow & { step: SheetStep })[];
}

function stepOf({ ladder }: QueueRow): SheetStep | null {
	if (ladder.waitUntil !== null) return null;
	return SHEET_STEPS.find((step) => step === ladder.next) ?? null;
}

/** The sheets of the units that have something on them, in their order. */
export function toSheets(units: readonly UnitRows[]): Sheet[] {
	return units.flatMap(({ unit, rows }) => {
		const own = rows.flatMap((row) => {
			const step = stepOf(row);
			return step === null ? [] : [{ ...row, step }];
		});
		const gravest = SHEET_STEPS.findLast((step) => own.some((row) => row.step === step));
		return gravest === undefined ? [] : [{ unit, step: gravest, rows: own }];
	});
}
