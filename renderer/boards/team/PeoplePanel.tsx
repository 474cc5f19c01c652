// 人员构成: the full-time members by certificate, employment, education and age, and why some left. Counts below the
// smallest cell are not shown, nor one that would give such a count away.

import { useTranslation } from 'react-i18next';
import type { Team } from '../../stores/team-store.ts';
import { useLanguage } from '../../stores/use-view.ts';
import { keyWord } from '../../text/team-key-words.ts';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { BarTable } from './BarTable.tsx';
import css from './TeamView.module.css';
import { peopleText } from './team-cells.ts';

export function PeoplePanel({ team, isBusy }: { team: Team; isBusy: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	return (
		<Panel title={t('team.makeup')} note={t('team.smallHint', { k: team.smallestCell })} isBusy={isBusy}>
			<div className={css.traits}>
				{team.people.map(({ trait, status, total, cells }) =>
					status === 'ok' ? (
						<BarTable
							key={trait}
							caption={`${t(`team.trait_${trait}`)} • ${t('team.total', { n: formatInteger(total ?? 0) })}`}
							head={[t(`team.trait_${trait}`), t('team.people')]}
							isWide={trait === 'leaving'}
							rows={cells.map((cell) => ({
								key: cell.key,
								label:
									trait === 'certificate' && cell.key === 'blank'
										? t('noCertificate')
										: keyWord('peopleKeys', cell.key, language),
								amount: cell.count,
								text: peopleText(cell, team.smallestCell, t),
							}))}
						/>
					) : (
						<p key={trait} className={css.gone}>
							{t(`team.trait_${trait}`)} <span>{t(`status.${status}`)}</span>
						</p>
					),
				)}
			</div>
		</Panel>
	);
}
