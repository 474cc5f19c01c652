// Finds the numbers of persons in a text in narrow width: phones, identity numbers, bank cards, plates, and whatever
// follows 身份证, 电话, 微信 … Codes, event numbers and times stay whole (domain.md §6.4). Pure.

import type { CutSpans, ScrubKind } from './cut-spans.ts';
import { isBankCard, isIdentityNumber, isOldIdentityNumber, looksLikeIdentityNumber } from './personal-numbers.ts';
import { SUSPECT } from './suspicion.ts';

const MOBILE_DIGITS = /^1[3-9]\d{9}$/;
const SEPARATORS = /[ .\-·()+]/g;

/** A number that a keyword calls a code. */
const CODE =
	/(?:(?<!身份证|证件|证|联系|电话)(?:编号|编码|代码|单号|工单|案卷|流水号|任务号|文号|案号)|网格|微网格|事件号|标识码|点位)(?:号|编码|代码)?(?:为|是)?:?\s?([A-Za-z]{0,6}[-_]?\d[\dA-Za-z]*(?:[-_]\d+)*)/g;
const IDENTITY = /(?<!\d)[1-9](?:[ -]?\d){16}[ -]?[\dXx](?!\d)/g;
const OLD_IDENTITY = /(?<![\dA-Za-z])[1-9]\d{14}(?![\dA-Za-z])/g;
const CARD = /(?<![\dA-Za-z])[3-9](?:[ -]?\d){15,18}(?![\dA-Za-z])/g;
const MOBILE =
	/(?<!\d)(?:\(?(?:\+|00)?86\)?[ -]?)?1[ \-·]?[3-9](?:[ \-·]?\d){9}(?!\d)|(?<![\d.])1[3-9]\d\.\d{4}\.\d{4}(?![\d.])/g;
const LANDLINE = /(?<!\d)\(?0(?:10|2\d|[3-9]\d\d)\)?[ -]?[2-8]\d{2,3}[ -]?\d{4}(?:(?:-|转)\d{1,5})?(?!\d)/g;
const PLATE =
	/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ·]?[A-Za-z][ ·.-]?(?=[A-Za-z]*\d)(?:[A-HJ-NP-Za-hj-np-z\d]{5,6}|[A-HJ-NP-Za-hj-np-z\d]{4}[挂学警港澳领])(?![A-Za-z\d])/g;
const EMAIL = /[A-Za-z\d][\w.+-]*@[\w-]+(?:\.[\w-]+)+/g;
const SPOKEN = /[〇零一二三四五六七八九幺两]{11,18}/g;
const SPOKEN_DIGIT: Readonly<Record<string, string>> = Object.fromEntries(
	[...'〇零一二三四五六七八九幺两'].map((word, index) => [word, '0012345678912'[index] as string]),
);
const BORN_BEFORE_2015 = /^\d{6}(?:19|200|201[0-4])/;
const DATE = /^(?:19|20)\d\d[-/.年]?\d{1,2}[-/.月]?\d{1,2}/;

/** Keywords and what may stand as the value after each. */
const KEYED: readonly (readonly [RegExp, ScrubKind])[] = [
	[
		/(?:身份证|证件|护照|社保卡|学籍)(?:号码|编号|号)?(?:为|是)?:?\s?([A-Za-z]{0,2}\d[\dXx* -]{4,20}[\dXx*])/g,
		'identity',
	],
	[
		/(?:联系电话|联系方式|电话号码|手机号码|手机号|电话|手机|座机|短号|tel|Tel|TEL|phone|mobile)(?:为|是)?[:.]?\s?(\(?\+?\d[\d ()*·-]{4,17}\d)(?!\d)/g,
		'mobile',
	],
	[/(?:银行卡|银行账户|卡号|账号|帐号|账户|存折)(?:号码|号)?(?:为|是)?:?\s?(\d[\d *-]{10,24}\d)/g, 'bankCard'],
	[/(?:微信号?|QQ号?|qq号?|wx|vx|VX|WX|weixin)(?:为|是)?:?\s?([A-Za-z\d][\w-]{4,19})/g, 'contact'],
];

/** Runs a rule over the text; a match that `accept` turns down is tried again one character on. */
function each(rule: RegExp, text: string, accept: (match: RegExpExecArray) => boolean): void {
	rule.lastIndex = 0;
	for (let match = rule.exec(text); match !== null; match = rule.exec(text)) {
		if (!accept(match)) rule.lastIndex = match.index + 1;
	}
}

/** True for a phone written as people write one: whole, in up to four parts, or digit by digit. */
function isGrouped(text: string): boolean {
	const parts = text.split(/[ \-·]+/).length;
	return parts <= 5 || parts >= 10;
}

/** Keeps numbers that a keyword calls codes, unless they are plainly somebody's number. */
export function protectCodes(text: string, spans: CutSpans): void {
	each(CODE, text, (match) => {
		const code = match[1] as string;
		if (MOBILE_DIGITS.test(code) || (isIdentityNumber(code) && BORN_BEFORE_2015.test(code))) return true;
		spans.protect(match.index + match[0].length - code.length, match.index + match[0].length);
		return true;
	});
}

/** Cuts the numbers of persons by the rules that the suspicion names. */
export function cutNumbers(text: string, spans: CutSpans, suspicion: number): void {
	const may = (bit: number): boolean => (suspicion & bit) !== 0;
	const take = (kind: ScrubKind, isRight: (digits: string, raw: string) => boolean) => (match: RegExpExecArray) =>
		isRight(match[0].replace(SEPARATORS, ''), match[0]) && spans.cut(match.index, match.index + match[0].length, kind);
	const always = (): boolean => true;
	if (may(SUSPECT.numbers)) {
		each(IDENTITY, text, take('identity', looksLikeIdentityNumber));
		each(OLD_IDENTITY, text, take('identity', isOldIdentityNumber));
		each(
			MOBILE,
			text,
			take('mobile', (_, raw) => isGrouped(raw)),
		);
		each(CARD, text, take('bankCard', isBankCard));
		each(LANDLINE, text, take('landline', always));
	}
	if (may(SUSPECT.plate)) each(PLATE, text, take('plate', always));
	if (may(SUSPECT.email)) each(EMAIL, text, take('contact', always));
	if (may(SUSPECT.spoken)) {
		each(SPOKEN, text, (match) => {
			const digits = match[0].replace(/./g, (word) => SPOKEN_DIGIT[word] as string);
			const kind = MOBILE_DIGITS.test(digits) ? 'mobile' : looksLikeIdentityNumber(digits) ? 'identity' : null;
			return kind !== null && spans.cut(match.index, match.index + match[0].length, kind);
		});
	}
	if (!may(SUSPECT.keyed)) return;
	for (const [rule, kind] of KEYED) {
		each(rule, text, (match) => {
			const value = match[1] as string;
			if (kind === 'mobile' && (DATE.test(value) || value.replace(/\D/g, '').length < 6)) return true;
			return spans.cut(match.index + match[0].length - value.length, match.index + match[0].length, kind);
		});
	}
}
