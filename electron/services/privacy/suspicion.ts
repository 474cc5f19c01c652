// One pass over a text that says which rules could find something in it: nearly every text passes through none of them.
// May suspect too much, never too little (a property test compares with running every rule). Pure.

import { COMPOUND_SURNAMES, SURNAMES } from './surnames.ts';

/** What a text may hold. */
export const SUSPECT = {
	numbers: 1,
	spoken: 2,
	plate: 4,
	email: 8,
	names: 16,
	keyed: 32,
	home: 64,
	doors: 128,
	hidden: 256,
} as const;
export const SUSPECT_ALL = 511;

const DIGIT = 1;
const SPOKEN = 2;
const LETTER = 4;
const PROVINCE = 8;
const SURNAME = 16;
/** Second character of a watched pair, or one that is watched by itself. */
const WATCHED = 32;
const HIDDEN = 64;
/** Numbers a person writes in front of 幢: 十 甲 乙, and a space between. */
const COUNT = 128;
/** What may follow 联系人: a colon, 叫, 为, or at once the name. */
const LEADING = 256;

const classes = new Uint16Array(65_536);
const mark = (chars: string, bit: number): void => {
	for (let at = 0; at < chars.length; at++)
		classes[chars.charCodeAt(at)] = (classes[chars.charCodeAt(at)] as number) | bit;
};
mark('0123456789', DIGIT);
mark('〇零一二三四五六七八九幺两', SPOKEN);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', LETTER);
mark('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼', PROVINCE);
mark(SURNAMES, SURNAME);
mark(COMPOUND_SURNAMES.map((name) => name[0]).join(''), SURNAME);
mark('十甲乙丙丁 \u3000\u00a0\t', COUNT);
mark(':叫名为是姓 ', LEADING);
mark('@#-幢栋座室号', WATCHED);
for (let code = 0; code < 65_536; code++) {
	if (code === 0xdb40 || /(?![\n\r\t])[\p{Cf}\p{Cc}]/u.test(String.fromCharCode(code))) classes[code] = HIDDEN;
}

const pairs = new Map<number, number>();
const watch = (words: string, found: number): void => {
	for (const word of words.split(' ')) {
		pairs.set(word.charCodeAt(0) * 65_536 + word.charCodeAt(1), found);
		mark(word[1] as string, WATCHED);
	}
};
/** Not bits of SUSPECT: these need a look at what stands beside them. */
const AFTER_NAME = 1024;
const BEFORE_NAME = 2048;
watch('女士 先生 小姐 大爷 大妈 大娘 大伯 大叔 阿姨 师傅 老伯 奶奶 爷爷 老太 老师 同志', AFTER_NAME);
watch(
	'姓名 系人 电人 映人 诉人 事人 警人 案人 求人 报人 报者 请人 办人 置人 理人 户主 租客 租人 患者 伤者 死者 疑人',
	BEFORE_NAME,
);
watch(
	'害人 护人 表人 代表 解员 料人 居民 村民 业主 房东 格员 格长 司机 驶员 家长 店主 老板 责人 任人 民警 社工 名字',
	BEFORE_NAME,
);
watch('份证 证件 护照 保卡 学籍 微信 QQ qq wx vx WX VX in', SUSPECT.keyed);
watch('住址 户籍 居住 庭住 庭地', SUSPECT.home);
watch('单元 号楼', SUSPECT.doors);

const SURNAME_REACH = 4;
const SHORT = 4;

/** Bits of SUSPECT for a text. */
export function findSuspicion(text: string): number {
	let found = 0;
	let digits = 0;
	let spoken = 0;
	let before = 0;
	let beforeClass = 0;
	let beforeThat = 0;
	let surnameAt = -9;
	let isLed = false;
	for (let at = 0; at < text.length; at++) {
		let code = text.charCodeAt(at);
		if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
		else if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) code = 0x2d;
		const kind = classes[code] as number;
		if (isLed && (kind & (LEADING | SURNAME)) !== 0) found |= SUSPECT.names;
		isLed = false;
		if (kind !== 0) {
			if ((kind & DIGIT) !== 0) digits++;
			if ((kind & SPOKEN) !== 0) spoken++;
			if ((kind & HIDDEN) !== 0) found |= SUSPECT.hidden;
			if ((kind & LETTER) !== 0 && ((beforeClass | beforeThat) & PROVINCE) !== 0) found |= SUSPECT.plate;
			if ((kind & WATCHED) !== 0) {
				const pair = pairs.get(before * 65_536 + code) ?? 0;
				if (pair === BEFORE_NAME) isLed = true;
				else if (pair === AFTER_NAME) found |= at - 1 - surnameAt <= SURNAME_REACH ? SUSPECT.names : 0;
				else found |= pair | watchAlone(code, beforeClass);
			}
			if ((kind & SURNAME) !== 0) surnameAt = at;
		}
		beforeThat = beforeClass;
		before = code;
		beforeClass = kind;
	}
	if (digits >= 6) found |= SUSPECT.numbers | SUSPECT.keyed;
	if (spoken >= 11) found |= SUSPECT.spoken;
	if (text.length <= SHORT && ((classes[text.charCodeAt(0)] as number) & SURNAME) !== 0) found |= SUSPECT.names;
	return found;
}

function watchAlone(code: number, beforeClass: number): number {
	switch (code) {
		case 0x40:
			return SUSPECT.email;
		case 0x23:
			return SUSPECT.doors;
		case 0x5e62: // 幢
		case 0x680b: // 栋
		case 0x5ea7: // 座
			return (beforeClass & (DIGIT | SPOKEN | LETTER | COUNT)) !== 0 ? SUSPECT.doors : 0;
		case 0x2d:
		case 0x5ba4: // 室
		case 0x53f7: // 号
			return (beforeClass & DIGIT) !== 0 ? SUSPECT.doors : 0;
		default:
			return 0;
	}
}
