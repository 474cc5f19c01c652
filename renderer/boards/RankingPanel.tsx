// The children of the present area, like with like, in the order of the services. A click goes one level down.

import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PeerRanking } from '../charts/PeerRanking.tsx';
import type { RankedGroup } from '../charts/ranking-scale.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useApp, useReadings, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { Panel } from '../ui/Panel.tsx';
import { FailureNote } from './FailureNote.tsx';
import { nameInside } from './name-inside.ts';
import { indicatorName, kindOf, unitOf } from './reading-words.ts';
import { SavePicture } from './SavePicture.tsx';
import css from './SeriesPanel.module.css';

export function RankingPanel({
	view,
	indicator,
	isTable,
	basis,
	actions,
}: {
	view: View;
	indicator: string;
	isTable: boolean;
	/** Areas as they are now; as they stood then when absent. */
	basis?: 'now' | undefined;
	/** In place of the words on points and intervals. */
	actions?: ReactNode;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location, readings } = useStores();
	const definition = useApp((state) => state.definitions.get(indicator));
	const byCode = useApp((state) => state.tree.byCode);
	const ranking = useReadings((state) => state.ranking);
	const name = indicatorName(definition, indicator, language);
	const { value } = ranking;
	const groups = useMemo<RankedGroup[]>(
		() =>
			(value?.groups ?? [])
				.filter((group) => group.rows.length > 0)
				.map((group) => ({
					peerGroup: group.peerGroup,
					rows: group.rows.map(({ reading, low, high }) => ({
						code: reading.area,
						name: nameInside(byCode.get(reading.area)?.shortName ?? reading.areaName, view.area.shortName),
						value: reading.value,
						low,
						high,
						n: reading.n,
						light: reading.light,
						status: reading.status,
					})),
				})),
		[value, byCode, view.area.shortName],
	);
	const hasIntervals = groups.some((group) => group.rows.some((row) => row.low !== null));
	const hasTarget = indicator !== 'OP05';
	return (
		<Panel
			title={t('ranking.title', { name })}
			isBusy={isAwaited(ranking)}
			isFlush
			actions={
				<>
					{actions ??
						(groups.length > 0 && (
							<span className={css.note}>{t(hasIntervals ? 'ranking.note' : 'ranking.notePlain')}</span>
						))}
					{groups.length > 0 && <SavePicture title={t('ranking.title', { name })} view={view} indicator={indicator} />}
				</>
			}
		>
			<div className={css.scroll}>
				{ranking.error !== null && <FailureNote error={ranking.error} isOld={value !== null} />}
				{groups.length > 0 && (
					<PeerRanking
						label={t('ranking.title', { name })}
						groups={groups}
						areTowns={value?.level === 'town'}
						direction={definition?.direction ?? 'neutral'}
						target={hasTarget ? (definition?.target ?? null) : null}
						warning={hasTarget ? (definition?.warning ?? null) : null}
						kind={kindOf(definition)}
						unit={unitOf(definition, language)}
						nLabel={indicator === 'OP04' ? t('ranking.dueN') : t('ranking.n')}
						language={language}
						isTable={isTable}
						onPick={(area) => location.getState().goTo({ area })}
						proof={{
							label: t('board.openProof', { name }),
							open: (area) =>
								readings
									.getState()
									.openProof({ indicator, area, period: view.period, variant: null, ...(basis && { basis }) }),
						}}
					/>
				)}
				{value !== null && groups.length === 0 && (
					<EmptyNote title={t('ranking.none', { name: view.area.name })}>
						<p>{t('ranking.noneHint')}</p>
						<button type="button" className="link" onClick={() => location.getState().openPage('events')}>
							{t('ranking.toEvents')}
						</button>
					</EmptyNote>
				)}
			</div>
		</Panel>
	);
}
