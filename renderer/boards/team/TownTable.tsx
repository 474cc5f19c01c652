// Towns by figures: a table that sorts by any column, in official order at first. A row's name moves the area, a figure
// opens its proof; arrow keys move between the names.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../stores/StoresContext.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import css from './TownTable.module.css';
import { sortRows, type TownCell } from './team-cells.ts';

export interface TownColumn {
	key: string;
	head: string;
	/** Words that a column of the same kind stands under. */
	group?: string;
	/** The whole name, where the head is short. */
	name?: string;
	cellOf(area: string): TownCell;
}

export interface TownTableProps {
	caption: string;
	areas: readonly { area: string; name: string }[];
	/** The area that the page is about; its row is marked. */
	current: string;
	/** First row over the towns, for the district. */
	total: { area: string; name: string } | null;
	columns: readonly TownColumn[];
}

/** The table as text with tabs, as a spreadsheet takes it. */
function tableText(props: TownTableProps, rows: readonly { area: string; name: string }[], head: string): string {
	const lines = [[head, ...props.columns.map((column) => column.name ?? column.head)]];
	for (const { area, name } of rows) lines.push([name, ...props.columns.map((column) => column.cellOf(area).text)]);
	return lines.map((cells) => cells.join('\t')).join('\n');
}

function FigureCell({ cell, areaName, name }: { cell: TownCell; areaName: string; name: string }): ReactNode {
	const { t } = useTranslation();
	const { readings } = useStores();
	const { reading, text, isFigure } = cell;
	if (reading === null || !isFigure) return <span className={isFigure ? undefined : css.quiet}>{text}</span>;
	const { indicator, area, period, variant } = reading;
	return (
		<button
			type="button"
			data-figure
			className={css.figure}
			aria-label={`${t('team.openProof', { area: areaName, name })}, ${text}`}
			onClick={() => readings.getState().openProof({ indicator, area, period, variant })}
		>
			{text}
		</button>
	);
}

export function TownTable(props: TownTableProps) {
	const { caption, areas, current, total, columns } = props;
	const { t } = useTranslation();
	const { location } = useStores();
	const { state, copy } = useCopy();
	const [sort, setSort] = useState<{ key: string; isDescending: boolean } | null>(null);
	const body = useRef<HTMLTableSectionElement>(null);
	const by = columns.find(({ key }) => key === sort?.key);
	const sorted = by ? sortRows(areas, ({ area }) => by.cellOf(area).sort, sort?.isDescending ?? true) : areas;
	const rows = total === null ? sorted : [total, ...sorted];
	const groups = columns.some(({ group }) => group !== undefined);
	const onKeyDown = (event: KeyboardEvent) => {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		if (step === 0 || !(event.target instanceof HTMLElement) || event.target.dataset.town === undefined) return;
		const names = [...(body.current?.querySelectorAll<HTMLElement>('[data-town]') ?? [])];
		names[Math.min(Math.max(names.indexOf(event.target) + step, 0), names.length - 1)]?.focus();
		event.preventDefault();
	};
	return (
		<div className={css.scroll}>
			<table className={css.table}>
				<caption className="visually-hidden">{caption}</caption>
				<thead>
					{groups && (
						<tr className={css.groups}>
							<td />
							{columns.map((column, at) => {
								if (column.group === columns[at - 1]?.group && at > 0) return null;
								const span = columns.filter(({ group }) => group === column.group).length;
								return (
									<th key={column.key} scope="colgroup" colSpan={span}>
										{column.group}
									</th>
								);
							})}
						</tr>
					)}
					<tr>
						<th scope="col">
							<button
								type="button"
								className={css.copy}
								title={t('team.copy')}
								onClick={() => void copy(tableText(props, rows, t('team.town')))}
							>
								{state === 'copied' ? t('team.copied') : t('team.town')}
							</button>
						</th>
						{columns.map((column) => {
							const isCurrent = sort?.key === column.key;
							const Arrow = sort?.isDescending ? ArrowDown : ArrowUp;
							return (
								<th
									key={column.key}
									scope="col"
									className={css.right}
									aria-sort={isCurrent ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
								>
									<button
										type="button"
										className={css.sort}
										title={t('team.sortBy', { name: column.name ?? column.head })}
										onClick={() => setSort({ key: column.key, isDescending: isCurrent ? !sort.isDescending : true })}
									>
										{isCurrent && <Arrow size={12} aria-hidden />}
										{column.head}
									</button>
								</th>
							);
						})}
					</tr>
				</thead>
				<tbody ref={body} onKeyDown={onKeyDown}>
					{rows.map(({ area, name }) => (
						<tr
							key={area}
							className={area === total?.area ? css.total : css.row}
							aria-current={area === current ? 'true' : undefined}
						>
							<th scope="row">
								<button
									type="button"
									className={css.town}
									data-town={area}
									title={t('team.goTo', { name })}
									onClick={() => location.getState().goTo({ area: area === total?.area ? null : area })}
								>
									{name}
								</button>
							</th>
							{columns.map((column) => (
								<td key={column.key} className={css.right}>
									<FigureCell cell={column.cellOf(area)} areaName={name} name={column.name ?? column.head} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
