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
	useEffect(() => indicators.getState().loadList(area, period), [indicators, area, period]);
	useEffect(() => {
		indicators.getState().loadOne(indicator, area, period);
		readings.getState().loadSeries(indicator, area, period);
	}, [indicators, readings, indicator, area, period]);
	useEffect(
		() => indicators.getState().loadExplanation({ indicator, area, period }, { kind: against }),
		[indicators, indicator, area, period, against],
	);
	const page = one.value?.row.reading.indicator === indicator ? one.value : null;
	const sentence = byArea.value?.status === 'ok' ? byArea.value.sentence : byCategory.value?.sentence;
	const parts = language === 'en' ? sentence?.en : sentence?.zh;
	return (
		<div className={css.page}>
			<IndicatorRail indicator={indicator} />
			<div className={css.main} aria-busy={isAwaited(one)}>
				{one.error !== null && <FailureNote error={one.error} isOld={page !== null} />}
				{page !== null && <IndicatorHead page={page} indicator={indicator} isTable={isTable} onTable={toggleTable} />}
				<div className={css.middle}>
					<IndicatorTrend view={view} indicator={indicator} row={page?.row ?? null} isTable={isTable} />
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
					<RankingPanel view={view} indicator={indicator} isTable={isTable} />
					<ExplainPanel explanation={byArea} indicator={indicator} by="area" isTable={isTable} />
					<ExplainPanel explanation={byCategory} indicator={indicator} by="category" isTable={isTable} />
				</div>
				{page === null && one.error === null && <EmptyNote title={t('events.loading')} />}
			</div>
		</div>
	);
}
