// Coordinates that are no plain number: degrees, minutes and seconds, both in one cell, hemisphere letters, WKT points
// (domain.md §6.2). Pure; says nothing of systems.

import { cleanCell } from '../cell-text.ts';

const DEGREES =
	/^([NSEW东西南北])?(-?\d{1,3}(?:\.\d+)?)[°度](?:(\d{1,2}(?:\.\d+)?)['′’分](?:(\d{1,2}(?:\.\d+)?)(?:["″”秒]|''|′′)?)?)?([NSEW东西南北])?$/;
const PLAIN = /^([NSEW东西南北])?([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)°?([NSEW东西南北])?$/;
const NEGATIVE = new Set(['S', 'W', '南', '西']);

/** One coordinate; NaN for none. Degrees in any form, metres as they stand. */
function readOne(text: string): number {
	const packed = text
		.replace(/^(?:东经|北纬|经度|纬度|lng|lat|X|Y|x|y)[:=]?/, '')
		.replace(/\s/g, '')
		.toUpperCase();
	const plain = PLAIN.exec(packed);
	if (plain) {
		const value = Number(plain[2]);
		// An exponent beyond all numbers is none.
		if (!Number.isFinite(value)) return Number.NaN;
		return NEGATIVE.has(plain[1] ?? plain[3] ?? '') ? -value : value;
	}
	const parts = DEGREES.exec(packed);
	if (!parts) return Number.NaN;
	const [, before, degrees, minutes = '0', seconds = '0', after] = parts;
	if (Number(minutes) >= 60 || Number(seconds) >= 60) return Number.NaN;
	const value = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
	return String(degrees).startsWith('-') || NEGATIVE.has(before ?? after ?? '') ? -value : value;
}

/**
 * The coordinates in a cell: one, or two where both stand in it (`120.15,30.27`, `POINT(120.15 30.27)`). Empty for
 * none.
 */
export function readCoordinateCell(raw: string): number[] {
	const text = cleanCell(raw);
	if (text === '') return [];
	const one = readOne(text);
	if (!Number.isNaN(one)) return [one];
	const inner = text.replace(/^(?:POINT|Point|point)?\s*[([]\s*/, '').replace(/\s*[)\]]$/, '');
	for (const separator of [/[,;、|/]/, /\s+/]) {
		const parts = inner.split(separator).filter((part) => part.trim() !== '');
		if (parts.length !== 2) continue;
		const pair = parts.map((part) => readOne(part.trim()));
		if (!pair.some(Number.isNaN)) return pair;
	}
	return [];
}
