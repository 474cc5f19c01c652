// Which readings an import would move: the same question asked of the cache and of its rehearsed copy. Reads only.

import type { z } from 'zod';
import type { ReadingMove } from '../../../shared/contract/schemas/preview.ts';
import { periodOfDay, shiftPeriod } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { loadCatalogue } from '../indicators/catalogue.ts';
import { computeReadings } from '../indicators/compute-readings.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';
import type { Reading } from '../indicators/read-figure.ts';

export type Move = z.infer<typeof ReadingMove>;

const MAX_MOVES = 5_000;

function readAll(snapshot: EngineSnapshot, atS: number): Map<string, Reading> {
	const catalogue = loadCatalogue();
	const month = periodOfDay('month', dayOf(atS));
	const listed = [...catalogue.values()].filter(({ definition }) => definition.audience === 'catalogue');
	const codesOf = (isLive: boolean) =>
		listed.filter(({ definition }) => definition.isLive === isLive).map(({ definition }) => definition.code);
	const found = new Map<string, Reading>();
	for (const level of ['district', 'town'] as const) {
		for (const isLive of [true, false]) {
			const indicators = codesOf(isLive);
			if (indicators.length === 0) continue;
			const periods = isLive ? [month] : [month, shiftPeriod(month, -1)];
			for (const reading of computeReadings(snapshot, catalogue, { indicators, level, periods })) {
				found.set(`${reading.level}\u001f${reading.area}\u001f${reading.indicator}\u001f${reading.period}`, reading);
			}
		}
	}
	return found;
}

/**
 * Readings of the district and its towns, before and after, for the month of `atS` and the month before.
 * A reading that only one side has counts as moved from or to none.
 */
export function compareReadings(
	before: EngineSnapshot,
	after: EngineSnapshot,
	atS: number,
): { moves: Move[]; comparedCount: number } {
	const old = readAll(before, atS);
	const fresh = readAll(after, atS);
	const moves: Move[] = [];
	for (const [key, reading] of fresh) {
		const was = old.get(key)?.value ?? null;
		if (was === reading.value || (was !== null && reading.value !== null && isSame(was, reading.value))) continue;
		const { indicator, area, areaName, level, period, value } = reading;
		moves.push({ indicator, area, areaName, level, period, before: was, after: value, fault: null });
	}
	return { moves: moves.slice(0, MAX_MOVES), comparedCount: fresh.size };
}

/** Sums in another order may differ in the last digit. */
function isSame(one: number, other: number): boolean {
	return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
}
