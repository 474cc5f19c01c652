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
	proof,
}: {
	label: string;
	points: readonly { period: string; n: number }[];
	language: Language;
	/** Opens the proof of a period's figure; its words stand before the number of cases. */
	proof: { labelOf: (period: string) => string; open: (period: string) => void };
}) {
	const most = Math.max(1, ...points.map(({ n }) => n));
	const last = Math.max(points.length - 1, 1);
	return (
		<div className="case-bars">
			<span className="case-bars-label" style={{ width: TREND_MARGIN.left }}>
				{label}
			</span>
			<div className="case-bars-plot" style={{ left: TREND_MARGIN.left, right: TREND_RIGHT[language] }}>
				{points.map(({ period, n }, index) => (
					<span key={period} className="case-bar" style={{ left: `${(index / last) * 100}%` }}>
						<i style={{ height: `${(n / most) * 100}%` }} />
						<button
							type="button"
							className="case-bar-number"
							data-figure={period}
							aria-label={`${proof.labelOf(period)}, ${formatInteger(n)}`}
							title={proof.labelOf(period)}
							onClick={() => proof.open(period)}
						>
							{formatInteger(n)}
						</button>
					</span>
				))}
			</div>
		</div>
	);
}
