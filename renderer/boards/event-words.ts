// What an event says in words: class, place, limits, reminder text. Pure. English names an event by class and number.

import type { TFunction } from 'i18next';
import type { EventRow } from '../stores/events-store.ts';
import type { Language } from '../text/language.ts';
import { formatLimit, formatOverdue } from '../ui/format.ts';
import { formatInstant } from '../ui/time-format.ts';

type Named = EventRow['category'];

/** A dictionary word in the interface language; the delivered word where the dictionary has none. */
export function namedWord(named: Named | null, language: Language): string {
	if (named === null) return '';
	const word = language === 'en' ? named.en : named.zh;
	return word || named.raw || named.code;
}

/** What an event is called in a list: its title on Chinese screens, else its class (design.md §5). */
export function eventWords(event: EventRow, language: Language): string {
	return (language === 'en' ? null : event.title) ?? namedWord(event.category, language);
}

/** Town and lowest known place, said once each. */
export function placeWords(event: EventRow, t: TFunction): string {
	const parts = [event.townName, event.placeName].filter(
		(part, index, all): part is string => part !== null && part !== '' && all.indexOf(part) === index,
	);
	if (event.isUnlocated) parts.push(t('red.unlocated'));
	return parts.join(' ');
}

const SEVERITY_KEYS = { 1: 'severity.s1', 2: 'severity.s2', 3: 'severity.s3', 4: 'severity.s4' } as const;

/** 特急, 紧急, 一般, 轻微; empty when unknown. */
export function severityWord(severity: number | null, t: TFunction): string {
	if (severity !== 1 && severity !== 2 && severity !== 3 && severity !== 4) return '';
	return t(SEVERITY_KEYS[severity]);
}

/** How it has been chased: 红牌督办, 黄牌督办, 已催 2 次, 未催办. */
export function chaseWords(event: EventRow, t: TFunction): string {
	if (event.superviseLevel === 3) return t('red.card3');
	if (event.superviseLevel === 2) return t('red.card2');
	if (event.urgeCount > 0) return t('red.urged', { n: event.urgeCount });
	return event.superviseLevel === 1 ? t('red.card1') : t('red.notUrged');
}

/** 超 4工作日, 剩 44分, or the note that it has just come due; a dash without a limit. */
export function overdueWords(event: EventRow, language: Language, t: TFunction): string {
	if (event.overdue === null) return '—';
	return event.overdue.amount === 0 ? t('red.justDue') : formatOverdue(event.overdue, language);
}

/** The limit of an event, or that it is not known. */
export function limitWords(event: EventRow, language: Language, t: TFunction): string {
	return event.limit === null ? t('red.noLimit') : formatLimit(event.limit, language);
}

/** One 催办 text, ready to paste: unit, number, class, place, when due, how long over, by when to reply. */
export function reminderText(event: EventRow, language: Language, presentYear: number, t: TFunction): string {
	const { amount, clock } = event.overdue ?? { amount: 0, clock: 'hours' };
	return t(amount >= 0 ? 'reminder.text' : 'reminder.textLeft', {
		unit: event.leadUnit ?? t('reminder.noUnit'),
		id: event.eventId,
		category: namedWord(event.category, language),
		place: placeWords(event, t),
		due: event.dueAt === null ? '—' : formatInstant(event.dueAt, language, { presentYear, isLimit: true }),
		overdue: amount === 0 ? '' : `${language === 'en' ? ', ' : '，'}${formatOverdue({ amount, clock }, language)}`,
	});
}
