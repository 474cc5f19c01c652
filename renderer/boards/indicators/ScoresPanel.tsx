// The index of the areas to compare with: the peers of the present one, or the parts of the district, nine scores each.

import { useTranslation } from 'react-i18next';
import { DIMENSIONS } from '../../../shared/domain/dimensions.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import type { View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { neighboursOf } from './nearest-peers.ts';
import { ScoreNumber } from './ScoreNumber.tsx';
import css from './ScoresPanel.module.css';

/** Rows of a panel: more are on the list of the level above. */
const SHOWN = 12;

export function ScoresPanel({ view }: { view: View }) {
	const { t } = useTranslation();
	const { location } = useStores();
	const composite = useIndicators((state) => state.composite);
	const parts = useIndicators((state) => state.parts);
	const byCode = useApp((state) => state.tree.byCode);
	const isDistrict = view.area.level === 'district';
	const asked = isDistrict ? parts : composite;
	const rows = isDistrict
		? (parts.value?.rows ?? [])
		: neighboursOf(composite.value?.peers ?? [], view.area.code, SHOWN);
	return (
		<Panel
			title={t(isDistrict ? 'profile.parts' : 'profile.peers')}
			note={t('profile.index')}
			isBusy={isAwaited(asked)}
			isFlush
		>
			<div className={css.scroll}>
				{rows.length === 0 ? (
					<EmptyNote title={t('status.empty')} />
				) : (
					<table className={css.table}>
						<thead>
							<tr>
								<th scope="col">{t('profile.area')}</th>
								<th scope="col">{t('profile.scoreHead')}</th>
								{DIMENSIONS.map((dimension) => (
									<th key={dimension} scope="col" title={t(`dimensions.${dimension}`)}>
										{t(`dimensionsShort.${dimension}`)}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{rows.map((row) => (
								<tr key={row.area} data-self={row.area === view.area.code}>
									<th scope="row">
										<button type="button" onClick={() => location.getState().goTo({ area: row.area })}>
											{byCode.get(row.area)?.shortName ?? row.areaName}
										</button>
									</th>
									<td className={css.score}>
										<ScoreNumber
											area={row.area}
											period={view.period}
											dimension={null}
											of={row.areaName}
											text={row.score === null ? t('words.none') : formatDecimal(row.score)}
										/>
										<span className={css.grade}> {row.grade}</span>
									</td>
									{row.dimensions.map((score, index) => (
										<td key={DIMENSIONS[index]}>
											<ScoreNumber
												area={row.area}
												period={view.period}
												dimension={DIMENSIONS[index] ?? null}
												of={row.areaName}
												text={score === null ? t('words.none') : formatInteger(score)}
											/>
										</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				)}
			</div>
		</Panel>
	);
}
