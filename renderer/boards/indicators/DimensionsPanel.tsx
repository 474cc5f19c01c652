// The nine dimensions of the index with score, weight and lights; a row lists the indicators of its dimension.

import { useTranslation } from 'react-i18next';
import { DIMENSIONS } from '../../../shared/domain/dimensions.ts';
import { EVERY_INDICATOR } from '../../stores/address.ts';
import type { Composite, IndicatorListRow } from '../../stores/indicators-store.ts';
import { isAwaited, type Loadable } from '../../stores/loadable.ts';
import { useStores } from '../../stores/StoresContext.tsx';
import { formatDecimal } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { FailureNote } from '../FailureNote.tsx';
import css from './DimensionsPanel.module.css';
import { isMissing } from './indicator-groups.ts';
import { LightCounts } from './LightCounts.tsx';
import { ScoreNumber } from './ScoreNumber.tsx';

export function DimensionsPanel({
	rows,
	composite,
}: {
	rows: readonly IndicatorListRow[];
	composite: Loadable<Composite>;
}) {
	const { t } = useTranslation();
	const { location } = useStores();
	return (
		<Panel title={t('profile.dimensions')} note={t('profile.index')} isBusy={isAwaited(composite)} isFlush>
			{composite.error !== null && <FailureNote error={composite.error} isOld={composite.value !== null} />}
			<ul className={css.rows}>
				{DIMENSIONS.map((dimension) => {
					const scored = composite.value?.dimensions.find((one) => one.dimension === dimension);
					const own = rows.filter((row) => row.dimension === dimension && !isMissing(row));
					const name = t(`dimensions.${dimension}`);
					return (
						<li key={dimension} className={css.item}>
							<div className={css.row}>
								<button
									type="button"
									className={css.name}
									title={t('profile.openDimension', { name })}
									onClick={() =>
										location.getState().goTo({ section: 'all', choice: { ...EVERY_INDICATOR, dimension } })
									}
								>
									{name}
								</button>
								<span className={css.track}>
									{scored?.score != null && <i className={css.bar} style={{ width: `${scored.score}%` }} />}
								</span>
								{composite.value === null || scored === undefined ? (
									<span />
								) : (
									<span className={scored.score === null ? css.quiet : css.score}>
										<ScoreNumber
											area={composite.value.area}
											period={composite.value.period}
											dimension={dimension}
											text={scored.score === null ? t('profile.tooLittle') : formatDecimal(scored.score)}
										/>
									</span>
								)}
								<span className={css.lights}>
									<LightCounts rows={own} />
								</span>
							</div>
						</li>
					);
				})}
			</ul>
		</Panel>
	);
}
