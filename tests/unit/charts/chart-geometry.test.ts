// Sparklines, the words at the right end of a trend, ranking scale and period ticks.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodTicks } from '../../../renderer/charts/period-ticks.ts';
import { type RankedArea, rankingScale } from '../../../renderer/charts/ranking-scale.ts';
import { spreadLabels } from '../../../renderer/charts/side-labels.ts';
import { shapeSparkline, zoneOf } from '../../../renderer/charts/sparkline-path.ts';

describe('shapeSparkline', () => {
	const box = { width: 100, height: 20, inset: 2 };

	it('breaks the line at a gap, rings it on the base line, and never draws it as zero', () => {
		const shape = shapeSparkline({ values: [1, 2, null, 3], zone: null, ...box });
		expect(shape.line.match(/M/g)).toHaveLength(2);
		expect(shape.gaps).toEqual([{ x: 66, y: 18 }]);
		expect(shape.last).toEqual({ x: 98, y: 2 });
	});

	it('has no ring before the first value and no last point when the last is missing', () => {
		const shape = shapeSparkline({ values: [null, null, 2, null], zone: null, ...box });
		expect(shape.gaps).toHaveLength(1);
		expect(shape.last).toBeNull();
		expect(shape.line).not.toBe('');
	});

	it('keeps the target zone in view on its good side', () => {
		const up = shapeSparkline({ values: [80, 90], zone: zoneOf('up', 95, null), ...box });
		expect(up.zone).toEqual({ y: 0, height: 2, edges: [2] });
		const down = shapeSparkline({ values: [80, 90], zone: zoneOf('down', 70, null), ...box });
		expect(down.zone?.y).toBe(18);
		const band = shapeSparkline({ values: [80, 90], zone: zoneOf('neutral', null, { low: 70, high: 95 }), ...box });
		expect(band.zone?.edges).toHaveLength(2);
		expect(zoneOf('neutral', 95, null)).toBeNull();
	});

	it('stays inside its box', () => {
		const values = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: null }), {
			maxLength: 14,
		});
		fc.assert(
			fc.property(values, (series) => {
				const { line, last } = shapeSparkline({ values: series, zone: null, ...box });
				expect(line).not.toMatch(/NaN|Infinity/);
				if (last) expect(last.x >= 0 && last.x <= 100 && last.y >= 0 && last.y <= 20).toBe(true);
			}),
		);
	});
});

describe('spreadLabels', () => {
	it('leaves labels alone that do not touch', () => {
		expect(
			spreadLabels(
				[
					{ key: 'a', y: 20, height: 16 },
					{ key: 'b', y: 80, height: 16 },
				],
				0,
				100,
			),
		).toEqual({ a: 20, b: 80 });
	});

	it('keeps order, distance and frame', () => {
		const wishes = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(wishes, (ys) => {
				const labels = ys.map((y, index) => ({ key: String(index), y, height: 18 }));
				const centres = spreadLabels(labels, 0, 200);
				const sorted = [...labels].sort((left, right) => left.y - right.y).map((one) => centres[one.key] ?? Number.NaN);
				for (const [index, centre] of sorted.entries()) {
					expect(centre).toBeGreaterThanOrEqual(9 - 1e-6);
					expect(centre).toBeLessThanOrEqual(191 + 1e-6);
					if (index > 0) expect(centre - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(18 - 1e-6);
				}
			}),
		);
	});
});

describe('rankingScale', () => {
	const row = (value: number | null, low: number | null, high: number | null): RankedArea => ({
		code: 'a',
		name: 'a',
		value,
		low,
		high,
		n: 10,
		light: 'none',
		status: value === null ? 'insufficient' : 'ok',
	});
	const groups = [
		{ peerGroup: 'urban' as const, rows: [row(95.9, 93.2, 97.5)] },
		{ peerGroup: 'rural' as const, rows: [row(81.8, 69.7, 89.8), row(null, null, null)] },
	];

	it('holds every interval and target of all groups on one scale', () => {
		const scale = rankingScale(groups, 'up', 95, 88, 'ratio');
		expect(scale.at(69.7)).toBeGreaterThanOrEqual(0);
		expect(scale.at(97.5)).toBeLessThanOrEqual(1);
		expect(scale.at(88)).toBeLessThan(scale.at(95));
		expect(scale.zone).toEqual({ from: scale.at(95), to: 1 });
	});

	it('prints target and warning, and no two ticks on each other', () => {
		const { ticks } = rankingScale(groups, 'up', 95, 88, 'ratio');
		expect(ticks.map((tick) => tick.value)).toEqual(expect.arrayContaining([88, 95]));
		for (const [index, tick] of ticks.entries()) {
			if (index > 0) expect(tick.share - (ticks[index - 1]?.share ?? 0)).toBeGreaterThan(0.1);
		}
	});

	it('starts counts at zero', () => {
		expect(
			rankingScale([{ peerGroup: 'all', rows: [row(40, null, null)] }], 'neutral', null, null, 'count').at(0),
		).toBe(0);
	});
});

describe('periodTicks', () => {
	it('says 月 at the ends and in January, and each year once', () => {
		const ticks = periodTicks(['2025-11', '2025-12', '2026-01', '2026-02'], 'zh-CN');
		expect(ticks.map(({ text }) => text)).toEqual(['11月', '12', '1月', '2月']);
		expect(ticks.map(({ year }) => year)).toEqual(['2025', '', '2026', '']);
	});

	it('knows weeks, days, quarters and years in English', () => {
		const words = (...codes: string[]) => periodTicks(codes, 'en').map(({ text }) => text);
		expect(words('2026-W01')).toEqual(['W1']);
		expect(words('2026-11-02')).toEqual(['11-02']);
		expect(words('2026Q3')).toEqual(['Q3']);
		expect(words('2026')).toEqual(['2026']);
		expect(words('2026-10')).toEqual(['Oct']);
	});
});
