// How a figure went over its periods, against target, warning line and the middle half of the peers (picture 01).
// Thin: options come from trend-options.ts; this file only gives them an element, sizes and words.

import './charts.css';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Light } from '../../shared/domain/codes.ts';
import { CHART_WORDS } from '../text/chart-words.ts';
import type { Language } from '../text/language.ts';
import { formatInteger, formatValue } from '../ui/format.ts';
import { formatPeriod } from '../ui/time-format.ts';
import { ChartTable } from './ChartTable.tsx';
import { type Chart, openChart } from './echarts-core.ts';
import { periodTicks } from './period-ticks.ts';
import { spreadLabels } from './side-labels.ts';
import { buildTrendOptions, TREND_MARGIN, type TrendInput, type TrendPalette, trendScale } from './trend-options.ts';

export interface TrendChartProps extends TrendInput {
	/** Accessible name, as in 按期办结率趋势. */
	label: string;
	/** Name of the area under the last value, as in L区. */
	areaName: string;
	/** Words of the n column in table and tip, as in 到期件数. */
	nLabel: string;
	/** Light of the last point. */
	light: Light;
	/** Changes when the theme does; the tokens are read again. */
	theme: string;
	language: Language;
	/** Shows the table instead of the drawing. */
	isTable?: boolean;
}

/** Room for the words at the right end, CSS pixels. */
export const TREND_RIGHT: Record<Language, number> = { 'zh-CN': 60, en: 64 };

const LIGHT_TOKENS: Record<Light, string> = {
	green: '--light-green',
	yellow: '--light-yellow',
	red: '--light-red',
	deepRed: '--light-deep-red',
	none: '--text',
};

function readPalette(element: Element, light: Light): TrendPalette {
	const style = getComputedStyle(element);
	const read = (name: string) => style.getPropertyValue(name).trim();
	return {
		text: read('--text'),
		secondary: read('--text-secondary'),
		hairline: read('--hairline'),
		surface: read('--surface'),
		zone: read('--target-zone'),
		peer: read('--peer-zone'),
		green: read('--light-green'),
		red: read('--light-red'),
		none: read('--light-none'),
		accent: read('--accent'),
		last: read(LIGHT_TOKENS[light]),
	};
}

export function TrendChart(props: TrendChartProps) {
	const { label, areaName, nLabel, light, theme, language, isTable = false } = props;
	const { points, peers, direction, target, warning, kind, unit, published, isLabelled } = props;
	const words = CHART_WORDS[language];
	const host = useRef<HTMLDivElement>(null);
	const chart = useRef<Chart | null>(null);
	const [size, setSize] = useState({ width: 0, height: 0 });
	const [hoverAt, setHoverAt] = useState<number | null>(null);
	const input = useMemo<TrendInput>(
		() => ({
			points,
			peers,
			direction,
			target,
			warning,
			kind,
			unit,
			...(published && { published }),
			...(isLabelled !== undefined && { isLabelled }),
		}),
		[points, peers, direction, target, warning, kind, unit, published, isLabelled],
	);
	const right = TREND_RIGHT[language];
	const plotWidth = size.width - TREND_MARGIN.left - right;
	const codes = useMemo(() => points.map((point) => point.period), [points]);

	useEffect(() => {
		const element = host.current;
		if (element === null) return;
		const opened = openChart(element);
		chart.current = opened;
		const observer = new ResizeObserver(() => {
			opened.resize();
			setSize({ width: element.clientWidth, height: element.clientHeight });
		});
		observer.observe(element);
		return () => {
			observer.disconnect();
			opened.dispose();
			chart.current = null;
		};
	}, []);

	useEffect(() => {
		const element = host.current;
		if (element === null || theme === '' || isTable) return;
		const options = buildTrendOptions(
			input,
			periodTicks(codes, language),
			readPalette(element, light),
			right,
			plotWidth,
		);
		chart.current?.setOption(options, true);
	}, [input, codes, language, light, right, plotWidth, theme, isTable]);

	const scale = trendScale(input);
	const plotHeight = size.height - TREND_MARGIN.top - TREND_MARGIN.bottom;
	const yOf = (value: number) => TREND_MARGIN.top + (1 - (value - scale.min) / (scale.max - scale.min)) * plotHeight;
	const last = points.at(-1)?.value ?? null;
	const wanted = [
		...(target === null ? [] : [{ key: 'target' as const, y: yOf(target), height: 17 }]),
		...(warning === null ? [] : [{ key: 'warning' as const, y: yOf(warning), height: 17 }]),
		...(last === null ? [] : [{ key: 'last' as const, y: yOf(last) + 8, height: 35 }]),
	];
	const at = spreadLabels<'target' | 'warning' | 'last'>(wanted, 0, size.height);
	const withUnit = (value: number) => `${formatValue(value, kind)}${unit === '%' ? '%' : ''}`;
	const mark = (value: number) => formatValue(value, kind, Number.isInteger(value) ? 0 : 1);
	const pointWords = (value: number | null, status: TrendInput['points'][number]['status']) =>
		value !== null ? withUnit(value) : status === 'ok' ? '—' : words.status[status];

	const onPointer = (event: PointerEvent) => {
		const x = event.clientX - event.currentTarget.getBoundingClientRect().left - TREND_MARGIN.left;
		const index = Math.round((x / Math.max(plotWidth, 1)) * (points.length - 1));
		setHoverAt(index >= 0 && index < points.length && x > -14 && x < plotWidth + 14 ? index : null);
	};
	const hovered = hoverAt === null ? undefined : points[hoverAt];
	const tipX = TREND_MARGIN.left + ((hoverAt ?? 0) / Math.max(points.length - 1, 1)) * plotWidth;

	const table = (
		<ChartTable
			caption={label}
			head={[words.period, `${words.value}${unit === '%' ? '' : ` ${unit}`}`, nLabel]}
			rows={points.map((point) => [
				formatPeriod(point.period, language),
				`${pointWords(point.value, point.status)}${point.complete ? '' : ` (${words.partly})`}`,
				formatInteger(point.n),
			])}
			isShown={isTable}
		/>
	);
	return (
		<figure className="trend" aria-label={label} onPointerMove={onPointer} onPointerLeave={() => setHoverAt(null)}>
			<div className="trend-canvas" ref={host} aria-hidden="true" hidden={isTable} />
			{!isTable && size.height > 0 && (
				<div aria-hidden="true">
					{target !== null && (
						<span className="trend-side" style={{ top: at.target, left: size.width - right + 4 }}>
							{words.target} {mark(target)}
						</span>
					)}
					{warning !== null && (
						<span className="trend-side" style={{ top: at.warning, left: size.width - right + 4 }}>
							{words.warning} {mark(warning)}
						</span>
					)}
					{last !== null && (
						<span className="trend-side" title={areaName} style={{ top: at.last, left: size.width - right + 10 }}>
							<b>{withUnit(last)}</b>
							<br />
							{areaName}
						</span>
					)}
				</div>
			)}
			{!isTable && hovered !== undefined && (
				<div
					className="trend-tip"
					style={tipX > size.width / 2 ? { right: size.width - tipX + 10 } : { left: tipX + 10 }}
				>
					{formatPeriod(hovered.period, language)}
					<b>{pointWords(hovered.value, hovered.status)}</b>
					{nLabel} {formatInteger(hovered.n)}
				</div>
			)}
			{table}
		</figure>
	);
}
