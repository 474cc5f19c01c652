// The list of events: a real table whose rows exist only where they are seen, out of any number. Arrow keys move, a row
// opens its event, the space bar selects it, Ctrl+C copies what is selected.

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventColumn } from '../../shared/contract/schemas/events.ts';
import { type EventRow, rowAt } from '../stores/events-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useEvents, useLocation, useStores } from '../stores/StoresContext.tsx';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { useCopy } from '../ui/use-copy.ts';
import type { SortState } from './EventsPage.tsx';
import css from './EventTable.module.css';
import { columnOf, EventCell, type EventColumnSpec, rowsAsText, useCellContext } from './events/EventCell.tsx';
import { fittingColumns, widthOf } from './events/fitting-columns.ts';
import { ListFoot } from './events/ListFoot.tsx';
import { FailureNote } from './FailureNote.tsx';

const ROW_PX = 31;
const HEAD_PX = 36;
const OVERSCAN = 12;
const PAGE_STEP = 10;
/** No browser makes a page taller than about 33 million pixels. */
const MOST_ROWS = 1_000_000;
const SHIFTS: Readonly<Record<string, number>> = {
	ArrowDown: 1,
	ArrowUp: -1,
	PageDown: PAGE_STEP,
	PageUp: -PAGE_STEP,
	Home: Number.NEGATIVE_INFINITY,
	End: Number.POSITIVE_INFINITY,
};

const Row = memo(function Row({
	event,
	index,
	columns,
	isShown,
	isSelected,
	onOpen,
	onSelect,
}: {
	event: EventRow;
	index: number;
	columns: readonly EventColumn[];
	isShown: boolean;
	isSelected: boolean;
	onOpen: (index: number) => void;
	onSelect: (index: number, isRange: boolean) => void;
}) {
	const { t } = useTranslation();
	return (
		// The button in the row is what keyboards and screen readers use; the row itself only widens its target.
		<tr className={css.row} data-selected={isShown} aria-rowindex={index + 2} onClick={() => onOpen(index)}>
			<td className={css.check}>
				<input
					type="checkbox"
					checked={isSelected}
					tabIndex={-1}
					aria-label={t('events.select', { number: event.eventId })}
					onClick={(click) => {
						click.stopPropagation();
						onSelect(index, click.shiftKey);
					}}
					onChange={() => undefined}
				/>
			</td>
			{columns.map((column) => (
				<td key={column} className={columnOf(column).isRight ? css.right : undefined}>
					{column === 'number' ? (
						<button type="button" className={css.open} data-row={index} aria-current={isShown ? 'true' : undefined}>
							{event.eventId}
						</button>
					) : (
						<EventCell column={column} event={event} />
					)}
				</td>
			))}
		</tr>
	);
});

function Head({ spec, sort, onSort }: { spec: EventColumnSpec; sort: SortState; onSort: (sort: SortState) => void }) {
	const { t } = useTranslation();
	const word = t(`events.${spec.name}`);
	const by = spec.sort;
	if (by === undefined) {
		return (
			<th scope="col" className={spec.isRight ? css.right : undefined}>
				{spec.id === 'light' ? <span className="visually-hidden">{word}</span> : word}
			</th>
		);
	}
	const isCurrent = sort.by === by;
	return (
		<th
			scope="col"
			className={spec.isRight ? css.right : undefined}
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

export function EventTable({ sort, onSort, selected: shown }: EventTableProps) {
	const { t } = useTranslation();
	const { events, location } = useStores();
	const list = useEvents((state) => state.list);
	const pages = useEvents((state) => state.pages);
	const chosen = useEvents((state) => state.layout.columns);
	const filters = useLocation((state) => state.address.filters);
	const context = useCellContext();
	const { copy } = useCopy();
	const scroller = useRef<HTMLDivElement>(null);
	const focusNext = useRef<number | null>(null);
	const lastSelected = useRef(0);
	const [selection, setSelection] = useState<ReadonlyMap<string, EventRow>>(new Map());
	const total = list.value?.total ?? 0;
	const count = Math.min(total, MOST_ROWS);
	const virtual = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_PX,
		overscan: OVERSCAN,
	});
	const items = virtual.getVirtualItems();
	const first = items[0]?.index ?? 0;
	const last = items.at(-1)?.index ?? -1;
	useEffect(() => {
		if (last >= first && list.value !== null && !list.isLoading) events.getState().loadRows(first, last);
	}, [events, first, last, list]);
	// Another list begins at its top, with nothing selected.
	const listKey = JSON.stringify([filters, sort]);
	const [knownKey, setKnownKey] = useState(listKey);
	if (knownKey !== listKey) {
		setKnownKey(listKey);
		setSelection(new Map());
	}
	useEffect(() => {
		if (listKey !== '') scroller.current?.scrollTo({ top: 0 });
	}, [listKey]);
	useEffect(() => {
		const wanted = focusNext.current;
		if (wanted === null) return;
		const button = scroller.current?.querySelector<HTMLButtonElement>(`[data-row="${wanted}"]`);
		if (button) {
			button.focus();
			focusNext.current = null;
		}
	});
	const at = (index: number) => rowAt({ list, pages }, index);
	const open = (index: number) => {
		const event = at(index);
		if (event) location.getState().adjust({ eventId: event.eventId });
	};
	const select = (index: number, isRange: boolean) => {
		const next = new Map(selection);
		const [from, to] = isRange ? [lastSelected.current, index].sort((a, b) => a - b) : [index, index];
		for (let each = from ?? index; each <= (to ?? index); each += 1) {
			const event = at(each);
			if (!event) continue;
			if (!isRange && next.has(event.eventId)) next.delete(event.eventId);
			else next.set(event.eventId, event);
		}
		lastSelected.current = index;
		setSelection(next);
	};
	const copyRows = () => {
		const current = rowsHere().find((event) => event.eventId === shown);
		const rows = selection.size > 0 ? [...selection.values()] : current ? [current] : [];
		if (rows.length > 0) void copy(rowsAsText(rows, chosen, context));
	};
	const rowsHere = (): EventRow[] => items.flatMap(({ index }) => at(index) ?? []);
	const onKeyDown = (event: KeyboardEvent) => {
		const from = Number((event.target as HTMLElement).dataset.row ?? Number.NaN);
		if (Number.isNaN(from)) return;
		if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
			if (String(window.getSelection()) === '') copyRows();
			return;
		}
		if (event.key === ' ') {
			event.preventDefault();
			select(from, event.shiftKey);
			return;
		}
		const shift = SHIFTS[event.key];
		if (shift === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		const next = Math.max(0, Math.min(count - 1, from + shift));
		focusNext.current = next;
		virtual.scrollToIndex(next);
		if (next === from) focusNext.current = null;
		open(next);
	};
	const inLanguage = context.language === 'en' ? 1 : 0;
	const columns = fittingColumns(chosen, virtual.scrollRect?.width, inLanguage);
	const minWidth = widthOf(columns, inLanguage);
	const before = items[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
	const seenFrom = count === 0 ? 0 : Math.floor((virtual.scrollOffset ?? 0) / ROW_PX) + 1;
	const seenRows = Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_PX) / ROW_PX);
	const seenTo = Math.min(count, Math.max(seenFrom - 1 + seenRows, 0));
	const gap = (height: number) =>
		height > 0 && (
			<tr aria-hidden>
				<td colSpan={columns.length + 1} style={{ height, padding: 0 }} />
			</tr>
		);
	return (
		<section className={css.card} aria-label={t('events.title')} aria-busy={isAwaited(list)}>
			{list.error !== null && <FailureNote error={list.error} isOld={list.value !== null} />}
			<div ref={scroller} className={css.scroller}>
				<table className={css.table} style={{ minWidth }} aria-rowcount={total + 1} onKeyDown={onKeyDown}>
					<colgroup>
						<col className={css.checkColumn} />
						{columns.map((column) => {
							const width = columnOf(column).width?.[inLanguage];
							return <col key={column} style={width === undefined ? undefined : { width }} />;
						})}
					</colgroup>
					<thead>
						<tr>
							<th scope="col" className={css.check}>
								<input
									type="checkbox"
									disabled={selection.size === 0}
									checked={selection.size > 0}
									aria-label={t('events.selectNone')}
									title={t('events.selectNone')}
									onChange={() => setSelection(new Map())}
								/>
							</th>
							{columns.map((column) => (
								<Head key={column} spec={columnOf(column)} sort={sort} onSort={onSort} />
							))}
						</tr>
					</thead>
					<tbody>
						{gap(before)}
						{items.map(({ index }) => {
							const event = at(index);
							return event ? (
								<Row
									key={event.eventId}
									event={event}
									index={index}
									columns={columns}
									isShown={event.eventId === shown}
									isSelected={selection.has(event.eventId)}
									onOpen={open}
									onSelect={select}
								/>
							) : (
								<tr key={index} className={css.row} aria-rowindex={index + 2}>
									<td colSpan={columns.length + 1} className={css.waiting}>
										…
									</td>
								</tr>
							);
						})}
						{gap(after)}
					</tbody>
				</table>
				{list.value !== null && total === 0 && (
					<div className={css.empty}>
						<EmptyNote title={t('events.empty')}>
							<p>{t('events.emptyHint')}</p>
						</EmptyNote>
					</div>
				)}
			</div>
			<ListFoot
				seen={{ from: seenFrom, to: seenTo, total, most: MOST_ROWS }}
				selected={[...selection.values()]}
				listed={list.value?.rows ?? []}
				noRoomFor={chosen.filter((id) => !columns.includes(id))}
			/>
		</section>
	);
}
