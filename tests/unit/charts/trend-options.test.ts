// A trend by its meaning: gaps stay gaps, the target zone lies on the good side, peers are a band.

import { describe, expect, it } from 'vitest';
import {
	buildTrendOptions,
	type TrendInput,
	type TrendPalette,
	targetZone,
	tickInterval,
	trendScale,
} from '../../../renderer/charts/trend-options.ts';

const palette: TrendPalette = {
	text: 't',
	secondary: 's',
	hairline: 'h',
	surface: 'w',
	zone: 'z',
	peer: 'p',
	green: 'g',
	red: 'r',
	none: 'n',
	accent: 'a',
	last: 'l',
};
const point = (period: string, value: number | null) => ({
	period,
	value,
	n: 9,
	status: value === null ? ('notDelivered' as const) : ('ok' as const),
	complete: true,
});
const input: TrendInput = {
	points: [point('2026-08', 90), point('2026-09', null), point('2026-10', 93.2)],
	peers: [
		{ q1: 88, q3: 94 },
		{ q1: null, q3: null },
		{ q1: 89, q3: 95 },
	],
	direction: 'up',
	target: 95,
	warning: 88,
	kind: 'ratio',
	unit: '%',
};
const ticks = [
	{ text: '8月', year: '2026' },
	{ text: '9', year: '' },
	{ text: '10月', year: '' },
];

interface Series {
	name: string;
	data: unknown[];
	connectNulls?: boolean;
	markLine?: { data: { yAxis: number; lineStyle: { type: string } }[] };
	markArea?: { data: [{ yAxis: number }, { yAxis: number }][] };
}

function seriesOf(own: TrendInput): Record<string, Series> {
	const options = buildTrendOptions(own, ticks, palette, 60, 300) as { series: Series[] };
	return Object.fromEntries(options.series.map((series) => [series.name, series]));
}

describe('buildTrendOptions', () => {
	it('draws a missing period as a gap and a ring on the base line', () => {
		const { value, gap } = seriesOf(input);
		expect(value?.data).toEqual([90, null, 93.2]);
		expect(value?.connectNulls).toBe(false);
		expect(gap?.data).toEqual([[1, trendScale(input).min]]);
	});

	it('marks the last point only when it has a value', () => {
		expect(seriesOf(input).last?.data).toEqual([[2, 93.2]]);
		const open = { ...input, points: [...input.points.slice(0, 2), point('2026-10', null)] };
		expect(seriesOf(open).last?.data).toEqual([]);
	});

	it('draws the target solid, the warning dashed, and the zone on the good side', () => {
		const { value, zone } = seriesOf(input);
		expect(value?.markLine?.data.map((line) => [line.yAxis, line.lineStyle.type])).toEqual([
			[95, 'solid'],
			[88, 'dashed'],
		]);
		expect(zone?.markArea?.data[0]?.map((edge) => edge.yAxis)).toEqual([95, trendScale(input).max]);
		const down = { ...input, direction: 'down' as const, target: 80, kind: 'median' as const };
		expect(targetZone(down, trendScale(down))?.[1]).toBe(80);
		expect(targetZone({ ...input, direction: 'neutral' }, trendScale(input))).toBeNull();
	});

	it('draws no zone and no lines without target and warning', () => {
		const { value, zone } = seriesOf({ ...input, target: null, warning: null });
		expect(value?.markLine?.data).toEqual([]);
		expect(zone?.markArea?.data).toEqual([]);
	});

	it('stacks the middle half of the peers and leaves its gaps open', () => {
		const { q1, q3 } = seriesOf(input);
		expect(q1?.data).toEqual([88, null, 89]);
		expect(q3?.data).toEqual([6, null, 6]);
	});
});

describe('tickInterval', () => {
	it('shows every month where there is room and fewer where there is not', () => {
		expect(tickInterval(12, 280)).toBe(0);
		expect(tickInterval(12, 120)).toBeGreaterThan(0);
		expect(tickInterval(1, 120)).toBe(0);
	});
});
