// What a change would do, in numbers, before it is made; the day it is in force from, a note, and the button that makes it.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientError } from '../../../client/client.ts';
import type { ChangePreview } from '../../../stores/catalogue-store.ts';
import { useApp, useCatalogue, useStores } from '../../../stores/StoresContext.tsx';
import { useLanguage } from '../../../stores/use-view.ts';
import { formatInteger } from '../../../ui/format.ts';
import { LightShape } from '../../../ui/LightShape.tsx';
import { formatPeriod } from '../../../ui/time-format.ts';
import { indicatorName } from '../../reading-words.ts';
import css from './ChangeEffect.module.css';
import type { Draft } from './change-draft.ts';

/** A pause in typing after which a change is counted. */
const PAUSE_MS = 300;

/** Why a change is refused, in the interface language. */
function Refusal({ error }: { error: ClientError }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { reason } = error.details;
	const isOwn = error.code === 'E_INPUT' && typeof reason === 'string';
	return (
		<p role="alert" className={css.refusal}>
			<LightShape light="red" /> {!isOwn ? t(`errors.${error.code}`) : language === 'en' ? reason : error.message}
		</p>
	);
}

function Moves({ preview }: { preview: ChangePreview }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const comma = language === 'en' ? ', ' : '，';
	const gap = language === 'en' ? ': ' : '：';
	const light = (word: ChangePreview['lights'][number]['moves'][number]['from']) =>
		word === 'none' ? t('catalogueSettings.noLight') : t(`words.${word}`);
	const lights = preview.lights.filter(({ changed }) => changed > 0);
	const grades = preview.grades.filter(({ changed }) => changed > 0);
	return (
		<ul className={css.moves}>
			{preview.lights.length > 0 && lights.length === 0 && preview.switched === null && (
				<li>{t('catalogueSettings.noLights')}</li>
			)}
			{preview.grades.length > 0 && grades.length === 0 && <li>{t('catalogueSettings.noGrades')}</li>}
			{lights.map(({ level, areas, changed, moves }) => (
				<li key={level} data-level={level}>
					<b>
						{t('catalogueSettings.lights', {
							total: formatInteger(areas),
							changed: formatInteger(changed),
							level: t(`levels.${level}`),
						})}
					</b>
					{gap}
					{moves
						.map(({ from, to, areas: n }) =>
							t('catalogueSettings.move', { from: light(from), to: light(to), n: formatInteger(n) }),
						)
						.join(comma)}
				</li>
			))}
			{grades.map(({ level, areas, changed, moves }) => (
				<li key={level} data-level={level}>
					<b>
						{t('catalogueSettings.grades', {
							total: formatInteger(areas),
							changed: formatInteger(changed),
							level: t(`levels.${level}`),
						})}
					</b>
					{gap}
					{moves
						.map(({ from, to, areas: n }) =>
							t('catalogueSettings.move', {
								from: from ?? t('catalogueSettings.noGrade'),
								to: to ?? t('catalogueSettings.noGrade'),
								n: formatInteger(n),
							}),
						)
						.join(comma)}
				</li>
			))}
			{preview.values > 0 && <li>{t('catalogueSettings.values', { n: formatInteger(preview.values) })}</li>}
		</ul>
	);
}

export function ChangeEffect({
	draft,
	effectiveOn,
	fieldName,
	isSwitchedOff,
	canWrite,
	onEffectiveOn,
	onReset,
}: {
	draft: Draft;
	effectiveOn: string;
	/** Name of a field that is no number. */
	fieldName: (field: string) => string;
	isSwitchedOff: boolean;
	canWrite: boolean;
	onEffectiveOn: (day: string) => void;
	onReset: () => void;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { catalogue } = useStores();
	const preview = useCatalogue((state) => state.preview);
	const failure = useCatalogue((state) => state.failure);
	const made = useCatalogue((state) => state.made);
	const definitions = useApp((state) => state.definitions);
	const [note, setNote] = useState('');
	const key = draft.change === null ? '' : JSON.stringify(draft.change);
	useEffect(() => {
		// What was counted for another form says nothing of this one.
		if (key === '') {
			catalogue.getState().loadPreview(null);
			return;
		}
		const timer = setTimeout(() => catalogue.getState().loadPreview(JSON.parse(key)), PAUSE_MS);
		return () => clearTimeout(timer);
	}, [catalogue, key]);
	const { value } = preview;
	const isCounted = draft.change !== null && value !== null && !preview.isLoading && preview.error === null;
	const canMake = canWrite && isCounted;
	return (
		<>
			<div className={css.fields}>
				<label>
					{t('catalogueSettings.effectiveOn')}
					<input
						inputMode="numeric"
						maxLength={10}
						placeholder="2026-12-01"
						value={effectiveOn}
						disabled={!canWrite}
						onChange={(event) => onEffectiveOn(event.target.value.normalize('NFKC').trim())}
					/>
				</label>
				<label>
					{t('catalogueSettings.comment')}
					<input
						value={note}
						maxLength={200}
						placeholder={t('catalogueSettings.commentHint')}
						disabled={!canWrite}
						onChange={(event) => setNote(event.target.value)}
					/>
				</label>
			</div>
			<p className={css.quiet}>{t('catalogueSettings.effectiveHint')}</p>
			<div className={css.bottom}>
				<div className={css.effect} aria-live="polite">
					{draft.wrong !== null ? (
						<p role="alert" className={css.refusal}>
							<LightShape light="red" />{' '}
							{draft.wrong === 'effectiveOn'
								? t('catalogueSettings.notDate')
								: t('catalogueSettings.notNumber', { field: fieldName(draft.wrong) })}
						</p>
					) : draft.change === null ? (
						made === null ? (
							<p className={css.quiet}>{t('catalogueSettings.nothing')}</p>
						) : (
							<p>
								<LightShape light="green" />{' '}
								{made.indicator === null
									? t('catalogueSettings.madeWeights', { version: made.version })
									: t('catalogueSettings.made', {
											name: indicatorName(definitions.get(made.indicator), made.indicator, language),
											version: made.version,
										})}
							</p>
						)
					) : preview.error !== null ? (
						<Refusal error={preview.error} />
					) : isCounted ? (
						<>
							<p className={css.quiet}>
								{value.period === null
									? t('catalogueSettings.noPeriod')
									: t('catalogueSettings.basis', { period: formatPeriod(value.period, language) })}
							</p>
							{value.switched !== null && (
								<p>
									{t(isSwitchedOff ? 'catalogueSettings.switchedOff' : 'catalogueSettings.switchedOn', {
										n: formatInteger(value.switched),
									})}
								</p>
							)}
							<Moves preview={value} />
						</>
					) : (
						<p className={css.quiet}>{t('catalogueSettings.counting')}</p>
					)}
					{failure !== null && <Refusal error={failure} />}
				</div>
				<div className={css.foot}>
					<button
						type="button"
						className={canMake ? 'button button-primary' : 'button'}
						disabled={!canMake}
						onClick={async () => {
							if (draft.change === null) return;
							if (await catalogue.getState().make(draft.change, note)) setNote('');
						}}
					>
						{isCounted
							? t('catalogueSettings.make', { day: effectiveOn, version: value.version })
							: t('catalogueSettings.making')}
					</button>
					<button
						type="button"
						className="button"
						disabled={draft.change === null && draft.wrong === null}
						onClick={onReset}
					>
						{t('catalogueSettings.reset')}
					</button>
				</div>
			</div>
		</>
	);
}
