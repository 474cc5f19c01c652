// How many cases stand behind each point of a trend, as small bars with their number; they share the trend's plot.

import './case-bars.css';
import type { Language } from '../text/language.ts';
import { formatInteger } from '../ui/format.ts';
import { TREND_RIGHT } from './TrendChart.tsx';
import { TREND_MARGIN } from './trend-options.ts';

export function CaseBars({
	label,
	points,
	language,
}: {
	label: string;
	points: readonly { period: string; n: number }[];
	language: Language;
}) {
	const most = Math.max(1, ...points.map(({ n }) => n));
	const last = Math.max(points.length - 1, 1);
	return (
		// The table of the trend says the same numbers in words.
		<div className="case-bars" aria-hidden="true">
			<span className="case-bars-label" style={{ width: TREND_MARGIN.left }}>
				{label}
			</span>
			<div className="case-bars-plot" style={{ left: TREND_MARGIN.left, right: TREND_RIGHT[language] }}>
				{points.map(({ period, n }, index) => (
					<span key={period} className="case-bar" style={{ left: `${(index / last) * 100}%` }}>
						<i style={{ height: `${(n / most) * 100}%` }} />
						<b>{formatInteger(n)}</b>
					</span>
				))}
			</div>
		</div>
	);
}
