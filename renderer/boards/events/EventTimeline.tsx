// 球在谁手里: one line a unit on an axis of working time, with pauses hatched, limits and now as lines across, and
// returns, extensions and supervision as marks. Every bar says in words what it shows.

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import type { EventDetail } from '../../stores/events-store.ts';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import { formatMinutes } from '../../ui/format.ts';
import { formatInstant } from '../../ui/time-format.ts';
import pane from '../EventDetailPane.module.css';
import css from './EventTimeline.module.css';
import { TimelineDays } from './TimelineDays.tsx';

type Timeline = NonNullable<EventDetail['timeline']>;

const MARK_WORDS = {
	returned: 'event.markReturned',
	extended: 'event.markExtended',
	supervised: 'event.markSupervised',
	reworked: 'event.markReworked',
} as const;

export function EventTimeline({ detail, timeline }: { detail: EventDetail; timeline: Timeline }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { spans, length, limits, marks, end } = timeline;
	const units = [...new Set(spans.map(({ unit }) => unit))];
	const share = (minutes: number) => `${Math.min(100, (100 * minutes) / length)}%`;
	const time = (iso: string, isLimit = false) => formatInstant(iso, language, { presentYear, isLimit });
	const present = limits.find(({ kind }) => kind === 'present');
	const isMoved = limits.some(({ kind }) => kind === 'original');
	const dueS = present === undefined ? null : parseIso(present.instant);
	const heldOf = (unit: string) =>
		timeline.clock === 'work'
			? (detail.held.find((one) => one.unit === unit)?.workMinutes ?? 0)
			: Math.round(
					spans.reduce((sum, span) => sum + (span.unit === unit && span.kind === 'held' ? span.length : 0), 0),
				);
	const lines = [
		...limits.map(({ kind, instant, at }) => ({
			key: kind,
			at,
			look: kind === 'original' ? css.original : css.present,
			word: t(kind === 'original' ? 'event.limitOriginal' : isMoved ? 'event.limitPresent' : 'event.limitOnly'),
			title: time(instant, true),
		})),
		{
			key: 'end',
			at: end.at,
			look: css.end,
			word: t(end.kind === 'now' ? 'event.endNow' : 'event.endClosed'),
			title: time(end.instant),
		},
	].sort((a, b) => a.at - b.at);
	return (
		<section className={pane.section}>
			<h3 className={pane.heading}>
				{t('event.held')} <span>{t(timeline.clock === 'work' ? 'event.timelineWork' : 'event.timelineNatural')}</span>
			</h3>
			<div className={css.chart}>
				{timeline.days.length > 0 && <TimelineDays days={timeline.days} length={length} />}
				<span />
				{units.map((unit) => (
					<Fragment key={unit}>
						<span className={css.unit} title={unit}>
							{unit}
						</span>
						<div className={css.track}>
							{timeline.days.map(({ day, at }) => (
								<i key={day} className={css.day} style={{ insetInlineStart: share(at) }} />
							))}
							{spans
								.filter((span) => span.unit === unit)
								.map((span) => {
									const fromS = parseIso(span.from) ?? 0;
									const isLate = span.kind === 'held' && dueS !== null && fromS >= dueS;
									const words = `${t('event.timelineSpan', { unit, from: time(span.from), to: time(span.to) })}${span.kind === 'paused' ? ` • ${t('event.timelinePaused')}` : ''}`;
									const late =
										span.kind === 'held' && !isLate && present !== undefined && span.at + span.length > present.at
											? span.at + span.length - present.at
											: 0;
									return (
										<Fragment key={span.from}>
											<span
												role="img"
												aria-label={words}
												title={words}
												className={span.kind === 'paused' ? css.paused : isLate ? css.late : css.bar}
												style={{ insetInlineStart: share(span.at), width: share(span.length) }}
											/>
											{late > 0 && (
												<i
													className={css.late}
													style={{ insetInlineStart: share(span.at + span.length - late), width: share(late) }}
												/>
											)}
										</Fragment>
									);
								})}
							{marks
								.filter((mark) => mark.unit === unit)
								.map((mark) => (
									<span
										key={`${mark.kind}${mark.instant}`}
										role="img"
										className={css.mark}
										aria-label={`${t(MARK_WORDS[mark.kind])} ${time(mark.instant)}`}
										title={`${t(MARK_WORDS[mark.kind])} ${time(mark.instant)}`}
										style={{ insetInlineStart: share(mark.at) }}
									/>
								))}
							{lines.map(({ key, at, look }) => (
								<i key={key} className={`${css.line} ${look}`} style={{ insetInlineStart: share(at) }} />
							))}
						</div>
						<span
							className={css.total}
							title={t('event.timelineTotal', { unit, time: formatMinutes(heldOf(unit), language) })}
						>
							{formatMinutes(heldOf(unit), language)}
						</span>
					</Fragment>
				))}
			</div>
			<p className={css.key}>
				{lines.map(({ key, look, word, title }) => (
					<span key={key}>
						<i className={`${css.sample} ${look}`} aria-hidden /> {word} {title}
					</span>
				))}
				{marks.map(({ kind, unit, instant }) => (
					<span key={`${kind}${instant}`}>
						<i className={`${css.sample} ${css.markSample}`} aria-hidden /> {t(MARK_WORDS[kind])} {unit} {time(instant)}
					</span>
				))}
			</p>
		</section>
	);
}
