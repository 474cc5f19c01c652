// Asia/Shanghai wall clock from epoch seconds, the same on every machine whatever its zone.
// The zone has had a fixed offset of +08:00 since 1992; earlier summer times are not modelled.
// Must not use the machine's own zone (no getHours, no toLocaleString).

/** Offset of the Shanghai wall clock from UTC, in seconds. */
export const SHANGHAI_OFFSET_S = 28_800;
const DAY_S = 86_400;

/** Fields of a Shanghai wall-clock instant; `month` 1–12, `weekday` 1 (Monday) – 7 (Sunday). */
export interface WallClock {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	weekday: number;
}

/** Shanghai calendar day (days since 1970-01-01, local) that holds the instant `atS` (epoch seconds). */
export function dayOf(atS: number): number {
	return Math.floor((atS + SHANGHAI_OFFSET_S) / DAY_S);
}

/** First instant (epoch seconds) of a Shanghai calendar day. */
export function startOfDay(day: number): number {
	return day * DAY_S - SHANGHAI_OFFSET_S;
}

/** Shanghai day number of a civil date; `month` 1–12 (values outside roll over, as in 13 → next January). */
export function dayFromDate(year: number, month: number, day: number): number {
	return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** Civil date of a Shanghai day number. */
export function dateFromDay(day: number): { year: number; month: number; day: number; weekday: number } {
	const date = new Date(day * 86_400_000);
	const weekday = date.getUTCDay();
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		weekday: weekday === 0 ? 7 : weekday,
	};
}

/** Epoch seconds of a Shanghai wall-clock time. */
export function secondsFromWallClock(
	year: number,
	month: number,
	day: number,
	hour = 0,
	minute = 0,
	second = 0,
): number {
	return startOfDay(dayFromDate(year, month, day)) + hour * 3600 + minute * 60 + second;
}

/** Wall-clock fields of an instant in epoch seconds. */
export function wallClockOf(atS: number): WallClock {
	const date = new Date((atS + SHANGHAI_OFFSET_S) * 1000);
	const weekday = date.getUTCDay();
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		hour: date.getUTCHours(),
		minute: date.getUTCMinutes(),
		second: date.getUTCSeconds(),
		weekday: weekday === 0 ? 7 : weekday,
	};
}

/** Day and `hh:mm` of a limit: one at 00:00 (or 23:59:59) reads 24:00 of the day that it ends (design.md §5). */
export function limitClockOf(atS: number): { clock: WallClock; time: string } {
	const clock = wallClockOf(atS);
	const isMidnight = clock.hour === 0 && clock.minute === 0 && clock.second === 0;
	if (isMidnight) return { clock: wallClockOf(atS - 1), time: '24:00' };
	const isLastSecond = clock.hour === 23 && clock.minute === 59 && clock.second === 59;
	return { clock, time: isLastSecond ? '24:00' : `${pad2(clock.hour)}:${pad2(clock.minute)}` };
}

/** Two digits, zero-padded. */
function pad2(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}

/** ISO 8601 with +08:00, to the second: `2026-11-23T07:42:00+08:00`. */
export function toIso(atS: number): string {
	return `${new Date((atS + SHANGHAI_OFFSET_S) * 1000).toISOString().slice(0, 19)}+08:00`;
}

/** ISO date `2026-11-23` of a Shanghai day number. */
export function toIsoDate(day: number): string {
	const date = dateFromDay(day);
	return `${String(date.year).padStart(4, '0')}-${pad2(date.month)}-${pad2(date.day)}`;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Epoch seconds of an ISO 8601 instant; without an offset it is Shanghai wall clock, date-only is 00:00.
 * Returns null for anything else, also for dates that do not exist (2026-02-30).
 */
export function parseIso(text: string): number | null {
	const match = ISO.exec(text.trim());
	if (!match) return null;
	const [, y, mo, d, h = '0', mi = '0', s = '0', zone] = match;
	const month = Number(mo);
	const day = Number(d);
	const local = secondsFromWallClock(Number(y), month, day, Number(h), Number(mi), Number(s));
	const check = wallClockOf(secondsFromWallClock(Number(y), month, day));
	if (check.month !== month || check.day !== day || Number(h) > 24 || Number(mi) > 59 || Number(s) > 60) return null;
	if (zone === undefined) return local;
	if (zone === 'Z') return local + SHANGHAI_OFFSET_S;
	const sign = zone.startsWith('-') ? -1 : 1;
	const digits = zone.slice(1).replace(':', '');
	const offsetS = sign * (Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60);
	return local + SHANGHAI_OFFSET_S - offsetS;
}
