// 红灯: who must be chased now, most severe first. Ignores the period and says so; a row opens its event.

import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EventRow } from '../stores/events-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useEvents, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useCopy } from '../ui/use-copy.ts';
import {
	chaseWords,
	eventWords,
	limitWords,
	namedWord,
	overdueWords,
	placeWords,
	reminderText,
	severityWord,
} from './event-words.ts';
import { FailureNote } from './FailureNote.tsx';
import css from './RedLightsPanel.module.css';
import { SeverityTag } from './SeverityTag.tsx';

function RedRow({
	event,
	onOpen,
	onCopy,
	isCopied,
}: {
	event: EventRow;
	onOpen: () => void;
	onCopy: () => void;
	isCopied: boolean;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const place = placeWords(event, t);
	return (
		<li className={css.row}>
			<button
				type="button"
				className={css.cover}
				aria-label={`${t('red.open', { id: event.eventId })}, ${severityWord(event.severity, t)}, ${overdueWords(event, language, t)}`}
				onClick={onOpen}
			/>
			<LightShape light={event.light} label={t(`events.${event.light}`)} />
			<span className={css.what}>
				<span className={css.first}>
					<SeverityTag severity={event.severity} />
					<span className={css.clip} title={namedWord(event.category, language)}>
						{eventWords(event, language)}
					</span>
				</span>
				<span className={css.second} title={place}>
					{language === 'en' ? [event.eventId, event.townName].filter(Boolean).join(' • ') : place}
				</span>
			</span>
			<span className={css.who}>
				<span className={css.clip} title={event.leadUnit ?? undefined}>
					{event.leadUnit ?? t('red.noUnit')}
				</span>
				<span className={css.second}>{chaseWords(event, t)}</span>
			</span>
			<span className={css.when}>
				<b className={event.light === 'deepRed' ? css.deep : event.light === 'red' ? css.over : undefined}>
					{overdueWords(event, language, t)}
				</b>
				<span className={css.second}>
					{event.limit === null ? t('red.noLimit') : t('red.limit', { limit: limitWords(event, language, t) })}
				</span>
			</span>
			<button
				type="button"
				className={`icon-button ${css.copy}`}
				aria-label={t('red.copyOne', { id: event.eventId })}
				title={t('red.copyOne', { id: event.eventId })}
				onClick={onCopy}
			>
				{isCopied ? <Check size={15} aria-hidden /> : <Copy size={15} strokeWidth={1.75} aria-hidden />}
			</button>
		</li>
	);
}

export function RedLightsPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { location } = useStores();
	const red = useEvents((state) => state.redLights);
	const { state: copyState, key: copiedKey, copy } = useCopy();
	const { value } = red;
	const reds = (value?.rows ?? []).filter((row) => row.light === 'deepRed' || row.light === 'red');
	// With nothing overdue, the next to fall due.
	const rows = reds.length > 0 ? reds : (value?.rows ?? []);
	const total = value ? value.counts.deepRed + value.counts.red : 0;
	const note = t(value?.isCalendarProvisional ? 'red.provisional' : 'red.note');
	const say = (key: string) =>
		copiedKey !== key || copyState === 'idle' ? null : t(copyState === 'copied' ? 'red.copied' : 'red.copyFailed');
	const reminders = rows.map((row) => reminderText(row, language, presentYear, t)).join('\n');
	return (
		<Panel
			title={t('red.title')}
			className={css.panel}
			isBusy={isAwaited(red)}
			isFlush
			note={
				value !== null && (
					<span className={css.counts}>
						<LightShape light="deepRed" label={t('events.deepRed')} /> {formatInteger(value.counts.deepRed)}
						<LightShape light="red" label={t('events.red')} /> {formatInteger(value.counts.red)}
						<span title={note}>{note}</span>
					</span>
				)
			}
			actions={
				total > 0 && (
					<>
						<button type="button" className="link" onClick={() => void copy(reminders, 'all')}>
							{say('all') ?? t('red.copyAll')}
						</button>
						<button
							type="button"
							className="link"
							onClick={() => location.getState().openEvents({ lights: ['deepRed', 'red'] })}
						>
							{t('red.all', { n: formatInteger(total) })}
						</button>
					</>
				)
			}
		>
			{red.error !== null && <FailureNote error={red.error} isOld={value !== null} />}
			{value !== null && total === 0 && (
				<div className={css.none}>
					<EmptyNote title={t(rows.length > 0 ? 'red.noneButSoon' : 'red.none')} />
				</div>
			)}
			<div className={css.room}>
				<ul className={css.rows}>
					{rows.map((event) => (
						<RedRow
							key={event.eventId}
							event={event}
							isCopied={copiedKey === event.eventId && copyState === 'copied'}
							onOpen={() => location.getState().openEvents({ lights: ['deepRed', 'red'] }, event.eventId)}
							onCopy={() => void copy(reminderText(event, language, presentYear, t), event.eventId)}
						/>
					))}
				</ul>
			</div>
			<span role="status" className="visually-hidden">
				{copyState === 'idle' ? '' : t(copyState === 'copied' ? 'red.copied' : 'red.copyFailed')}
			</span>
		</Panel>
	);
}
