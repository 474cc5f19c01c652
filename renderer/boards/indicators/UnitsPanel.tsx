// One indicator by handling unit, where it has units: those with most cases first, each reading with its proof.

import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { figureOf, ProofNumber } from '../ProofNumber.tsx';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './StandardisedPanel.module.css';

export function UnitsPanel({
	view,
	indicator,
	basis,
	actions,
}: {
	view: View;
	indicator: string;
	basis: 'now' | undefined;
	actions: ReactNode;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { indicators } = useStores();
	const byUnit = useIndicators((state) => state.byUnit);
	const definition = useApp((state) => state.definitions.get(indicator));
	const area = view.area.code;
	useEffect(
		() => indicators.getState().loadByUnit({ indicator, area, period: view.period, ...(basis && { basis }) }),
		[indicators, indicator, area, view.period, basis],
	);
	const { value } = byUnit;
	const rows = value?.readings ?? [];
	return (
		<Panel
			title={t('ranking.title', { name: indicatorName(definition, indicator, language) })}
			isBusy={isAwaited(byUnit)}
			isFlush
			actions={actions}
		>
			<div className={css.scroll}>
				{byUnit.error !== null && <FailureNote error={byUnit.error} isOld={value !== null} />}
				{value !== null && rows.length === 0 && (
					<EmptyNote title={t(value.isByUnit ? 'byUnit.none' : 'byUnit.notByUnit')} />
				)}
				{rows.length > 0 && (
					<>
						<p className={css.quiet}>{t('byUnit.caption', { area: view.area.shortName })}</p>
						<table className={`${css.table} ${css.units}`}>
							<thead>
								<tr>
									<th scope="col">{t('byUnit.unit')}</th>
									<th scope="col" className={css.right}>
										{t('byUnit.value')}
									</th>
									<th scope="col" className={css.right}>
										{t('byUnit.cases')}
									</th>
								</tr>
							</thead>
							<tbody>
								{rows.map((reading) => {
									const words = readingText(reading, kindOf(definition), t);
									const sign = words.isFigure && unitOf(definition, language) === '%' ? '%' : '';
									const name = reading.unit ?? '';
									return (
										<tr key={name}>
											<th scope="row" className={css.clip} title={name}>
												<LightShape light={reading.light} size={9} /> {name}
											</th>
											<td className={css.right}>
												<ProofNumber figure={figureOf(reading, basis)} text={`${words.text}${sign}`} of={name} />
											</td>
											<td className={css.right}>
												<ProofNumber figure={figureOf(reading, basis)} text={formatInteger(reading.n)} of={name} />
											</td>
										</tr>
									);
								})}
							</tbody>
						</table>
					</>
				)}
			</div>
		</Panel>
	);
}
