// The three tables of 公众与公开 that divide a figure by kind: sources of the public, ways of taking part, what had to be
// made public. Their parts add up to PP01, PP02, ID01 and ID02.

import { useTranslation } from 'react-i18next';
import type { PublicFacts } from '../../stores/team-store.ts';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { keyWord } from '../../text/team-key-words.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formatPeriod } from '../../ui/time-format.ts';
import css from './TeamView.module.css';

interface PanelProps {
	facts: PublicFacts;
	isBusy: boolean;
}

export function ChannelsPanel({ view, facts, isBusy }: PanelProps & { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { channels } = facts;
	return (
		<Panel
			title={t('publicFacts.channels')}
			note={
				channels.status === 'ok' &&
				t('publicFacts.channelsNote', {
					period: formatPeriod(view.period, language),
					n: formatInteger(channels.total),
				})
			}
			isBusy={isBusy}
		>
			{channels.status !== 'ok' || channels.rows.length === 0 ? (
				<EmptyNote title={t(`status.${channels.status === 'ok' ? 'empty' : channels.status}`)} />
			) : (
				<table className={css.plain}>
					<thead>
						<tr>
							<th scope="col">{t('publicFacts.source')}</th>
							<th scope="col">{t('publicFacts.now')}</th>
							<th scope="col">{t('publicFacts.before')}</th>
							<th scope="col">{t('publicFacts.share')}</th>
						</tr>
					</thead>
					{[true, false].map((isVoluntary) => (
						<tbody key={String(isVoluntary)}>
							<tr className={css.group}>
								<th scope="rowgroup" colSpan={4}>
									{t(isVoluntary ? 'publicFacts.voluntary' : 'publicFacts.other')}
								</th>
							</tr>
							{channels.rows
								.filter((row) => row.isVoluntary === isVoluntary)
								.map((row) => (
									<tr key={row.source}>
										<th scope="row">{language === 'en' ? row.label.en : row.label.zh}</th>
										<td>{formatInteger(row.count)}</td>
										<td>{row.before === null ? t('status.notDelivered') : formatInteger(row.before)}</td>
										<td>
											{channels.total === 0 ? t('words.none') : `${formatDecimal((100 * row.count) / channels.total)}%`}
										</td>
									</tr>
								))}
						</tbody>
					))}
				</table>
			)}
		</Panel>
	);
}

export function ParticipationPanel({ facts, isBusy }: PanelProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { participation } = facts;
	const number = (value: number | null) => (value === null ? t('words.none') : formatInteger(value));
	return (
		<Panel
			title={t('publicFacts.participation')}
			note={
				participation.volunteers !== null &&
				t('publicFacts.volunteers', {
					registered: formatInteger(participation.volunteers.registered),
					active: formatInteger(participation.volunteers.active),
				})
			}
			isBusy={isBusy}
		>
			{participation.status !== 'ok' ? (
				<EmptyNote title={t(`status.${participation.status}`)} />
			) : (
				<table className={css.plain}>
					<thead>
						<tr>
							<th scope="col">{t('publicFacts.kind')}</th>
							<th scope="col">{t('publicFacts.acts')}</th>
							<th scope="col">{t('publicFacts.persons')}</th>
							<th scope="col">{t('publicFacts.raised')}</th>
							<th scope="col">{t('publicFacts.adopted')}</th>
							<th scope="col">{t('publicFacts.done')}</th>
						</tr>
					</thead>
					<tbody>
						{participation.rows.map((row) => (
							<tr key={row.kind}>
								<th scope="row">{keyWord('actKeys', row.kind, language)}</th>
								<td>{formatInteger(row.acts)}</td>
								<td>{formatInteger(row.persons)}</td>
								<td>{number(row.raised)}</td>
								<td>{number(row.adopted)}</td>
								<td>{number(row.done)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</Panel>
	);
}

export function DisclosurePanel({ facts, isBusy }: PanelProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { disclosure, boards } = facts;
	const { requests } = disclosure;
	return (
		<Panel title={t('publicFacts.disclosure')} isBusy={isBusy}>
			{disclosure.status !== 'ok' ? (
				<EmptyNote title={t(`status.${disclosure.status}`)} />
			) : (
				<table className={css.plain}>
					<thead>
						<tr>
							<th scope="col">{t('publicFacts.list')}</th>
							<th scope="col">{t('publicFacts.due')}</th>
							<th scope="col">{t('publicFacts.complete')}</th>
							<th scope="col">{t('publicFacts.onTime')}</th>
							<th scope="col">{t('publicFacts.unpublished')}</th>
						</tr>
					</thead>
					<tbody>
						{disclosure.rows.map((row) => (
							<tr key={row.list}>
								<th scope="row">{keyWord('listKeys', row.list, language)}</th>
								<td>{formatInteger(row.due)}</td>
								<td>{formatInteger(row.complete)}</td>
								<td>{formatInteger(row.onTime)}</td>
								<td>{formatInteger(row.unpublished)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<p className={css.hint}>
				{requests === null || requests.due === 0
					? t('publicFacts.noRequests')
					: t('publicFacts.requests', {
							period: formatPeriod(requests.period, language),
							due: formatInteger(requests.due),
							onTime: formatInteger(requests.onTime),
							unanswered: formatInteger(requests.unanswered),
						})}
			</p>
			<p className={css.hint}>
				{boards === null
					? t('publicFacts.noBoards')
					: t('publicFacts.boards', {
							grids: formatInteger(boards.grids),
							installed: formatInteger(boards.installed),
							fresh: formatInteger(boards.fresh),
							current: formatInteger(boards.current),
						})}
			</p>
		</Panel>
	);
}
