// The card behind a score: dimensions of the index with their weights, or the indicators of one dimension, each with its
// reading, which opens its proof.

import { useTranslation } from 'react-i18next';
import type { Composite } from '../../stores/indicators-store.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { CardHead } from '../../ui/CardHead.tsx';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal } from '../../ui/format.ts';
import { formatPeriod } from '../../ui/time-format.ts';
import { useModal } from '../../ui/use-modal.ts';
import { FailureNote } from '../FailureNote.tsx';
import { figureOf, ProofNumber } from '../ProofNumber.tsx';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './ScoreCard.module.css';
import { ScoreNumber } from './ScoreNumber.tsx';

type DimensionScore = Composite['dimensions'][number];

function Head({ first, withReading }: { first: string; withReading: boolean }) {
	const { t } = useTranslation();
	return (
		<thead>
			<tr>
				<th scope="col">{first}</th>
				{withReading && <th scope="col">{t('score.reading')}</th>}
				<th scope="col">{t('score.score')}</th>
				<th scope="col">{t('score.weight')}</th>
				<th scope="col">{t('score.lost')}</th>
			</tr>
		</thead>
	);
}

const points = (value: number) => (value === 0 ? '0' : `−${formatDecimal(value)}`);

function WholeTable({ composite }: { composite: Composite }) {
	const { t } = useTranslation();
	return (
		<table className={css.table}>
			<Head first={t('score.part')} withReading={false} />
			<tbody>
				{composite.dimensions.map(({ dimension, score, weight, lost }) => (
					<tr key={dimension}>
						<th scope="row">{t(`dimensions.${dimension}`)}</th>
						<td>
							<ScoreNumber
								area={composite.area}
								period={composite.period}
								dimension={dimension}
								text={score === null ? t('profile.tooLittle') : formatDecimal(score)}
							/>
						</td>
						<td>{formatDecimal(weight, 0)}</td>
						<td>{score === null ? t('score.none') : points(lost)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function PartTable({ part }: { part: DimensionScore }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const definitions = useApp((state) => state.definitions);
	return (
		<table className={css.table}>
			<Head first={t('score.indicator')} withReading />
			<tbody>
				{part.indicators.map(({ indicator, score, weight, lost, isExempt, reading }) => {
					const definition = definitions.get(indicator);
					const value = reading && readingText(reading, kindOf(definition), t);
					const unit = value?.isFigure ? unitOf(definition, language) : '';
					return (
						<tr key={indicator}>
							<th scope="row">
								{indicatorName(definition, indicator, language)} <span className={css.code}>{indicator}</span>
							</th>
							<td>
								{reading === null || value === null ? (
									t('status.notConnected')
								) : (
									<ProofNumber figure={figureOf(reading)} text={`${value.text} ${unit}`.trim()} />
								)}
							</td>
							<td>{score === null ? t('score.none') : formatDecimal(score)}</td>
							<td title={isExempt ? t('score.exemptHint') : undefined}>
								{isExempt ? t('score.exempt') : formatDecimal(weight, Number.isInteger(weight) ? 0 : 1)}
							</td>
							<td>{score === null ? t('score.none') : points(lost)}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

export function ScoreCard() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { indicators } = useStores();
	const asked = useIndicators((state) => state.scoreOf);
	const card = useIndicators((state) => state.scoreCard);
	const area = useApp((state) => (asked ? state.tree.byCode.get(asked.area) : undefined));
	const dialog = useModal(asked !== null);
	if (asked === null) return null;
	const { value } = card;
	const part = value?.dimensions.find(({ dimension }) => dimension === asked.dimension) ?? null;
	const score = part === null ? value?.score : part.score;
	const name = asked.dimension === null ? t('score.whole') : t(`dimensions.${asked.dimension}`);
	return (
		<dialog
			ref={dialog}
			className={css.card}
			aria-labelledby="score-title"
			onClose={() => indicators.getState().closeScore()}
			onPointerDown={(event) => {
				if (event.target === dialog.current) dialog.current?.close();
			}}
		>
			<div className={css.inside}>
				<CardHead
					id="score-title"
					title={name}
					tag={t('score.title')}
					sub={`${area?.name ?? asked.area} • ${formatPeriod(asked.period, language)}`}
					closeLabel={t('score.close')}
					onClose={() => dialog.current?.close()}
				/>
				{card.error !== null && <FailureNote error={card.error} isOld={value !== null} />}
				{value === null && card.error === null && <EmptyNote title={t('events.loading')} />}
				{value !== null && (
					<>
						<p className={css.lead}>
							<b>{score == null ? t('profile.tooLittle') : formatDecimal(score)}</b>
							<span>{t('score.available', { share: formatDecimal(100 * (part ?? value).available, 0) })}</span>
						</p>
						{part === null ? <WholeTable composite={value} /> : <PartTable part={part} />}
						<p className={css.quiet}>
							{t(part === null ? 'score.wholeRule' : 'score.partRule', { version: value.version })}
						</p>
						{part !== null && (
							<button
								type="button"
								className="link"
								onClick={() => indicators.getState().openScore({ ...asked, dimension: null })}
							>
								{t('score.toWhole')}
							</button>
						)}
					</>
				)}
			</div>
		</dialog>
	);
}
