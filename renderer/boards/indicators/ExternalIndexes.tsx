// 平安指数 and other indexes that others publish, beside the indicators: as delivered, with the file they came in. Never
// recomputed, never scored.

import { useTranslation } from 'react-i18next';
import { useIndicators } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { formatPeriodShort } from '../../ui/time-format.ts';
import css from './ExternalIndexes.module.css';

export function ExternalIndexes() {
	const { t } = useTranslation();
	const language = useLanguage();
	const external = useIndicators((state) => state.external.value);
	if (external === null) return null;
	const { total, isConnected } = external;
	// Of each index the newest period; the rows come newest first.
	const newest = new Map(external.rows.toReversed().map(({ name, period }) => [name, period]));
	const rows = external.rows.filter(({ name, period }) => newest.get(name) === period);
	return (
		<section className={css.section} aria-label={t('external.title')}>
			<h3 className={css.title}>
				{t('external.title')} <span className={css.quiet}>{t('external.note')}</span>
			</h3>
			{!isConnected && (
				<p className={css.quiet}>
					{t('status.notConnected')} • {t('external.needs')}
				</p>
			)}
			{isConnected && rows.length === 0 && <p className={css.quiet}>{t('status.empty')}</p>}
			{rows.length > 0 && (
				<table className={css.table}>
					<thead>
						<tr>
							{(['index', 'area', 'period', 'value', 'rank', 'publisher', 'publishedOn', 'file'] as const).map(
								(head) => (
									<th key={head} scope="col">
										{t(`external.${head}`)}
									</th>
								),
							)}
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr key={`${row.name} ${row.area} ${row.period}`}>
								<th scope="row">{row.name}</th>
								<td>{row.areaName}</td>
								<td>{formatPeriodShort(row.period, language)}</td>
								<td>
									{row.value === null ? t('words.none') : formatDecimal(row.value, Number.isInteger(row.value) ? 0 : 2)}
								</td>
								<td>{row.rank === null ? t('words.none') : formatInteger(row.rank)}</td>
								<td>{row.publisher ?? t('words.none')}</td>
								<td>{row.publishedOn ?? t('words.none')}</td>
								<td title={row.sha256}>
									{row.file} <span className={css.quiet}>{row.sha256.slice(0, 8)}</span>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			{total > rows.length && (
				<p className={css.quiet}>{t('external.more', { n: formatInteger(total - rows.length) })}</p>
			)}
		</section>
	);
}
