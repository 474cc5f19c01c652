// What a column of a saved list is called and what its cell holds: text, an instant or a number. Pure; the same words
// as on the screen. Codes stay text, a missing value stays empty.

import type { EventColumn } from '../../../shared/contract/schemas/events.ts';
import type { EventLight } from '../../../shared/domain/codes.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import type { EventRow } from './event-shapes.ts';

export type Language = 'zh' | 'en';

/** A cell: `date` in epoch seconds; null is empty. */
export type ExportCell =
	| { kind: 'text'; value: string | null }
	| { kind: 'date'; value: number | null }
	| { kind: 'number'; value: number | null };

interface ColumnSpec {
	zh: string;
	en: string;
	/** Characters. */
	width: number;
	read(row: EventRow, language: Language): ExportCell;
}

const LIGHTS: Readonly<Record<EventLight, readonly [string, string]>> = {
	deepRed: ['严重逾期', 'Far overdue'],
	red: ['逾期', 'Overdue'],
	yellow: ['临期', 'Due soon'],
	green: ['正常', 'In time'],
	paused: ['挂起', 'Paused'],
	none: ['', ''],
};
const SEVERITIES: readonly (readonly [string, string])[] = [
	['', ''],
	['特急', 'Critical'],
	['紧急', 'Urgent'],
	['一般', 'Normal'],
	['轻微', 'Minor'],
];
const CARDS: readonly (readonly [string, string])[] = [
	['', ''],
	['', ''],
	['黄牌', 'Yellow card'],
	['红牌', 'Red card'],
];
const LIMIT_UNITS: Readonly<Record<string, readonly [string, string]>> = {
	H: ['小时', ' hours'],
	N: ['工作时', ' working hours'],
	W: ['工作日', ' working days'],
	D: ['自然日', ' days'],
};

function text(value: string | null): ExportCell {
	return { kind: 'text', value: value === '' ? null : value };
}

function date(iso: string | null): ExportCell {
	return { kind: 'date', value: iso === null ? null : parseIso(iso) };
}

function pick(words: readonly [string, string] | undefined, language: Language): string {
	return words?.[language === 'zh' ? 0 : 1] ?? '';
}

function limitText(limit: string | null, language: Language): string | null {
	const match = /^([HNWD])(\d+(?:\.\d+)?)$/.exec(limit ?? '');
	return match ? `${match[2]}${pick(LIMIT_UNITS[match[1] ?? ''], language)}` : limit;
}

function superviseText({ superviseLevel, urgeCount }: EventRow, language: Language): string {
	const card = pick(CARDS[superviseLevel], language);
	const urged = urgeCount === 0 ? '' : language === 'zh' ? `催 ${urgeCount}` : `Chased ${urgeCount}`;
	return [card, urged].filter(Boolean).join(' ');
}

/** Every column, by its id. */
export const EXPORT_COLUMNS: Readonly<Record<EventColumn, ColumnSpec>> = {
	light: { zh: '灯色', en: 'Light', width: 10, read: ({ light }, language) => text(pick(LIGHTS[light], language)) },
	number: { zh: '事件编号', en: 'Number', width: 20, read: ({ eventId }) => text(eventId) },
	severity: {
		zh: '轻重',
		en: 'Severity',
		width: 8,
		read: ({ severity }, language) => text(pick(SEVERITIES[severity ?? 0], language)),
	},
	event: {
		zh: '事件',
		en: 'Event',
		width: 32,
		read: ({ title, category }, language) => text(language === 'en' ? category.en : (title ?? category.zh)),
	},
	category: { zh: '类别', en: 'Class', width: 18, read: ({ category }, language) => text(category[language]) },
	source: { zh: '来源', en: 'Source', width: 16, read: ({ source }, language) => text(source?.[language] ?? null) },
	status: { zh: '状态', en: 'Status', width: 12, read: ({ status }, language) => text(status?.[language] ?? null) },
	town: { zh: '镇街', en: 'Town', width: 14, read: ({ townName }) => text(townName) },
	place: { zh: '网格', en: 'Grid', width: 22, read: ({ placeName }) => text(placeName) },
	unit: { zh: '承办', en: 'Unit', width: 22, read: ({ leadUnit }) => text(leadUnit) },
	limit: { zh: '时限', en: 'Limit', width: 12, read: ({ limit }, language) => text(limitText(limit, language)) },
	acceptedAt: { zh: '受理', en: 'Accepted', width: 17, read: ({ acceptedAt }) => date(acceptedAt) },
	dueAt: { zh: '到期', en: 'Due', width: 17, read: ({ dueAt }) => date(dueAt) },
	closedAt: { zh: '结案', en: 'Closed', width: 17, read: ({ closedAt }) => date(closedAt) },
	overdue: {
		zh: '超期（剩余为负），小时',
		en: 'Over (left is negative), hours',
		width: 14,
		read: ({ overdue }) => ({ kind: 'number', value: overdue && Math.round(overdue.amount * 100) / 100 }),
	},
	supervise: { zh: '督办', en: 'Supervision', width: 14, read: (row, language) => text(superviseText(row, language)) },
};
