// Twelve periods of one indicator with its target band, the middle half of its parts and the number of cases under each.

import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseBars } from '../../charts/CaseBars.tsx';
import { TrendChart } from '../../charts/TrendChart.tsx';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useReadings, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useTheme } from '../../ui/theme-context.ts';
import { formatPeriodShort } from '../../ui/time-format.ts';
import { FailureNote } from '../FailureNote.tsx';
import { FigureNotes } from '../notes/FigureNotes.tsx';
import { indicatorName, kindOf, unitOf } from '../reading-words.ts';
import { SavePicture } from '../SavePicture.tsx';
import css from './IndicatorTrend.module.css';
import { shownLight } from './indicator-groups.ts';
import { restatementsOf } from './restatements.ts';

export function IndicatorTrend({
	view,
	indicator,
	row,
	isTable,
	basis,
	title,
	note,
	choice,
}: {
	view: View;
	indicator: string;
	row: IndicatorListRow | null;
	isTable: boolean;
	/** Areas as they are now; as they stood then when absent. */
	basis?: 'now' | undefined;
	/** Beside other figures the name must be said; on the indicator's own page the number of periods is enough. */
	title?: string;
	/** Above the chart. */
	note?: ReactNode;
	/** At the other end of the title. */
	choice?: ReactNode;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { theme } = useTheme();
	const { readings } = useStores();
	const definition = useApp((state) => state.definitions.get(indicator));
	const trend = useReadings((state) => state.trend);
	const restatements = useIndicators((state) => state.restatements.value);
	const { value } = trend;
	const peers = useMemo(() => {
		const byPeriod = new Map(value?.peers.map((peer) => [peer.period, peer]));
		return (value?.points ?? []).map((point) => byPeriod.get(point.period) ?? { q1: null, q3: null });
	}, [value]);
	const published = useMemo(() => {
		const stated = restatementsOf(restatements?.restatements ?? [], indicator, view.area.code);
		if (stated.length === 0) return undefined;
		const byPeriod = new Map(stated.map((one) => [one.stated.period, one.stated.value]));
		return (value?.points ?? []).map((point) => byPeriod.get(point.period) ?? null);
	}, [restatements, indicator, view.area.code, value]);
	const hasPeers = peers.some((peer) => peer.q1 !== null);
	const hasValue = value?.points.some((point) => point.value !== null) ?? false;
	// The target of a live count is a share of the open ones; its line counts events.
	const hasTarget = row?.note == null;
	const isCount = definition?.valueKind === 'count';
	const nLabel = t(definition?.valueKind === 'ratio' ? 'indicator.denominator' : 'ranking.n');
	const label = title ?? t('indicator.trend', { n: value?.points.length ?? 12 });
	return (
		<Panel
			title={label}
			isBusy={isAwaited(trend)}
			isFlush
			actions={
				<>
					{choice}
					{hasValue && (
						<span className={css.key}>
							<i className={css.line} /> {view.area.shortName}
							{published !== undefined && (
								<>
									<i className={css.ring} /> {t('restated.published')}
								</>
							)}
							{hasPeers && value?.peerLevel && (
								<>
									<i className={css.band} /> {t('trend.peers', { level: t(`levels.${value.peerLevel}`) })}
								</>
							)}
						</span>
					)}
					{title === undefined && <FigureNotes indicator={indicator} area={view.area.code} period={view.period} />}
					{hasValue && <SavePicture title={label} view={view} indicator={indicator} />}
				</>
			}
		>
			<div className={css.body}>
				{note !== undefined && <p className={css.caption}>{note}</p>}
				{trend.error !== null && <FailureNote error={trend.error} isOld={value !== null} />}
				{value !== null &&
					(hasValue ? (
						<>
							<div className={css.chart}>
								<TrendChart
									label={label}
									areaName={view.area.shortName}
									nLabel={nLabel}
									light={row === null ? 'none' : shownLight(row)}
									theme={theme}
									language={language}
									isTable={isTable}
									isLabelled={title === undefined}
									{...(published && { published })}
									points={value.points}
									peers={peers}
									direction={definition?.direction ?? 'neutral'}
									target={hasTarget ? (definition?.target ?? null) : null}
									warning={hasTarget ? (definition?.warning ?? null) : null}
									kind={kindOf(definition)}
									unit={unitOf(definition, language)}
								/>
							</div>
							{!isTable && !isCount && title === undefined && (
								<CaseBars
									label={nLabel}
									points={value.points}
									language={language}
									proof={{
										labelOf: (period) =>
											`${formatPeriodShort(period, language)} ${t('board.openProof', { name: indicatorName(definition, indicator, language) })}`,
										open: (period) =>
											readings
												.getState()
												.openProof({ indicator, area: view.area.code, period, variant: null, ...(basis && { basis }) }),
									}}
								/>
							)}
						</>
					) : (
						<EmptyNote title={t('status.empty')} />
					))}
			</div>
		</Panel>
	);
}
