// 催办 in bulk: the queue by unit and one plain message for each, ready to paste. A sensitive matter is named by its number
// alone. Pure.

import type { TFunction } from 'i18next';
import { parseIso, wallClockOf } from '../../../shared/domain/shanghai-time.ts';
import type { QueueRow } from '../../stores/collab-store.ts';
import type { Language } from '../../text/language.ts';
import { formatInteger, formatOverdue } from '../../ui/format.ts';
import { formatInstant } from '../../ui/time-format.ts';
import { namedWord, placeWords } from '../event-words.ts';

/** The rows of one unit; `unit` is empty for events that nobody was given. */
export interface UnitRows {
	unit: string;
	rows: QueueRow[];
	overdue: number;
	soon: number;
}

export interface MessageContext {
	language: Language;
	presentYear: number;
	/** Clock of now, ISO. */
	now: string;
	centre: string;
	t: TFunction;
}

/** 普通督办, 黄牌, 红牌 by level. */
const CARD_KEYS: Readonly<Record<number, 'red.card1' | 'red.card2' | 'red.card3'>> = {
	1: 'red.card1',
	2: 'red.card2',
	3: 'red.card3',
};

function isOver({ event }: QueueRow): boolean {
	return event.light === 'deepRed' || event.light === 'red';
}

/** Rows that can be chased by lead unit, the unit with most overdue first; paused ones are nobody's to chase. */
export function groupByUnit(rows: readonly QueueRow[]): UnitRows[] {
	const groups = new Map<string, UnitRows>();
	for (const row of rows) {
		if (row.event.light === 'paused') continue;
		const unit = row.event.leadUnit ?? '';
		const group = groups.get(unit) ?? { unit, rows: [], overdue: 0, soon: 0 };
		groups.set(unit, group);
		group.rows.push(row);
		if (isOver(row)) group.overdue += 1;
		else group.soon += 1;
	}
	return [...groups.values()].sort((a, b) => b.overdue - a.overdue || b.soon - a.soon || (a.unit < b.unit ? -1 : 1));
}

/** Until when an answer is asked for: noon, the end of the day, or noon of the next working day. */
export function replyBy(now: string, t: TFunction): string {
	const { hour, minute } = wallClockOf(parseIso(now) ?? 0);
	const minutes = hour * 60 + minute;
	if (minutes < 10 * 60 + 30) return t('queue.today', { time: '12:00' });
	return minutes < 16 * 60 ? t('queue.today', { time: '17:30' }) : t('queue.nextDay', { time: '12:00' });
}

/** Class and place in words; only that it is sensitive where it is. */
export function matterWords({ event }: QueueRow, language: Language, t: TFunction): string {
	if (event.isSensitive) return t('collab.sensitive');
	const comma = language === 'en' ? ', ' : '，';
	return [namedWord(event.category, language), placeWords(event, t)].filter(Boolean).join(comma);
}

/** One message for one unit. */
export function unitReminder({ unit, rows, overdue, soon }: UnitRows, context: MessageContext): string {
	const { language, presentYear, t } = context;
	const comma = language === 'en' ? ', ' : '，';
	const counts = [
		overdue > 0 ? t('queue.overdueCount', { n: formatInteger(overdue) }) : '',
		soon > 0 ? t('queue.soonCount', { n: formatInteger(soon) }) : '',
	].filter(Boolean);
	const lines = rows.map((row, index) => {
		const { event, ladder } = row;
		return t('queue.reminderLine', {
			index: index + 1,
			id: event.eventId,
			what: matterWords(row, language, t),
			due: event.dueAt === null ? '—' : formatInstant(event.dueAt, language, { presentYear, isLimit: true }),
			overdue: event.overdue === null ? '' : `${comma}${formatOverdue(event.overdue, language)}`,
			chase: ladder.level === 0 ? '' : `${comma}${t(CARD_KEYS[ladder.level] ?? 'red.card1')}`,
		});
	});
	return [
		t('queue.reminderHead', {
			unit: unit === '' ? t('reminder.noUnit') : unit,
			now: formatInstant(context.now, language, { presentYear }),
			what: counts.join(language === 'en' ? ', ' : '、'),
		}),
		...lines,
		t('queue.reminderTail', { by: replyBy(context.now, t), centre: context.centre }),
	].join('\n');
}
