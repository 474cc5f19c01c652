// The eight figures as words and shapes: what each card prints, from one wall.getOverview reply. Pure.
// Every figure is that of the reply; nothing is computed here but its wording.

import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { Light, ReadingStatus } from '../../shared/domain/codes.ts';
import { parsePeriod, periodOfDay } from '../../shared/domain/period.ts';
import { dateFromDay, dayOf, parseIso } from '../../shared/domain/shanghai-time.ts';
import { type SparkZone, zoneOf } from '../charts/sparkline-path.ts';
import type { Language } from '../text/language.ts';
import { WALL_WORDS, type WallWords } from '../text/wall-words.ts';
import { formatDecimal, formatInteger, NBSP } from '../ui/format.ts';
import { formatPeriodShort } from '../ui/time-format.ts';

export type Overview = MethodOutput<'wall.getOverview'>;
type Figure = Overview['closure'];
type Verdict = NonNullable<Figure['change']>['verdict'];

export const FIGURE_KEYS = [
	'acceptedLastDay',
	'open',
	'overdueOpen',
	'dueToday',
	'closure',
	'onTime',
	'medianHours',
	'unlocatedShare',
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

/** A change: lead word, arrow by direction, amount in words; `verdict` colours the arrow alone. */
export interface ChangeWords {
	lead: string;
	arrow: '↑' | '↓' | '';
	verdict: Verdict;
	amount: string;
}

/** A pair of words and a count, as in 办理中 242. */
export interface CountPair {
	label: string;
	count: string;
	/** Share of the largest (bars) or of the sum (parts), 0 to 1. */
	share: number;
}

/** What one card prints. Null parts are left out; a figure without a value prints `missing` in its place. */
export interface FigureWords {
	key: FigureKey;
	name: string;
	/** Month or day beside the name, as in 10月; empty for figures of now. */
	when: string;
	value: string;
	unit: string;
	missing: string | null;
	light: Light;
	lightWord: string | null;
	change: ChangeWords | null;
	/** Left and right words of the note line, without the change. */
	noteLeft: { label: string; count: string } | null;
	noteRight: { label: string; count: string } | null;
	body:
		| { kind: 'spark'; label: string; values: (number | null)[]; zone: SparkZone }
		| { kind: 'parts'; parts: CountPair[] }
		| { kind: 'days'; days: CountPair[] };
}

/** A count on the wall: in 万 with one decimal from 10,000 in Chinese (design.md §6). */
export function wallCount(value: number, language: Language): { value: string; scale: string } {
	if (language === 'zh-CN' && Math.abs(value) >= 10_000) {
		return { value: formatDecimal(value / 10_000), scale: WALL_WORDS[language].tenThousand };
	}
	return { value: formatInteger(value), scale: '' };
}

function missingWord(status: ReadingStatus, value: number | null, words: WallWords): string | null {
	if (value !== null) return null;
	return status === 'ok' ? '—' : words.status[status];
}

function changeWords(figure: Figure, lead: string, language: Language): ChangeWords | null {
	const { change } = figure;
	if (change === null || figure.value === null) return null;
	const words = WALL_WORDS[language];
	const size = Math.abs(change.amount);
	const text = change.kind === 'count' ? formatInteger(size) : formatDecimal(size);
	if (/^[0.,]+$/.test(text)) return { lead, arrow: '', verdict: 'neutral', amount: words.same };
	const zh = { points: `${text}${NBSP}百分点`, percent: `${text}%`, count: `${text}${NBSP}${words.cases}` };
	const en = { points: `${text}${NBSP}pp`, percent: `${text}%`, count: text };
	const amount = (language === 'en' ? en : zh)[change.kind];
	return { lead, arrow: change.amount > 0 ? '↑' : '↓', verdict: change.verdict, amount };
}

function spark(label: string, figure: Figure, zone: SparkZone): FigureWords['body'] {
	return { kind: 'spark', label, values: figure.series.map((point) => point.value), zone };
}

const fill = (template: string, n: number) => template.replace('{n}', String(n));

/** A neutral figure has no light of its own; it is usual or unusual by its band. */
function bandState(value: number | null, low: number | null, high: number | null): 'inside' | 'outside' | null {
	if (value === null || low === null || high === null) return null;
	return value >= low && value <= high ? 'inside' : 'outside';
}

function acceptedLastDay(overview: Overview, language: Language): FigureWords {
	const figure = overview.acceptedLastDay;
	const words = WALL_WORDS[language];
	const isYesterday = isLastDayYesterday(overview);
	const count = wallCount(figure.value ?? 0, language);
	const state = bandState(figure.value, figure.low, figure.high);
	const span = fill(words.lastDays, figure.series.length);
	return {
		key: 'acceptedLastDay',
		name: isYesterday || figure.day === null ? words.acceptedLastDay : words.acceptedOn,
		when: isYesterday || figure.day === null ? '' : formatPeriodShort(figure.day, language),
		value: count.value,
		unit: `${count.scale}${words.cases}`,
		missing: missingWord(figure.status, figure.value, words),
		// A neutral count is never green or red by its size; unusual is worth a look.
		light: state === 'outside' ? 'yellow' : 'none',
		lightWord: state === null ? null : words.bandLights[state],
		change: null,
		noteLeft: figure.usual === null ? null : { label: words.usual, count: formatInteger(figure.usual) },
		noteRight: { label: span, count: '' },
		body: spark(span, figure, null),
	};
}

function openNow(overview: Overview, language: Language): FigureWords {
	const figure = overview.open;
	const words = WALL_WORDS[language];
	const count = wallCount(figure.value ?? 0, language);
	const counts: [string, number][] = [
		[words.awaitingStart, figure.awaitingStart],
		[words.inHandling, figure.inHandling],
		[words.awaitingVerification, figure.awaitingVerification],
	];
	const sum = Math.max(
		1,
		counts.reduce((total, [, part]) => total + part, 0),
	);
	return {
		key: 'open',
		name: words.open,
		when: '',
		value: count.value,
		unit: `${count.scale}${words.cases}`,
		missing: missingWord(figure.status, figure.value, words),
		light: figure.light,
		lightWord: figure.light === 'none' ? null : words.lights[figure.light],
		change: changeWords(figure, words.versusWeek, language),
		noteLeft: null,
		noteRight:
			figure.byLight.paused > 0
				? {
						label: words.eventLights.paused,
						count: `${formatInteger(figure.byLight.paused)}${NBSP}${words.cases}`.trim(),
					}
				: null,
		body: {
			kind: 'parts',
			parts: counts.map(([label, part]) => ({ label, count: formatInteger(part), share: part / sum })),
		},
	};
}

function overdueOpen(overview: Overview, language: Language): FigureWords {
	const figure = overview.overdueOpen;
	const words = WALL_WORDS[language];
	const count = wallCount(figure.value ?? 0, language);
	const span = fill(words.lastWeeks, figure.series.length);
	// The target is a share of what is open (per cent); the line shows counts.
	const tolerated =
		figure.target === null || overview.open.value === null ? null : (figure.target / 100) * overview.open.value;
	const oldestText = formatDecimal(figure.oldestDays ?? 0, (figure.oldestDays ?? 0) < 10 ? 1 : 0).replace(/\.0$/, '');
	const oldest =
		figure.oldestDays === null
			? null
			: {
					label: words.oldest,
					count: `${oldestText}${NBSP}${words.days}`,
				};
	return {
		key: 'overdueOpen',
		name: words.overdueOpen,
		when: '',
		value: count.value,
		unit: `${count.scale}${words.cases}`,
		missing: missingWord(figure.status, figure.value, words),
		light: figure.light,
		lightWord: figure.light === 'none' ? null : words.lights[figure.light],
		change: changeWords(figure, words.versusWeek, language),
		noteLeft: null,
		noteRight: oldest ?? { label: span, count: '' },
		body: spark(span, figure, zoneOf('down', tolerated, null)),
	};
}

const WEEKDAYS: Record<Language, readonly string[]> = {
	'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
	en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

function dueToday(overview: Overview, language: Language): FigureWords {
	const figure = overview.dueToday;
	const words = WALL_WORDS[language];
	const count = wallCount(figure.value ?? 0, language);
	const today = dayOf(parseIso(overview.now) ?? 0);
	const named = figure.nextDays.map(({ day, count: dayCount }) => {
		const at = parsePeriod(day)?.startDay ?? today;
		const weekday = WEEKDAYS[language][dateFromDay(at).weekday - 1] ?? day;
		return { label: at === today + 1 && language !== 'en' ? words.tomorrow : weekday, count: dayCount };
	});
	if (figure.value !== null) named.unshift({ label: words.today, count: figure.value });
	const most = Math.max(1, ...named.map((day) => day.count));
	return {
		key: 'dueToday',
		name: words.dueToday,
		when: '',
		value: count.value,
		unit: `${count.scale}${words.cases}`,
		missing: missingWord(figure.status, figure.value, words),
		light: figure.light,
		lightWord: figure.light === 'none' ? null : words.lights[figure.light],
		change: null,
		noteLeft: { label: words.withinTwoHours, count: `${formatInteger(figure.inTwoHours)}${NBSP}${words.cases}`.trim() },
		noteRight: null,
		body: {
			kind: 'days',
			days: named.map((day) => ({ label: day.label, count: formatInteger(day.count), share: day.count / most })),
		},
	};
}

/** A month beside a name: 10月, Oct. */
function monthWord(code: string | null, language: Language): string {
	if (code === null) return '';
	const word = formatPeriodShort(code, language);
	return language === 'en' ? word.slice(0, 3) : word;
}

const MONTHLY = {
	closure: { isShare: true, direction: 'up' },
	onTime: { isShare: true, direction: 'up' },
	medianHours: { isShare: false, direction: 'down' },
	unlocatedShare: { isShare: true, direction: 'down' },
} as const;

function monthly(key: keyof typeof MONTHLY, overview: Overview, language: Language): FigureWords {
	const figure = overview[key];
	const words = WALL_WORDS[language];
	const { isShare, direction } = MONTHLY[key];
	const unit = isShare ? '%' : words.hours;
	const target =
		figure.target === null
			? null
			: `${direction === 'up' ? '≥' : '≤'}${formatDecimal(figure.target, Number.isInteger(figure.target) ? 0 : 1)}${isShare ? '%' : `${NBSP}${unit}`}`;
	return {
		key,
		name: words[key],
		when: monthWord(overview.month, language),
		value: formatDecimal(figure.value ?? 0),
		unit,
		missing: missingWord(figure.status, figure.value, words),
		light: figure.light,
		lightWord: figure.light === 'none' ? null : words.lights[figure.light],
		change: changeWords(figure, words.versusMonth, language),
		noteLeft: null,
		noteRight: target === null ? null : { label: words.target, count: target },
		body: spark(words[key], figure, zoneOf(direction, figure.target, null)),
	};
}

/** True when the last whole day is the day before the present one. */
export function isLastDayYesterday(overview: Overview): boolean {
	const today = dayOf(parseIso(overview.now) ?? 0);
	return overview.acceptedLastDay.day === periodOfDay('day', today - 1).code;
}

/** The eight cards in their order: four of now, four of the last final month. */
export function wallFigures(overview: Overview, language: Language): FigureWords[] {
	return [
		acceptedLastDay(overview, language),
		openNow(overview, language),
		overdueOpen(overview, language),
		dueToday(overview, language),
		monthly('closure', overview, language),
		monthly('onTime', overview, language),
		monthly('medianHours', overview, language),
		monthly('unlocatedShare', overview, language),
	];
}
