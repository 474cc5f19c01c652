// 关联线索: ranks that move together along the study's hypotheses, with intervals, never below 30 areas. Clues, no conclusions.

import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { indicatorName } from '../reading-words.ts';
import css from './CluesView.module.css';

/** A correlation from −1 to 1 as a share of the width. */
const share = (rho: number) => `${((rho + 1) / 2) * 100}%`;

export function CluesView({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { indicators, location } = useStores();
	const correlations = useIndicators((state) => state.correlations);
	const definitions = useApp((state) => state.definitions);
	useEffect(() => indicators.getState().loadCorrelations(view.period), [indicators, view.period]);
	const { value } = correlations;
	const pairs = useMemo(
		() => [...(value?.pairs ?? [])].sort((a, b) => Number(a.rho === null) - Number(b.rho === null)),
		[value],
	);
	const name = (code: string) => (
		<button type="button" className={css.open} onClick={() => location.getState().openIndicator(code)}>
			{indicatorName(definitions.get(code), code, language)}
		</button>
	);
	return (
		<Panel
			title={t('indicators.clues')}
			note={
				value !== null && (
					<>
						<b className={css.caveat}>{language === 'en' ? value.caveat.en : value.caveat.zh}</b>{' '}
						{t('clues.intro', { level: t(`levels.${value.level}`) })}
					</>
				)
			}
			className={css.panel}
			isBusy={isAwaited(correlations)}
			isFlush
		>
			{correlations.error !== null && <FailureNote error={correlations.error} isOld={value !== null} />}
			{value?.pairs.length === 0 && <EmptyNote title={t('clues.none')} />}
			{value !== null && value.pairs.length > 0 && (
				<div className={css.scroll}>
					<table className={css.table}>
						<thead>
							<tr>
								<th scope="col">{t('clues.pair')}</th>
								<th scope="col">{t('clues.lag')}</th>
								<th scope="col" className={css.right}>
									{t('clues.rho')}
								</th>
								<th scope="col">{t('clues.interval')}</th>
								<th scope="col" className={css.right}>
									n
								</th>
							</tr>
						</thead>
						<tbody>
							{pairs.map((pair) => (
								<tr key={`${pair.cause}${pair.effect}${pair.lag}`}>
									<th scope="row">
										{name(pair.cause)} → {name(pair.effect)}
									</th>
									<td>{t('clues.lagPeriods', { n: pair.lag })}</td>
									{pair.rho === null || pair.low === null || pair.high === null ? (
										<td colSpan={2} className={css.quiet}>
											{pair.status === 'notConnected'
												? t('status.notConnected')
												: pair.status === 'tooFew'
													? t('clues.tooFew')
													: t('status.insufficient')}
										</td>
									) : (
										<>
											<td className={css.right}>
												<b>{formatDecimal(pair.rho, 2)}</b>
											</td>
											<td>
												<span className={css.plot}>
													<i className={css.zero} />
													<i
														className={css.interval}
														style={{ left: share(pair.low), right: `calc(100% - ${share(pair.high)})` }}
													/>
													<i className={css.dot} style={{ left: share(pair.rho) }} />
												</span>
												<span className={css.quiet}>
													{t('clues.range', { low: formatDecimal(pair.low, 2), high: formatDecimal(pair.high, 2) })}
												</span>
											</td>
										</>
									)}
									<td className={css.right}>{formatInteger(pair.n)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
		</Panel>
	);
}
