// When a dataset was due last and whether it came: from the settings' expected time, on the Shanghai clock. Pure.

import { dateFromDay, dayOf, startOfDay } from '../../shared/domain/shanghai-time.ts';
import type { Settings } from '../stores/settings-store.ts';

type Source = NonNullable<Settings['sources']>[number];

const MINUTE_S = 60;

function isDueDay(every: Source['every'], day: number): boolean {
	const { weekday, day: dayOfMonth, month } = dateFromDay(day);
	switch (every) {
		case 'day':
			return true;
		case 'workday':
			return weekday <= 5;
		case 'week':
			return weekday === 1;
		case 'month':
			return dayOfMonth === 5;
		default:
			return dayOfMonth === 15 && month % 3 === 1;
	}
}

/**
 * Last instant by which the source should have come, epoch seconds; null when none has passed in 100 days. Weekly means
 * Monday, monthly the fifth, quarterly the fifteenth of its first month (domain.md §6.1).
 */
function lastDueS({ every, expectedAt, toleranceMinutes }: Source, nowS: number): number | null {
	const [hour = '0', minute = '0'] = expectedAt.split(':');
	const today = dayOf(nowS);
	for (let day = today; day > today - 100; day -= 1) {
		if (!isDueDay(every, day)) continue;
		const dueS = startOfDay(day) + (Number(hour) * 60 + Number(minute)) * MINUTE_S;
		if (dueS + toleranceMinutes * MINUTE_S <= nowS) return dueS;
	}
	return null;
}

/** True when the last expected delivery has not come: nothing was committed since it was due, an hour early counts. */
export function isLate(source: Source, committedAtS: number | null, nowS: number): boolean {
	const dueS = lastDueS(source, nowS);
	return dueS !== null && (committedAtS === null || committedAtS < dueS - 3600);
}
