// 核心读数: one row a reading with goal, figure, state, change and twelve periods. The selected row drives trend and ranking.

import { useTranslation } from 'react-i18next';
import { Sparkline } from '../charts/Sparkline.tsx';
import { type SparkZone, zoneOf } from '../charts/sparkline-path.ts';
import type { IndicatorDefinition } from '../stores/app-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import type { BoardRow } from '../stores/readings-store.ts';
import { useApp, useLocation, useReadings, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { Figure } from '../ui/Figure.tsx';
import { formatChange, isLevel } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Term } from '../ui/Term.tsx';
import { FailureNote } from './FailureNote.tsx';
import { MissingTerm } from './MissingTerm.tsx';
import css from './ReadingsPanel.module.css';
import { goalLine, indicatorName, kindOf, readingText, stateOf, unitOf } from './reading-words.ts';

/** The zone behind a sparkline. The target of overdue events is a share of the open ones; their line counts events. */
function zoneOfRow(row: BoardRow, definition: IndicatorDefinition | undefined): SparkZone {
	return zoneOf(definition?.direction ?? 'neutral', row.note === null ? (definition?.target ?? null) : null, row.band);
}

function ReadingRow({ row, isSelected }: { row: BoardRow; isSelected: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location, readings } = useStores();
	const { reading } = row;
	const definition = useApp((state) => state.definitions.get(reading.indicator));
	const kind = kindOf(definition);
	const name = indicatorName(definition, reading.indicator, language);
	const value = readingText(reading, kind, t);
	const state = stateOf(row, t);
	const unit = unitOf(definition, language);
	const goal = goalLine(row, definition, language, t);
	return (
		<li className={css.row} data-selected={isSelected}>
			<button
				type="button"
				className={css.cover}
				aria-pressed={isSelected}
				aria-label={t('board.select', { name })}
				onClick={() => location.getState().adjust({ indicator: reading.indicator })}
			/>
			<span className={css.head}>
				<span className={css.names}>
					<span className={css.name}>{name}</span>
					{goal !== '' && (
						<span className={css.goal} title={goal}>
							{goal}
						</span>
					)}
				</span>
				<button
					type="button"
					data-figure
					className={css.figure}
					aria-label={`${t('board.openProof', { name })}, ${value.text} ${value.isFigure ? unit : ''}`}
					title={t('board.openProof', { name })}
					onClick={() =>
						readings.getState().openProof({
							indicator: reading.indicator,
							area: reading.area,
							period: reading.period,
							variant: reading.variant,
						})
					}
				>
					{value.isFigure ? (
						<Figure text={value.text} unit={unit} />
					) : (
						<span className={css.missing}>
							<MissingTerm status={reading.status} text={value.text} />
						</span>
					)}
				</button>
			</span>
			<span className={css.state}>
				{state.word === '' ? (
					t('words.none')
				) : (
					<>
						<LightShape light={state.light} />
						{state.word}
					</>
				)}
			</span>
			<span
				className={css.change}
				data-verdict={row.change === null || isLevel(row.change) ? 'neutral' : row.change.verdict}
			>
				{row.change === null ? (
					t('board.noChange')
				) : (
					<>
						{definition?.isLive && `${t('board.weekAgo')} `}
						{formatChange(row.change, language, unit)}
					</>
				)}
			</span>
			<Sparkline
				label={t('board.recent')}
				values={row.series.map((point) => point.value)}
				zone={zoneOfRow(row, definition)}
				light={state.light}
			/>
		</li>
	);
}

export function ReadingsPanel({ view, indicator }: { view: View; indicator: string }) {
	const { t } = useTranslation();
	const board = useReadings((state) => state.board);
	const selected = useLocation((state) => state.address.indicator) ?? indicator;
	return (
		<section className={css.panel} aria-labelledby="readings-title" aria-busy={isAwaited(board)}>
			<header className={css.top}>
				<h2 id="readings-title" className={css.title}>
					{t('board.title')}
					<span className={css.value}>{t('board.value')}</span>
				</h2>
				<span>
					<Term id="light">{t('board.status')}</Term>
				</span>
				<span className={css.right}>
					<Term id="change">{t('board.change')}</Term>
				</span>
				<span className={css.right}>{t('board.recent')}</span>
			</header>
			{board.error !== null && <FailureNote error={board.error} isOld={board.value !== null} />}
			{board.value !== null && board.value.rows.length > 0 && (
				<ul className={css.rows} data-area={view.area.code} data-period={view.period}>
					{board.value.rows.map((row) => (
						<ReadingRow
							key={`${row.reading.indicator}:${row.reading.variant}`}
							row={row}
							isSelected={row.reading.indicator === selected}
						/>
					))}
				</ul>
			)}
			{board.value?.rows.length === 0 && <EmptyNote title={t('status.empty')} />}
		</section>
	);
}
