// One indicator of the present area: how it went, how its parts compare, why it changed, what it means (picture 05).

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { RankingPanel } from '../RankingPanel.tsx';
import { SentenceText } from '../SentenceText.tsx';
import { useTableKey } from '../use-table-key.ts';
import { DefinitionPanel } from './DefinitionPanel.tsx';
import { ExplainPanel } from './ExplainPanel.tsx';
import { IndicatorHead } from './IndicatorHead.tsx';
import { IndicatorRail } from './IndicatorRail.tsx';
import { IndicatorTrend } from './IndicatorTrend.tsx';
import css from './IndicatorView.module.css';
import { StandardisedPanel } from './StandardisedPanel.tsx';
import { UnitsPanel } from './UnitsPanel.tsx';

const BASES = ['then', 'now'] as const;
const PARTS = ['plain', 'word', 'unit'] as const;
const AGAINST = ['previous', 'lastYear'] as const;

export function IndicatorView({ view, indicator }: { view: View; indicator: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { indicators, readings } = useStores();
	const [isTable, toggleTable] = useTableKey();
	const [against, setAgainst] = useState<(typeof AGAINST)[number]>('previous');
	const one = useIndicators((state) => state.one);
	const byArea = useIndicators((state) => state.byArea);
	const byCategory = useIndicators((state) => state.byCategory);
	const area = view.area.code;
	const { period } = view;
	const above = view.area.parentCode;
	const [askedBasis, setBasis] = useState<'then' | 'now'>('then');
	const basis = askedBasis === 'now' ? askedBasis : undefined;
	const [partsAs, setPartsAs] = useState<(typeof PARTS)[number]>('plain');
	useEffect(() => indicators.getState().loadList(area, period), [indicators, area, period]);
	useEffect(() => {
		indicators.getState().loadOne({ indicator, area, period, ...(basis && { basis }) }, above);
		readings.getState().loadSeries(indicator, area, period, basis);
	}, [indicators, readings, indicator, area, period, above, basis]);
	useEffect(
		() =>
			indicators.getState().loadExplanation({ indicator, area, period, ...(basis && { basis }) }, { kind: against }),
		[indicators, indicator, area, period, against, basis],
	);
	const page = one.value?.row.reading.indicator === indicator ? one.value : null;
	const sentence = byArea.value?.status === 'ok' ? byArea.value.sentence : byCategory.value?.sentence;
	const parts = language === 'en' ? sentence?.en : sentence?.zh;
	const standardised = useIndicators((state) => state.standardised.value);
	const isShare =
		standardised?.status === 'ok' &&
		standardised.rows.length > 0 &&
		standardised.whole.indicator === indicator &&
		standardised.whole.area === area;
	const shownParts = partsAs === 'word' && !isShare ? 'plain' : partsAs;
	const adjusting = (
		<Segmented
			label={t('standardised.choose')}
			value={shownParts}
			choices={PARTS.filter((one) => isShare || one !== 'word').map((one) => ({
				value: one,
				text: one === 'unit' ? t('byUnit.word') : t(`standardised.${one}`),
			}))}
			onChoose={setPartsAs}
		/>
	);
	return (
		<div className={css.page}>
			<IndicatorRail indicator={indicator} />
			<div className={css.main} aria-busy={isAwaited(one)}>
				{one.error !== null && <FailureNote error={one.error} isOld={page !== null} />}
				{page !== null && (
					<IndicatorHead page={page} indicator={indicator} basis={basis} isTable={isTable} onTable={toggleTable} />
				)}
				<div className={css.middle}>
					<IndicatorTrend
						view={view}
						indicator={indicator}
						row={page?.row ?? null}
						isTable={isTable}
						basis={basis}
						{...(page?.hasLineage && {
							note: t(`basis.${askedBasis}Caption`),
							choice: (
								<Segmented
									label={t('basis.choose')}
									value={askedBasis}
									choices={BASES.map((one) => ({
										value: one,
										text: t(one === 'now' ? 'basis.asNow' : 'basis.asThen'),
									}))}
									onChoose={setBasis}
								/>
							),
						})}
					/>
					{page !== null && <DefinitionPanel page={page} indicator={indicator} />}
				</div>
				<div className={css.why}>
					<h2 className={css.whyTitle}>{t('explain.title')}</h2>
					<Segmented
						label={t('explain.title')}
						value={against}
						choices={AGAINST.map((kind) => ({ value: kind, text: t(`explain.${kind}`) }))}
						onChoose={setAgainst}
					/>
					<p className={css.sentence}>
						{parts !== undefined && parts.length > 0 ? (
							<SentenceText parts={parts} />
						) : (
							byArea.value !== null && byArea.value.status !== 'ok' && t(`explain.${byArea.value.status}`)
						)}
					</p>
				</div>
				<div className={css.bottom}>
					{shownParts === 'word' && <StandardisedPanel view={view} indicator={indicator} actions={adjusting} />}
					{shownParts === 'unit' && <UnitsPanel view={view} indicator={indicator} basis={basis} actions={adjusting} />}
					{shownParts === 'plain' && (
						<RankingPanel view={view} indicator={indicator} isTable={isTable} basis={basis} actions={adjusting} />
					)}
					<ExplainPanel explanation={byArea} indicator={indicator} by="area" isTable={isTable} basis={basis} />
					<ExplainPanel explanation={byCategory} indicator={indicator} by="category" isTable={isTable} basis={basis} />
				</div>
				{page === null && one.error === null && <EmptyNote title={t('events.loading')} />}
			</div>
		</div>
	);
}
