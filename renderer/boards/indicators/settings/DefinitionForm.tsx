// The form of one row: bounds of its lights, which variant is the headline, whether it is listed, from when on.

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsRow } from '../../../stores/catalogue-store.ts';
import { useLanguage } from '../../../stores/use-view.ts';
import { ChangeEffect } from './ChangeEffect.tsx';
import { BOUNDS, type Bound, draftDefinition, fieldsOf } from './change-draft.ts';
import { nextMonthStart } from './effective-day.ts';
import css from './SettingsForm.module.css';

export function DefinitionForm({
	row,
	today,
	isPending,
	canWrite,
}: {
	row: SettingsRow;
	today: string;
	/** Another change of this row is still to come into force. */
	isPending: boolean;
	canWrite: boolean;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const [fields, setFields] = useState(() => fieldsOf(row));
	const [effectiveOn, setEffectiveOn] = useState(() => nextMonthStart(today));
	const draft = useMemo(
		() => draftDefinition(row, fields, effectiveOn, isPending),
		[row, fields, effectiveOn, isPending],
	);
	const bounds = BOUNDS.filter((bound) => fields.bounds[bound] !== undefined);
	const unit = row.threshold?.isShare ? '%' : language === 'en' ? row.unit.en : row.unit.zh;
	const headline = language === 'en' ? row.headlineLabel.en : row.headlineLabel.zh;
	return (
		<form className={css.form} onSubmit={(event) => event.preventDefault()}>
			{bounds.length === 0 ? (
				<p className={css.quiet}>
					{t(row.direction === 'neutral' ? 'definition.neutral' : 'catalogueSettings.neutral')}
				</p>
			) : (
				<div className={css.fields}>
					{bounds.map((bound) => (
						<label key={bound}>
							{t(`catalogueSettings.${bound}`)}
							{unit !== '' && ` (${unit})`}
							<input
								inputMode="decimal"
								value={fields.bounds[bound]}
								disabled={!canWrite}
								placeholder={bound.startsWith('outer') ? t('catalogueSettings.noBound') : undefined}
								onChange={(event) =>
									setFields({ ...fields, bounds: { ...fields.bounds, [bound]: event.target.value } })
								}
							/>
						</label>
					))}
				</div>
			)}
			{row.variants.length > 0 && (
				<label className={css.wide}>
					{t('catalogueSettings.headline')}
					<select
						value={fields.headline}
						disabled={!canWrite}
						onChange={(event) => setFields({ ...fields, headline: event.target.value })}
					>
						<option value="">{t('catalogueSettings.keepHeadline', { label: headline })}</option>
						{row.variants.map(({ name, label }) => (
							<option key={name} value={name}>
								{language === 'en' ? label.en : label.zh}
							</option>
						))}
					</select>
				</label>
			)}
			<label className={css.check}>
				<input
					type="checkbox"
					checked={!fields.isOff}
					disabled={!canWrite}
					onChange={(event) => setFields({ ...fields, isOff: !event.target.checked })}
				/>
				{t('catalogueSettings.state')} <span className={css.quiet}>{t('catalogueSettings.isOn')}</span>
			</label>
			<ChangeEffect
				draft={draft}
				effectiveOn={effectiveOn}
				fieldName={(field) => t(`catalogueSettings.${field as Bound}`)}
				isSwitchedOff={fields.isOff}
				canWrite={canWrite}
				onEffectiveOn={setEffectiveOn}
				onReset={() => setFields(fieldsOf(row))}
			/>
		</form>
	);
}
