// The columns of the list of events: what each is called, how wide it is, what its cell shows and reads as text.

import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventColumn } from '../../../shared/contract/schemas/events.ts';
import type { EventRow, EventSort } from '../../stores/events-store.ts';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import type { Language } from '../../text/language.ts';
import { formatOverdue } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { formatInstant } from '../../ui/time-format.ts';
import css from '../EventTable.module.css';
import { eventWords, limitWords, namedWord, overdueWords, severityWord } from '../event-words.ts';
import { SeverityTag } from '../SeverityTag.tsx';

/** What words need beside an event. */
export interface CellContext {
	language: Language;
	presentYear: number;
	t: TFunction;
}

export interface EventColumnSpec {
	id: EventColumn;
	/** Key of its name. */
	name:
		| 'light'
		| 'number'
		| 'severity'
		| 'event'
		| 'category'
		| 'source'
		| 'status'
		| 'town'
		| 'place'
		| 'unit'
		| 'limit'
		| 'acceptedAt'
		| 'due'
		| 'closedAt'
		| 'overdue'
		| 'supervise';
	/** Pixels in Chinese and in English; null takes what is left. */
	width: readonly [number, number] | null;
	isRight?: boolean;
	sort?: EventSort;
	/** The cell as plain text. */
	text(event: EventRow, context: CellContext): string;
}

function time(iso: string | null, { language, presentYear }: CellContext, isLimit = false): string {
	return iso === null ? '—' : formatInstant(iso, language, { presentYear, isLimit });
}

function chaseText(event: EventRow, t: TFunction): string {
	if (event.superviseLevel === 3) return t('events.redCard');
	if (event.superviseLevel === 2) return t('events.yellowCard');
	return event.urgeCount > 0 ? t('events.urge', { n: event.urgeCount }) : '—';
}

const SPECS: readonly EventColumnSpec[] = [
	{ id: 'light', name: 'light', width: [24, 24], text: ({ light }, { t }) => t(`events.${light}`) },
	{ id: 'number', name: 'number', width: [122, 122], text: ({ eventId }) => eventId },
	{
		id: 'severity',
		name: 'severity',
		width: [52, 68],
		text: ({ severity }, { t }) => severityWord(severity, t) || '—',
	},
	{ id: 'event', name: 'event', width: null, text: (event, { language }) => eventWords(event, language) },
	{
		id: 'category',
		name: 'category',
		width: [120, 140],
		text: ({ category }, { language }) => namedWord(category, language),
	},
	{
		id: 'source',
		name: 'source',
		width: [100, 120],
		text: ({ source }, { language }) => namedWord(source, language) || '—',
	},
	{
		id: 'status',
		name: 'status',
		width: [72, 110],
		text: ({ status }, { language }) => namedWord(status, language) || '—',
	},
	{ id: 'town', name: 'town', width: [76, 70], text: ({ townName }, { t }) => townName ?? t('red.unlocated') },
	{ id: 'place', name: 'place', width: [130, 130], text: ({ placeName }) => placeName ?? '—' },
	{ id: 'unit', name: 'unit', width: [108, 92], text: ({ leadUnit }) => leadUnit ?? '—' },
	{
		id: 'limit',
		name: 'limit',
		width: [78, 92],
		text: (event, { language, t }) => (event.limit === null ? '—' : limitWords(event, language, t)),
	},
	{
		id: 'acceptedAt',
		name: 'acceptedAt',
		width: [96, 100],
		sort: 'acceptedAt',
		text: (event, context) => time(event.acceptedAt, context),
	},
	{
		id: 'dueAt',
		name: 'due',
		width: [96, 96],
		sort: 'dueAt',
		text: (event, context) => time(event.dueAt, context, true),
	},
	{ id: 'closedAt', name: 'closedAt', width: [96, 100], text: (event, context) => time(event.closedAt, context) },
	{
		id: 'overdue',
		name: 'overdue',
		width: [108, 108],
		isRight: true,
		sort: 'urgency',
		text: (event, context) =>
			event.closedAt !== null
				? context.t('events.closedOn', { time: time(event.closedAt, context) })
				: event.overdue === null
					? '—'
					: formatOverdue(event.overdue, context.language),
	},
	{ id: 'supervise', name: 'supervise', width: [62, 72], isRight: true, text: (event, { t }) => chaseText(event, t) },
];

/** The column of an id. */
export function columnOf(id: EventColumn): EventColumnSpec {
	const spec = SPECS.find((one) => one.id === id);
	if (!spec) throw new RangeError(`no column ${id}`);
	return spec;
}

/** Rows as tab-separated text with a line of titles, ready for a spreadsheet. */
export function rowsAsText(rows: readonly EventRow[], columns: readonly EventColumn[], context: CellContext): string {
	const specs = columns.map(columnOf);
	const clean = (text: string) => text.replace(/[\t\r\n\u00a0]+/g, ' ');
	return [
		specs.map(({ name }) => context.t(`events.${name}`)),
		...rows.map((row) => specs.map((spec) => clean(spec.text(row, context)))),
	]
		.map((line) => line.join('\t'))
		.join('\n');
}

/** What the words of cells need, of the present language and year. */
export function useCellContext(): CellContext {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	return { t, language, presentYear };
}

/** What stands in a cell. */
export function EventCell({ column, event }: { column: EventColumn; event: EventRow }): ReactNode {
	const context = useCellContext();
	const { t, language } = context;
	const text = columnOf(column).text(event, context);
	switch (column) {
		case 'light':
			return <LightShape light={event.light} label={text} />;
		case 'event':
			return (
				<span title={namedWord(event.category, language)}>
					<SeverityTag severity={event.severity} /> {text}
				</span>
			);
		case 'overdue':
			if (event.closedAt !== null) return <span className={css.closed}>{text}</span>;
			if (event.overdue === null) return text;
			return (
				<b
					className={event.overdue.amount < 0 ? css.left : event.light === 'deepRed' ? css.deep : css.over}
					title={overdueWords(event, language, t)}
				>
					{text}
				</b>
			);
		case 'supervise':
			if (event.superviseLevel < 2) return text;
			return <span className={event.superviseLevel === 3 ? css.redCard : css.yellowCard}>{text}</span>;
		default:
			return <span title={text === '—' ? undefined : text}>{text}</span>;
	}
}
