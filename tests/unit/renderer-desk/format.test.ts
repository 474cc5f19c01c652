// Numbers, changes, durations and limits as people read them, in both languages.

import { expect, test } from 'vitest';
import {
	formatAge,
	formatChange,
	formatDecimal,
	formatHours,
	formatInteger,
	formatLimit,
	formatMinutes,
	formatOverdue,
	formatValue,
	formatWorkHours,
	isLevel,
} from '../../../renderer/ui/format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
	[0, '0'],
	[999, '999'],
	[1_000, '1,000'],
	[76_731, '76,731'],
	[1_234_567_890, '1,234,567,890'],
	[-4_409, '−4,409'],
])('groups %d by three', (value, text) => expect(formatInteger(value)).toBe(text));

test.each([
	[93.17, 1, '93.2'],
	[93.17, 2, '93.17'],
	[99.95, 1, '100.0'],
	[0.05, 1, '0.1'],
	[1.005, 2, '1.01'],
	[-0.04, 1, '0.0'],
	[-0.4, 1, '−0.4'],
	[1_234.56, 1, '1,234.6'],
	[7, 0, '7'],
])('rounds %d to %i decimals', (value, decimals, text) => expect(formatDecimal(value, decimals)).toBe(text));

test('a count has no decimals, all else one', () => {
	expect(formatValue(3_946, 'count')).toBe('3,946');
	expect(formatValue(100, 'ratio')).toBe('100.0');
	expect(formatValue(56.44, 'median')).toBe('56.4');
});

test.each([
	[{ amount: 1.06, kind: 'points', verdict: 'better' }, '↑ 1.1百分点', '↑ 1.1 pp'],
	[{ amount: -6.7, kind: 'percent', verdict: 'neutral' }, '↓ 6.7%', '↓ 6.7%'],
	[{ amount: 8, kind: 'count', verdict: 'worse' }, '↑ 8件', '↑ 8'],
	[{ amount: -0.04, kind: 'points', verdict: 'worse' }, '持平', 'no change'],
] as const)('words a change of %o', (change, zh, en) => {
	expect(plain(formatChange(change, 'zh-CN', '件'))).toBe(zh);
	expect(plain(formatChange(change, 'en', 'events'))).toBe(en);
});

test('a change that rounds to nothing is neither better nor worse', () => {
	expect(isLevel({ amount: 0.049, kind: 'percent', verdict: 'better' })).toBe(true);
	expect(isLevel({ amount: 0.05, kind: 'percent', verdict: 'better' })).toBe(false);
	expect(isLevel({ amount: 0, kind: 'count', verdict: 'neutral' })).toBe(true);
});

test('durations run in the units people work in', () => {
	expect(formatMinutes(0, 'zh-CN')).toBe('不到1分');
	expect(formatMinutes(82, 'zh-CN')).toBe('1小时22分');
	expect(formatMinutes(420, 'zh-CN')).toBe('7小时');
	expect(plain(formatMinutes(3_299, 'en'))).toBe('54 h 59 min');
	expect(formatHours(16.54, 'zh-CN')).toBe('16小时32分');
	expect(formatHours(25 * 24 + 7.7, 'zh-CN')).toBe('25天7小时');
	expect(plain(formatHours(48, 'en'))).toBe('2 d');
	expect(formatWorkHours(6.99, 'zh-CN')).toBe('6小时59分');
	expect(formatWorkHours(14, 'zh-CN')).toBe('2工作日');
	expect(plain(formatWorkHours(7, 'en'))).toBe('1 work day');
});

test.each([
	[{ amount: 28, clock: 'workHours' }, '超 4工作日', '+4 work days'],
	[{ amount: 4.54, clock: 'workHours' }, '超 4小时32分', '+4 h 32 min'],
	[{ amount: 30, clock: 'hours' }, '超 1天6小时', '+1 d 6 h'],
	[{ amount: -0.74, clock: 'hours' }, '剩 44分', '44 min left'],
	[{ amount: 0, clock: 'workHours' }, '刚到期', 'just due'],
] as const)('says how long over or left: %o', (overdue, zh, en) => {
	expect(plain(formatOverdue(overdue, 'zh-CN'))).toBe(zh);
	expect(plain(formatOverdue(overdue, 'en'))).toBe(en);
});

test.each([
	['W3', '3工作日', '3 work days'],
	['H24', '24小时', '24 h'],
	['H0.25', '15分钟', '15 min'],
	['N8', '8工作时', '8 work h'],
	['D30', '30自然日', '30 days'],
	['W1', '1工作日', '1 work day'],
	['三天内', '三天内', '三天内'],
])('words the limit %s', (limit, zh, en) => {
	expect(formatLimit(limit, 'zh-CN')).toBe(zh);
	expect(plain(formatLimit(limit, 'en'))).toBe(en);
});

test('an age is never negative and grows coarser', () => {
	expect(formatAge(-5, 'zh-CN')).toBe('刚刚');
	expect(formatAge(12 * 60, 'zh-CN')).toBe('12分钟前');
	expect(formatAge(5 * 3_600 + 28 * 60, 'zh-CN')).toBe('5小时28分前');
	expect(formatAge(2 * 3_600, 'zh-CN')).toBe('2小时前');
	expect(formatAge(1_400 * 86_400, 'zh-CN')).toBe('1,400天前');
});
