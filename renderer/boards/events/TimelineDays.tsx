// The days over the bars of 球在谁手里: as many as stand clear of one another in the width there is.
// Must not be read aloud: every bar says its own times.

import { useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '../../stores/use-view.ts';
import { formatPeriodShort } from '../../ui/time-format.ts';
import css from './EventTimeline.module.css';
import { type DayStart, fittingDays } from './fitting-days.ts';

interface TimelineDaysProps {
	/** Days in order, each with the place of its beginning on the axis. */
	days: readonly DayStart[];
	/** Length of the axis in the unit of `at`. */
	length: number;
}

/** Two cells of the chart's grid: the month at the left, the days over the bars. */
export function TimelineDays({ days, length }: TimelineDaysProps) {
	const language = useLanguage();
	const axis = useRef<HTMLDivElement>(null);
	const [widthPx, setWidthPx] = useState(0);
	useLayoutEffect(() => {
		const element = axis.current;
		if (element === null) return;
		const measure = () => setWidthPx(element.clientWidth);
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	const labels = fittingDays(days, length, widthPx, language);
	const month = labels[0]?.day.slice(0, 7);
	return (
		<>
			<span className={css.month} aria-hidden>
				{month !== undefined && formatPeriodShort(month, language)}
			</span>
			<div className={css.days} ref={axis} aria-hidden>
				{labels.map(({ day, x, word }) => (
					<span key={day} style={{ insetInlineStart: x }}>
						{word}
					</span>
				))}
			</div>
		</>
	);
}
