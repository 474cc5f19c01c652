// Stand-in for the limit rules.

import { dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { dayKind, nextOfficeInstant } from './office-clock.ts';

/** Due instant (epoch seconds) of a limit such as W3 that starts at an instant. */
export function dueInstant(limit: string, startS: number): number {
	const unit = limit.charAt(0);
	const amount = Number(limit.slice(1));
	if (unit === 'H') return startS + amount * 3600;
	if (unit === 'D') return startOfDay(dayOf(startS) + amount + 1) - 1;
	if (unit === 'W') {
		let day = dayOf(startS);
		for (let left = amount; left > 0; ) {
			day += 1;
			if (dayKind(day) === 'work') left -= 1;
		}
		return startOfDay(day) + 17.5 * 3600;
	}
	let at = nextOfficeInstant(startS);
	let left = amount * 3600;
	for (;;) {
		const second = at - startOfDay(dayOf(at));
		const end = startOfDay(dayOf(at)) + (second < 12 * 3600 ? 12 : 17.5) * 3600;
		if (at + left <= end) return at + left;
		left -= end - at;
		at = nextOfficeInstant(end);
	}
}
