// 扣分项 Top 3 and what is missing: what costs the area points, and which exports would let more be judged.

import { useTranslation } from 'react-i18next';
import type { Composite, IndicatorListRow } from '../../stores/indicators-store.ts';
import { isAwaited, type Loadable } from '../../stores/loadable.ts';
import { useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { figureOf, ProofNumber } from '../ProofNumber.tsx';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './DeductionsPanel.module.css';
import { isMissing } from './indicator-groups.ts';
import { ScoreNumber } from './ScoreNumber.tsx';

/** Datasets that nobody delivered, with the indicators that wait for them, the most awaited first. */
function missingByDataset(rows: readonly IndicatorListRow[]) {
	const waiting = new Map<IndicatorListRow['missing'][number], string[]>();
	for (const { reading, missing } of rows) {
		for (const dataset of missing) waiting.set(dataset, [...(waiting.get(dataset) ?? []), reading.indicator]);
	}
	return [...waiting].sort((a, b) => b[1].length - a[1].length);
}

export function DeductionsPanel({
	rows,
	composite,
}: {
	rows: readonly IndicatorListRow[];
	composite: Loadable<Composite>;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const definitions = useApp((state) => state.definitions);
	const deductions = composite.value?.deductions ?? [];
	const nameOf = (code: string) => indicatorName(definitions.get(code), code, language);
	const missing = missingByDataset(rows);
	const withoutColumn = rows.filter((row) => isMissing(row) && row.missing.length === 0);
	const notDelivered = rows.filter(({ reading }) => reading.status === 'notDelivered');
	const tooFew = rows.filter(({ reading }) => reading.status === 'insufficient');
	const comma = language === 'en' ? ', ' : '、';
	const gaps = [
		...missing.map(([dataset, codes]) => ({
			key: dataset,
			word: t(`imports.dataset_${dataset}`),
			state: t('status.notConnected'),
			names: codes.map(nameOf).join(comma),
		})),
		...[
			{ key: 'column', state: t('profile.noColumn'), found: withoutColumn },
			{ key: 'period', state: t('status.notDelivered'), found: notDelivered },
			{ key: 'few', state: t('status.insufficient'), found: tooFew },
		]
			.filter(({ found }) => found.length > 0)
			.map(({ key, state, found }) => ({
				key,
				word: t('indicators.count', { n: formatInteger(found.length) }),
				state,
				names: found.map(({ reading }) => nameOf(reading.indicator)).join(comma),
			})),
	];
	return (
		<Panel title={t('profile.deductions')} isBusy={isAwaited(composite)} isFlush>
			<div className={css.body}>
				<ol>
					{deductions.map(({ indicator, lost, dimension, reading }) => {
						const definition = definitions.get(indicator);
						const value = readingText(reading, kindOf(definition), t);
						return (
							<li key={indicator}>
								<div className={css.row}>
									<LightShape light={reading.light} size={9} />
									<button
										type="button"
										className={css.name}
										title={`${nameOf(indicator)} ${t(`dimensions.${dimension}`)}`}
										onClick={() => location.getState().openIndicator(indicator)}
									>
										{nameOf(indicator)} <span className={css.quiet}>{t(`dimensions.${dimension}`)}</span>
									</button>
									<ProofNumber
										figure={figureOf(reading)}
										text={`${value.text}${value.isFigure && unitOf(definition, language) === '%' ? '%' : ''}`}
									/>
									<b className={css.lost}>
										<ScoreNumber
											area={reading.area}
											period={reading.period}
											dimension={dimension}
											text={`−${formatDecimal(lost)}`}
										/>
									</b>
								</div>
							</li>
						);
					})}
				</ol>
				{composite.value !== null && deductions.length === 0 && (
					<p className={css.quiet}>
						{t(composite.value.score === null ? 'profile.tooLittleHint' : 'profile.noDeductions')}
					</p>
				)}
				<h3 className={css.heading}>{t('profile.missing')}</h3>
				{gaps.length === 0 && <p className={css.quiet}>{t('profile.nothingMissing')}</p>}
				<ul>
					{gaps.map((gap) => (
						<li key={gap.key} className={css.gap}>
							<span>{gap.word}</span>
							<span className={css.quiet}>{gap.state}</span>
							<span className={css.names} title={gap.names}>
								{gap.names}
							</span>
						</li>
					))}
				</ul>
			</div>
		</Panel>
	);
}
