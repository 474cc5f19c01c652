// 口径设置: the catalogue as the district has it today; one row is changed at a time, beside the list of all changes.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../../stores/loadable.ts';
import { useApp, useCatalogue, useLocation, useStores } from '../../../stores/StoresContext.tsx';
import { EmptyNote } from '../../../ui/EmptyNote.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { ChangesPanel } from './ChangesPanel.tsx';
import { DefinitionForm } from './DefinitionForm.tsx';
import { SettingsTable } from './SettingsTable.tsx';
import css from './SettingsView.module.css';
import { WeightsForm } from './WeightsForm.tsx';

const PARTS = ['definition', 'weights'] as const;

export function SettingsView() {
	const { t, i18n } = useTranslation();
	const { catalogue, location } = useStores();
	const settings = useCatalogue((state) => state.settings);
	const changes = useCatalogue((state) => state.changes.value?.changes);
	const chosen = useLocation((state) => state.address.indicator);
	const app = useApp((state) => state.app.value);
	const [part, setPart] = useState<(typeof PARTS)[number]>('definition');
	useEffect(() => catalogue.getState().load(), [catalogue]);
	const { value } = settings;
	if (value === null) {
		return settings.error === null ? (
			<EmptyNote title={t('events.loading')} />
		) : (
			<FailureNote error={settings.error} isOld={false} />
		);
	}
	const row = value.rows.find(({ indicator }) => indicator === chosen) ?? value.rows[0];
	const canWrite = app?.cacheState !== 'readOnly';
	const hint = !canWrite ? 'catalogueSettings.readOnly' : app?.isDemo ? 'catalogueSettings.demo' : null;
	const isWeighed = row?.weight !== null && row?.dimension !== null;
	const shownPart = isWeighed ? part : 'definition';
	return (
		<div className={css.page} aria-busy={isAwaited(settings)}>
			<Panel title={t('indicators.settings')} note={t('catalogueSettings.note')} isFlush className={css.list}>
				{hint !== null && <p className={css.hint}>{t(hint)}</p>}
				<SettingsTable
					settings={value}
					changes={changes ?? []}
					chosen={row?.indicator ?? null}
					onChoose={(indicator) => location.getState().adjust({ indicator })}
				/>
			</Panel>
			<div className={css.side}>
				{row !== undefined && (
					<Panel
						title={i18n.language === 'en' ? row.name.en : row.name.zh}
						className={css.editor}
						isFlush
						actions={
							isWeighed && (
								<Segmented
									label={t('catalogueSettings.part')}
									value={shownPart}
									choices={PARTS.map((one) => ({ value: one, text: t(`catalogueSettings.${one}`) }))}
									onChoose={setPart}
								/>
							)
						}
					>
						{shownPart === 'definition' ? (
							<DefinitionForm
								key={`${row.indicator}.${row.version}.${row.isOff}`}
								row={row}
								today={value.today}
								isPending={
									changes?.some(
										({ indicator, effectiveOn }) => indicator === row.indicator && effectiveOn > value.today,
									) ?? false
								}
								canWrite={canWrite}
							/>
						) : (
							row.dimension !== null && (
								<WeightsForm
									key={`${row.dimension}.${value.weightsVersion}`}
									settings={value}
									dimension={row.dimension}
									canWrite={canWrite}
								/>
							)
						)}
					</Panel>
				)}
				<ChangesPanel />
			</div>
		</div>
	);
}
