// One event: its clocks, who held it, its steps, what happened near it, where the record comes from, the 催办 text.

import { Copy, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventDetail } from '../stores/events-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useEvents, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { formatHours, formatInteger, formatMinutes, formatWorkHours } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Term } from '../ui/Term.tsx';
import { formatInstant } from '../ui/time-format.ts';
import { useCopy } from '../ui/use-copy.ts';
import css from './EventDetailPane.module.css';
import { EventHistory } from './EventHistory.tsx';
import { EventSteps } from './EventSteps.tsx';
import { limitWords, namedWord, overdueWords, placeWords, reminderText, severityWord } from './event-words.ts';
import { Duties } from './events/Duties.tsx';
import { EventTimeline } from './events/EventTimeline.tsx';
import { LimitProof } from './events/LimitProof.tsx';
import { NearEvents } from './events/NearEvents.tsx';
import { StageClocks } from './events/StageClocks.tsx';
import { FailureNote } from './FailureNote.tsx';
import { NoteBook } from './notes/NoteBook.tsx';

const KNOWN_FLAGS = ['Q_FLOW', 'Q_PLACE', 'Q_DATE_ONLY', 'Q_BOX'] as const;

function Clock({
	name,
	value,
	note,
	isOver = false,
}: {
	name: string;
	value: string;
	note?: string;
	isOver?: boolean;
}) {
	return (
		<div className={css.clock}>
			<span>{name}</span>
			<p>
				<b className={isOver ? css.over : undefined}>{value}</b> {note && <small>{note}</small>}
			</p>
		</div>
	);
}

function Clocks({ detail }: { detail: EventDetail }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { event } = detail;
	const { overdue } = event;
	const heldMinutes = detail.held.reduce((total, one) => total + one.workMinutes, 0);
	const isOver = overdue !== null && overdue.amount >= 0;
	const amount = Math.abs(overdue?.amount ?? 0);
	const isJustDue = overdue !== null && amount * 60 < 1;
	const exact = isJustDue
		? overdueWords(event, language, t)
		: overdue?.clock === 'workHours'
			? formatMinutes(amount * 60, language)
			: formatHours(amount, language);
	const days = overdue?.clock === 'workHours' && amount >= 7 ? formatWorkHours(amount, language) : '';
	return (
		<div className={css.clocks}>
			{heldMinutes > 0 && <Clock name={t('event.used')} value={formatMinutes(heldMinutes, language)} />}
			<Clock
				name={detail.extendCount > 0 ? t('event.limitExtended', { n: detail.extendCount }) : t('event.limit')}
				value={limitWords(event, language, t)}
			/>
			<Clock
				name={t('event.dueAt')}
				value={event.dueAt === null ? '—' : formatInstant(event.dueAt, language, { presentYear, isLimit: true })}
			/>
			{event.closedAt !== null ? (
				<Clock name={t('event.closedAt')} value={formatInstant(event.closedAt, language, { presentYear })} />
			) : (
				overdue !== null && (
					<Clock name={t(isOver ? 'event.over' : 'event.left')} value={exact} note={days} isOver={isOver} />
				)
			)}
			{detail.pauseMinutes > 0 && (
				<Clock
					name={t('event.paused')}
					value={formatMinutes(detail.pauseMinutes, language)}
					note={t('event.notCounted')}
				/>
			)}
		</div>
	);
}

/** `isText`: words that begin at one line; else figures that end at one. */
function Facts({ rows, isText = false }: { rows: readonly { name: string; value: ReactNode }[]; isText?: boolean }) {
	return (
		<dl className={isText ? css.texts : css.facts}>
			{rows.map((row) => (
				<div key={row.name}>
					<dt>{row.name}</dt>
					<dd>{row.value}</dd>
				</div>
			))}
		</dl>
	);
}

function Story({ detail }: { detail: EventDetail }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { event, neighbours, provenance } = detail;
	const time = (iso: string | null) => (iso === null ? null : formatInstant(iso, language, { presentYear }));
	const times = [
		{ name: t('event.reportedAt'), value: time(detail.reportedAt) },
		{ name: t('event.acceptedAt'), value: time(event.acceptedAt) },
		{ name: t('event.dispatchedAt'), value: time(detail.dispatchedAt) },
		{ name: t('event.signedAt'), value: time(detail.signedAt) },
		{ name: t('event.disposedAt'), value: time(detail.disposedAt) },
		{ name: t('event.closedAt'), value: time(event.closedAt) },
		{
			name: t('event.dueAtOrig'),
			value: detail.dueAtOrig === event.dueAt ? null : time(detail.dueAtOrig),
		},
	].filter((row) => row.value !== null);
	const near = [
		{ name: t('event.sameGrid'), value: neighbours.sameGridSameClass90d },
		{ name: t('event.sameTown', { town: event.townName ?? '' }), value: neighbours.sameTownSameClass90d },
		{ name: t('event.unitOpen', { unit: event.leadUnit ?? '' }), value: neighbours.unitOpenSameClass },
	].filter((row) => row.value !== null);
	const flags = detail.qualityFlags.map((flag) => {
		const known = KNOWN_FLAGS.find((one) => one === flag);
		return known ? t(`quality.${known}`) : flag;
	});
	const text = [
		{ name: t('event.textTitle'), value: event.title },
		{ name: t('event.textAddress'), value: detail.address },
		{ name: t('event.textDescription'), value: detail.description },
	].filter((row) => row.value !== null);
	return (
		<>
			{text.length > 0 && (
				<section className={css.section} lang="zh-CN">
					<Facts rows={text} isText />
				</section>
			)}
			{detail.timeline !== null && <EventTimeline detail={detail} timeline={detail.timeline} />}
			{detail.steps.length > 0 ? (
				<EventSteps steps={detail.steps} />
			) : (
				<section className={css.section}>
					<h3 className={css.heading}>
						{t('event.times')} <span>{t('event.stepsNone')}</span>
					</h3>
					<Facts rows={times} />
				</section>
			)}
			{near.length > 0 && (
				<section className={css.section}>
					<h3 className={css.heading}>{t('event.neighbours')}</h3>
					<Facts
						rows={near.map((row) => ({
							name: row.name,
							value: <b>{t('event.count', { n: formatInteger(row.value ?? 0) })}</b>,
						}))}
					/>
				</section>
			)}
			<NearEvents near={detail.near} />
			<Duties duties={detail.duties} leadUnit={event.leadUnit} />
			<LimitProof detail={detail} />
			<StageClocks detail={detail} />
			<section className={css.section}>
				<h3 className={css.heading}>{t('notes.title')}</h3>
				<NoteBook subject={{ kind: 'event', eventId: event.eventId }} />
			</section>
			<EventHistory />
			<section className={css.section}>
				<h3 className={css.heading}>{t('event.provenance')}</h3>
				<p className={css.quiet} title={`sha256 ${provenance.sha256}`}>
					{t('event.provenanceText', {
						file: provenance.file,
						row: formatInteger(provenance.row),
						batch: provenance.batchId,
						time: formatInstant(provenance.committedAt, language, { presentYear }),
					})}
				</p>
				{flags.length > 0 && (
					<p className={css.quiet}>
						{t('event.flags')}: {flags.join(language === 'en' ? ', ' : '、')}
					</p>
				)}
			</section>
		</>
	);
}

function Reminder({ detail }: { detail: EventDetail }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { state, copy } = useCopy();
	if (detail.event.closedAt !== null || detail.event.dueAt === null) return null;
	const text = reminderText(detail.event, language, presentYear, t);
	return (
		<footer className={css.foot}>
			<p className={css.reminder}>
				<b>{t('event.reminder')}</b> {text}
			</p>
			<button type="button" className="button button-primary" onClick={() => void copy(text)}>
				<Copy size={14} strokeWidth={1.75} aria-hidden />
				<span aria-live="polite">
					{state === 'idle' ? t('event.copyReminder') : t(state === 'copied' ? 'red.copied' : 'red.copyFailed')}
				</span>
			</button>
		</footer>
	);
}

/** `isChosen`: the reader picked this event; else it is the first of the list and there is nothing to close. */
export function EventDetailPane({ eventId, isChosen }: { eventId: string | null; isChosen: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const event = useEvents((state) => state.event);
	const detail = event.value;
	if (eventId === null) {
		return (
			<section className={css.pane} aria-label={t('events.detail')}>
				<div className={css.empty}>
					<EmptyNote title={t('events.pick')}>
						<p>{t('events.pickHint')}</p>
					</EmptyNote>
				</div>
			</section>
		);
	}
	return (
		<section className={css.pane} aria-labelledby="event-title" aria-busy={isAwaited(event)}>
			<header className={css.head}>
				{detail !== null && (
					<>
						<h2 id="event-title" className={css.title}>
							<LightShape light={detail.event.light} size={15} label={t(`events.${detail.event.light}`)} />
							{namedWord(detail.event.category, language)}
							{detail.event.superviseLevel === 2 && <span className={css.yellowCard}>{t('red.card2')}</span>}
							{detail.event.superviseLevel === 3 && <span className={css.redCard}>{t('red.card3')}</span>}
						</h2>
						<p className={css.sub}>
							{[
								detail.event.eventId,
								severityWord(detail.event.severity, t),
								namedWord(detail.event.source, language),
								namedWord(detail.event.status, language),
								detail.event.isSelfClosed ? t('event.selfClosed') : '',
								detail.returnCount > 0 ? t('event.returns', { n: detail.returnCount }) : '',
								detail.reworkCount > 0 ? t('event.reworks', { n: detail.reworkCount }) : '',
								detail.satisfaction === null ? '' : t('event.satisfaction', { n: detail.satisfaction }),
							]
								.filter(Boolean)
								.join('\u00a0• ')}
							{'\u00a0• '}
							{detail.event.isUnlocated ? (
								<Term id="unlocated">{placeWords(detail.event, t)}</Term>
							) : (
								placeWords(detail.event, t)
							)}
						</p>
						<p className={css.sub}>
							{[
								`${t('events.unit')} ${detail.event.leadUnit ?? t('red.noUnit')}`,
								...(detail.coUnits.length > 0 ? [`${t('event.coUnits')} ${detail.coUnits.join('、')}`] : []),
							].join(' • ')}
						</p>
					</>
				)}
				{isChosen && (
					<button
						type="button"
						className={`icon-button ${css.close}`}
						aria-label={t('event.close')}
						title={`${t('event.close')} Esc`}
						onClick={() => location.getState().adjust({ eventId: null })}
					>
						<X size={18} aria-hidden />
					</button>
				)}
			</header>
			{event.error !== null && <FailureNote error={event.error} isOld={detail !== null} />}
			{detail === null && event.error === null && <EmptyNote title={t('events.loading')} />}
			{detail !== null && (
				<>
					<Clocks detail={detail} />
					<div className={css.story}>
						<Story detail={detail} />
					</div>
					<Reminder detail={detail} />
				</>
			)}
		</section>
	);
}
