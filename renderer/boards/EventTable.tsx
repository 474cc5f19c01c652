// The list of events: a real table whose rows exist only where they are seen. Arrow keys move, a row opens its event.

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Copy } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventRow, EventSort } from '../stores/events-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useEvents, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { formatInteger, formatOverdue } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { formatInstant } from '../ui/time-format.ts';
import { useCopy } from '../ui/use-copy.ts';
import type { SortState } from './EventsPage.tsx';
import css from './EventTable.module.css';
import { eventWords, limitWords, namedWord, overdueWords, reminderText } from './event-words.ts';
import { FailureNote } from './FailureNote.tsx';
import { SeverityTag } from './SeverityTag.tsx';

const ROW_PX = 31;
const OVERSCAN = 12;
const NO_ROWS: readonly EventRow[] = [];

function ChaseCell({ event }: { event: EventRow }) {
	const { t } = useTranslation();
	if (event.superviseLevel === 3) return <span className={css.redCard}>{t('events.redCard')}</span>;
	if (event.superviseLevel === 2) return <span className={css.yellowCard}>{t('events.yellowCard')}</span>;
	return event.urgeCount > 0 ? t('events.urge', { n: event.urgeCount }) : '—';
}

function OverdueCell({ event }: { event: EventRow }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	if (event.closedAt !== null) {
		return (
			<span className={css.closed}>
				{t('events.closedOn', { time: formatInstant(event.closedAt, language, { presentYear }) })}
			</span>
		);
	}
	if (event.overdue === null) return '—';
	const isOver = event.overdue.amount >= 0;
	return (
		<b
			className={!isOver ? css.left : event.light === 'deepRed' ? css.deep : css.over}
			title={overdueWords(event, language, t)}
		>
			{formatOverdue(event.overdue, language)}
		</b>
	);
}

function Row({
	event,
	index,
	isSelected,
	onOpen,
	onKeyDown,
}: {
	event: EventRow;
	index: number;
	isSelected: boolean;
	onOpen: () => void;
	onKeyDown: (event: KeyboardEvent) => void;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	return (
		// The button in the row is what keyboards and screen readers use; the row itself only widens its target.
		<tr className={css.row} data-selected={isSelected} onClick={onOpen}>
			<td>
				<LightShape light={event.light} label={t(`events.${event.light}`)} />
			</td>
			<td>
				<button
					type="button"
					className={css.open}
					data-row={index}
					onKeyDown={onKeyDown}
					aria-current={isSelected ? 'true' : undefined}
				>
					{event.eventId}
				</button>
			</td>
			<td title={namedWord(event.category, language)}>
				<SeverityTag severity={event.severity} /> {eventWords(event, language)}
			</td>
			<td>{event.townName ?? t('red.unlocated')}</td>
			<td title={event.leadUnit ?? undefined}>{event.leadUnit ?? '—'}</td>
			<td>{event.limit === null ? '—' : limitWords(event, language, t)}</td>
			<td>{event.dueAt === null ? '—' : formatInstant(event.dueAt, language, { presentYear, isLimit: true })}</td>
			<td className={css.right}>
				<OverdueCell event={event} />
			</td>
			<td className={css.right}>
				<ChaseCell event={event} />
			</td>
		</tr>
	);
}

function SortHead({
	by,
	word,
	sort,
	onSort,
	isRight = false,
}: {
	by: EventSort;
	word: string;
	sort: SortState;
	onSort: (sort: SortState) => void;
	isRight?: boolean;
}) {
	const { t } = useTranslation();
	const isCurrent = sort.by === by;
	return (
		<th
			scope="col"
			className={isRight ? css.right : undefined}
			aria-sort={isCurrent ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
		>
			<button
				type="button"
				className={css.sort}
				title={t('events.sortBy', { name: word })}
				onClick={() => onSort({ by, isDescending: isCurrent && !sort.isDescending })}
			>
				{word}
				{isCurrent && (sort.isDescending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
			</button>
		</th>
	);
}

interface EventTableProps {
	sort: SortState;
	onSort: (sort: SortState) => void;
	/** The event shown beside the list. */
	selected: string | null;
}

export function EventTable({ sort, onSort, selected }: EventTableProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { events, location } = useStores();
	const list = useEvents((state) => state.list);
	const scroller = useRef<HTMLDivElement>(null);
	const focusNext = useRef<number | null>(null);
	const { state: copyState, copy } = useCopy();
	const rows = list.value?.rows ?? NO_ROWS;
	const total = list.value?.total ?? 0;
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_PX,
		overscan: OVERSCAN,
	});
	const items = virtual.getVirtualItems();
	const last = items.at(-1)?.index ?? -1;
	useEffect(() => {
		if (last >= rows.length - OVERSCAN && rows.length < total) void events.getState().loadMore();
	}, [events, last, rows.length, total]);
	useEffect(() => {
		const wanted = focusNext.current;
		if (wanted === null) return;
		const button = scroller.current?.querySelector<HTMLButtonElement>(`[data-row="${wanted}"]`);
		if (button) {
			button.focus();
			focusNext.current = null;
		}
	});
	const open = (event: EventRow) => location.getState().adjust({ eventId: event.eventId });
	const onKeyDown = (event: KeyboardEvent) => {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		const from = Number((event.target as HTMLElement).dataset.row ?? Number.NaN);
		const next = rows[from + step];
		if (step === 0 || !next) return;
		event.preventDefault();
		focusNext.current = from + step;
		virtual.scrollToIndex(from + step);
		open(next);
	};
	const before = items[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
	const seenFrom = rows.length === 0 ? 0 : Math.floor((virtual.scrollOffset ?? 0) / ROW_PX) + 1;
	const seenTo = Math.min(total, seenFrom - 1 + Math.floor(((scroller.current?.clientHeight ?? 0) - 36) / ROW_PX));
	const overdue = rows.filter((row) => row.overdue !== null && row.overdue.amount >= 0);
	return (
		<section className={css.card} aria-label={t('events.title')} aria-busy={isAwaited(list)}>
			{list.error !== null && <FailureNote error={list.error} isOld={list.value !== null} />}
			<div ref={scroller} className={css.scroller}>
				<table className={css.table} aria-rowcount={total + 1}>
					<colgroup>
						<col className={css.lightColumn} />
						<col className={css.numberColumn} />
						<col />
						<col className={css.townColumn} />
						<col className={css.unitColumn} />
						<col className={css.limitColumn} />
						<col className={css.dueColumn} />
						<col className={css.overdueColumn} />
						<col className={css.chaseColumn} />
					</colgroup>
					<thead>
						<tr>
							<th scope="col">
								<span className="visually-hidden">{t('events.addLights')}</span>
							</th>
							<th scope="col">{t('events.number')}</th>
							<th scope="col">{t('events.event')}</th>
							<th scope="col">{t('events.town')}</th>
							<th scope="col">{t('events.unit')}</th>
							<th scope="col">{t('events.limit')}</th>
							<SortHead by="dueAt" word={t('events.due')} sort={sort} onSort={onSort} />
							<SortHead by="urgency" word={t('events.overdue')} sort={sort} onSort={onSort} isRight />
							<th scope="col" className={css.right}>
								{t('events.supervise')}
							</th>
						</tr>
					</thead>
					<tbody>
						{before > 0 && (
							<tr aria-hidden>
								<td colSpan={9} style={{ height: before, padding: 0 }} />
							</tr>
						)}
						{items.map((item) => {
							const event = rows[item.index];
							return (
								event && (
									<Row
										key={event.eventId}
										event={event}
										index={item.index}
										isSelected={event.eventId === selected}
										onOpen={() => open(event)}
										onKeyDown={onKeyDown}
									/>
								)
							);
						})}
						{after > 0 && (
							<tr aria-hidden>
								<td colSpan={9} style={{ height: after, padding: 0 }} />
							</tr>
						)}
					</tbody>
				</table>
				{list.value !== null && rows.length === 0 && (
					<div className={css.empty}>
						<EmptyNote title={t('events.empty')}>
							<p>{t('events.emptyHint')}</p>
						</EmptyNote>
					</div>
				)}
			</div>
			<footer className={css.foot}>
				<span>
					{t('events.shown', {
						from: formatInteger(seenFrom),
						to: formatInteger(Math.max(seenTo, 0)),
						total: formatInteger(total),
					})}
				</span>
				<button
					type="button"
					className="button"
					disabled={overdue.length === 0}
					onClick={() => void copy(overdue.map((row) => reminderText(row, language, presentYear, t)).join('\n'))}
				>
					<Copy size={14} strokeWidth={1.75} aria-hidden />
					<span aria-live="polite">
						{copyState === 'idle' ? t('events.copyShown') : t(copyState === 'copied' ? 'red.copied' : 'red.copyFailed')}
					</span>
				</button>
			</footer>
		</section>
	);
}
