// Labels under a period axis: short, the year once where it begins (picture 01). Pure.

import { parsePeriod } from '../../shared/domain/period.ts';
import { dateFromDay } from '../../shared/domain/shanghai-time.ts';
import { CHART_WORDS } from '../text/chart-words.ts';
import type { Language } from '../text/language.ts';

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Two lines: the period and, under the first one and under each new year, its year; the second may be empty. */
export interface PeriodTick {
	text: string;
	year: string;
}

/** Ticks of a series of periods of one kind, oldest first. Months say 月 at both ends and in January only. */
export function periodTicks(codes: readonly string[], language: Language): PeriodTick[] {
	const words = CHART_WORDS[language];
	let shownYear = '';
	return codes.map((code, index) => {
		const period = parsePeriod(code);
		if (period === null) return { text: code, year: '' };
		const isEnd = index === 0 || index === codes.length - 1;
		const { year, month, day } = dateFromDay(period.startDay);
		const ownYear = period.kind === 'week' ? period.code.slice(0, 4) : String(year);
		const startsYear = ownYear !== shownYear;
		shownYear = ownYear;
		let text = '';
		if (period.kind === 'day') text = `${month}-${String(day).padStart(2, '0')}`;
		else if (period.kind === 'week') {
			const week = String(Number(period.code.slice(6)));
			text = language === 'en' ? `${words.week}${week}` : isEnd ? `${week}${words.week}` : week;
		} else if (period.kind === 'month')
			text = language === 'en' ? (MONTHS_EN[month - 1] ?? '') : `${month}${isEnd || startsYear ? words.month : ''}`;
		else if (period.kind === 'quarter') text = words.quarters[Math.floor((month - 1) / 3)] ?? '';
		else return { text: ownYear, year: '' };
		return { text, year: startsYear ? ownYear : '' };
	});
}
