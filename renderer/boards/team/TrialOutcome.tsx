// What a trial would change: the grids before and after, what must be looked at first, and the town's grids within the norm.

import { useTranslation } from 'react-i18next';
import type { Trial } from '../../stores/team-store.ts';
import { useLanguage } from '../../stores/use-view.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { formatPeriod } from '../../ui/time-format.ts';
import css from './TrialOutcome.module.css';

type Grid = Trial['before'][number];

export function TrialOutcome({ trial, period }: { trial: Trial; period: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const whole = (value: number | null) => (value === null ? t('words.none') : formatInteger(value));
	const mean = (value: number | null) => (value === null ? t('words.none') : formatDecimal(value));
	const rows: { key: string; head: string; cell: (grid: Grid) => string }[] = [
		{ key: 'households', head: t('trial.households'), cell: (grid) => whole(grid.households) },
		{ key: 'size', head: t('trial.size'), cell: (grid) => t(`trial.size_${grid.size}`) },
		{ key: 'residents', head: t('trial.residents'), cell: (grid) => whole(grid.residents) },
		{
			key: 'events',
			head: t('trial.events', { period: formatPeriod(period, language) }),
			cell: (grid) => whole(grid.events),
		},
		{ key: 'members', head: t('trial.members'), cell: (grid) => whole(grid.members) },
		{ key: 'load', head: t('trial.perMember'), cell: (grid) => mean(grid.householdsPerMember) },
		{ key: 'eventLoad', head: t('trial.eventsPerMember'), cell: (grid) => mean(grid.eventsPerMember) },
	];
	const { town } = trial;
	return (
		<div className={css.outcome}>
			<table className={css.compare}>
				<caption className="visually-hidden">{t('trial.result')}</caption>
				<thead>
					<tr>
						<td />
						<th scope="colgroup" colSpan={trial.before.length}>
							{t('trial.before')}
						</th>
						<th scope="colgroup" colSpan={trial.after.length} className={css.after}>
							{t('trial.after')}
						</th>
					</tr>
					<tr>
						<td />
						{trial.before.map((grid) => (
							<th key={grid.name} scope="col">
								{grid.name}
							</th>
						))}
						{trial.after.map((grid, at) => (
							<th key={grid.name} scope="col" className={at === 0 ? css.after : undefined}>
								{grid.name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ key, head, cell }) => (
						<tr key={key} data-row={key}>
							<th scope="row">{head}</th>
							{trial.before.map((grid) => (
								<td key={grid.name}>{cell(grid)}</td>
							))}
							{trial.after.map((grid, at) => (
								<td key={grid.name} className={at === 0 ? css.after : undefined}>
									{cell(grid)}
								</td>
							))}
						</tr>
					))}
					<tr data-row="town">
						<th scope="row">{t('trial.town', { name: town.name })}</th>
						<td colSpan={trial.before.length}>
							{t('trial.townOf', { within: formatInteger(town.within), judged: formatInteger(town.judged) })}
						</td>
						<td colSpan={trial.after.length} className={css.after}>
							{t('trial.townOf', { within: formatInteger(town.withinAfter), judged: formatInteger(town.judgedAfter) })}
						</td>
					</tr>
				</tbody>
			</table>
			{trial.findings.length > 0 && (
				<section aria-label={t('trial.findings')}>
					<h3 className={css.heading}>{t('trial.findings')}</h3>
					<ul className={css.findings}>
						{trial.findings.map((finding) => (
							<li key={finding}>{t(`trial.${finding}`)}</li>
						))}
					</ul>
				</section>
			)}
		</div>
	);
}
