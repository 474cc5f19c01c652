// Every dataset that came, with its rows, last arrival and age; those that never came are 未接入, folded, each with what it
// would bring. Not delivered is never shown as zero rows.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseIso } from '../../shared/domain/shanghai-time.ts';
import { indicatorName } from '../boards/reading-words.ts';
import { useApp, useSettings, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { formatAge, formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Panel } from '../ui/Panel.tsx';
import { REACHED_BY_KEYS } from '../ui/reached-by-keys.ts';
import { formatInstant } from '../ui/time-format.ts';
import css from './DatasetsPanel.module.css';
import { isLate } from './expected-arrival.ts';
import { SetupDialog } from './SetupDialog.tsx';

export function DatasetsPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { settings: store } = useStores();
	const app = useApp((state) => state.app.value);
	const definitions = useApp((state) => state.definitions);
	const nowS = app === null ? 0 : (parseIso(app.now) ?? 0);
	const connected = app?.datasets.filter((one) => one.isConnected) ?? [];
	const absent = app?.datasets.filter((one) => !one.isConnected) ?? [];
	const settings = useSettings((state) => state.settings.value?.settings);
	const missing = useSettings((state) => state.missing.value);
	const [isSetupOpen, setSetupOpen] = useState(false);
	useEffect(() => store.getState().load(), [store]);
	const sourceOf = (dataset: string) => settings?.sources?.find((one) => one.dataset === dataset);
	const isLateNow = ({ dataset, committedAt }: { dataset: string; committedAt: string | null }): boolean => {
		const source = sourceOf(dataset);
		return source !== undefined && isLate(source, committedAt === null ? null : parseIso(committedAt), nowS);
	};
	const hasSources = (settings?.sources?.length ?? 0) > 0;
	const bringing = missing?.missing.filter((one) => absent.some(({ dataset }) => dataset === one.dataset)) ?? [];
	return (
		<Panel
			title={t('imports.datasets')}
			note={app === null ? undefined : formatInstant(app.now, language)}
			isFlush
			className={css.panel}
			actions={
				<>
					{missing !== null && (
						<span className={css.quiet}>
							{t('setup.ready', { ready: missing.readyCount, count: missing.indicatorCount })}
						</span>
					)}
					<button type="button" className="link" onClick={() => setSetupOpen(true)}>
						{t('setup.open')}
					</button>
				</>
			}
		>
			{isSetupOpen && <SetupDialog onClose={() => setSetupOpen(false)} />}
			{connected.length > 0 && (
				<section
					className={css.scroller}
					{...REACHED_BY_KEYS}
					aria-label={`${t('imports.datasets')} ${connected.length}`}
				>
					<table className={css.table}>
						<thead>
							<tr>
								<th scope="col">{t('imports.dataset')}</th>
								{hasSources && <th scope="col">{t('setup.expected')}</th>}
								<th scope="col">{t('imports.asOf')}</th>
								<th scope="col">{t('imports.arrived')}</th>
								<th scope="col" className={css.right}>
									{t('imports.age')}
								</th>
								<th scope="col" className={css.right}>
									{t('imports.rows')}
								</th>
							</tr>
						</thead>
						<tbody>
							{connected.map((one) => (
								<tr key={one.dataset}>
									<th scope="row">
										<span className={css.name}>
											<LightShape light={isLateNow(one) ? 'red' : 'green'} />
											<span>
												<b>{t(`imports.dataset_${one.dataset}`)}</b>
												<small>{t(`imports.datasetNote_${one.dataset}`)}</small>
											</span>
										</span>
									</th>
									{hasSources && (
										<td>
											{sourceOf(one.dataset)?.expectedAt ?? '—'}
											{isLateNow(one) && <b className={css.late}> {t('setup.late')}</b>}
										</td>
									)}
									<td>{one.asOf === null ? '—' : formatInstant(one.asOf, language, { presentYear })}</td>
									<td>{one.committedAt === null ? '—' : formatInstant(one.committedAt, language, { presentYear })}</td>
									<td className={css.right}>
										{one.asOf === null ? '—' : formatAge(nowS - (parseIso(one.asOf) ?? nowS), language)}
									</td>
									<td className={css.right}>{formatInteger(one.rows)}</td>
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{absent.length > 0 && (
				<details className={css.absent} open={connected.length === 0}>
					<summary>
						<LightShape light="none" />
						<b>{t('imports.notConnectedCount', { n: absent.length })}</b>
						<small>{t('imports.notConnectedWouldBring')}</small>
					</summary>
					<ul>
						{(bringing.length > 0 ? bringing : absent.map(({ dataset }) => ({ dataset, indicators: [] }))).map(
							(one) => (
								<li key={one.dataset}>
									<b>{t(`imports.dataset_${one.dataset}`)}</b>
									<small>{t(`imports.datasetNote_${one.dataset}`)}</small>
									<small className={css.brings}>
										{one.indicators.length === 0
											? t('setup.bringsNone')
											: t('setup.brings', {
													n: one.indicators.length,
													names: one.indicators
														.slice(0, 3)
														.map((code) => indicatorName(definitions.get(code), code, language))
														.join(t('preview.comma')),
												})}
									</small>
								</li>
							),
						)}
					</ul>
				</details>
			)}
		</Panel>
	);
}
