// Time as a person would count it on paper: every minute of 2024 to 2026 marked as worked or not, and limits found by
// walking from minute to minute. Days off are typed from the State Council's notices; nothing of the product is used.

/** Days off that fall on weekdays or weekends, first to last. */
const OFF: readonly [string, string][] = [
	['2024-01-01', '2024-01-01'],
	['2024-02-10', '2024-02-17'],
	['2024-04-04', '2024-04-06'],
	['2024-05-01', '2024-05-05'],
	['2024-06-10', '2024-06-10'],
	['2024-09-15', '2024-09-17'],
	['2024-10-01', '2024-10-07'],
	['2025-01-01', '2025-01-01'],
	['2025-01-28', '2025-02-04'],
	['2025-04-04', '2025-04-06'],
	['2025-05-01', '2025-05-05'],
	['2025-05-31', '2025-06-02'],
	['2025-10-01', '2025-10-08'],
	['2026-01-01', '2026-01-03'],
	['2026-02-15', '2026-02-23'],
	['2026-04-04', '2026-04-06'],
	['2026-05-01', '2026-05-05'],
	['2026-06-19', '2026-06-21'],
	['2026-09-25', '2026-09-27'],
	['2026-10-01', '2026-10-07'],
];
/** Weekend days worked instead. */
const MADE_UP = [
	...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
	...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
	...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
];

const DAY = 1440;
/** Minutes since 1970-01-01T00:00 on the Shanghai wall clock. */
const minuteOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 60_000;
const FIRST = minuteOf('2024-01-01');
const LAST = minuteOf('2027-01-01');

/** A stretch of minutes [from, to) in which a clock stands still. */
export interface MinutePause {
	from: number;
	to: number;
}

const worked = markMinutes();

function markMinutes(): Uint8Array {
	const minutes = new Uint8Array(LAST - FIRST);
	const off = new Set<number>();
	for (const [from, to] of OFF) for (let at = minuteOf(from); at <= minuteOf(to); at += DAY) off.add(at);
	const madeUp = new Set(MADE_UP.map(minuteOf));
	for (let day = FIRST; day < LAST; day += DAY) {
		const weekday = new Date(day * 60_000).getUTCDay();
		const isWorked = madeUp.has(day) || (weekday >= 1 && weekday <= 5 && !off.has(day));
		if (!isWorked) continue;
		for (let minute = 0; minute < DAY; minute += 1) {
			const isOpen = (minute >= 8 * 60 + 30 && minute < 12 * 60) || (minute >= 14 * 60 && minute < 17 * 60 + 30);
			if (isOpen) minutes[day - FIRST + minute] = 1;
		}
	}
	return minutes;
}

/** True where the minute that begins at `minute` is worked. */
function isWorked(minute: number): boolean {
	return worked[minute - FIRST] === 1;
}

function isPaused(minute: number, pauses: readonly MinutePause[]): boolean {
	return pauses.some(({ from, to }) => from <= minute && minute < to);
}

/** Worked minutes in [from, to); negative when `to` lies before `from`. */
export function workedBetween(from: number, to: number): number {
	if (to < from) return -workedBetween(to, from);
	let count = 0;
	for (let at = from; at < to; at += 1) if (isWorked(at)) count += 1;
	return count;
}

/** When a limit ends, as a minute (D ends with the last second of the minute before). */
export function walkLimit(start: number, kind: string, amount: number, pauses: readonly MinutePause[] = []): number {
	let left = kind === 'H' || kind === 'N' ? amount * 60 : amount;
	const startDay = Math.floor(start / DAY);
	for (let at = start; ; at += 1) {
		const dayMinute = at % DAY;
		const isLaterDay = Math.floor(at / DAY) > startDay;
		if (kind === 'H' || kind === 'N') {
			if (left === 0) return at;
			if (!isPaused(at, pauses) && (kind === 'H' || isWorked(at))) left -= 1;
		} else if (kind === 'W') {
			// The stroke of 17:30 after a worked minute.
			const isEnd = isLaterDay && dayMinute === 17 * 60 + 30 && isWorked(at - 1);
			if (isEnd && !isPaused(at, pauses)) left -= 1;
			if (isEnd && left === 0) return at;
		} else {
			const isEnd = isLaterDay && dayMinute === DAY - 1;
			if (isEnd && !isPaused(at, pauses)) left -= 1;
			if (isEnd && left === 0) return at + 1;
		}
	}
}

/** Epoch seconds of a minute on the Shanghai wall clock. */
export function secondsOf(minute: number): number {
	return minute * 60 - 28_800;
}

/** First and last minute that a random case may start in, so that its limit still ends inside the marked years. */
export const CASE_MINUTES = { min: FIRST + DAY, max: minuteOf('2026-09-01') };
