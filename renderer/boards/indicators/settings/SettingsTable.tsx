// Every row of the catalogue with its target, warning, headline, whether it is listed, and its weight. Arrow keys move.

import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueChange, CatalogueSettings, SettingsRow } from '../../../stores/catalogue-store.ts';
import { useLanguage } from '../../../stores/use-view.ts';
import { dimensionName, groupByDimension } from '../indicator-groups.ts';
import { settingText } from './change-draft.ts';
import css from './SettingsTable.module.css';

const COLUMNS = 7;

function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
	const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
	if (step === 0) return;
	const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-row]')];
	const at = rows.findIndex((row) => row.contains(document.activeElement));
	rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
	event.preventDefault();
}

/** Target and warning in print: `≥95%` and `88%`, a band, or why there is neither. */
function useGoals() {
	const { t } = useTranslation();
	const language = useLanguage();
	return (row: SettingsRow): [string, string] => {
		const unit = (language === 'en' ? row.unit.en : row.unit.zh) === '%' ? '%' : '';
		const { threshold, band, direction } = row;
		if (threshold !== null) {
			const sign = direction === 'down' ? '≤' : '≥';
			const text = (value: number) =>
				threshold.isShare && unit === ''
					? t('catalogueSettings.share', { value: settingText(value) })
					: `${settingText(value)}${unit}`;
			return [`${sign}${text(threshold.target)}`, text(threshold.warning)];
		}
		if (band !== null) {
			const outer = [band.outerLow, band.outerHigh]
				.map((value, at) => (value === null ? '' : `${at === 0 ? '<' : '>'}${settingText(value)}${unit}`))
				.filter(Boolean);
			return [`${settingText(band.low)}–${settingText(band.high)}${unit}`, outer.join(' ') || t('words.none')];
		}
		return [t('catalogueSettings.neutral'), t('words.none')];
	};
}

export function SettingsTable({
	settings,
	changes,
	chosen,
	onChoose,
}: {
	settings: CatalogueSettings;
	changes: readonly CatalogueChange[];
	chosen: string | null;
	onChoose: (indicator: string) => void;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const goalsOf = useGoals();
	/** First day of the next change of each row that is not in force yet. */
	const pending = new Map<string, string>();
	for (const { indicator, effectiveOn } of changes) {
		if (indicator === null || effectiveOn <= settings.today) continue;
		const known = pending.get(indicator);
		if (known === undefined || effectiveOn < known) pending.set(indicator, effectiveOn);
	}
	const weightOf = new Map(settings.dimensions.map(({ dimension, weight }) => [dimension, weight]));
	return (
		<div className={css.scroll}>
			<table className={css.table} onKeyDown={moveFocus}>
				<caption className="visually-hidden">{t('indicators.settings')}</caption>
				<thead>
					<tr>
						<th scope="col" className={css.name}>
							{t('catalogueSettings.name')}
						</th>
						<th scope="col" className={css.goal}>
							{t('catalogueSettings.target')}
						</th>
						<th scope="col" className={css.warning}>
							{t('catalogueSettings.warning')}
						</th>
						<th scope="col">{t('catalogueSettings.headline')}</th>
						<th scope="col" className={css.state}>
							{t('catalogueSettings.state')}
						</th>
						<th scope="col" className={`${css.weight} ${css.right}`}>
							{t('catalogueSettings.weight')}
						</th>
						<th scope="col" className={`${css.version} ${css.right}`}>
							{t('catalogueSettings.version')}
						</th>
					</tr>
				</thead>
				{groupByDimension(settings.rows).map((group) => (
					<tbody key={group.dimension ?? ''}>
						<tr className={css.group}>
							<th scope="rowgroup" colSpan={COLUMNS - 2}>
								{dimensionName(group.dimension, t)}
							</th>
							<td className={css.right}>
								{group.dimension !== null && <b>{settingText(weightOf.get(group.dimension) ?? 0)}</b>}
							</td>
							<td className={css.right} />
						</tr>
						{group.rows.map((row) => {
							const name = language === 'en' ? row.name.en : row.name.zh;
							const headline = language === 'en' ? row.headlineLabel.en : row.headlineLabel.zh;
							const [target, warning] = goalsOf(row);
							const from = pending.get(row.indicator);
							return (
								// The button in the row is what keyboards and screen readers use; the row itself only widens its target.
								<tr
									key={row.indicator}
									className={css.row}
									data-off={row.isOff}
									data-chosen={row.indicator === chosen}
									onClick={() => onChoose(row.indicator)}
								>
									<th scope="row" className={css.name}>
										<button
											type="button"
											className={css.open}
											data-row={row.indicator}
											aria-pressed={row.indicator === chosen}
											aria-label={t('catalogueSettings.edit', { name: `${name} ${row.indicator}` })}
											title={name}
										>
											{name} <span className={css.code}>{row.indicator}</span>
										</button>
									</th>
									<td className={css.clip} title={target}>
										{target}
									</td>
									<td className={css.clip} title={warning}>
										{warning}
									</td>
									<td className={css.clip} title={headline}>
										{from === undefined ? (
											headline
										) : (
											<b className={css.pending}>{t('catalogueSettings.pending', { day: from })}</b>
										)}
									</td>
									<td>{t(row.isOff ? 'catalogueSettings.off' : 'catalogueSettings.on')}</td>
									<td className={css.right}>
										{row.weight === null ? (
											<span className={css.quiet}>{t('catalogueSettings.noWeight')}</span>
										) : (
											settingText(row.weight)
										)}
									</td>
									<td className={css.right}>v{row.version}</td>
								</tr>
							);
						})}
					</tbody>
				))}
			</table>
		</div>
	);
}
