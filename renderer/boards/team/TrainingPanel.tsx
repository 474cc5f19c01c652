// 培训与考核: hours and exams of the full-time members, and what was trained.

import { useTranslation } from 'react-i18next';
import type { Team } from '../../stores/team-store.ts';
import { useLanguage } from '../../stores/use-view.ts';
import { keyWord } from '../../text/team-key-words.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { BarTable } from './BarTable.tsx';
import css from './TeamView.module.css';
import { peopleText } from './team-cells.ts';

const HOURS = ['none', 'some', 'met'] as const;
const EXAMS = ['examined', 'notExamined'] as const;

export function TrainingPanel({ team, isBusy }: { team: Team; isBusy: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { training, smallestCell } = team;
	const bars = (keys: readonly string[], cells: typeof training.hours, wordOf: (key: string) => string) =>
		keys.flatMap((key) => {
			const cell = cells.find((one) => one.key === key);
			return cell ? [{ key, label: wordOf(key), amount: cell.count, text: peopleText(cell, smallestCell, t) }] : [];
		});
	const isShown = training.status === 'ok' && training.meanHours !== null;
	return (
		<Panel
			title={t('team.training')}
			note={isShown ? t('team.meanHours', { hours: formatDecimal(training.meanHours ?? 0) }) : undefined}
			isBusy={isBusy}
		>
			{!isShown && <EmptyNote title={t(`status.${training.status === 'ok' ? 'empty' : training.status}`)} />}
			{isShown && (
				<div className={css.traits}>
					<BarTable
						caption={t('team.hours_met')}
						head={[t('team.sessionHours'), t('team.people')]}
						rows={bars(HOURS, training.hours, (key) => t(`team.hours_${key as (typeof HOURS)[number]}`))}
					/>
					<BarTable
						caption={t('team.training')}
						head={[t('team.training'), t('team.people')]}
						rows={bars(EXAMS, training.exams, (key) => t(`team.exam_${key as (typeof EXAMS)[number]}`))}
					/>
				</div>
			)}
			{training.status !== 'notConnected' && training.topics.length === 0 && (
				<p className={css.hint}>{t('team.noTraining')}</p>
			)}
			{training.topics.length > 0 && (
				<table className={css.plain}>
					<thead>
						<tr>
							<th scope="col">{t('team.topic')}</th>
							<th scope="col">{t('team.sessions')}</th>
							<th scope="col">{t('team.sessionHours')}</th>
							<th scope="col">{t('team.attended')}</th>
						</tr>
					</thead>
					<tbody>
						{training.topics.map((topic) => (
							<tr key={topic.key}>
								<th scope="row">{keyWord('topicKeys', topic.key, language)}</th>
								<td>{formatInteger(topic.sessions)}</td>
								<td>{formatDecimal(topic.hours)}</td>
								<td>{peopleText({ count: topic.attended, hiding: topic.hiding }, smallestCell, t)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</Panel>
	);
}
