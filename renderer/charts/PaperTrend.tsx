// A line over up to twelve periods, drawn as plain vectors for a printed page: axis, target, gaps left open.
// Must not depend on the theme: paper is white.

import type { Language } from '../text/language.ts';
import { formatDecimal, formatInteger } from '../ui/format.ts';
import { axisScale } from './axis-scale.ts';
import { periodTicks } from './period-ticks.ts';

const WIDTH = 600;
const HEIGHT = 190;
const PLOT = { left: 48, right: 12, top: 12, bottom: 40 };

interface PaperTrendProps {
	title: string;
	unit: string;
	points: readonly { period: string; value: number | null }[];
	target: number | null;
	targetWord: string;
	language: Language;
}

export function PaperTrend({ title, unit, points, target, targetWord, language }: PaperTrendProps) {
	const known = [...points.map(({ value }) => value), target].filter((value) => value !== null);
	const kind = unit === '%' ? 'ratio' : known.every(Number.isInteger) ? 'count' : 'median';
	const scale = axisScale(known, kind);
	const ticks = periodTicks(
		points.map(({ period }) => period),
		language,
	);
	const x = (at: number) => PLOT.left + (at * (WIDTH - PLOT.left - PLOT.right)) / Math.max(1, points.length - 1);
	const y = (value: number) =>
		HEIGHT - PLOT.bottom - ((value - scale.min) / (scale.max - scale.min)) * (HEIGHT - PLOT.top - PLOT.bottom);
	const say = (value: number) => (Number.isInteger(value) ? formatInteger(value) : formatDecimal(value));
	let line = '';
	points.forEach(({ value }, at) => {
		if (value === null) return;
		const isStart = (points[at - 1]?.value ?? null) === null;
		line += `${isStart ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
	});
	return (
		<figure className="paper-trend">
			<figcaption>
				{title}
				{unit === '' ? '' : language === 'en' ? ` (${unit})` : `（${unit}）`}
			</figcaption>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
				{scale.ticks.map((tick) => (
					<g key={tick}>
						<line className="paper-trend-rule" x1={PLOT.left} x2={WIDTH - PLOT.right} y1={y(tick)} y2={y(tick)} />
						<text className="paper-trend-label" x={PLOT.left - 6} y={y(tick) + 4} textAnchor="end">
							{say(tick)}
						</text>
					</g>
				))}
				{target !== null && (
					<g>
						<line className="paper-trend-target" x1={PLOT.left} x2={WIDTH - PLOT.right} y1={y(target)} y2={y(target)} />
						<text className="paper-trend-label" x={WIDTH - PLOT.right} y={y(target) - 5} textAnchor="end">
							{targetWord} {say(target)}
						</text>
					</g>
				)}
				<path className="paper-trend-line" d={line} />
				{points.map(({ period, value }, at) => (
					<g key={period}>
						{value !== null && <circle className="paper-trend-point" cx={x(at)} cy={y(value)} r={2.5} />}
						<text className="paper-trend-label" x={x(at)} y={HEIGHT - PLOT.bottom + 16} textAnchor="middle">
							{ticks[at]?.text}
						</text>
						<text className="paper-trend-label" x={x(at)} y={HEIGHT - PLOT.bottom + 31} textAnchor="middle">
							{ticks[at]?.year}
						</text>
					</g>
				))}
			</svg>
		</figure>
	);
}
