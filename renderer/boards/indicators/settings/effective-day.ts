// First days of changes, as Shanghai dates in text. Pure.

import { periodOfDay } from '../../../../shared/domain/period.ts';
import { dayOf, parseIso, toIsoDate } from '../../../../shared/domain/shanghai-time.ts';

/** First day of the month after the one that `today` (2026-11-25) lies in: where a change of targets usually begins. */
export function nextMonthStart(today: string): string {
	return toIsoDate(periodOfDay('month', dayOf(parseIso(today) ?? 0)).endDay);
}
