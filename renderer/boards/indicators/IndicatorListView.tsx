// Every indicator of the catalogue for the present area and period, by dimension. A row opens the indicator, its value the
// proof; arrow keys move from row to row.

import type { KeyboardEvent } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useLocation, useStores } from '../../stores/StoresContext.tsx';
import type { View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { ExternalIndexes } from './ExternalIndexes.tsx';
import { IndicatorFilters } from './IndicatorFilters.tsx';
import css from './IndicatorListView.module.css';
import { IndicatorRow } from './IndicatorRow.tsx';
import { dimensionName, groupByDimension, isMissing, passes } from './indicator-groups.ts';
import { LightCounts } from './LightCounts.tsx';
import { MissingIndicators } from './MissingIndicators.tsx';

const NO_ROWS: readonly IndicatorListRow[] = [];
const COLUMNS = 9;

/** Moves the focus to the next or previous row of the table. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
	const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
	if (step === 0) return;
	const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-row]')];
	const at = rows.findIndex((row) => row.closest('tr')?.contains(document.activeElement));
	rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
	event.preventDefault();
}

export function IndicatorListView({ view }: { view: View }) {
	const { t } = useTranslation();
	const { indicators } = useStores();
	const list = useIndicators((state) => state.list);
	const choice = useLocation((state) => state.address.choice);
	const definitions = useApp((state) => state.definitions);
	const area = view.area.code;
	useEffect(() => indicators.getState().loadList(area, view.period), [indicators, area, view.period]);
	const rows = list.value?.rows ?? NO_ROWS;
	const known = rows.filter((row) => !isMissing(row));
	const missing = rows.filter(
		(row) => isMissing(row) && passes(row, definitions.get(row.reading.indicator), { ...choice, light: null }),
	);
	const withoutLight = known.filter((row) =>
		passes(row, definitions.get(row.reading.indicator), { ...choice, light: null }),
	);
	const shown = withoutLight.filter((row) => passes(row, definitions.get(row.reading.indicator), choice));
	return (
		<Panel
			title={t('rail.indicators')}
			note={
				rows.length === 0
					? undefined
					: shown.length === rows.length
						? t('indicators.count', { n: formatInteger(rows.length) })
						: t('indicators.shown', { shown: formatInteger(shown.length), n: formatInteger(rows.length) })
			}
			className={css.panel}
			isBusy={isAwaited(list)}
			isFlush
			actions={<IndicatorFilters rows={withoutLight} />}
		>
			{list.error !== null && <FailureNote error={list.error} isOld={list.value !== null} />}
			<div className={css.scroll}>
				{shown.length > 0 && (
					<table className={css.table} onKeyDown={moveFocus}>
						<caption className="visually-hidden">{t('rail.indicators')}</caption>
						<thead>
							<tr>
								<th scope="col" className={css.name}>
									{t('indicators.name')}
								</th>
								<th scope="col" className={`${css.figure} ${css.right}`}>
									{t('indicators.value')}
								</th>
								<th scope="col" className={css.state}>
									{t('indicators.status')}
								</th>
								<th scope="col" className={`${css.change} ${css.right}`}>
									{t('indicators.change')}
								</th>
								<th scope="col" className={css.recent}>
									{t('indicators.recent')}
								</th>
								<th scope="col" className={css.goal}>
									{t('indicators.goal')}
								</th>
								<th scope="col" className={css.coverage}>
									{t('indicators.coverage')}
								</th>
								<th scope="col" className={css.peers}>
									{t('indicators.peers')}
								</th>
								<th scope="col" className={css.tags}>
									{t('indicators.tags')}
								</th>
							</tr>
						</thead>
						{groupByDimension(shown).map((group) => (
							<tbody key={group.dimension ?? ''}>
								<tr className={css.group}>
									<th scope="rowgroup" colSpan={COLUMNS}>
										<span className={css.groupName}>{dimensionName(group.dimension, t)}</span>
										<LightCounts rows={group.rows} />
									</th>
								</tr>
								{group.rows.map((row) => (
									<IndicatorRow key={row.reading.indicator} row={row} />
								))}
							</tbody>
						))}
					</table>
				)}
				{list.value !== null && shown.length === 0 && (
					<div className={css.none}>
						<EmptyNote title={t('indicators.nothing')} />
					</div>
				)}
				{missing.length > 0 && choice.light === null && <MissingIndicators rows={missing} />}
				{list.value !== null && <ExternalIndexes />}
			</div>
		</Panel>
	);
}
