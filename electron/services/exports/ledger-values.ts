// What one cell of a ledger says, by the type of its column. Pure; which row and column it is, it does not know.

import { parsePeriod } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { noScrubCounts } from '../privacy/cut-spans.ts';
import { looksLikeIdentityNumber } from '../privacy/personal-numbers.ts';
import { scrubText } from '../privacy/scrub-text.ts';
import { cleanCell, cleanCode, cleanWord, isScientificDamage } from './cell-text.ts';
import type { LedgerColumn } from './datasets/ledger.ts';
import type { FieldSource } from './field-source.ts';
import { BAD_INSTANT, InstantParser } from './instant-parser.ts';
import { parseFlag, parseNumber } from './number-parser.ts';
import { isPersonalId } from './personal-columns.ts';
import { TO_HASH } from './record-blocks.ts';
import { cleanStoredWord } from './word-list.ts';

/** A value that is stored, NULL for a blank, or the code of a fault. */
export type CellValue = string | number | null | { fault: string } | { unreadable: true };

const UNREADABLE = { unreadable: true } as const;
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
const PERSONAL_ID_HEADER = /身份证|电话|手机/;

function numberOf(text: string): CellValue {
	const value = parseNumber(text);
	if (!Number.isNaN(value)) return value;
	return cleanCell(text) === '' ? null : UNREADABLE;
}

function codeOf(text: string): CellValue {
	const code = cleanCode(text);
	if (isScientificDamage(code)) return { fault: 'E_SCI' };
	if (code.includes('\ufffd')) return { fault: 'E_CHARACTER' };
	return code === '' ? null : code;
}

function wordOf(text: string): CellValue {
	const word = cleanStoredWord(text);
	if (word.includes('\ufffd')) return { fault: 'E_CHARACTER' };
	return word === '' ? null : word;
}

const QUARTER_WORDS: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4' };

/** Period code of 2026年10月, 2026-10, 202610, 2026年第三季度, 2026Q3, 2026年; null when it is none. */
export function parsePeriodWord(raw: string): string | null {
	const text = cleanCell(raw).replace(/\s/g, '');
	const quarter = /^(\d{4})年?[-/]?(?:第?([一二三四1-4])季度?|Q([1-4]))$/i.exec(text);
	const month = /^(\d{4})(?:年|-|\/|\.)(\d{1,2})月?(?:份)?$/.exec(text) ?? /^(20\d{2})(\d{2})$/.exec(text);
	const year = /^(\d{4})年?(?:度)?$/.exec(text);
	const code = quarter
		? `${quarter[1]}Q${QUARTER_WORDS[quarter[2] ?? ''] ?? quarter[2] ?? quarter[3]}`
		: month
			? `${month[1]}-${(month[2] ?? '').padStart(2, '0')}`
			: (year?.[1] ?? text);
	return parsePeriod(code)?.code ?? null;
}

/** Two characters of family name that would be cut in half. */
const DOUBLE_SURNAME = /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|宇文|东方|南宫|夏侯)/;

/** 张* of a name; a name that is masked already keeps no more. */
function maskName(name: string): string {
	return `${DOUBLE_SURNAME.test(name) ? name.slice(0, 2) : ([...name][0] ?? '')}*`;
}

/** What stands for a number where an export has only names. */
const LOOKS_LIKE_NAME = /^[\u4e00-\u9fff·]{2,6}$/;

/** Reads the cells of one column; keeps the form of its percentages from cell to cell. */
export class LedgerCellReader {
	private readonly column: LedgerColumn;
	private readonly isPersonalHeader: boolean;
	private readonly instants: InstantParser;

	constructor(column: LedgerColumn, source: FieldSource) {
		this.column = column;
		this.isPersonalHeader = PERSONAL_ID_HEADER.test(source.header ?? '');
		this.instants = new InstantParser(source.instants);
	}

	read(text: string): CellValue {
		switch (this.column.type) {
			case 'text': {
				const kept = scrubText(cleanWord(text), noScrubCounts());
				return kept.includes('\ufffd') ? { fault: 'E_CHARACTER' } : kept === '' ? null : kept;
			}
			case 'code': {
				const code = codeOf(text);
				return typeof code === 'string' && isPersonalId(code) ? { fault: 'E_PERSONAL_ID' } : code;
			}
			case 'number':
				return numberOf(text);
			case 'int': {
				const value = numberOf(text);
				return typeof value === 'number' ? Math.round(value) : value;
			}
			case 'percent':
				return this.readPercent(text);
			case 'flag': {
				const flag = parseFlag(text);
				if (!Number.isNaN(flag)) return flag;
				return cleanCell(text) === '' ? null : flagOfResult(text);
			}
			case 'date':
			case 'instant':
			case 'due':
				return this.readInstant(text);
			case 'period': {
				if (cleanCell(text) === '') return null;
				return parsePeriodWord(text) ?? { fault: 'E_PERIOD' };
			}
			case 'list': {
				const parts = cleanWord(text)
					.split(/[、,,;;|/]/)
					.map(cleanStoredWord)
					.filter((part) => part !== '');
				return parts.length === 0 ? null : JSON.stringify(parts);
			}
			case 'word':
			case 'unit':
				return wordOf(text);
			case 'staffId': {
				const id = codeOf(text);
				if (typeof id !== 'string') return id;
				const isPersonal =
					this.isPersonalHeader || MOBILE.test(id) || looksLikeIdentityNumber(id) || LOOKS_LIKE_NAME.test(id);
				return isPersonal ? TO_HASH + id.toUpperCase() : id;
			}
			case 'hashed': {
				const id = codeOf(text);
				return typeof id === 'string' ? TO_HASH + id.toUpperCase() : id;
			}
			case 'maskedName': {
				const name = cleanWord(text);
				return name === '' ? null : maskName(name);
			}
		}
	}

	/** 35%, 35 in a column of percentages, or 0.35: always 0.35. */
	private readPercent(text: string): CellValue {
		const cell = cleanCell(text);
		if (cell === '') return null;
		const isMarked = cell.endsWith('%');
		const value = parseNumber(isMarked ? cell.slice(0, -1) : cell);
		if (Number.isNaN(value)) return UNREADABLE;
		return isMarked || value > 1 ? Number((value / 100).toPrecision(15)) : value;
	}

	private readInstant(text: string): CellValue {
		const atS = this.instants.parse(text);
		if (atS === BAD_INSTANT) return { fault: 'E_DATE' };
		if (Number.isNaN(atS)) return null;
		if (this.column.type === 'date') return dayOf(atS);
		return this.column.type === 'due' && this.instants.isDateOnly ? atS + 86_399 : atS;
	}
}

/** 合格, 通过, 解决 … in a column of yes and no. */
function flagOfResult(text: string): CellValue {
	const word = cleanCell(text);
	if (/^(?:不|未|没|缺|旷)/.test(word)) return 0;
	return /合格|通过|完成|解决|参加|参训|出勤|到场|到位|同意|有效/.test(word) ? 1 : UNREADABLE;
}
