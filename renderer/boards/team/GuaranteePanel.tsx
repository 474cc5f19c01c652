// 保障: GU01 to GU04 of the area, and what the ledger says was planned and arrived by item.

import { useTranslation } from 'react-i18next';
import type { Team } from '../../stores/team-store.ts';
import { useLanguage } from '../../stores/use-view.ts';
import { keyWord } from '../../text/team-key-words.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formatPeriod } from '../../ui/time-format.ts';
import css from './TeamView.module.css';

export function GuaranteePanel({ team, isBusy }: { team: Team; isBusy: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { guarantees } = team;
	return (
		<Panel
			title={t('team.guarantees')}
			note={guarantees.status === 'ok' && t('team.itemsNote', { period: formatPeriod(guarantees.period, language) })}
			isBusy={isBusy}
		>
			{guarantees.status !== 'ok' ? (
				<EmptyNote title={t(`status.${guarantees.status}`)} />
			) : (
				<table className={css.plain}>
					<thead>
						<tr>
							<th scope="col">{t('team.item')}</th>
							<th scope="col">{t('team.plannedAmount')}</th>
							<th scope="col">{t('team.arrivedAmount')}</th>
							<th scope="col">{t('team.arrivedShare')}</th>
							<th scope="col">{t('team.late')}</th>
						</tr>
					</thead>
					<tbody>
						{guarantees.items.map(({ item, planned, arrived, entries, late }) => (
							<tr key={item}>
								<th scope="row">{keyWord('guaranteeKeys', item, language)}</th>
								<td>{formatInteger(planned)}</td>
								<td>{formatInteger(arrived)}</td>
								<td>{planned > 0 ? `${formatDecimal((100 * arrived) / planned)}%` : t('words.none')}</td>
								<td>{t('team.lateOf', { late: formatInteger(late), entries: formatInteger(entries) })}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</Panel>
	);
}
