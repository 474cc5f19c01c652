// The grids as a table that sorts by any column; rows exist only where they are seen. A row goes to the grid's profile.

import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ProofNumber } from '../ProofNumber.tsx';
import css from './DivisionTable.module.css';
import { DIVISION_COLUMNS, type DivisionColumn, type DivisionRow, type DivisionSort } from './division-rows.ts';

const ROW_PX = 31;
const OVERSCAN = 12;
const RIGHT: readonly DivisionColumn[] = ['households', 'staff', 'load', 'areaKm2'];

function SortHead({
	by,
	sort,
	onSort,
}: {
	by: DivisionColumn;
	sort: DivisionSort;
	onSort: (sort: DivisionSort) => void;
}) {
	const { t } = useTranslation();
	const isCurrent = sort.by === by;
	const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
	return (
		<th
			scope="col"
			className={RIGHT.includes(by) ? css.right : undefined}
			aria-sort={isCurrent ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
			data-column={by}
		>
			<button
				type="button"
				className={css.sort}
				onClick={() =>
					onSort({ by, isDescending: isCurrent ? !sort.isDescending : RIGHT.includes(by) || by === 'faults' })
				}
			>
				{t(`divisionColumns.${by}`)}
				{isCurrent && <Arrow size={13} aria-hidden />}
			</button>
		</th>
	);
}

function GridRow({
	row,
	index,
	hasStaff,
	period,
}: {
	row: DivisionRow;
	index: number;
	hasStaff: boolean;
	period: string;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const comma = language === 'en' ? ', ' : '、';
	const number = (value: number | null) => (value === null ? t('status.notDelivered') : formatInteger(value));
	// The row of the file stands behind what it says of a grid; the load is a figure of the catalogue.
	const proofOf = (indicator: string) => ({ indicator, area: row.area, period, variant: null });
	const open = () => location.getState().goTo({ area: row.area, section: 'profile' });
	const faults = row.faults.map((fault) => t(`faults.${fault}`)).join(comma);
	return (
		// The button in the row is what keyboards and screen readers use; the row itself only widens its target.
		<tr className={css.row} onClick={open}>
			<th scope="row">
				<button type="button" className={css.open} data-row={index} title={row.name}>
					{row.name}
				</button>
			</th>
			<td>{row.town}</td>
			<td>
				{row.basis.length === 0 ? t('words.none') : row.basis.map((basis) => t(`divisionBasis.${basis}`)).join(comma)}
			</td>
			<td className={css.right}>
				<ProofNumber figure={proofOf('ME03')} text={number(row.households)} of={row.name} />
			</td>
			<td data-size={row.size}>{t(`divisionSize.${row.size}`)}</td>
			<td className={css.right}>
				<ProofNumber
					figure={hasStaff ? proofOf('TM02') : null}
					text={hasStaff && row.staff !== null ? formatInteger(row.staff) : t('words.none')}
					of={row.name}
				/>
			</td>
			<td className={css.right}>
				<ProofNumber
					figure={row.load === null ? null : proofOf('TM02')}
					text={row.load === null ? t('words.none') : formatInteger(row.load)}
					of={row.name}
				/>
			</td>
			<td className={`${css.right} ${css.optional}`}>
				<ProofNumber
					figure={row.areaKm2 === null ? null : proofOf('ME03')}
					text={row.areaKm2 === null ? t('words.none') : formatDecimal(row.areaKm2, 2)}
					of={row.name}
				/>
			</td>
			<td className={css.faults} title={faults}>
				{faults === '' ? t('words.none') : faults}
			</td>
		</tr>
	);
}

export function DivisionTable({
	rows,
	hasStaff,
	period,
	sort,
	onSort,
}: {
	rows: readonly DivisionRow[];
	hasStaff: boolean;
	/** Of the figures behind the rows. */
	period: string;
	sort: DivisionSort;
	onSort: (sort: DivisionSort) => void;
}) {
	const { t } = useTranslation();
	const scroll = useRef<HTMLDivElement>(null);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => ROW_PX,
		overscan: OVERSCAN,
	});
	const items = virtual.getVirtualItems();
	const before = items[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
	const onKeyDown = (event: KeyboardEvent) => {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		if (step === 0 || !(event.target instanceof HTMLElement)) return;
		const at = Number(event.target.dataset.row ?? -1);
		const next = Math.min(Math.max(at + step, 0), rows.length - 1);
		virtual.scrollToIndex(next);
		event.preventDefault();
		requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
	};
	return (
		<Panel title={t('indicators.division')} note={t('division.count', { n: formatInteger(rows.length) })} isFlush>
			<div className={css.scroll} ref={scroll}>
				{rows.length === 0 ? (
					<EmptyNote title={t('division.none')} />
				) : (
					<table className={css.table} onKeyDown={onKeyDown} aria-rowcount={rows.length + 1}>
						<caption className="visually-hidden">{t('indicators.division')}</caption>
						<thead>
							<tr>
								{DIVISION_COLUMNS.map((by) => (
									<SortHead key={by} by={by} sort={sort} onSort={onSort} />
								))}
							</tr>
						</thead>
						<tbody>
							{before > 0 && <tr aria-hidden style={{ height: before }} />}
							{items.map(({ index }) => {
								const row = rows[index];
								return row && <GridRow key={row.area} row={row} index={index} hasStaff={hasStaff} period={period} />;
							})}
							{after > 0 && <tr aria-hidden style={{ height: after }} />}
						</tbody>
					</table>
				)}
			</div>
		</Panel>
	);
}
