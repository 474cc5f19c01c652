// ECharts options of a trend: line with gaps, target zone, warning line, middle half of the peers (picture 01).
// Pure; colours and sizes are passed in. Words at the right end are laid by side-labels.ts, not by ECharts.

import type { EChartsCoreOption } from 'echarts/core';
import type { ReadingStatus } from '../../shared/domain/codes.ts';
import type { ValueKind } from '../ui/format.ts';
import { formatValue } from '../ui/format.ts';
import { type AxisScale, axisScale } from './axis-scale.ts';
import type { PeriodTick } from './period-ticks.ts';

export interface TrendPoint {
	period: string;
	/** Null is a gap; why stands in `status`. */
	value: number | null;
	n: number;
	status: ReadingStatus;
	complete: boolean;
}

export interface TrendInput {
	points: readonly TrendPoint[];
	/** Middle half of the peers by period; null where too few have a value. Same order as the points. */
	peers: readonly { q1: number | null; q3: number | null }[];
	direction: 'up' | 'down' | 'band' | 'neutral';
	target: number | null;
	warning: number | null;
	kind: ValueKind;
	unit: string;
	/** Values as they were once published, by point; null where nothing was, or nothing changed since. */
	published?: readonly (number | null)[];
	/** Prints each value at its point. */
	isLabelled?: boolean;
}

export interface TrendPalette {
	text: string;
	secondary: string;
	hairline: string;
	surface: string;
	zone: string;
	peer: string;
	green: string;
	red: string;
	none: string;
	accent: string;
	/** Colour of the last point: its light, or the text colour. */
	last: string;
}

/** Room around the plot in CSS pixels; the left one holds the y labels, which start on the card's text edge. */
export const TREND_MARGIN = { top: 10, bottom: 38, left: 40 } as const;

/** Axis that holds the line, the peers, target and warning. */
export function trendScale(input: TrendInput): AxisScale {
	const values: number[] = [];
	for (const point of input.points) if (point.value !== null) values.push(point.value);
	for (const value of input.published ?? []) if (value !== null) values.push(value);
	for (const peer of input.peers) for (const value of [peer.q1, peer.q3]) if (value !== null) values.push(value);
	if (values.length > 0) {
		if (input.warning !== null) values.push(input.warning);
		if (input.target !== null) {
			values.push(input.target);
			// The zone needs room on its good side to be seen as a zone.
			const room = 0.3 * (Math.max(...values) - Math.min(...values));
			if (input.direction === 'up')
				values.push(input.kind === 'ratio' ? Math.min(100, input.target + room) : input.target + room);
			if (input.direction === 'down') values.push(Math.max(0, input.target - room));
		}
	}
	return axisScale(values, input.kind, 5);
}

/** Target zone in values: from the target to the good end of the axis; null without a target or a good direction. */
export function targetZone(input: TrendInput, scale: AxisScale): [number, number] | null {
	if (input.target === null) return null;
	if (input.direction === 'up') return [input.target, scale.max];
	if (input.direction === 'down') return [scale.min, input.target];
	return null;
}

/** Where a printed value stands: over its point, under it at the top of the plot; the first begins at the axis. */
function labelPlace(value: number | null, index: number, scale: AxisScale) {
	const isHigh = value !== null && (value - scale.min) / (scale.max - scale.min) > 0.94;
	return { position: isHigh ? 'bottom' : 'top', ...(index === 0 && { align: 'left' }) };
}

/** Ticks left out between two that are shown, so that no two touch. */
export function tickInterval(count: number, plotWidth: number): number {
	const step = plotWidth / Math.max(count - 1, 1);
	return step >= 21 ? 0 : Math.ceil(36 / Math.max(step, 1)) - 1;
}

/**
 * Options for `echarts.setOption(…, true)`. `right` is the room for the words at the right end, `plotWidth` the
 * width between the first and the last point, both in CSS pixels. */
export function buildTrendOptions(
	input: TrendInput,
	ticks: readonly PeriodTick[],
	palette: TrendPalette,
	right: number,
	plotWidth: number,
): EChartsCoreOption {
	const scale = trendScale(input);
	const zone = targetZone(input, scale);
	const step = (scale.ticks[1] ?? scale.max) - (scale.ticks[0] ?? scale.min);
	const lastIndex = input.points.length - 1;
	const unit = input.unit === '%' ? '%' : '';
	const rule = (value: number, color: string, type: 'solid' | 'dashed') => ({
		yAxis: value,
		lineStyle: { color, type, width: 1 },
	});
	const rules = [
		...(input.target === null ? [] : [rule(input.target, palette.green, 'solid')]),
		...(input.warning === null ? [] : [rule(input.warning, palette.red, 'dashed')]),
	];
	const gaps = input.points.flatMap((point, index) => (point.value === null ? [[index, scale.min]] : []));
	const published = (input.published ?? []).flatMap((value, index) => (value === null ? [] : [[index, value]]));
	const band = { type: 'line', stack: 'peers', symbol: 'none', silent: true, z: 1, lineStyle: { width: 0 } };
	return {
		animation: false,
		textStyle: { fontFamily: 'inherit', fontSize: 12 },
		grid: { ...TREND_MARGIN, right, containLabel: false },
		xAxis: {
			type: 'category',
			data: ticks.map((tick) => (tick.year === '' ? tick.text : `${tick.text}\n${tick.year}`)),
			boundaryGap: false,
			axisLine: { show: false },
			axisTick: { show: false },
			axisLabel: {
				color: palette.secondary,
				fontSize: 12,
				lineHeight: 15,
				margin: 9,
				interval: tickInterval(input.points.length, plotWidth),
			},
		},
		yAxis: {
			type: 'value',
			min: scale.min,
			max: scale.max,
			interval: step,
			axisLine: { show: false },
			axisTick: { show: false },
			axisLabel: {
				color: palette.secondary,
				fontSize: 12,
				align: 'left',
				margin: TREND_MARGIN.left,
				formatter: (value: number) => `${formatValue(value, input.kind, Number.isInteger(value) ? 0 : 1)}${unit}`,
			},
			splitLine: { lineStyle: { color: palette.hairline } },
		},
		series: [
			{
				type: 'line',
				name: 'zone',
				z: 0,
				silent: true,
				symbol: 'none',
				data: [],
				markArea: {
					z: 0,
					silent: true,
					itemStyle: { color: palette.zone },
					data: zone === null ? [] : [[{ yAxis: zone[0] }, { yAxis: zone[1] }]],
				},
			},
			{ ...band, name: 'q1', data: input.peers.map((peer) => peer.q1), areaStyle: { opacity: 0 } },
			{
				...band,
				name: 'q3',
				data: input.peers.map((peer) => (peer.q1 === null || peer.q3 === null ? null : peer.q3 - peer.q1)),
				areaStyle: { color: palette.peer, opacity: 1 },
			},
			{
				type: 'line',
				name: 'value',
				z: 3,
				data: input.points.map(({ value }, index) =>
					input.isLabelled ? { value, label: labelPlace(value, index, scale) } : value,
				),
				connectNulls: false,
				symbol: 'circle',
				symbolSize: 5,
				showAllSymbol: true,
				itemStyle: { color: palette.text, borderColor: palette.surface, borderWidth: 1 },
				lineStyle: { color: palette.text, width: 1.8, join: 'round' },
				label: {
					show: input.isLabelled === true,
					position: 'top',
					distance: 6,
					color: palette.text,
					fontSize: 12,
					textBorderColor: palette.surface,
					textBorderWidth: 3,
					formatter: ({ dataIndex }: { dataIndex: number }) => {
						const value = dataIndex === lastIndex ? null : (input.points[dataIndex]?.value ?? null);
						return value === null ? '' : formatValue(value, input.kind);
					},
				},
				markLine: { silent: true, symbol: 'none', label: { show: false }, animation: false, data: rules },
			},
			{
				type: 'scatter',
				name: 'gap',
				z: 4,
				silent: true,
				data: gaps,
				symbol: 'circle',
				symbolSize: 8,
				itemStyle: { color: palette.surface, borderColor: palette.none, borderWidth: 1.4 },
			},
			{
				type: 'scatter',
				name: 'published',
				z: 4,
				silent: true,
				data: published,
				symbol: 'circle',
				symbolSize: 9,
				itemStyle: { color: palette.surface, borderColor: palette.accent, borderWidth: 2 },
			},
			{
				type: 'scatter',
				name: 'last',
				z: 5,
				silent: true,
				data: input.points[lastIndex]?.value == null ? [] : [[lastIndex, input.points[lastIndex].value]],
				symbol: 'circle',
				symbolSize: 9,
				itemStyle: { color: palette.last, borderColor: palette.surface, borderWidth: 1.5 },
			},
		],
	};
}
