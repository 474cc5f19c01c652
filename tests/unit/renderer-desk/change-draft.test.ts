// The form of settings: only what differs is asked for, what cannot be read is named, nothing is guessed.

import { describe, expect, test } from 'vitest';
import {
	draftDefinition,
	draftWeights,
	fieldsOf,
	readNumber,
	settingText,
} from '../../../renderer/boards/indicators/settings/change-draft.ts';
import { nextMonthStart } from '../../../renderer/boards/indicators/settings/effective-day.ts';
import type { SettingsRow } from '../../../renderer/stores/catalogue-store.ts';

const words = { zh: '', en: '' };
const row = (given: Partial<SettingsRow>): SettingsRow => ({
	indicator: 'OP04',
	name: words,
	unit: words,
	dimension: 'operation',
	direction: 'up',
	threshold: { target: 95, warning: 88, isShare: false },
	band: null,
	headlineLabel: words,
	variants: [],
	isOff: false,
	version: 1,
	weight: 1,
	...given,
});
const DAY = '2026-12-01';

describe('the form of one definition', () => {
	test('asks for nothing as it stands, and only for what differs', () => {
		const stands = fieldsOf(row({}));
		expect(draftDefinition(row({}), stands, DAY, false)).toEqual({ change: null, wrong: null });
		const next = { ...stands, bounds: { ...stands.bounds, target: ' ９６．５ ' }, isOff: true };
		expect(draftDefinition(row({}), next, DAY, false).change).toEqual({
			indicator: 'OP04',
			effectiveOn: DAY,
			definition: { target: 96.5, isOff: true },
			weights: null,
		});
	});

	test('asks for every bound shown where another change is still to come', () => {
		const stands = fieldsOf(row({}));
		expect(draftDefinition(row({}), stands, DAY, true).change).toBeNull();
		const next = { ...stands, bounds: { ...stands.bounds, target: '97' } };
		expect(draftDefinition(row({}), next, DAY, true).change?.definition).toEqual({ target: 97, warning: 88 });
	});

	test('an outer bound may be taken away, no other may be empty; a day must exist', () => {
		const band = row({ threshold: null, band: { low: 250, high: 500, outerLow: null, outerHigh: 600 } });
		const stands = fieldsOf(band);
		const set = (bounds: Record<string, string>) => ({ ...stands, bounds: { ...stands.bounds, ...bounds } });
		expect(draftDefinition(band, set({ outerHigh: '' }), DAY, false).change?.definition).toEqual({ outerHigh: null });
		expect(draftDefinition(band, set({ low: '' }), DAY, false)).toEqual({ change: null, wrong: 'low' });
		expect(draftDefinition(band, set({ low: '2x' }), DAY, false).wrong).toBe('low');
		expect(draftDefinition(band, set({ low: '200' }), '2026-02-30', false).wrong).toBe('effectiveOn');
		expect(draftDefinition(band, set({ low: '200' }), '1 Dec', false).wrong).toBe('effectiveOn');
	});

	test('numbers are read as typed and printed without needless decimals', () => {
		expect(['', 'x', '1.50', '-3'].map(readNumber)).toEqual([undefined, undefined, 1.5, -3]);
		expect([95, 1.5, 0.25, 12_000].map(settingText)).toEqual(['95', '1.5', '0.25', '12,000']);
	});
});

test('the form of weights asks for the dimension and the indicators apart', () => {
	const before = new Map([
		['operation', 20],
		['OP03', 1],
		['OP04', 1],
	]);
	const texts = new Map([...before].map(([key, weight]) => [key, String(weight)]));
	expect(draftWeights('operation', before, texts, DAY).change).toBeNull();
	const next = new Map(texts).set('operation', '25').set('OP04', '2');
	expect(draftWeights('operation', before, next, DAY).change).toEqual({
		indicator: null,
		effectiveOn: DAY,
		definition: null,
		weights: { dimensions: { operation: 25 }, indicators: { OP04: 2 } },
	});
	expect(draftWeights('operation', before, new Map(texts).set('OP03', ''), DAY).wrong).toBe('OP03');
});

test('a change begins with the next month, over the end of a year too', () => {
	expect(['2026-11-25', '2026-12-31', '2027-02-01'].map(nextMonthStart)).toEqual([
		'2026-12-01',
		'2027-01-01',
		'2027-03-01',
	]);
});
