// Numbers, shares, changes, durations and limits as people read them (design.md §6). Pure; knows no store and no zone.

import type { Language } from '../text/language.ts';

/** No-break space: a number and its unit never part. */
export const NBSP = '\u00a0';

/** Groups the digits of a whole number by three: 76731 → 76,731. */
export function formatInteger(value: number): string {
	const rounded = Math.round(value);
	const digits = String(Math.abs(rounded)).replace(/\B(?=(\d{3})+$)/g, ',');
	return rounded < 0 ? `−${digits}` : digits;
}

/** A number with a fixed number of decimals, grouped, with a real minus sign. Rounds half away from zero. */
export function formatDecimal(value: number, decimals = 1): string {
	const scale = 10 ** decimals;
	const scaled = Math.round(Math.abs(value) * scale + 1e-9);
	const whole = Math.floor(scaled / scale);
	const text =
		decimals === 0 ? formatInteger(whole) : `${formatInteger(whole)}.${String(scaled % scale).padStart(decimals, '0')}`;
	return value < 0 && scaled > 0 ? `−${text}` : text;
}

/** The shapes that decide how many decimals a figure shows. */
export type ValueKind = 'count' | 'ratio' | 'rate' | 'median';

/** A figure without its unit: whole numbers for counts, one decimal for the rest (two where a sum must add up). */
export function formatValue(value: number, kind: ValueKind, decimals = 1): string {
	return kind === 'count' ? formatInteger(value) : formatDecimal(value, decimals);
}

/** A change as the board gives it. */
export interface Change {
	amount: number;
	kind: 'points' | 'percent' | 'count';
	verdict: 'better' | 'worse' | 'neutral';
}

/** True where a change rounds to nothing at the decimals it is shown with; it is then no better and no worse. */
export function isLevel(change: Change): boolean {
	const amount = Math.abs(change.amount);
	return /^[0.,]+$/.test(change.kind === 'count' ? formatInteger(amount) : formatDecimal(amount));
}

/** `↑ 1.1百分点`, `↓ 6.7%`, `↑ 8件`; a change that rounds to nothing is 持平. */
export function formatChange(change: Change, language: Language, unit = ''): string {
	const amount = Math.abs(change.amount);
	const text = change.kind === 'count' ? formatInteger(amount) : formatDecimal(amount);
	if (isLevel(change)) return language === 'en' ? 'no change' : '持平';
	const arrow = change.amount > 0 ? '↑' : '↓';
	if (change.kind === 'points') return `${arrow}${NBSP}${text}${language === 'en' ? `${NBSP}pp` : '百分点'}`;
	if (change.kind === 'percent') return `${arrow}${NBSP}${text}%`;
	return `${arrow}${NBSP}${text}${language === 'en' ? '' : unit}`;
}

/** Minutes as `54小时59分` / `54 h 59 min`; below one minute `不到1分` / `< 1 min`. */
export function formatMinutes(minutes: number, language: Language): string {
	const whole = Math.floor(minutes + 1e-6);
	const hours = Math.floor(whole / 60);
	const rest = whole % 60;
	if (whole === 0) return language === 'en' ? '<\u00a01\u00a0min' : '不到1分';
	const parts: string[] = [];
	if (hours > 0) parts.push(language === 'en' ? `${formatInteger(hours)}${NBSP}h` : `${formatInteger(hours)}小时`);
	if (rest > 0) parts.push(language === 'en' ? `${rest}${NBSP}min` : `${rest}分`);
	return parts.join(language === 'en' ? NBSP : '');
}

/** Continuous hours: below a day in hours and minutes, from a day on `25天7小时`. */
export function formatHours(hours: number, language: Language): string {
	if (hours < 24) return formatMinutes(hours * 60, language);
	const whole = Math.floor(hours + 1e-6);
	const days = Math.floor(whole / 24);
	const rest = whole % 24;
	if (language === 'en') return rest > 0 ? `${days}${NBSP}d${NBSP}${rest}${NBSP}h` : `${days}${NBSP}d`;
	return rest > 0 ? `${formatInteger(days)}天${rest}小时` : `${formatInteger(days)}天`;
}

/** Working hours in one working day (design.md §5, Queue). */
const WORK_HOURS_PER_DAY = 7;

/** Working hours: below a working day in hours and minutes, from one on in whole working days. */
export function formatWorkHours(hours: number, language: Language): string {
	if (hours < WORK_HOURS_PER_DAY) return formatMinutes(hours * 60, language);
	const days = Math.floor((hours + 1e-6) / WORK_HOURS_PER_DAY);
	if (language === 'en') return `${formatInteger(days)}${NBSP}work${NBSP}${days === 1 ? 'day' : 'days'}`;
	return `${formatInteger(days)}工作日`;
}

/** Time over (positive) or left (negative) on an event's own clock. */
export interface ClockAmount {
	amount: number;
	clock: 'workHours' | 'hours';
}

/** `超 12工作日`, `剩 44分`, `刚到期`; English `+12 work days`, `44 min left`, `just due`. */
export function formatOverdue(overdue: ClockAmount, language: Language): string {
	const amount = Math.abs(overdue.amount);
	if (amount * 60 < 1) return language === 'en' ? 'just due' : '刚到期';
	const text = overdue.clock === 'workHours' ? formatWorkHours(amount, language) : formatHours(amount, language);
	if (overdue.amount > 0) return language === 'en' ? `+${text}` : `超${NBSP}${text}`;
	return language === 'en' ? `${text} left` : `剩${NBSP}${text}`;
}

const LIMIT_UNITS = {
	H: { zh: '小时', en: 'h', enMany: 'h' },
	N: { zh: '工作时', en: 'work h', enMany: 'work h' },
	W: { zh: '工作日', en: 'work day', enMany: 'work days' },
	D: { zh: '自然日', en: 'day', enMany: 'days' },
} as const;

/** A limit code in words: `W3` → 3工作日, `H24` → 24小时, `D30` → 30自然日, `H0.25` → 15分钟. */
export function formatLimit(limit: string, language: Language): string {
	const match = /^([HNWD])(\d+(?:\.\d+)?)$/.exec(limit);
	const kind = match?.[1];
	if (!match || (kind !== 'H' && kind !== 'N' && kind !== 'W' && kind !== 'D')) return limit;
	const amount = Number(match[2]);
	if (kind === 'H' && amount < 1) {
		const minutes = Math.round(amount * 60);
		return language === 'en' ? `${minutes}${NBSP}min` : `${minutes}分钟`;
	}
	const unit = LIMIT_UNITS[kind];
	if (language === 'en') return `${amount}${NBSP}${(amount === 1 ? unit.en : unit.enMany).replace(' ', NBSP)}`;
	return `${amount}${unit.zh}`;
}

/** How old something is: 刚刚, 12分钟前, 5小时28分前, 3天前. Never negative. */
export function formatAge(seconds: number, language: Language): string {
	const minutes = Math.floor(Math.max(0, seconds) / 60);
	if (minutes < 1) return language === 'en' ? 'just now' : '刚刚';
	if (minutes < 60) return language === 'en' ? `${minutes}${NBSP}min ago` : `${minutes}分钟前`;
	const hours = Math.floor(minutes / 60);
	if (hours < 24)
		return language === 'en' ? `${hours}${NBSP}h ago` : `${hours}小时${minutes % 60 ? `${minutes % 60}分` : ''}前`;
	const days = Math.floor(hours / 24);
	return language === 'en' ? `${formatInteger(days)}${NBSP}d ago` : `${formatInteger(days)}天前`;
}
