// The rows of the red-light queue: pauses, extensions and the next legal step beside each. Rows exist only where they are
// seen; arrow keys move, a row opens its event.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../stores/collab-store.ts';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import { formatMinutes, formatOverdue } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { REACHED_BY_KEYS } from '../../ui/reached-by-keys.ts';
import { formatInstant } from '../../ui/time-format.ts';
import { eventWords, namedWord, overdueWords, placeWords } from '../event-words.ts';
import { SeverityTag } from '../SeverityTag.tsx';
import shared from './collab-table.module.css';
import { ledgerWord } from './ledger-word.ts';
import css from './QueueView.module.css';

const ROW_PX = 32;
const OVERSCAN = 12;

const CARDS = { plain: shared.plainCard, yellowCard: shared.yellowCard, redCard: shared.redCard } as const;

/** What stops or moves the clock: the running pause, earlier ones, extensions, whether one is left. */
function ClockCell({ row }: { row: QueueRow }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { pause, pauseMinutes, extension } = row;
	const parts: string[] = [];
	if (pause) {
		parts.push(
			pause.since === null
				? t('queue.paused')
				: t('queue.pausedSince', { time: formatInstant(pause.since, language, { presentYear }) }),
		);
		if (pause.reason) parts.push(ledgerWord(pause.reason, language, ''));
	} else if (pauseMinutes > 0) parts.push(t('queue.pausedBefore', { time: formatMinutes(pauseMinutes, language) }));
	if (extension.count > 0) parts.push(t('queue.extended', { n: extension.count }));
	if (extension.state === 'pending') parts.push(t('queue.pending'));
	else if (extension.state === 'possible') parts.push(t('queue.extendable'));
	const text = parts.join(language === 'en' ? ', ' : '，');
	if (text === '') return '—';
	return (
		<span className={shared.quiet} title={text}>
			{text}
		</span>
	);
}

/** The next legal step, and from when it may be taken. */
function StepCell({ row }: { row: QueueRow }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { next, waitUntil } = row.ladder;
	const word = t(`queue.steps.${next}`);
	if (waitUntil !== null) {
		const text = t('queue.stepAfter', {
			step: word,
			time: formatInstant(waitUntil, language, { presentYear, isLimit: true }),
		});
		return (
			<span className={shared.quiet} title={text}>
				{text}
			</span>
		);
	}
	return next === 'plain' || next === 'yellowCard' || next === 'redCard' ? (
		<span className={CARDS[next]}>{word}</span>
	) : (
		word
	);
}

export function QueueTable({ rows, onOpen }: { rows: readonly QueueRow[]; onOpen: (row: QueueRow) => void }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const scroller = useRef<HTMLDivElement>(null);
	const focusNext = useRef<number | null>(null);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_PX,
		overscan: OVERSCAN,
	});
	useEffect(() => {
		const wanted = focusNext.current;
		if (wanted === null) return;
		const button = scroller.current?.querySelector<HTMLButtonElement>(`[data-row="${wanted}"]`);
		if (!button) return;
		button.focus();
		focusNext.current = null;
	});
	const onKeyDown = (event: KeyboardEvent) => {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		const next = Number((event.target as HTMLElement).dataset.row ?? Number.NaN) + step;
		if (step === 0 || !rows[next]) return;
		event.preventDefault();
		const button = scroller.current?.querySelector<HTMLButtonElement>(`[data-row="${next}"]`);
		if (button) button.focus();
		else focusNext.current = next;
		virtual.scrollToIndex(next);
	};
	const items = virtual.getVirtualItems();
	const before = items[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
	return (
		<div ref={scroller} className={shared.scroller} {...REACHED_BY_KEYS}>
			<table className={`${shared.table} ${css.table}`} aria-rowcount={rows.length + 1}>
				<colgroup>
					<col className={css.lightColumn} />
					<col className={css.numberColumn} />
					<col />
					<col className={css.unitColumn} />
					<col className={css.dueColumn} />
					<col className={css.overColumn} />
					<col className={css.clockColumn} />
					<col className={css.stepColumn} />
				</colgroup>
				<thead>
					<tr>
						<th scope="col">
							<span className="visually-hidden">{t('events.addLights')}</span>
						</th>
						<th scope="col">{t('events.number')}</th>
						<th scope="col">{t('events.event')}</th>
						<th scope="col">{t('events.unit')}</th>
						<th scope="col">{t('events.due')}</th>
						<th scope="col" className={shared.right}>
							{t('events.overdue')}
						</th>
						<th scope="col">{t('queue.clock')}</th>
						<th scope="col">{t('queue.step')}</th>
					</tr>
				</thead>
				<tbody>
					{before > 0 && (
						<tr aria-hidden>
							<td colSpan={8} style={{ height: before, padding: 0 }} />
						</tr>
					)}
					{items.map(({ index }) => {
						const row = rows[index];
						if (!row) return null;
						const { event } = row;
						return (
							// The button in the row is what keyboards and screen readers use; the row only widens its target.
							<tr key={event.eventId} className={css.row} onClick={() => onOpen(row)}>
								<td>
									<LightShape light={event.light} label={t(`events.${event.light}`)} />
								</td>
								<td>
									<button
										type="button"
										className={css.open}
										data-row={index}
										aria-label={t('collab.openEvent', { id: event.eventId })}
										onKeyDown={onKeyDown}
									>
										{event.eventId}
									</button>
								</td>
								<td className={shared.clip} title={`${namedWord(event.category, language)} ${placeWords(event, t)}`}>
									<SeverityTag severity={event.severity} /> {eventWords(event, language)}
								</td>
								<td className={shared.clip} title={event.leadUnit ?? undefined}>
									{event.leadUnit ?? t('red.noUnit')}
								</td>
								<td className={shared.keep}>
									{event.dueAt === null ? '—' : formatInstant(event.dueAt, language, { presentYear, isLimit: true })}
								</td>
								<td className={shared.right} title={overdueWords(event, language, t)}>
									<b
										className={
											event.light === 'deepRed' ? shared.deep : event.light === 'red' ? shared.over : undefined
										}
									>
										{event.light === 'paused' || event.overdue === null ? '—' : formatOverdue(event.overdue, language)}
									</b>
								</td>
								<td className={shared.clip}>
									<ClockCell row={row} />
								</td>
								<td className={shared.clip}>
									<StepCell row={row} />
								</td>
							</tr>
						);
					})}
					{after > 0 && (
						<tr aria-hidden>
							<td colSpan={8} style={{ height: after, padding: 0 }} />
						</tr>
					)}
				</tbody>
			</table>
		</div>
	);
}
