// The weights of one dimension of the composite index and of the indicators in it.

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dimension } from '../../../../shared/domain/dimensions.ts';
import type { CatalogueSettings } from '../../../stores/catalogue-store.ts';
import { useLanguage } from '../../../stores/use-view.ts';
import { ChangeEffect } from './ChangeEffect.tsx';
import { draftWeights } from './change-draft.ts';
import { nextMonthStart } from './effective-day.ts';
import css from './SettingsForm.module.css';

export function WeightsForm({
	settings,
	dimension,
	canWrite,
}: {
	settings: CatalogueSettings;
	dimension: Dimension;
	canWrite: boolean;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const lines = useMemo(() => {
		const members = settings.rows.filter((row) => row.dimension === dimension && row.weight !== null);
		return [
			{
				key: dimension as string,
				name: t('catalogueSettings.ofDimension', { name: t(`dimensions.${dimension}`) }),
				weight: settings.dimensions.find((one) => one.dimension === dimension)?.weight ?? 0,
			},
			...members.map((row) => ({
				key: row.indicator,
				name: language === 'en' ? row.name.en : row.name.zh,
				weight: row.weight ?? 0,
			})),
		];
	}, [settings, dimension, language, t]);
	const before = useMemo(() => new Map(lines.map(({ key, weight }) => [key, weight])), [lines]);
	const stated = () => new Map(lines.map(({ key, weight }) => [key, String(weight)]));
	const [texts, setTexts] = useState(stated);
	const [effectiveOn, setEffectiveOn] = useState(() => nextMonthStart(settings.today));
	const draft = useMemo(
		() => draftWeights(dimension, before, texts, effectiveOn),
		[dimension, before, texts, effectiveOn],
	);
	return (
		<form className={css.form} onSubmit={(event) => event.preventDefault()}>
			<p className={css.quiet}>
				{t('catalogueSettings.inDimension', { name: t(`dimensions.${dimension}`) })} v{settings.weightsVersion}
			</p>
			<div className={css.weights}>
				{lines.map(({ key, name }) => (
					<label key={key}>
						<span className={css.clip} title={name}>
							{name} {key !== dimension && <span className={css.quiet}>{key}</span>}
						</span>
						<input
							inputMode="decimal"
							value={texts.get(key) ?? ''}
							disabled={!canWrite}
							onChange={(event) => setTexts(new Map(texts).set(key, event.target.value))}
						/>
					</label>
				))}
			</div>
			<ChangeEffect
				draft={draft}
				effectiveOn={effectiveOn}
				fieldName={(field) => lines.find(({ key }) => key === field)?.name ?? field}
				isSwitchedOff={false}
				canWrite={canWrite}
				onEffectiveOn={setEffectiveOn}
				onReset={() => setTexts(stated())}
			/>
		</form>
	);
}
