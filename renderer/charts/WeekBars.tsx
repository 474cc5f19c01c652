// Counts of whole weeks as bars with their number: the weeks before hollow, those of an action filled, those after it was
// closed hatched; what came back is marked inside each bar. Form tells the times apart, colour only helps.

import './week-bars.css';
import { formatInteger } from '../ui/format.ts';
import { ChartTable } from './ChartTable.tsx';

/** Above so many bars a number no longer fits over each; the table has them. */
const NUMBERED = 20;

interface WeekBarsProps {
	/** Accessible name, as in 各周受理. */
	label: string;
	weeks: readonly { firstDay: string; kind: 'before' | 'during' | 'since'; count: number; part: number }[];
	/** Words under the first bar of each time, by kind. */
	kinds: Readonly<Record<'before' | 'during' | 'since', string>>;
	head: readonly string[];
	rows: readonly (readonly string[])[];
	isTable: boolean;
}

export function WeekBars({ label, weeks, kinds, head, rows, isTable }: WeekBarsProps) {
	const most = Math.max(1, ...weeks.map(({ count }) => count));
	return (
		<>
			{!isTable && (
				<div className="week-bars" data-many={weeks.length > NUMBERED} aria-hidden="true">
					{weeks.map(({ firstDay, kind, count, part }, at) => (
						<span key={firstDay} className="week-bar" data-kind={kind} title={`${firstDay}: ${formatInteger(count)}`}>
							<b>{formatInteger(count)}</b>
							<i style={{ height: `${(count / most) * 56}px` }}>
								<u style={{ height: `${(part / most) * 56}px` }} />
							</i>
							<em>{weeks[at - 1]?.kind === kind ? '' : kinds[kind]}</em>
						</span>
					))}
				</div>
			)}
			<ChartTable caption={label} head={head} rows={rows} isShown={isTable} />
		</>
	);
}
