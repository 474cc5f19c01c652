// Classes of the map: quantiles above zero, zero and no data apart, ties, and a legend that is exactly true.

import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { classBreaks } from '../../../renderer/map/class-breaks.ts';
import { classLabel, MapLegend } from '../../../renderer/map/MapLegend.tsx';

function valuesOf(values: readonly (number | null)[]): Map<string, number | null> {
	return new Map(values.map((value, index) => [`area${index}`, value]));
}

describe('classBreaks', () => {
	it('parts ten different values into five classes of two', () => {
		const { classes } = classBreaks(valuesOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 1);
		expect(classes.map(({ ramp, from, to, count }) => [ramp, from, to, count])).toEqual([
			[1, null, 3, 2],
			[2, 3, 5, 2],
			[3, 5, 7, 2],
			[4, 7, 9, 2],
			[5, 9, null, 2],
		]);
		expect(classes.map((one) => classLabel(one, 1))).toEqual(['< 3.0', '3.0–5.0', '5.0–7.0', '7.0–9.0', '≥ 9.0']);
	});

	it('keeps no data and zero apart from small values', () => {
		const { classes, rampByArea } = classBreaks(valuesOf([null, 0, 0, 0.04, 2]), 1);
		expect(classes.slice(0, 2)).toEqual([
			{ ramp: -1, from: null, to: null, count: 1 },
			{ ramp: 0, from: 0, to: 0, count: 2 },
		]);
		expect(rampByArea.get('area0')).toBe(-1);
		expect(rampByArea.get('area1')).toBe(0);
		expect(rampByArea.get('area3')).toBeGreaterThan(0);
	});

	it('makes one class of equal values, and two of two', () => {
		const equal = classBreaks(valuesOf([7, 7, 7, 7]), 1).classes;
		expect(equal).toEqual([{ ramp: 3, from: null, to: null, count: 4 }]);
		expect(classLabel(equal[0] ?? { ramp: 0, from: null, to: null, count: 0 }, 1)).toBe('> 0');
		const two = classBreaks(valuesOf([1, 1, 9, 9]), 1).classes;
		expect(two.map(({ ramp, count }) => [ramp, count])).toEqual([
			[2, 2],
			[4, 2],
		]);
	});

	it('makes no class of nothing', () => {
		expect(classBreaks(new Map(), 1).classes).toEqual([]);
		expect(classBreaks(valuesOf([null, Number.NaN]), 1).classes).toEqual([
			{ ramp: -1, from: null, to: null, count: 2 },
		]);
	});

	it('counts every area once, leaves no class empty, and classes each by its printed bounds', () => {
		const value = fc.oneof(fc.constant(null), fc.constant(0), fc.double({ min: 0.001, max: 500, noNaN: true }));
		fc.assert(
			fc.property(fc.array(value, { maxLength: 60 }), fc.constantFrom(0, 1, 2), (values, decimals) => {
				const areas = valuesOf(values);
				const { classes, rampByArea } = classBreaks(areas, decimals);
				expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(values.length);
				expect(classes.every((one) => one.count > 0)).toBe(true);
				expect(new Set(classes.map((one) => one.ramp)).size).toBe(classes.length);
				for (const { from, to } of classes) {
					for (const bound of [from, to]) if (bound !== null) expect(Number(bound.toFixed(decimals))).toBe(bound);
				}
				for (const [area, own] of areas) {
					const found = classes.find((one) => one.ramp === rampByArea.get(area));
					if (own === null) expect(found?.ramp).toBe(-1);
					else if (own === 0) expect(found?.ramp).toBe(0);
					else {
						expect(found).toBeDefined();
						if (found?.from != null) expect(own).toBeGreaterThanOrEqual(found.from);
						if (found?.to != null) expect(own).toBeLessThan(found.to);
					}
				}
			}),
		);
	});
});

describe('MapLegend', () => {
	it('prints the count of every class, also the nought of an empty one', () => {
		const classes = [
			{ ramp: 4, from: null, to: 9, count: 3 },
			{ ramp: 5, from: 9, to: null, count: 0 },
		];
		const printed = (language: 'zh-CN' | 'en') =>
			renderToStaticMarkup(createElement(MapLegend, { classes, level: 'grid', decimals: 1, language }))
				.match(/title="[^"]*"/g)
				?.map((title) => title.slice(7, -1));
		expect(printed('zh-CN')).toEqual(['&lt; 9.0 3 格', '≥ 9.0 0 格']);
		expect(printed('en')).toEqual(['&lt; 9.0 3', '≥ 9.0 0']);
	});
});
