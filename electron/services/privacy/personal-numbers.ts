// Numbers that belong to a person, told by their own rules: dates and check digits of identity numbers, Luhn of cards.
// Pure; takes digits in narrow width without spaces.

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isMonthDay(text: string): boolean {
	const month = Number(text.slice(0, 2));
	const day = Number(text.slice(2, 4));
	return month >= 1 && month <= 12 && day >= 1 && day <= (MONTH_DAYS[month - 1] as number);
}

/** True for a first pair of digits that a province code has (GB/T 2260). */
function isProvince(text: string): boolean {
	return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/.test(text);
}

/** True for 18 characters with a birth date and a valid check digit (GB 11643). */
export function isIdentityNumber(text: string): boolean {
	if (!/^[1-9]\d{5}(?:19|20)\d{9}[\dXx]$/.test(text) || !isMonthDay(text.slice(10, 14))) return false;
	const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
	return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/**
 * True for an identity number, and for one that was mistyped: a wrong check digit still tells region and birth date.
 * A date from 2015 on needs the check digit, since event numbers are made of region, date and sequence as well.
 */
export function looksLikeIdentityNumber(text: string): boolean {
	if (isIdentityNumber(text)) return true;
	if (!/^[1-9]\d{5}(?:19\d\d|200\d|201[0-4])\d{7}[\dXx]$/.test(text)) return false;
	return isProvince(text) && isMonthDay(text.slice(10, 14));
}

/**
 * True for an old identity number of 15 digits. Only birth years from 1940: region, town and village codes put other
 * numbers there, and a code must stay whole.
 */
export function isOldIdentityNumber(text: string): boolean {
	return (
		/^[1-9]\d{14}$/.test(text) && isProvince(text) && Number(text.slice(6, 8)) >= 40 && isMonthDay(text.slice(8, 12))
	);
}

/** True for 16 to 19 digits of a bank card: an issuer's first digit, a valid Luhn sum, and no region-and-date number. */
export function isBankCard(text: string): boolean {
	if (!/^[34569]\d{15,18}$/.test(text)) return false;
	if (/^3[1-7]\d{4}20[1-9]\d/.test(text) && isMonthDay(text.slice(10, 14))) return false;
	let sum = 0;
	for (let at = text.length - 1, isSecond = false; at >= 0; at--, isSecond = !isSecond) {
		const digit = text.charCodeAt(at) - 48;
		sum += isSecond ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
	}
	return sum % 10 === 0;
}
