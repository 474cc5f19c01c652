// Every form of a date that exports carry (domain.md §6.2), and the ones that must be refused.

import { describe, expect, test } from 'vitest';
import { ASK_TEXT, readInstantBytes } from '../../../electron/services/exports/byte-values.ts';
import {
	BAD_INSTANT,
	DEFAULT_INSTANT_OPTIONS,
	InstantParser,
	NO_INSTANT,
} from '../../../electron/services/exports/instant-parser.ts';
import { dayFromDate, toIso } from '../../../shared/domain/shanghai-time.ts';

const read = (text: string, options = {}): string => {
	const parser = new InstantParser({ ...DEFAULT_INSTANT_OPTIONS, latestDay: dayFromDate(2026, 11, 23), ...options });
	const atS = parser.parse(text);
	if (atS === BAD_INSTANT) return 'bad';
	if (Number.isNaN(atS)) return 'none';
	const iso = toIso(atS);
	return parser.isDateOnly ? `${iso.slice(0, 10)} (day)` : iso.slice(0, 19);
};

describe('InstantParser', () => {
	test.each([
		['2026-11-23 14:30:00', '2026-11-23T14:30:00'],
		['2026/11/23 14:30', '2026-11-23T14:30:00'],
		['2026-11-23 9:05', '2026-11-23T09:05:00'],
		['2026.11.23', '2026-11-23 (day)'],
		['2026-11-23', '2026-11-23 (day)'],
		['20261123', '2026-11-23 (day)'],
		['20261123143000', '2026-11-23T14:30:00'],
		['2026年11月23日14时30分', '2026-11-23T14:30:00'],
		['2026年11月23日 14:30:05', '2026-11-23T14:30:05'],
		['2026年11月23日', '2026-11-23 (day)'],
		['二〇二六年十一月二十三日', '2026-11-23 (day)'],
		['2026年11月23日 下午2:30', '2026-11-23T14:30:00'],
		['2026-11-23 上午12:10', '2026-11-23T00:10:00'],
		['2026-11-23 2:30 PM', '2026-11-23T14:30:00'],
		['11月23日', '2026-11-23 (day)'],
		['12月31日', '2025-12-31 (day)'],
		['26-11-23', '2026-11-23 (day)'],
		['23-11月-26', '2026-11-23 (day)'],
		['23-NOV-26 02.30.00.000000 PM', '2026-11-23T14:30:00'],
		['2026-11-23T06:30:00.000Z', '2026-11-23T14:30:00'],
		['2026-11-23T14:30:00+08:00', '2026-11-23T14:30:00'],
		['2026-11-23T02:30:00-0400', '2026-11-23T14:30:00'],
		['2026-11-23 14:30:00.0', '2026-11-23T14:30:00'],
		['1795415400000', '2026-11-23T14:30:00'],
		['1795415400', '2026-11-23T14:30:00'],
		['46349', '2026-11-23 (day)'],
		['46349.6041666667', '2026-11-23T14:30:00'],
		['2026-11-23 24:00:00', '2026-11-24T00:00:00'],
		['2026-11-23 14:30:60', '2026-11-23T14:31:00'],
		['２０２６-１１-２３ １４:３０', '2026-11-23T14:30:00'],
		["'2026-11-23 14:30", '2026-11-23T14:30:00'],
		['2024-02-29', '2024-02-29 (day)'],
	])('%s', (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	test.each([
		'',
		'-',
		'无',
		'NULL',
		'1900-01-00',
		'1900-01-01',
		'0000-00-00',
		'0000-00-00 00:00:00',
		'9999-12-31',
		'9999-12-31 23:59:59',
		'0',
		'1970-01-01 08:00:00',
	])('%s says nothing', (text) => {
		expect(read(text)).toBe('none');
	});

	test.each([
		'2026-02-30',
		'2026-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-11-23 25:00',
		'2026-11-23 14:60',
		'1026-11-23',
		'2206-11-23',
		'昨天',
		'14:30',
		'1/2/20 0:00',
		'20261345',
		'123',
		'2026-11',
		'张三',
	])('%s is a fault', (text) => {
		expect(read(text)).toBe('bad');
	});

	test('month first only where the profile says so, as wall clock', () => {
		expect(read('1/2/20 0:05', { order: 'M/D/Y', zone: 'wall' })).toBe('2020-01-02T00:05:00');
		expect(read('1/2/20 0:05', { order: 'D/M/Y' })).toBe('2020-02-01T00:05:00');
		expect(read('12/31/2019 11:05 PM', { order: 'M/D/Y' })).toBe('2019-12-31T23:05:00');
		expect(read('13/1/20', { order: 'M/D/Y' })).toBe('bad');
	});

	test('zones: wall ignores a carried one, a stated offset converts', () => {
		expect(read('2026-11-23T06:30:00Z', { zone: 'wall' })).toBe('2026-11-23T06:30:00');
		expect(read('2026-11-23 06:30', { zone: 0 })).toBe('2026-11-23T14:30:00');
	});

	test('a date without a year is a fault while nothing tells the year', () => {
		expect(read('11月23日', { latestDay: null })).toBe('bad');
	});
});

describe('readInstantBytes', () => {
	test('agrees with the text parser or leaves it the word', () => {
		const parser = new InstantParser();
		let taken = 0;
		for (const year of [1989, 1990, 2024, 2025, 2099, 2100]) {
			for (const month of [0, 1, 2, 9, 11, 12, 13]) {
				for (const day of [0, 1, 9, 28, 29, 30, 31, 32, 40, 99]) {
					for (const tail of ['', ' 9:05', ' 23:59:59', 'T00:00:00', ' 24:00', ' 7', ' 12:60']) {
						for (const separator of ['-', '/', '.']) {
							const text = [year, month, day].join(separator) + tail;
							const bytes = Buffer.from(text);
							const fast = readInstantBytes(bytes, 0, bytes.length);
							if (fast === ASK_TEXT) continue;
							taken++;
							const slow = parser.parse(text);
							expect([text, Math.floor(fast), fast % 1 > 0]).toEqual([text, slow, parser.isDateOnly]);
						}
					}
				}
			}
		}
		expect(taken).toBeGreaterThan(500);
	});
	test('NO_INSTANT is not a number', () => {
		expect(NO_INSTANT).toBeNaN();
	});
});
