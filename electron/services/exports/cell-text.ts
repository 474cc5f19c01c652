// What a delivered cell says once spreadsheet habits are taken off: padding, full width, ="…", a leading apostrophe,
// sentinels for "nothing". Must not guess meaning; dates, numbers and words have their own files.

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const ODD_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n\v\f]/g;
const NEEDS_CLEANING = /[^\u0021-\u0026\u0028-\u003c\u003e-\u007e\u4e00-\u9fff]/;
const CJK_SPACE =
	/(?<=[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]) +| +(?=[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])/gu;

/** Full-width ASCII to ASCII, odd spaces to a space, invisible characters away. */
function foldWidth(text: string): string {
	return text
		.replace(ODD_SPACE, ' ')
		.replace(INVISIBLE, '')
		.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** Takes off what keeps a cell text in a spreadsheet: `="330102"`, a leading `'`. */
function unwrapSpreadsheetText(text: string): string {
	const formula = /^="(.*)"$/.exec(text);
	if (formula) return (formula[1] ?? '').trim();
	return text.startsWith("'") ? text.slice(1).trim() : text;
}

const NOTHING = new Set([
	'',
	'-',
	'--',
	'---',
	'—',
	'——',
	'–',
	'/',
	'\\',
	'\\n',
	'无',
	'暂无',
	'空',
	'null',
	'none',
	'nan',
	'nil',
	'#n/a',
	'n/a',
	'#div/0!',
	'#value!',
	'#ref!',
	'#name?',
	'undefined',
	'(null)',
	'<null>',
]);

/** The cell's text in narrow width without padding, or '' where it says nothing. */
export function cleanCell(raw: string): string {
	if (raw === '') return '';
	if (!NEEDS_CLEANING.test(raw)) return raw.length <= 7 && NOTHING.has(raw.toLowerCase()) ? '' : raw;
	const text = unwrapSpreadsheetText(foldWidth(raw).trim());
	return text.length <= 9 && NOTHING.has(text.toLowerCase()) ? '' : text;
}

/** A cleaned cell as a word: spaces beside Chinese characters dropped, runs of others made one. */
export function cleanWord(raw: string): string {
	const text = cleanCell(raw);
	return text.includes(' ') ? text.replace(CJK_SPACE, '').replace(/ {2,}/g, ' ') : text;
}

/** True for a code that a spreadsheet has already cut to `3.30102E+11`: its digits are lost. */
export function isScientificDamage(text: string): boolean {
	return /^[+-]?\d(?:\.\d+)?[eE]\+\d{1,3}$/.test(text);
}

/** A cleaned cell as a code: no spaces at all, no `.0` that a number format added. Digits are never touched. */
export function cleanCode(raw: string): string {
	const text = cleanCell(raw);
	const packed = text.includes(' ') ? text.replace(/ /g, '') : text;
	return packed.includes('.') ? packed.replace(/^(\d+)\.0+$/, '$1') : packed;
}

/** A header or a profile key for comparing: compatibility forms folded, no spaces, case or punctuation around words. */
export function foldHeader(text: string): string {
	return text
		.normalize('NFKC')
		.replace(INVISIBLE, '')
		.replace(/[\s"'*::]/g, '')
		.toLowerCase();
}
