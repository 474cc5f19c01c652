// The head of the map page: which indicator, at which level, classed how, compared with what.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePeriod, shiftPeriod } from '../../../shared/domain/period.ts';
import { CLASS_METHODS } from '../../stores/map-address.ts';
import { useApp, useLocation, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { formatPeriod } from '../../ui/time-format.ts';
import { indicatorName } from '../reading-words.ts';
import css from './MapPage.module.css';
import type { MapModel } from './use-map-model.ts';

/** A list of the catalogue's indicators; native, so that keys and screen readers know it. */
function IndicatorSelect({
	label,
	value,
	onChoose,
}: {
	label: string;
	value: string;
	onChoose: (code: string) => void;
}) {
	const language = useLanguage();
	const definitions = useApp((state) => state.definitions);
	return (
		<select className={css.select} aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
			{[...definitions.values()].map((definition) => (
				<option key={definition.code} value={definition.code}>
					{indicatorName(definition, definition.code, language)}
				</option>
			))}
		</select>
	);
}

/** Periods that a map can be compared with: the year before, and those of the slider. */
function comparable(shown: string, periods: readonly string[]): string[] {
	const period = parsePeriod(shown);
	const steps = { month: 12, quarter: 4, year: 1, week: 52, day: 7, days: 1 } as const;
	const before = period === null ? [] : [shiftPeriod(period, -1).code, shiftPeriod(period, -steps[period.kind]).code];
	return [...new Set([...before, ...[...periods].reverse()])].filter((code) => code !== shown);
}

export function MapHead({ model }: { model: MapModel }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const definitions = useApp((state) => state.definitions);
	const page = useLocation((state) => state.address.page);
	const { main, other, state, change } = model;
	const choices = useMemo(() => comparable(main.period, model.periods), [main.period, model.periods]);
	const kind = state.against?.kind ?? 'none';
	const compare = (next: string) => {
		if (next === 'period') change({ against: { kind: 'period', code: choices[1] ?? choices[0] ?? main.period } });
		else if (next === 'indicator') {
			const code = [...definitions.keys()].find((one) => one !== main.indicator) ?? main.indicator;
			change({ against: { kind: 'indicator', code: main.indicator === 'OP04' ? code : 'OP04' } });
		} else change({ against: null });
	};
	return (
		<div className={css.head} data-page={page}>
			<IndicatorSelect label={t('mapPage.indicator')} value={main.indicator} onChoose={(fill) => change({ fill })} />
			<Segmented
				label={t('map.level')}
				value={model.level}
				choices={model.levels.map((one) => ({ value: one, text: t(`mapLevels.${one}`) }))}
				onChoose={(mapLevel) => location.getState().adjust({ mapLevel })}
			/>
			<Segmented
				label={t('mapPage.classes')}
				value={state.method}
				choices={CLASS_METHODS.map((one) => ({ value: one, text: t(`mapPage.methods.${one}`) }))}
				onChoose={(method) => change({ method })}
			/>
			<span className={css.compare}>
				<select
					className={css.select}
					aria-label={t('mapPage.compare')}
					value={kind}
					onChange={(event) => compare(event.target.value)}
				>
					<option value="none">{t('mapPage.compareNone')}</option>
					<option value="period">{t('mapPage.comparePeriod')}</option>
					<option value="indicator">{t('mapPage.compareIndicator')}</option>
				</select>
				{state.against?.kind === 'period' && (
					<select
						className={css.select}
						aria-label={t('mapPage.comparePeriod')}
						value={state.against.code}
						onChange={(event) => change({ against: { kind: 'period', code: event.target.value } })}
					>
						{[...new Set([state.against.code, ...choices])].map((code) => (
							<option key={code} value={code}>
								{formatPeriod(code, language)}
							</option>
						))}
					</select>
				)}
				{state.against?.kind === 'indicator' && (
					<IndicatorSelect
						label={t('mapPage.compareIndicator')}
						value={state.against.code}
						onChoose={(code) => change({ against: { kind: 'indicator', code } })}
					/>
				)}
				{other !== null && (
					<Segmented
						label={t('mapPage.mode')}
						value={state.mode}
						choices={[
							{ value: 'swipe', text: t('mapPage.swipe') },
							{ value: 'side', text: t('mapPage.side') },
						]}
						onChoose={(mode) => change({ mode })}
					/>
				)}
			</span>
		</div>
	);
}
