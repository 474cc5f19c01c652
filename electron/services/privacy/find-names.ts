// Finds names of persons in running text: before 女士, 先生 …, after 姓名, 联系人, 当事人 …, in front of a phone number,
// or as the whole of a cell. A bare name inside a sentence cannot be told from a word and is not guessed. Pure.

import type { CutSpans } from './cut-spans.ts';
import { COMPOUND_SURNAMES, NO_NAMES, SURNAMES } from './surnames.ts';

const SURNAME = new Set(SURNAMES);
const COMPOUND = new Set<string>(COMPOUND_SURNAMES);
const HAN = /^[\u4e00-\u9fff]+$/;
const HONORIFIC = /女士|先生|小姐|大爷|大妈|大娘|大伯|大叔|阿姨|师傅|老伯|奶奶|爷爷|老太|老师|同志/g;
/** Characters before a surname that make one word with it: 关于女士, 主任老师. */
const NO_SURNAME_AFTER: Readonly<Record<string, string>> = {
	于: '关由对属位处等基鉴终',
	任: '主责班',
	方: '对我双多各',
	管: '城',
};

const PERSON =
	'姓名|联系人|来电人|反映人|投诉人|当事人|报警人|报案人|诉求人|举报人|申请人|上报人|上报者|经办人|处置人|处理人|受理人|户主|租客|承租人|患者|伤者|死者|嫌疑人|被害人|受害人|监护人|法定代表人|法人代表|被投诉人|调解员|报料人';
const ROLE = '居民|村民|业主|房东|网格员|网格长|司机|驾驶员|家长|店主|老板|负责人|责任人|民警|社工';
/** A keyword with a colon or 叫: what follows is a name, whatever its surname. */
const LED_PLAINLY = new RegExp(
	`(?:${PERSON}|${ROLE})(?:姓名|名字)?(?:为|是)?(?::\\s?|名叫|叫)(?=([\\u4e00-\\u9fff·]{2,}|[A-Za-z][A-Za-z .]{2,30}))`,
	'g',
);
const LED = new RegExp(`(${PERSON})|(?:${ROLE})`, 'g');
/** What may stand behind a name. */
const BEHIND =
	/^(?:$|[^\u4e00-\u9fff]|电话|手机|身份证|联系|反映|反应|称|来电|投诉|举报|住|家|说|与|和|及|在|的|已|因|要求|希望|表示|发现|报|到|向|等|被|将|把|之|前来|认为|申请|女士|先生|诉求|提出|某|现场|处置|上报|巡查|到场|劝导|清理)/;

/** Length of a name that starts at `at` (0 = none). `isSure` takes one without a known end as well. */
function nameLengthAt(text: string, at: number, isSure: boolean): number {
	const surname = COMPOUND.has(text.slice(at, at + 2)) ? 2 : SURNAME.has(text[at] ?? '') ? 1 : 0;
	if (surname === 0 || NO_NAMES.test(text.slice(at, at + 3))) return 0;
	const lengths = [surname + 2, surname + 1].filter(
		(length) => HAN.test(text.slice(at, at + length)) && text.length >= at + length,
	);
	const closed = lengths.find((length) => BEHIND.test(text.slice(at + length, at + length + 3)));
	return closed ?? (isSure ? (lengths[0] ?? 0) : 0);
}

/** Length of a name that ends at `end` (0 = none), the longest that begins with a surname. */
function nameLengthBefore(text: string, end: number, shortest: number): number {
	for (let length = Math.min(4, end); length >= shortest; length--) {
		const name = text.slice(end - length, end);
		if (!HAN.test(name)) continue;
		if (COMPOUND.has(name.slice(0, 2)) && length >= 2) return length;
		if (length > 3 || !SURNAME.has(name[0] as string)) continue;
		if (NO_SURNAME_AFTER[name[0] as string]?.includes(text[end - length - 1] ?? '\n')) continue;
		if (length > 1 && NO_NAMES.test(name)) continue;
		return length;
	}
	return 0;
}

function cutBeforeHonorifics(text: string, spans: CutSpans): void {
	for (const { index } of text.matchAll(HONORIFIC)) {
		const length = nameLengthBefore(text, index, 1);
		if (length > 0) spans.cut(index - length, index, 'name');
	}
}

/** Names that stand in front of a number which was cut: 王小明(138…), 王小明 电话138…. */
export function cutNamesBeforeNumbers(text: string, spans: CutSpans): void {
	for (const start of spans.startsOf(['mobile', 'landline', 'identity', 'bankCard'])) {
		const between =
			/(?:[ (,:、/-]|联系电话|联系方式|电话号码|电话|手机号码|手机号|手机|身份证号码|身份证号|身份证|号码|为|是)*$/.exec(
				text.slice(Math.max(0, start - 16), start),
			);
		const end = start - (between?.[0].length ?? 0);
		const length = nameLengthBefore(text, end, 2);
		if (length > 0) spans.cut(end - length, end, 'name');
	}
}

function cutAfterKeywords(text: string, spans: CutSpans, isWord: boolean): void {
	for (const match of text.matchAll(LED_PLAINLY)) {
		const at = match.index + match[0].length;
		const value = match[1] as string;
		const known = nameLengthAt(text, at, true);
		const plain = /^[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])/.exec(value)?.[0].length ?? 0;
		const length = known > 0 ? known : /^[A-Za-z]/.test(value) ? value.trimEnd().length : plain || 3;
		spans.cut(at, Math.min(at + length, text.length), 'name');
	}
	for (const match of text.matchAll(LED)) {
		const at = match.index + match[0].length;
		if (isWord && match[1] === undefined) continue;
		const length = nameLengthAt(text, at, match[1] !== undefined && !isWord);
		if (length > 0) spans.cut(at, at + length, 'name');
	}
}

/** Cuts names. A word (unit, status) may only hold one with 女士, 先生 … or led by 联系人 …: anything else is the word. */
export function cutNames(text: string, spans: CutSpans, isWord: boolean): void {
	cutBeforeHonorifics(text, spans);
	cutAfterKeywords(text, spans, isWord);
	if (!isWord && text.length <= 4 && nameLengthAt(text, 0, false) === text.length) spans.cut(0, text.length, 'name');
}
