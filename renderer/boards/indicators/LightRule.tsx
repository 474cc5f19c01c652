// How a figure's light is lit, as the shapes themselves: ● ≥95% 达标 ◆ 88–95% 关注 ▲ <88% 预警.

import { useTranslation } from 'react-i18next';
import type { IndicatorDefinition } from '../../stores/app-store.ts';
import { useLanguage } from '../../stores/use-view.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { unitOf } from '../reading-words.ts';
import css from './LightRule.module.css';
import { lightBounds } from './light-bounds.ts';

export function LightRule({ definition }: { definition: IndicatorDefinition }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const bounds = lightBounds(definition, unitOf(definition, language) === '%' ? '%' : '');
	if (bounds === null) return t(definition.direction === 'neutral' ? 'definition.neutral' : 'definition.noLight');
	return (
		<span className={css.rule}>
			{bounds.map(({ light, text }) => (
				<span key={light} className={css.part}>
					<LightShape light={light} size={9} /> {text} {t(`words.${light}`)}
				</span>
			))}
		</span>
	);
}
