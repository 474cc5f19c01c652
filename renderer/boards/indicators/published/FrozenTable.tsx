// The frozen readings of one snapshot as they were published, each with the code it is checked by. Rows exist only where
// they are seen; a value opens the proof of the figure as it stands now.

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrozenReadings } from '../../../stores/published-store.ts';
import { useApp, useStores } from '../../../stores/StoresContext.tsx';
import { useLanguage } from '../../../stores/use-view.ts';
import { LightShape } from '../../../ui/LightShape.tsx';
import { formatPeriod } from '../../../ui/time-format.ts';
import { indicatorName } from '../../reading-words.ts';
import css from './FrozenTable.module.css';
import { valueText } from './issued-words.ts';

const ROW_PX = 33;
const OVERSCAN = 12;

export function FrozenTable({ frozen }: { frozen: FrozenReadings }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { readings: store } = useStores();
	const definitions = useApp((state) => state.definitions);
	const scroll = useRef<HTMLDivElement>(null);
	const { readings } = frozen;
	const virtual = useVirtualizer({
		count: readings.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => ROW_PX,
		overscan: OVERSCAN,
	});
	const items = virtual.getVirtualItems();
	const before = items[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
	return (
		<div className={css.scroll} ref={scroll}>
			<table className={css.table} aria-rowcount={readings.length + 1}>
				<caption className="visually-hidden">{t('published.frozen')}</caption>
				<thead>
					<tr>
						<th scope="col" className={css.name}>
							{t('published.figure')}
						</th>
						<th scope="col">{t('published.area')}</th>
						<th scope="col" className={css.period}>
							{t('published.period')}
						</th>
						<th scope="col" className={`${css.figure} ${css.right}`}>
							{t('published.value')}
						</th>
						<th scope="col" className={css.light}>
							{t('published.light')}
						</th>
						<th scope="col" className={css.code}>
							{t('published.code')}
						</th>
					</tr>
				</thead>
				<tbody>
					{before > 0 && <tr aria-hidden style={{ height: before }} />}
					{items.map(({ index }) => {
						const one = readings[index];
						if (one === undefined) return null;
						const { reading, checkCode } = one;
						const definition = definitions.get(reading.indicator);
						const name = indicatorName(definition, reading.indicator, language);
						return (
							<tr key={`${reading.indicator}/${reading.area}/${reading.period}`}>
								<th scope="row" className={css.clip} title={name}>
									{name} <span className={css.quiet}>{reading.indicator}</span>
								</th>
								<td className={css.clip} title={reading.areaName}>
									{reading.areaName}
								</td>
								<td>{formatPeriod(reading.period, language)}</td>
								<td className={css.right}>
									<button
										type="button"
										data-figure
										className={css.value}
										aria-label={t('published.proof', { name })}
										title={t('published.proof', { name })}
										onClick={() =>
											store.getState().openProof({
												indicator: reading.indicator,
												area: reading.area,
												period: reading.period,
												variant: reading.variant,
											})
										}
									>
										{valueText(reading, definition, language, t)}
									</button>
								</td>
								<td>
									{reading.light === 'none' ? (
										<span className={css.quiet}>{t('words.none')}</span>
									) : (
										<>
											<LightShape light={reading.light} /> {t(`words.${reading.light}`)}
										</>
									)}
								</td>
								<td className={css.code}>{checkCode}</td>
							</tr>
						);
					})}
					{after > 0 && <tr aria-hidden style={{ height: after }} />}
				</tbody>
			</table>
		</div>
	);
}
