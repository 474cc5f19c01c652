// Every change of the settings, newest first: what was set, its version, from which day on, when it was made and why.

import { useTranslation } from 'react-i18next';
import { DIMENSIONS } from '../../../../shared/domain/dimensions.ts';
import type { CatalogueChange, CatalogueSettings } from '../../../stores/catalogue-store.ts';
import { isAwaited } from '../../../stores/loadable.ts';
import { useCatalogue } from '../../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../../../stores/use-view.ts';
import { EmptyNote } from '../../../ui/EmptyNote.tsx';
import { formatInteger } from '../../../ui/format.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { formatInstant } from '../../../ui/time-format.ts';
import { FailureNote } from '../../FailureNote.tsx';
import css from './ChangesPanel.module.css';
import { BOUNDS, settingText } from './change-draft.ts';

/** What a change sets, one piece each. */
function useSetWords(settings: CatalogueSettings | null) {
	const { t } = useTranslation();
	const language = useLanguage();
	return ({ indicator, definition, weights }: CatalogueChange): string => {
		const row = settings?.rows.find((one) => one.indicator === indicator);
		const pieces: string[] = [];
		const set = (field: string, value: number | null) =>
			pieces.push(
				t('catalogueSettings.set', {
					field,
					value: value === null ? t('catalogueSettings.unbounded') : settingText(value),
				}),
			);
		for (const bound of BOUNDS) {
			const value = definition?.[bound];
			if (value !== undefined) set(t(`catalogueSettings.${bound}`), value);
		}
		if (definition?.headline !== undefined) {
			const label = row?.variants.find(({ name }) => name === definition.headline)?.label;
			const text = label === undefined ? definition.headline : language === 'en' ? label.en : label.zh;
			pieces.push(t('catalogueSettings.setHeadline', { label: text }));
		}
		if (definition?.isOff !== undefined) pieces.push(t(`catalogueSettings.${definition.isOff ? 'off' : 'on'}`));
		for (const dimension of DIMENSIONS) {
			const value = weights?.dimensions?.[dimension];
			if (value !== undefined) set(t(`dimensions.${dimension}`), value);
		}
		for (const [code, value] of Object.entries(weights?.indicators ?? {})) set(code, value);
		return pieces.join(language === 'en' ? ', ' : '，');
	};
}

export function ChangesPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const changes = useCatalogue((state) => state.changes);
	const settings = useCatalogue((state) => state.settings.value);
	const wordsOf = useSetWords(settings);
	const list = [...(changes.value?.changes ?? [])].reverse();
	const nameOf = (indicator: string | null) => {
		if (indicator === null) return t('catalogueSettings.weights');
		const row = settings?.rows.find((one) => one.indicator === indicator);
		if (row === undefined) return indicator;
		return `${language === 'en' ? row.name.en : row.name.zh} ${indicator}`;
	};
	return (
		<Panel
			title={t('catalogueSettings.changes')}
			note={list.length === 0 ? undefined : formatInteger(list.length)}
			className={css.panel}
			isBusy={isAwaited(changes)}
			isFlush
		>
			{changes.error !== null && <FailureNote error={changes.error} isOld={changes.value !== null} />}
			{changes.value !== null && list.length === 0 && (
				<div className={css.none}>
					<EmptyNote title={t('catalogueSettings.none')} />
				</div>
			)}
			<ul className={css.list}>
				{list.map((change) => (
					<li key={`${change.indicator ?? ''}.${change.version}`} className={css.item}>
						<p className={css.name}>
							<b>{nameOf(change.indicator)}</b> <span className="tag">v{change.version}</span>
						</p>
						<p>
							{t('catalogueSettings.from', { day: change.effectiveOn })} {wordsOf(change)}
						</p>
						<p className={css.quiet}>
							{t('catalogueSettings.changedAt', {
								time: formatInstant(change.changedAt, language, { presentYear }),
							})}
							{change.note !== '' && ` • ${change.note}`}
						</p>
					</li>
				))}
			</ul>
		</Panel>
	);
}
