// Every dataset that came, with its rows, last arrival and age; those that never came are 未接入, folded, each with what it
// would bring. Not delivered is never shown as zero rows.

import { useTranslation } from 'react-i18next';
import { parseIso } from '../../shared/domain/shanghai-time.ts';
import { useApp } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { formatAge, formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Panel } from '../ui/Panel.tsx';
import { formatInstant } from '../ui/time-format.ts';
import css from './DatasetsPanel.module.css';

/** A part that scrolls and holds nothing to press must itself take the focus, or keys cannot scroll it. */
const REACHED_BY_KEYS = { tabIndex: 0 } as const;

export function DatasetsPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const app = useApp((state) => state.app.value);
	const nowS = app === null ? 0 : (parseIso(app.now) ?? 0);
	const connected = app?.datasets.filter((one) => one.isConnected) ?? [];
	const absent = app?.datasets.filter((one) => !one.isConnected) ?? [];
	return (
		<Panel
			title={t('imports.datasets')}
			note={app === null ? undefined : formatInstant(app.now, language)}
			isFlush
			className={css.panel}
		>
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
											<LightShape light="green" />
											<span>
												<b>{t(`imports.dataset_${one.dataset}`)}</b>
												<small>{t(`imports.datasetNote_${one.dataset}`)}</small>
											</span>
										</span>
									</th>
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
						{absent.map((one) => (
							<li key={one.dataset}>
								<b>{t(`imports.dataset_${one.dataset}`)}</b>
								<small>{t(`imports.datasetNote_${one.dataset}`)}</small>
							</li>
						))}
					</ul>
				</details>
			)}
		</Panel>
	);
}
