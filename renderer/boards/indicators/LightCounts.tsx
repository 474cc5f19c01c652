// How many indicators shine in which light, as shapes with numbers, most urgent first.

import { useTranslation } from 'react-i18next';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { countLights } from './indicator-groups.ts';
import css from './LightCounts.module.css';

export function LightCounts({ rows }: { rows: readonly Pick<IndicatorListRow, 'reading' | 'band'>[] }) {
	const { t } = useTranslation();
	return (
		<span className={css.counts}>
			{countLights(rows).map(({ light, count }) => (
				<span key={light} className={css.count}>
					<LightShape light={light} size={9} label={light === 'none' ? t('indicators.noLight') : t(`words.${light}`)} />
					{count}
				</span>
			))}
		</span>
	);
}
