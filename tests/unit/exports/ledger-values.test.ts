// What single cells of ledgers say, by type.

import { describe, expect, it } from 'vitest';
import { ledger } from '../../../electron/services/exports/datasets/ledger.ts';
import type { FieldSource } from '../../../electron/services/exports/field-source.ts';
import { DEFAULT_INSTANT_OPTIONS } from '../../../electron/services/exports/instant-parser.ts';
import { LedgerCellReader, parsePeriodWord } from '../../../electron/services/exports/ledger-values.ts';
import { TO_HASH } from '../../../electron/services/exports/record-blocks.ts';

type Type = 'percent' | 'flag' | 'list' | 'staffId' | 'maskedName' | 'text' | 'int';

function read(type: Type, cell: string, header = '列'): unknown {
	const [column] = ledger('meeting', { key: ['x'], fields: { x: [type, header] } }).columns;
	if (!column) throw new Error('no column');
	const source: FieldSource = {
		field: 'x',
		header,
		column: 0,
		slot: 0,
		text: () => cell,
		instants: DEFAULT_INSTANT_OPTIONS,
		isPlain: true,
		values: null,
	};
	return new LedgerCellReader(column, source).read(cell);
}

describe('LedgerCellReader', () => {
	it.each([
		['percent', '33.3%', 0.333],
		['percent', '35', 0.35],
		['percent', '0.5', 0.5],
		['percent', '', null],
		['int', '1.2万', 12_000],
		['int', '—', null],
		['int', '若干', { unreadable: true }],
		['flag', '合格', 1],
		['flag', '不合格', 0],
		['flag', '未通过', 0],
		['flag', '是', 1],
		['flag', '', null],
		['list', '住建局、综合执法局; 民政局', '["住建局","综合执法局","民政局"]'],
		['staffId', 'WG010001', 'WG010001'],
		['staffId', '１３８１２３４５６７８', `${TO_HASH}13812345678`],
		['staffId', '33010219900101123x', `${TO_HASH}33010219900101123X`],
		['maskedName', '张三', '张*'],
		['maskedName', '欧阳小明', '欧阳*'],
		['maskedName', '张*', '张*'],
	] as const)('%s of %s', (type, cell, expected) => {
		expect(read(type, cell)).toEqual(expected);
	});

	it('hashes whatever stands under the header of a number of a person', () => {
		expect(read('staffId', '88234567', '联系电话')).toBe(`${TO_HASH}88234567`);
	});

	it('cuts a number from free text', () => {
		expect(read('text', '请联系13812345678办理')).not.toContain('13812345678');
	});
});

it.each([
	['2026年10月', '2026-10'],
	['2026-9', '2026-09'],
	['202610', '2026-10'],
	['2026年第三季度', '2026Q3'],
	['2026Q4', '2026Q4'],
	['2026年4季度', '2026Q4'],
	['2026年度', '2026'],
	['2026年13月', null],
	['去年', null],
])('parsePeriodWord of %s', (words, code) => {
	expect(parsePeriodWord(words)).toBe(code);
});
