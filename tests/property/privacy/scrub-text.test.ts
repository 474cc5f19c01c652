// Planted personal data in every form is found in no scrubbed text; codes, event numbers and times are never touched.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noScrubCounts } from '../../../electron/services/privacy/cut-spans.ts';
import { scrubSuspect, scrubText } from '../../../electron/services/privacy/scrub-text.ts';
import { SUSPECT_ALL } from '../../../electron/services/privacy/suspicion.ts';

const RUNS = { numRuns: 1500 };
const scrub = (text: string): string => scrubText(text, noScrubCounts());
const digits = (length: number): fc.Arbitrary<string> =>
	fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const wide = (text: string): string =>
	text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\dA-Za-z\u4e00-\u9fff]/g, '');

const before = fc.constantFrom('', '来电反映', '电话', '联系电话：', '，', '现场', '请联系', '(', '居民反映，');
const after = fc.constantFrom('', '，请尽快处置', ')', '。', '路灯不亮', ' 已核实', '\n再次来电');
const two = (value: number): string => String(value).padStart(2, '0');
const birth = fc
	.tuple(fc.integer({ min: 1940, max: 2013 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
	.map(([year, month, day]) => `${year}${two(month)}${two(day)}`);
const region = fc.constantFrom('330102', '330683', '341225', '110101', '522101');
const checkDigit = (first: string): string => {
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	return '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(first[at]), 0) % 11] as string;
};
const identity = fc.tuple(region, birth, digits(3)).map(([a, b, c]) => a + b + c + checkDigit(a + b + c));
const luhn = (first: string): string => {
	for (let digit = 0; digit < 10; digit++) {
		const sum = [...(first + digit)].reverse().reduce((total, char, at) => {
			const value = Number(char) * (at % 2 === 1 ? 2 : 1);
			return total + (value > 9 ? value - 9 : value);
		}, 0);
		if (sum % 10 === 0) return first + digit;
	}
	return first;
};
const grouped =
	(sizes: readonly number[]) =>
	(text: string, separator: string): string => {
		const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
		const parts = [0, ...ends].map((start, index) => text.slice(start, ends[index]));
		return parts.filter(Boolean).join(separator);
	};
const form = (plain: fc.Arbitrary<string>, ...sizes: (readonly number[])[]): fc.Arbitrary<string> =>
	fc
		.tuple(plain, fc.constantFrom(...sizes), fc.constantFrom('', ' ', '-', '　'), fc.boolean())
		.map(([text, groups, separator, isWide]) => {
			const spaced = grouped(groups)(text, separator);
			return isWide ? wide(spaced) : spaced;
		});

const mobile = fc.tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9)).map(([a, b]) => a + b);
const planted: Record<string, fc.Arbitrary<string>> = {
	mobile: form(mobile, [3, 4], [11], [3, 3, 5]),
	'mobile with country': fc
		.tuple(fc.constantFrom('+86', '86-', '+86 ', '0086', '（+86）'), mobile)
		.map(([country, number]) => country + number),
	landline: fc
		.tuple(
			fc.constantFrom('0571', '010', '0575'),
			fc.constantFrom('-', ' ', '', '－'),
			fc.constantFrom('8', '6', '2'),
			digits(7),
		)
		.map((parts) => parts.join('')),
	identity: form(identity, [6, 8], [18], [6, 4, 4]),
	'old identity': fc
		.tuple(region, birth, digits(3))
		.filter(([, born]) => born < '2000')
		.map(([a, b, c]) => a + b.slice(2) + c),
	card: form(
		fc
			.tuple(fc.constantFrom('6222', '6228', '4367', '5187', '9558'), fc.integer({ min: 11, max: 14 }).chain(digits))
			.map(([a, b]) => luhn(a + b)),
		[4, 4, 4, 4],
		[19],
	),
	plate: fc
		.tuple(
			fc.constantFrom('浙A', '沪B', '苏E', '浙d'),
			fc.constantFrom('', '·', ' ', '・'.normalize('NFKC')),
			fc.integer({ min: 1, max: 9 }),
			digits(4),
		)
		.filter(([, separator]) => separator !== '・')
		.map(([a, separator, b, c]) => a + separator + b + c),
};

test.each(Object.entries(planted))('%s is cut wherever it stands', (_, value) => {
	fc.assert(
		fc.property(before, value, after, (head, secret, tail) => {
			const result = scrub(head + secret + tail);
			expect(bare(result)).not.toContain(bare(secret).slice(-11));
			expect(result.endsWith(tail) || tail === '').toBe(true);
		}),
		RUNS,
	);
});

const surname = fc.constantFrom('王', '李', '张', '陈', '欧阳', '俞', '沈');
const given = fc.constantFrom('伟', '小明', '建国', '秀英', '丽');
test('names before a title of address and after a keyword', () => {
	const led = fc.constantFrom('联系人：', '姓名:', '当事人', '投诉人：', '来电人');
	const called = fc.constantFrom('女士', '先生', '大爷', '阿姨', '师傅');
	fc.assert(
		fc.property(surname, given, called, led, (family, own, title, keyword) => {
			expect(scrub(`来电反映，${family}${own}${title}家门口积水`)).not.toContain(family + own);
			expect(scrub(`${keyword}${family}${own}，反映路灯不亮`)).toBe(`${keyword}×××，反映路灯不亮`);
			expect(scrub(`${family}${own}13812345678`)).not.toContain(family + own);
		}),
		RUNS,
	);
});

test('doors behind a building', () => {
	const where = fc.tuple(
		fc.constantFrom('幸福里小区', '江南苑', '滨河花园'),
		fc.integer({ min: 1, max: 99 }),
		fc.constantFrom('幢', '栋', '号楼'),
		fc.integer({ min: 1, max: 6 }),
		fc.integer({ min: 101, max: 3302 }),
		fc.constantFrom('室', '', '号'),
	);
	fc.assert(
		fc.property(where, fc.boolean(), after, ([estate, building, kind, unit, room, end], isWide, tail) => {
			const text = `${estate}${building}${kind}${unit}单元${room}${end}`;
			const result = scrub((isWide ? wide(text) : text) + tail).normalize('NFKC');
			expect(result).toContain(estate);
			expect(result).not.toContain(`${room}`);
		}),
		RUNS,
	);
});

test('codes, event numbers, instants and epochs stay whole', () => {
	const day = fc
		.tuple(fc.integer({ min: 2019, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
		.map(([year, month, date]) => ({
			iso: `${year}-${two(month)}-${two(date)}`,
			packed: `${year}${two(month)}${two(date)}`,
		}));
	const clock = fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
		.map(([hour, minute]) => `${two(hour)}:${two(minute)}:00`);
	const village = fc
		.tuple(region, fc.integer({ min: 1, max: 399 }), fc.integer({ min: 1, max: 399 }), fc.integer({ min: 1, max: 120 }))
		.map(([a, b, c, d]) => a + [b, c, d].map((part) => String(part).padStart(3, '0')).join(''));
	const kept = fc.oneof(
		village,
		village.map((code) => code.slice(0, 12)),
		fc.tuple(day, digits(5)).map(([{ packed }, seq]) => `LQ${packed}${seq}`),
		fc.tuple(day, digits(6)).map(([{ packed }, seq]) => packed + seq),
		fc.tuple(day, clock).map(([{ iso }, time]) => `${iso} ${time}`),
		fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }).map(String),
		fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }).map((at) => `${at}000`),
		fc.tuple(day, digits(4)).map(([{ packed }, seq]) => `事件编号：330102${packed}${seq}`),
	);
	fc.assert(
		fc.property(fc.constantFrom('', '网格', '见', '，'), kept, after, (head, code, tail) => {
			// A number with the check digit of an identity number is one by law, unless a keyword calls it a code.
			expect(scrub(head + code + tail)).toBe(head + code + tail);
		}),
		RUNS,
	);
});

test('scrubbing twice changes nothing more, and the first look never spares what a rule would cut', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'王女士',
			'电话',
			'小区',
			'3幢',
			'501室',
			'身份证',
			'：',
			' ',
			'-',
			'路',
			'号',
			'反映',
			'×××',
			'浙A',
			'编号',
		),
		digits(4),
		fc.string({ unit: 'grapheme', maxLength: 4 }),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join('');
			const once = scrub(text);
			expect(scrub(once)).toBe(once);
			const visible = text.replace(/(?![\n\r\t])[\p{Cf}\p{Cc}]/gu, '');
			expect(once).toBe(scrubSuspect(visible, SUSPECT_ALL, noScrubCounts(), 'text'));
		}),
		RUNS,
	);
});
