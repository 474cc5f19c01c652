// 会商: the agenda made from stuck matters, ready to paste, and what became of the resolutions of meetings held.

import { Copy } from 'lucide-react';
import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, parseIso } from '../../../shared/domain/shanghai-time.ts';
import type { AgendaItem, Meetings } from '../../stores/collab-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useCollab, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { REACHED_BY_KEYS } from '../../ui/reached-by-keys.ts';
import { formatDay } from '../../ui/time-format.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { Awaited } from './Awaited.tsx';
import { agendaText, agendaWords } from './agenda-words.ts';
import shared from './collab-table.module.css';
import { LedgerMissing } from './LedgerMissing.tsx';
import { ledgerWord } from './ledger-word.ts';
import css from './panels.module.css';
import { RateTiles } from './RateTiles.tsx';

const RATES = ['ME04', 'ME02', 'CO01', 'CO03'] as const;

function AgendaEntry({ item }: { item: AgendaItem }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const words = agendaWords(item, language, t);
	const lines = [
		[t('meeting.units'), words.units],
		[
			t('meeting.duty'),
			<Fragment key="duty">
				{words.duty} {words.elsewhere !== '' && <span className={css.elsewhere}>{words.elsewhere}</span>}
			</Fragment>,
		],
		[t('meeting.advice'), words.advice],
	] as const;
	return (
		<dl className={css.item}>
			<dt>{t('meeting.topic')}</dt>
			<dd className={css.topic}>{words.topic}</dd>
			{lines.map(([label, text]) => (
				<Fragment key={label}>
					<dt>{label}</dt>
					<dd>{text}</dd>
				</Fragment>
			))}
			<dt>{t('collab.event')}</dt>
			<dd className={css.events}>
				<span>{t('meeting.events', { n: formatInteger(item.eventCount) })}</span>
				{item.events.map(({ eventId }) => (
					<button
						key={eventId}
						type="button"
						className={shared.link}
						onClick={() => location.getState().openEvents({ state: 'open', lights: [] }, eventId)}
					>
						{eventId}
					</button>
				))}
			</dd>
		</dl>
	);
}

function MeetingTable({ meetings }: { meetings: Meetings['meetings'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const number = (value: number | null) => (value === null ? t('status.notDelivered') : formatInteger(value));
	return (
		<div className={shared.scroller} {...REACHED_BY_KEYS}>
			<table className={shared.table}>
				<thead>
					<tr>
						<th scope="col">{t('meeting.date')}</th>
						<th scope="col">{t('meeting.area')}</th>
						<th scope="col">{t('meeting.attended')}</th>
						<th scope="col" className={shared.right}>
							{t('meeting.resolutions')}
						</th>
						<th scope="col" className={shared.right}>
							{t('meeting.due')}
						</th>
						<th scope="col" className={shared.right}>
							{t('meeting.done')}
						</th>
						<th scope="col" className={shared.right}>
							{t('meeting.left')}
						</th>
					</tr>
				</thead>
				<tbody>
					{meetings.map((one) => {
						const left = one.due === null || one.done === null ? null : Math.max(0, one.due - one.done);
						const atS = one.heldOn === null ? null : parseIso(one.heldOn);
						const units = one.units.join(language === 'en' ? ', ' : '、');
						return (
							<tr key={one.meetingId}>
								<th scope="row" className={shared.keep} title={one.meetingId}>
									{atS === null ? '—' : formatDay(dayOf(atS), language)}
								</th>
								<td className={shared.keep} title={ledgerWord(one.level, language, '')}>
									{one.areaName ?? '—'}
								</td>
								<td className={shared.clip} title={units}>
									{units || '—'}
								</td>
								<td className={shared.right}>{number(one.resolutions)}</td>
								<td className={shared.right}>{number(one.due)}</td>
								<td className={shared.right}>{number(one.done)}</td>
								<td className={`${shared.right} ${(left ?? 0) > 0 ? shared.over : ''}`}>{number(left)}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

export function MeetingsView({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { collab } = useStores();
	const meetings = useCollab((state) => state.meetings);
	const { state, copy } = useCopy();
	useEffect(() => collab.getState().loadMeetings(view.area.code, view.period), [collab, view.area.code, view.period]);
	const { value } = meetings;
	const isBusy = isAwaited(meetings);
	return (
		<>
			<RateTiles view={view} indicators={RATES} />
			<Awaited state={meetings} />
			{value !== null && (
				<div className={`${css.view} ${css.pair}`}>
					<Panel
						title={t('meeting.agenda')}
						note={t('meeting.agendaNote')}
						className={css.panel}
						isBusy={isBusy}
						isFlush
						actions={
							value.agenda.length > 0 && (
								<button type="button" className="link" onClick={() => void copy(agendaText(value.agenda, language, t))}>
									<Copy size={13} strokeWidth={1.75} aria-hidden />{' '}
									<span aria-live="polite">
										{state === 'idle' ? t('meeting.copy') : t(state === 'copied' ? 'red.copied' : 'red.copyFailed')}
									</span>
								</button>
							)
						}
					>
						{value.agenda.length === 0 ? (
							<EmptyNote title={t('meeting.none')} />
						) : (
							<div className={css.agenda}>
								{value.agenda.map((item) => (
									<AgendaEntry key={`${item.kind} ${item.category.code} ${item.events[0]?.eventId}`} item={item} />
								))}
							</div>
						)}
					</Panel>
					<Panel
						title={t('meeting.held')}
						note={t('meeting.heldNote', {
							open: formatInteger(value.openTotal),
							total: formatInteger(value.meetingTotal),
						})}
						className={css.panel}
						isBusy={isBusy}
						isFlush
					>
						{!value.hasMeetings ? (
							<LedgerMissing dataset="meeting" />
						) : value.meetings.length === 0 ? (
							<EmptyNote title={t('meeting.noMeetings')} />
						) : (
							<MeetingTable meetings={value.meetings} />
						)}
					</Panel>
				</div>
			)}
		</>
	);
}
