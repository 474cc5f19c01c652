// What the list is narrowed to: light, dimension, element of the study. Each choice stands in the address and can be taken off.

import { ChevronDown, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DIMENSIONS, THESIS_TAGS } from '../../../shared/domain/dimensions.ts';
import { EVERY_INDICATOR, type IndicatorChoice } from '../../stores/address.ts';
import type { IndicatorListRow } from '../../stores/indicators-store.ts';
import { useLocation, useStores } from '../../stores/StoresContext.tsx';
import { formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { MenuItem, PopMenu } from '../../ui/PopMenu.tsx';
import css from './IndicatorFilters.module.css';
import { countLights } from './indicator-groups.ts';

/** A menu of exclusive choices; its face says what is chosen. */
function ChoiceMenu<T extends string>({
	word,
	value,
	choices,
	nameOf,
	onChoose,
}: {
	word: string;
	value: T | null;
	choices: readonly T[];
	nameOf: (value: T) => string;
	onChoose: (value: T | null) => void;
}) {
	const { t } = useTranslation();
	return (
		<PopMenu
			className={value === null ? css.menu : `${css.menu} ${css.chosen}`}
			face={
				<>
					<span className={css.word}>{word}</span> {value === null ? t('indicators.any') : nameOf(value)}
					<ChevronDown size={14} aria-hidden />
				</>
			}
		>
			{(close) =>
				[null, ...choices].map((choice) => (
					<MenuItem
						key={choice ?? ''}
						isCurrent={choice === value}
						onChoose={() => {
							close();
							onChoose(choice);
						}}
					>
						{choice === null ? t('indicators.any') : nameOf(choice)}
					</MenuItem>
				))
			}
		</PopMenu>
	);
}

/** `rows` are those that the other filters let through, so that the counts are what a click would list. */
export function IndicatorFilters({ rows }: { rows: readonly IndicatorListRow[] }) {
	const { t } = useTranslation();
	const { location } = useStores();
	const choice = useLocation((state) => state.address.choice);
	const change = (next: Partial<IndicatorChoice>) => location.getState().goTo({ choice: { ...choice, ...next } });
	const isNarrowed = choice.tag !== null || choice.light !== null || choice.dimension !== null;
	return (
		<div className={css.bar}>
			<fieldset className={css.lights}>
				<legend className="visually-hidden">{t('indicators.filterLight')}</legend>
				{countLights(rows).map(({ light, count }) => (
					<button
						key={light}
						type="button"
						className={css.light}
						aria-pressed={choice.light === light}
						onClick={() => change({ light: choice.light === light ? null : light })}
					>
						<LightShape light={light} /> {light === 'none' ? t('indicators.noLight') : t(`words.${light}`)}{' '}
						<b>{formatInteger(count)}</b>
					</button>
				))}
			</fieldset>
			<ChoiceMenu
				word={t('indicators.filterDimension')}
				value={choice.dimension}
				choices={DIMENSIONS}
				nameOf={(dimension) => t(`dimensions.${dimension}`)}
				onChoose={(dimension) => change({ dimension })}
			/>
			<ChoiceMenu
				word={t('indicators.filterTag')}
				value={choice.tag}
				choices={THESIS_TAGS}
				nameOf={(tag) => `${tag} ${t(`thesis.${tag}`)}`}
				onChoose={(tag) => change({ tag })}
			/>
			{isNarrowed && (
				<button type="button" className={css.clear} onClick={() => change(EVERY_INDICATOR)}>
					<X size={13} aria-hidden /> {t('indicators.clear')}
				</button>
			)}
		</div>
	);
}
