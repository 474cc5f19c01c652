// 网格划分 (the study's D0): how the grids are cut, their size against the norm, the load of the staff, what is wrong with
// their outlines; a table that sorts beside a map of the chosen measure.

import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useIndicators, useStores } from '../../stores/StoresContext.tsx';
import type { View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { DivisionMap } from './DivisionMap.tsx';
import { DivisionSummaryBar } from './DivisionSummaryBar.tsx';
import { DivisionTable } from './DivisionTable.tsx';
import css from './DivisionView.module.css';
import { type DivisionSort, sortDivision, summarise, toDivisionRows } from './division-rows.ts';

export function DivisionView({ view }: { view: View }) {
	const { t } = useTranslation();
	const { indicators } = useStores();
	const division = useIndicators((state) => state.division);
	const faults = useIndicators((state) => state.faults);
	const [sort, setSort] = useState<DivisionSort>({ by: null, isDescending: true });
	const area = view.area.code;
	useEffect(() => indicators.getState().loadDivision(area), [indicators, area]);
	const { value } = division;
	const rows = useMemo(() => (value === null ? [] : toDivisionRows(value, faults.value)), [value, faults.value]);
	const sorted = useMemo(() => sortDivision(rows, sort), [rows, sort]);
	const summary = useMemo(() => summarise(rows), [rows]);
	if (value === null) {
		return division.error === null ? (
			<EmptyNote title={t('events.loading')} />
		) : (
			<FailureNote error={division.error} isOld={false} />
		);
	}
	return (
		<div className={css.page} aria-busy={isAwaited(division)}>
			{division.error !== null && <FailureNote error={division.error} isOld />}
			<DivisionSummaryBar view={view} division={value} summary={summary} topology={faults.value} />
			<div className={css.pair}>
				<DivisionTable rows={sorted} hasStaff={value.hasStaff} period={view.period} sort={sort} onSort={setSort} />
				<DivisionMap view={view} rows={rows} hasStaff={value.hasStaff} />
			</div>
		</div>
	);
}
