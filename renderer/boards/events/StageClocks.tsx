// 环节时限: how long each stage took and by when it should have been done, by the usual limits of the process.

import { useTranslation } from 'react-i18next';
import type { EventDetail } from '../../stores/events-store.ts';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import { formatLimit } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { formatInstant } from '../../ui/time-format.ts';
import pane from '../EventDetailPane.module.css';
import css from './StageClocks.module.css';

export function StageClocks({ detail }: { detail: EventDetail }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { stages } = detail;
	if (stages.length === 0) return null;
	const time = (iso: string | null, isLimit = false) =>
		iso === null ? t('words.none') : formatInstant(iso, language, { presentYear, isLimit });
	return (
		<section className={pane.section} aria-label={t('stages.title')}>
			<h3 className={pane.heading}>
				{t('stages.title')} <span>{t('stages.note')}</span>
			</h3>
			<table className={css.table}>
				<thead>
					<tr>
						<th scope="col">{t('stages.stage')}</th>
						<th scope="col">{t('stages.limit')}</th>
						<th scope="col">{t('stages.due')}</th>
						<th scope="col">{t('stages.end')}</th>
						<th scope="col">{t('stages.state')}</th>
					</tr>
				</thead>
				<tbody>
					{stages.map(({ stage, limit, due, end, state, isLate, isProvisional }) => (
						<tr key={stage}>
							<th scope="row">{t(`stages.${stage}`)}</th>
							<td>{formatLimit(limit, language)}</td>
							<td title={isProvisional ? t('event.proofProvisional') : undefined}>
								{time(due, true)}
								{isProvisional && ` ${t('stages.provisional')}`}
							</td>
							<td>{time(end)}</td>
							<td className={css.state}>
								<LightShape light={isLate ? 'red' : state === 'finished' ? 'green' : 'none'} size={9} />{' '}
								{t(isLate ? 'stages.late' : `stages.${state}`)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
