// One indicator in the list: figure, light, change, twelve periods, goal, who reports it, rank among peers, study tags.

import { useTranslation } from 'react-i18next';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { zoneOf } from '../../charts/sparkline-path.ts';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';
import { useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { Figure } from '../../ui/Figure.tsx';
import { formatChange, isLevel } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { goalLine, indicatorName, kindOf, readingText, stateOf, unitOf } from '../reading-words.ts';
import css from './IndicatorListView.module.css';

export function IndicatorRow({ row }: { row: IndicatorListRow }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location, readings } = useStores();
	const { reading, coverage, peers } = row;
	const definition = useApp((state) => state.definitions.get(reading.indicator));
	const name = indicatorName(definition, reading.indicator, language);
	const unit = unitOf(definition, language);
	const value = readingText(reading, kindOf(definition), t);
	const state = stateOf(row, t);
	const open = () => location.getState().openIndicator(reading.indicator);
	// The target of overdue events is a share of the open ones; their line counts events.
	const target = row.note === null ? (definition?.target ?? null) : null;
	return (
		// The button in the row is what keyboards and screen readers use; the row itself only widens its target.
		<tr className={css.row} onClick={open}>
			<th scope="row" className={css.name}>
				<button type="button" className={css.open} data-row={reading.indicator} title={name}>
					<span className={css.nameText}>{name}</span> <span className={css.code}>{reading.indicator}</span>
				</button>
			</th>
			<td className={css.right}>
				<button
					type="button"
					data-figure
					className={css.value}
					aria-label={`${t('board.openProof', { name })}, ${value.text} ${value.isFigure ? unit : ''}`}
					title={t('board.openProof', { name })}
					onClick={(event) => {
						event.stopPropagation();
						readings.getState().openProof({
							indicator: reading.indicator,
							area: reading.area,
							period: reading.period,
							variant: reading.variant,
						});
					}}
				>
					{value.isFigure ? (
						<Figure text={value.text} unit={unit} size="text" />
					) : (
						<span className={css.quiet}>{value.text}</span>
					)}
				</button>
			</td>
			<td>
				{state.word === '' ? (
					<span className={css.quiet}>{t('words.none')}</span>
				) : (
					<span className={css.light}>
						<LightShape light={state.light} /> {state.word}
					</span>
				)}
			</td>
			<td
				className={css.right}
				data-verdict={row.change === null || isLevel(row.change) ? 'neutral' : row.change.verdict}
			>
				{row.change === null ? (
					<span className={css.quiet}>{t('board.noChange')}</span>
				) : (
					<>
						{definition?.isLive && `${t('board.weekAgo')} `}
						{formatChange(row.change, language, unit)}
					</>
				)}
			</td>
			<td>
				<Sparkline
					label={t('board.recent')}
					values={row.series.map((point) => point.value)}
					zone={zoneOf(definition?.direction ?? 'neutral', target, row.band ?? definition?.goodBand ?? null)}
					light={state.light}
				/>
			</td>
			<td className={css.quiet}>{goalLine(row, definition, language, t)}</td>
			<td className={css.quiet}>
				{coverage === null
					? t('words.none')
					: t('indicators.coverageOf', {
							reported: coverage.reported,
							total: coverage.total,
							level: t(`levels.${coverage.level}`),
						})}
			</td>
			<td className={css.quiet}>
				{peers === null ? t('words.none') : t('indicators.peerPlace', { rank: peers.rank, of: peers.of })}
			</td>
			<td className={`${css.quiet} ${css.tags}`}>{definition?.thesisTags.join(' ')}</td>
		</tr>
	);
}
