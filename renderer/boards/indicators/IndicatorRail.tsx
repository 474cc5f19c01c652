// The indicators by dimension beside the page of one: each with its light and figure, the way from one to the next.

import { useTranslation } from 'react-i18next';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { figureOf, ProofNumber } from '../ProofNumber.tsx';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './IndicatorRail.module.css';
import { dimensionName, groupByDimension, shownLight } from './indicator-groups.ts';
import { LightCounts } from './LightCounts.tsx';

const NO_ROWS: readonly IndicatorListRow[] = [];

function RailRow({ row, isCurrent }: { row: IndicatorListRow; isCurrent: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const { reading } = row;
	const definition = useApp((state) => state.definitions.get(reading.indicator));
	const value = readingText(reading, kindOf(definition), t);
	const sign = value.isFigure && unitOf(definition, language) === '%' ? '%' : '';
	const name = indicatorName(definition, reading.indicator, language);
	return (
		<li>
			<div className={css.row} data-current={isCurrent}>
				<LightShape light={shownLight(row)} size={9} />
				<button
					type="button"
					className={css.name}
					title={name}
					aria-current={isCurrent ? 'page' : undefined}
					onClick={() => location.getState().adjust({ indicator: reading.indicator })}
				>
					{name}
				</button>
				<span className={value.isFigure ? css.figure : css.quiet}>
					<ProofNumber figure={figureOf(reading)} text={`${value.text}${sign}`}>
						<b>{value.text}</b>
						{sign}
					</ProofNumber>
				</span>
			</div>
		</li>
	);
}

export function IndicatorRail({ indicator }: { indicator: string }) {
	const { t } = useTranslation();
	const { location } = useStores();
	const list = useIndicators((state) => state.list);
	const rows = list.value?.rows ?? NO_ROWS;
	return (
		<Panel
			title={t('rail.indicators')}
			note={rows.length === 0 ? undefined : formatInteger(rows.length)}
			className={css.panel}
			isBusy={isAwaited(list)}
			isFlush
			actions={
				<button type="button" className="link" onClick={() => location.getState().goTo({ section: 'all' })}>
					{t('indicators.toAll')}
				</button>
			}
		>
			<div className={css.scroll}>
				{groupByDimension(rows).map((group) => (
					<details
						key={group.dimension ?? ''}
						className={css.group}
						open={group.rows.some(({ reading }) => reading.indicator === indicator) || rows.length < 24}
					>
						<summary>
							<b>{dimensionName(group.dimension, t)}</b>
							<LightCounts rows={group.rows} />
						</summary>
						<ul>
							{group.rows.map((row) => (
								<RailRow key={row.reading.indicator} row={row} isCurrent={row.reading.indicator === indicator} />
							))}
						</ul>
					</details>
				))}
			</div>
		</Panel>
	);
}
