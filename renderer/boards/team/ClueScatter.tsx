// Two figures of the towns against each other: one dot a town, its numbers in the table beside it. Draws no line: few towns
// show no law.

import { useTranslation } from 'react-i18next';
import { formatDecimal } from '../../ui/format.ts';
import css from './ClueScatter.module.css';

export interface CluePoint {
	area: string;
	name: string;
	x: number;
	y: number;
}

/** Low and high end of an axis with a little room; never a width of nothing. */
export function axisOf(values: readonly number[]): { low: number; high: number } {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const room = Math.max((most - least) * 0.08, 0.5);
	return { low: Math.floor(least - room), high: Math.ceil(most + room) };
}

export function ClueScatter({
	xName,
	yName,
	points,
	current,
}: {
	xName: string;
	yName: string;
	points: readonly CluePoint[];
	current: string;
}) {
	const { t } = useTranslation();
	if (points.length < 2) return null;
	const x = axisOf(points.map((point) => point.x));
	const y = axisOf(points.map((point) => point.y));
	const share = (value: number, { low, high }: { low: number; high: number }) => ((value - low) / (high - low)) * 100;
	return (
		<figure className={css.figure} aria-label={t('team.scatter', { x: xName, y: yName })}>
			<figcaption className={css.yName}>{yName} ↑</figcaption>
			<div className={css.plot} aria-hidden="true">
				<span className={css.high}>{formatDecimal(y.high, 0)}</span>
				<span className={css.low}>{formatDecimal(y.low, 0)}</span>
				{points.map((point) => (
					<i
						key={point.area}
						className={css.dot}
						data-current={point.area === current || undefined}
						title={`${point.name} ${formatDecimal(point.x)} / ${formatDecimal(point.y)}`}
						style={{ left: `${share(point.x, x)}%`, bottom: `${share(point.y, y)}%` }}
					/>
				))}
			</div>
			<div className={css.xAxis} aria-hidden="true">
				<span>{formatDecimal(x.low, 0)}</span>
				<span>{xName} →</span>
				<span>{formatDecimal(x.high, 0)}</span>
			</div>
		</figure>
	);
}
