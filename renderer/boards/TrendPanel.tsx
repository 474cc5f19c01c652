// Trend of the selected reading: this area against the middle half of its parts, target and warning.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingStatus } from '../../shared/domain/codes.ts';
import { TrendChart } from '../charts/TrendChart.tsx';
import { isAwaited } from '../stores/loadable.ts';
import { useApp, useReadings } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useTheme } from '../ui/theme-context.ts';
import { FailureNote } from './FailureNote.tsx';
import { nameInside } from './name-inside.ts';
import { FigureNotes } from './notes/FigureNotes.tsx';
import { indicatorName, kindOf, unitOf } from './reading-words.ts';
import { SavePicture } from './SavePicture.tsx';
import css from './SeriesPanel.module.css';

function missingWord(status: ReadingStatus | undefined): Exclude<ReadingStatus, 'ok'> | 'empty' {
	return status === undefined || status === 'ok' ? 'empty' : status;
}

interface SeriesPanelProps {
	view: View;
	indicator: string;
	isTable: boolean;
}

export function TrendPanel({ view, indicator, isTable }: SeriesPanelProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { theme } = useTheme();
	const definition = useApp((state) => state.definitions.get(indicator));
	const trend = useReadings((state) => state.trend);
	const row = useReadings((state) =>
		state.board.value?.rows.find((one) => one.reading.indicator === indicator && one.reading.area === view.area.code),
	);
	const name = indicatorName(definition, indicator, language);
	const { value } = trend;
	const peers = useMemo(() => {
		const byPeriod = new Map(value?.peers.map((peer) => [peer.period, peer]));
		return (value?.points ?? []).map((point) => byPeriod.get(point.period) ?? { q1: null, q3: null });
	}, [value]);
	const hasPeers = peers.some((peer) => peer.q1 !== null);
	const hasValue = value?.points.some((point) => point.value !== null) ?? false;
	// The target of overdue events is a share of the open ones; their line counts events.
	const hasTarget = row?.note == null;
	return (
		<Panel
			title={t('trend.title', { name })}
			isBusy={isAwaited(trend)}
			isFlush
			actions={
				<>
					{hasValue && (
						<span className={css.key}>
							<span className={css.own}>
								<i className={css.line} /> {view.area.shortName}
							</span>
							{hasPeers && value?.peerLevel && (
								<>
									<i className={css.band} /> {t('trend.peers', { level: t(`levels.${value.peerLevel}`) })}
								</>
							)}
						</span>
					)}
					<FigureNotes indicator={indicator} area={view.area.code} period={view.period} />
					{hasValue && <SavePicture title={t('trend.title', { name })} view={view} indicator={indicator} />}
				</>
			}
		>
			<div className={css.body}>
				{trend.error !== null && <FailureNote error={trend.error} isOld={value !== null} />}
				{value !== null &&
					(hasValue ? (
						<TrendChart
							label={t('trend.title', { name })}
							areaName={nameInside(view.area.shortName, view.path.at(-2)?.shortName)}
							nLabel={definition?.valueKind === 'ratio' ? t('ranking.dueN') : t('ranking.n')}
							light={row?.reading.light ?? 'none'}
							theme={theme}
							language={language}
							isTable={isTable}
							points={value.points}
							peers={peers}
							direction={definition?.direction ?? 'neutral'}
							target={hasTarget ? (definition?.target ?? null) : null}
							warning={hasTarget ? (definition?.warning ?? null) : null}
							kind={kindOf(definition)}
							unit={unitOf(definition, language)}
						/>
					) : (
						<EmptyNote title={t(`status.${missingWord(value.points.at(-1)?.status)}`)} />
					))}
			</div>
		</Panel>
	);
}
