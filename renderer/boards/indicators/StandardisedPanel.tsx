// 结构调整后: the parts of the area as they are and as they would be if all had its mix of classes, side by side. The area
// itself, in the mix of what is above it, stands as a sentence on top.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { formatDecimal, formatValue } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { figureOf, ProofNumber } from '../ProofNumber.tsx';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './StandardisedPanel.module.css';
import { standardisedIn } from './standardised-words.ts';

export function StandardisedPanel({ view, indicator, actions }: { view: View; indicator: string; actions: ReactNode }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const standardised = useIndicators((state) => state.standardised);
	const above = useIndicators((state) => state.standardisedAbove.value);
	const definition = useApp((state) => state.definitions.get(indicator));
	const byCode = useApp((state) => state.tree.byCode);
	const { value } = standardised;
	const sign = unitOf(definition, language) === '%' ? '%' : '';
	const own = standardisedIn(above, { indicator, area: view.area.code, period: view.period }, definition, language, t);
	const rows = [...(value?.rows ?? [])].sort(
		(a, b) =>
			Number(a.standardised === null) - Number(b.standardised === null) ||
			((b.standardised ?? 0) - (a.standardised ?? 0)) * (definition?.direction === 'down' ? -1 : 1),
	);
	return (
		<Panel
			title={t('ranking.title', { name: indicatorName(definition, indicator, language) })}
			isBusy={isAwaited(standardised)}
			isFlush
			actions={actions}
		>
			<div className={css.scroll}>
				{standardised.error !== null && <FailureNote error={standardised.error} isOld={value !== null} />}
				{own !== null && <p className={css.sentence}>{own.sentence}</p>}
				{value !== null && value.level !== null && (
					<p className={css.quiet}>
						{t('standardised.caption', { level: t(`levels.${value.level}`), whole: view.area.name })}
					</p>
				)}
				<table className={css.table}>
					<thead>
						<tr>
							<th scope="col">{t('profile.area')}</th>
							<th scope="col" className={css.right}>
								{t('standardised.plain')}
							</th>
							<th scope="col" className={css.right}>
								{t('standardised.word')}
							</th>
							<th scope="col" className={css.right}>
								{t('standardised.difference')}
							</th>
						</tr>
					</thead>
					<tbody>
						{rows.map(({ reading, standardised: adjusted, coverage }) => {
							const plain = readingText(reading, kindOf(definition), t);
							const name = byCode.get(reading.area)?.shortName ?? reading.areaName;
							const change = adjusted === null || reading.value === null ? null : adjusted - reading.value;
							const share = t('standardised.covered', { share: formatDecimal(100 * coverage) });
							return (
								<tr key={reading.area} title={share}>
									<th scope="row" className={css.clip}>
										<button
											type="button"
											className={css.open}
											title={name}
											onClick={() => location.getState().goTo({ area: reading.area })}
										>
											{name}
										</button>
									</th>
									<td className={css.right}>
										<ProofNumber
											figure={figureOf(reading)}
											text={`${plain.text}${plain.isFigure ? sign : ''}`}
											of={name}
										/>
									</td>
									{adjusted === null ? (
										<td colSpan={2} className={`${css.right} ${css.none}`}>
											{reading.value === null ? t('words.none') : t('standardised.tooLittle')}
										</td>
									) : (
										<>
											<td className={css.right}>
												<b>
													{formatValue(adjusted, kindOf(definition))}
													{sign}
												</b>
											</td>
											<td className={css.right}>
												{change === null ? '' : `${change < 0 ? '−' : '+'}${formatDecimal(Math.abs(change))}`}
											</td>
										</>
									)}
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</Panel>
	);
}
