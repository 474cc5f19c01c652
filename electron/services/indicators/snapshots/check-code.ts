// The short code that a printed figure carries: a hash over what it states and over the files it rests on. Two cards
// with one code state the same figure.

import { createHash } from 'node:crypto';
import type { Reading } from '../read-figure.ts';

/** Ten hex digits of a SHA-256, in two groups. */
function codeOf(stated: unknown): string {
	const digest = createHash('sha256').update(JSON.stringify(stated)).digest('hex').toUpperCase();
	return `${digest.slice(0, 5)}-${digest.slice(5, 10)}`;
}

/** Code of one figure; the order of the files does not count. */
export function checkCodeOf(reading: Reading, hashes: readonly string[]): string {
	const { indicator, definitionVersion, variant, area, period, asOf, num, den, value, n, unit } = reading;
	const stated = [indicator, definitionVersion, variant, area, period, asOf, num, den, value, n];
	return codeOf([...stated, ...(unit === null ? [] : [{ unit }]), ...[...hashes].sort()]);
}

/** Code of a snapshot over the codes of its figures in their order. */
export function snapshotCodeOf(title: string, publishedAt: string, codes: readonly string[]): string {
	return `S-${codeOf([title, publishedAt, ...codes])}`;
}

/** A code as typed from paper: any case, spaces or missing dashes; null when it can be none. */
export function readCheckCode(text: string): string | null {
	const letters = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
	const match = /^(S?)([0-9A-F]{5})([0-9A-F]{5})$/.exec(letters);
	return match ? `${match[1] ? 'S-' : ''}${match[2]}-${match[3]}` : null;
}
