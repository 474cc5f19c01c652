// The figures of a section side by side: name, value, light, what it divides, the period where it is another one. Each opens
// its proof. Holds no figure of its own.

import { useTranslation } from 'react-i18next';
import type { Reading } from '../../stores/readings-store.ts';
import { useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { Figure } from '../../ui/Figure.tsx';
import { formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { formatPeriodShort } from '../../ui/time-format.ts';
import { indicatorName, kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './FigureStrip.module.css';

export interface StripItem {
	reading: Reading;
	/** In place of the indicator's name, for a variant. */
	name?: string;
	/** After the value, as in ±1.9. */
	suffix?: string;
}

function StripCell({ item, period }: { item: StripItem; period: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { readings } = useStores();
	const { reading } = item;
	const definition = useApp((state) => state.definitions.get(reading.indicator));
	const name = item.name ?? indicatorName(definition, reading.indicator, language);
	const value = readingText(reading, kindOf(definition), t);
	const unit = unitOf(definition, language);
	const { indicator, area, variant, num, den } = reading;
	return (
		<li className={css.cell}>
			<span className={css.name}>{name}</span>
			<button
				type="button"
				data-figure
				className={css.value}
				aria-label={`${t('board.openProof', { name })}, ${value.text} ${value.isFigure ? unit : ''} ${item.suffix ?? ''}`}
				onClick={() => readings.getState().openProof({ indicator, area, variant, period: reading.period })}
			>
				{value.isFigure ? <Figure text={value.text} unit={unit} /> : <span className={css.none}>{value.text}</span>}
				{item.suffix !== undefined && <span className={css.suffix}>{item.suffix}</span>}
			</button>
			<span className={css.meta}>
				{value.isFigure && reading.light !== 'none' && (
					<span className={css.light}>
						<LightShape light={reading.light} size={9} />
						{t(`words.${reading.light}`)}
					</span>
				)}
				{num !== null && den !== null && (
					<span>{t('team.of', { num: formatInteger(num), den: formatInteger(den) })}</span>
				)}
				{reading.period !== period && (
					<span>{t('team.inPeriod', { period: formatPeriodShort(reading.period, language) })}</span>
				)}
			</span>
		</li>
	);
}

export function FigureStrip({
	label,
	items,
	period,
}: {
	label: string;
	items: readonly StripItem[];
	/** The period of the page; another one is said. */
	period: string;
}) {
	return (
		<section className={css.strip} aria-label={label}>
			<ul className={css.cells} style={{ ['--columns' as string]: Math.ceil(items.length / 2) }}>
				{items.map((item) => (
					<StripCell key={`${item.reading.indicator}/${item.reading.variant}`} item={item} period={period} />
				))}
			</ul>
		</section>
	);
}
