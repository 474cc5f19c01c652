// What a form of settings asks for: its fields as text, and the one change that they make. Pure.

import { parseIso } from '../../../../shared/domain/shanghai-time.ts';
import type { DraftedChange, SettingsRow } from '../../../stores/catalogue-store.ts';
import { formatDecimal, formatInteger } from '../../../ui/format.ts';

export const BOUNDS = ['target', 'warning', 'low', 'high', 'outerLow', 'outerHigh'] as const;
export type Bound = (typeof BOUNDS)[number];

/** A form as it is filled in. */
export interface DefinitionFields {
	bounds: Partial<Record<Bound, string>>;
	/** '' keeps the present one. */
	headline: string;
	isOff: boolean;
}

/** Numbers of settings without needless decimals. */
export function settingText(value: number): string {
	return Number.isInteger(value) ? formatInteger(value) : formatDecimal(value, 2).replace(/0$/, '');
}

const plain = (value: number | null): string => (value === null ? '' : String(value));

/** The form of a row as it stands. */
export function fieldsOf({ threshold, band, isOff }: SettingsRow): DefinitionFields {
	const bounds: DefinitionFields['bounds'] = {
		...(threshold && { target: plain(threshold.target), warning: plain(threshold.warning) }),
		...(band && {
			low: plain(band.low),
			high: plain(band.high),
			outerLow: plain(band.outerLow),
			outerHigh: plain(band.outerHigh),
		}),
	};
	return { bounds, headline: '', isOff };
}

/** A typed number; undefined where it is none. A full-width point or digit is read as well. */
export function readNumber(text: string): number | undefined {
	const trimmed = text.normalize('NFKC').trim();
	const value = Number(trimmed);
	return trimmed === '' || !Number.isFinite(value) ? undefined : value;
}

export type Draft = { change: DraftedChange | null; wrong: string | null };

const NO_CHANGE: Draft = { change: null, wrong: null };

/** True for a date that exists, as 2026-12-01. */
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseIso(text) !== null;

/**
 * The change of a definition that a form makes: only what differs, or every bound where another change is still to come
 * (`isPending`), so that what the form shows is what will hold. `wrong` names the first field that cannot be read.
 */
export function draftDefinition(
	row: SettingsRow,
	fields: DefinitionFields,
	effectiveOn: string,
	isPending: boolean,
): Draft {
	const before = fieldsOf(row);
	const patch: NonNullable<DraftedChange['definition']> = {};
	let isMoved = false;
	for (const bound of BOUNDS) {
		const text = fields.bounds[bound];
		if (text === undefined) continue;
		if (text !== before.bounds[bound]) isMoved = true;
		else if (!isPending) continue;
		const value = readNumber(text);
		if (value !== undefined) patch[bound] = value;
		else if (text.trim() === '' && (bound === 'outerLow' || bound === 'outerHigh')) patch[bound] = null;
		else return { change: null, wrong: bound };
	}
	if (fields.headline !== '') patch.headline = fields.headline;
	if (fields.isOff !== row.isOff) patch.isOff = fields.isOff;
	if (!isMoved && patch.headline === undefined && patch.isOff === undefined) return NO_CHANGE;
	if (!isDate(effectiveOn)) return { change: null, wrong: 'effectiveOn' };
	return { change: { indicator: row.indicator, effectiveOn, definition: patch, weights: null }, wrong: null };
}

/** The change of weights inside one dimension; `texts` by indicator, the dimension's own under its name. */
export function draftWeights(
	dimension: NonNullable<SettingsRow['dimension']>,
	before: ReadonlyMap<string, number>,
	texts: ReadonlyMap<string, string>,
	effectiveOn: string,
): Draft {
	const indicators: Record<string, number> = {};
	let own: number | undefined;
	for (const [key, text] of texts) {
		const value = readNumber(text);
		if (value === undefined) return { change: null, wrong: key };
		if (value === before.get(key)) continue;
		if (key === dimension) own = value;
		else indicators[key] = value;
	}
	const hasIndicators = Object.keys(indicators).length > 0;
	if (own === undefined && !hasIndicators) return NO_CHANGE;
	if (!isDate(effectiveOn)) return { change: null, wrong: 'effectiveOn' };
	const weights = {
		...(own !== undefined && { dimensions: { [dimension]: own } }),
		...(hasIndicators && { indicators }),
	};
	return { change: { indicator: null, effectiveOn, definition: null, weights }, wrong: null };
}
