// Folds the ways in which a unit's name is written to one key (domain.md §6.2, Names instead of codes).
// Only fixed rewritings: nothing is guessed, nothing is matched by likeness.

const DIGITS: Readonly<Record<string, number>> = {
	〇: 0,
	零: 0,
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};
const NUMERAL = '[0-9〇零一二两三四五六七八九十百]+';

/** Value of 12, 十二 or 一百零二; null for anything else. */
export function parseNumeral(text: string): number | null {
	if (/^[0-9]+$/.test(text)) return Number(text);
	let total = 0;
	let digit = -1;
	for (const char of text) {
		if (char === '百' || char === '十') {
			total += (digit === -1 ? 1 : digit) * (char === '百' ? 100 : 10);
			digit = -1;
			continue;
		}
		const value = DIGITS[char];
		if (value === undefined) return null;
		if (digit > 0) return null;
		digit = value;
	}
	return total + Math.max(digit, 0);
}

/** Width, case and spaces folded; empty for what means nothing. */
export function foldText(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\s\u200b-\u200f\ufeff]+/g, '')
		.toLowerCase();
}

/** 某某街道办事处, 某某街办 → 某某街道; 某某镇人民政府 → 某某镇. */
export function foldTownName(name: string): string {
	return foldText(name)
		.replace(/(?:街道办事处|街道办|街办|办事处)$/, '街道')
		.replace(/([镇乡])(?:人民)?政府$/, '$1');
}

/** 某某村民委员会, 村委会, 经济合作社 → 某某村; 某某居委会, 社区居委会 → 某某社区. */
export function foldVillageName(name: string): string {
	return foldText(name)
		.replace(/村(?:村民委员会|民委员会|委会|委|股份经济合作社|经济合作社)$/, '村')
		.replace(/(?:股份经济合作社|经济合作社)$/, '村')
		.replace(/(?:社区)?(?:居民委员会|居委会)$/, '社区');
}

const NUMBERED_FIRST = new RegExp(`^(.*?)第?(${NUMERAL})号?(?:全科|基础|综合)?网格$`);
const NUMBERED_LAST = new RegExp(`^(.*?)网格第?(${NUMERAL})号?$`);

/** 第3网格, 三网格, 03网格, 3号网格, 网格三 → `#3`; what stands before stays: 石坦村第三网格 → 石坦村#3. */
export function foldGridName(name: string): string {
	const text = foldText(name);
	for (const pattern of [NUMBERED_FIRST, NUMBERED_LAST]) {
		const match = pattern.exec(text);
		const number = match ? parseNumeral(match[2] ?? '') : null;
		if (match && number !== null) return `${match[1]}#${number}`;
	}
	return text;
}
