// Periods of the time slider, and sums of a drawn selection: parts are summed, rates never averaged.

import { expect, test } from 'vitest';
import { sliderPeriods } from '../../../renderer/boards/map/map-frames.ts';
import { sumOfSelection } from '../../../renderer/boards/map/selection-sums.ts';
import type { MapSide } from '../../../renderer/boards/map/use-map-model.ts';
import { dayFromDate } from '../../../shared/domain/shanghai-time.ts';

const TODAY = dayFromDate(2026, 11, 23);

test('the slider ends with the period of the data and holds the chosen one', () => {
	const months = sliderPeriods('2026-10', TODAY);
	expect([months.length, months[0], months.at(-1)]).toEqual([24, '2024-12', '2026-11']);
	expect(sliderPeriods('2026-11-22', TODAY)).toHaveLength(31);
	expect(sliderPeriods('2026-W40', TODAY).at(-1)).toBe('2026-W48');
	const early = sliderPeriods('2020-05', TODAY);
	expect(early).toContain('2020-05');
	expect(early).toHaveLength(24);
	expect(sliderPeriods('2026-11-21~2026-11-22', TODAY)).toEqual(['2026-11-21~2026-11-22']);
	expect(sliderPeriods('2027-03', TODAY).at(-1)).toBe('2027-03');
});

function side(valueKind: 'count' | 'ratio' | 'median', nums: (number | null)[], dens: (number | null)[]): MapSide {
	const areas = nums.map((_, at) => `a${at}`);
	const values = nums.map((num, at) => {
		const den = dens[at] ?? null;
		return num === null || den === null ? null : valueKind === 'count' ? num : (num / den) * 100;
	});
	const frame = {
		period: '2026-10',
		isComplete: true,
		isFinal: true,
		values,
		nums,
		dens,
		statuses: values.map((value) => (value === null ? ('notDelivered' as const) : ('ok' as const))),
		lights: values.map(() => 'none' as const),
	};
	const text = { zh: '', en: '' };
	return {
		indicator: 'X',
		name: 'X',
		period: '2026-10',
		decimals: 1,
		fills: null,
		isBusy: false,
		isHeat: false,
		frame,
		values: { asOf: null, indicator: 'X', level: 'grid', areas, frames: [frame] },
		definition: {
			code: 'X',
			name: text,
			definition: text,
			unit: text,
			valueKind,
			direction: 'up',
			target: null,
			warning: null,
			goodBand: null,
			rollUp: valueKind === 'count' ? 'SUM' : 'ROS',
			updatePeriods: ['month'],
			thesisTags: [],
			headlineVariant: '',
			variants: [],
			version: 1,
			isLive: false,
		},
	};
}

test('a ratio of several areas is the ratio of their sums', () => {
	const both = new Set(['a0', 'a1']);
	expect(sumOfSelection(side('ratio', [1, 90], [10, 100]), both)).toMatchObject({ num: 91, den: 110 });
	expect(sumOfSelection(side('ratio', [1, 90], [10, 100]), both).value).toBeCloseTo((91 / 110) * 100, 9);
	expect(sumOfSelection(side('ratio', [1, 1], [2, 2]), both)).toMatchObject({ value: null, isFew: true });
	expect(sumOfSelection(side('ratio', [1, null], [10, null]), both)).toMatchObject({
		num: 1,
		den: 10,
		value: 10,
		without: 1,
	});
	expect(sumOfSelection(side('count', [3, 4], [1, 1]), both).value).toBe(7);
	expect(sumOfSelection(side('median', [3, 4], [9, 9]), both).value).toBeNull();
	expect(sumOfSelection(side('ratio', [1, 90], [10, 100]), new Set()).value).toBeNull();
});
