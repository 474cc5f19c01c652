// The periods that are compared, by the plainest calendar arithmetic: every month, quarter and year of a stretch of
// days, and a seeded choice of its days and weeks. Nothing of the product.

import type { OraclePeriod } from './load-exports.ts';

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function monthsOf(first: Date, last: Date, step: number, kind: string, code: (date: Date) => string): OraclePeriod[] {
	const periods: OraclePeriod[] = [];
	const start = new Date(Date.UTC(first.getUTCFullYear(), Math.floor(first.getUTCMonth() / step) * step, 1));
	for (let at = start; at <= last; ) {
		const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + step, 1));
		periods.push({ code: code(at), kind, from: iso(at.getTime()), to: iso(next.getTime()) });
		at = next;
	}
	return periods;
}

function dayPeriod(ms: number): OraclePeriod {
	return { code: iso(ms), kind: 'day', from: iso(ms), to: iso(ms + DAY_MS) };
}

function weekPeriod(ms: number): OraclePeriod {
	const monday = ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY_MS;
	const thursday = new Date(monday + 3 * DAY_MS);
	const year = thursday.getUTCFullYear();
	const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1;
	const code = `${year}-W${String(week).padStart(2, '0')}`;
	return { code, kind: 'week', from: iso(monday), to: iso(monday + 7 * DAY_MS) };
}

/** Periods that touch the days from `firstDay` to `lastDay` (ISO dates); with `samples` days and weeks. */
export function periodsBetween(
	firstDay: string,
	lastDay: string,
	samples: number,
	random: () => number,
): OraclePeriod[] {
	const first = new Date(`${firstDay}T00:00:00Z`);
	const last = new Date(`${lastDay}T00:00:00Z`);
	const count = (last.getTime() - first.getTime()) / DAY_MS + 1;
	const days = Array.from({ length: count }, (_, index) => first.getTime() + index * DAY_MS);
	const pick = (): number[] => Array.from({ length: samples }, () => days[Math.floor(random() * count)] as number);
	const unique = new Map<string, OraclePeriod>();
	const pad = (value: number) => String(value).padStart(2, '0');
	for (const period of [
		...monthsOf(first, last, 12, 'year', (date) => String(date.getUTCFullYear())),
		...monthsOf(first, last, 3, 'quarter', (date) => `${date.getUTCFullYear()}Q${date.getUTCMonth() / 3 + 1}`),
		...monthsOf(first, last, 1, 'month', (date) => `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}`),
		...pick().map(weekPeriod),
		...pick().map(dayPeriod),
	]) {
		unique.set(period.code, period);
	}
	return [...unique.values()];
}
