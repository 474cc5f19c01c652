// 纠纷: how many and of what kind, confirmation by a court, performance and relapse, and the cases that stand, those that may
// turn criminal first. Desk only; small counts are hidden by the services.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, parseIso } from '../../../shared/domain/shanghai-time.ts';
import type { Disputes } from '../../stores/collab-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useCollab, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { REACHED_BY_KEYS } from '../../ui/reached-by-keys.ts';
import { formatDay, formatInstant, formatPeriod } from '../../ui/time-format.ts';
import { Awaited } from './Awaited.tsx';
import shared from './collab-table.module.css';
import { LedgerMissing } from './LedgerMissing.tsx';
import { ledgerWord } from './ledger-word.ts';
import css from './panels.module.css';
import { RateTiles } from './RateTiles.tsx';

const RATES = ['DF06'] as const;

type Cell = { key: string; text: string; count: number | null; isFirst?: boolean };

function CellList({ title, cells }: { title: string; cells: readonly Cell[] }) {
	const { t } = useTranslation();
	if (cells.length === 0) return null;
	return (
		<section aria-label={title}>
			<h3>{title}</h3>
			<ul>
				{cells.map(({ key, text, count, isFirst }) => (
					<li key={key} className={css.cell} data-first={isFirst === true}>
						<span title={text}>{text}</span>
						<span>{count === null ? t('dispute.hidden') : formatInteger(count)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function CaseTable({ cases }: { cases: Disputes['cases'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { location } = useStores();
	const word = (one: Parameters<typeof ledgerWord>[0]) => ledgerWord(one, language, '—');
	const confirmWords = ({ confirmBy, confirmDaysLeft }: Disputes['cases'][number]) => {
		const atS = confirmBy === null ? null : parseIso(confirmBy);
		if (atS === null || confirmDaysLeft === null) return '—';
		if (confirmDaysLeft === 0) return t('dispute.confirmToday');
		return t('dispute.confirmLeft', { day: formatDay(dayOf(atS), language), n: confirmDaysLeft });
	};
	return (
		<div className={shared.scroller} {...REACHED_BY_KEYS}>
			<table className={shared.table}>
				<thead>
					<tr>
						<th scope="col">{t('dispute.number')}</th>
						<th scope="col">{t('dispute.risk')}</th>
						<th scope="col">{t('dispute.type')}</th>
						<th scope="col">{t('dispute.channel')}</th>
						<th scope="col">{t('dispute.stage')}</th>
						<th scope="col">{t('dispute.town')}</th>
						<th scope="col">{t('dispute.mediator')}</th>
						<th scope="col">{t('dispute.accepted')}</th>
						<th scope="col">{t('dispute.confirmBy')}</th>
					</tr>
				</thead>
				<tbody>
					{cases.map((one) => (
						<tr key={one.disputeId}>
							<th scope="row" className={shared.keep}>
								{one.eventId === null ? (
									one.disputeId
								) : (
									<button
										type="button"
										className={shared.link}
										onClick={() => location.getState().openEvents({ state: null, lights: [] }, one.eventId)}
									>
										{one.disputeId}
									</button>
								)}
							</th>
							<td className={shared.keep}>
								{one.risk?.code === 'violent' ? (
									<span className={shared.redCard}>{word(one.risk)}</span>
								) : (
									word(one.risk)
								)}
							</td>
							<td className={shared.keep}>{word(one.type)}</td>
							<td className={shared.keep}>{word(one.channel)}</td>
							<td className={shared.keep}>{word(one.stage)}</td>
							<td className={shared.keep}>{one.townName ?? '—'}</td>
							<td className={shared.clip} title={one.mediator ?? undefined}>
								{one.mediator ?? '—'}
							</td>
							<td className={shared.keep}>
								{one.acceptedAt === null ? '—' : formatInstant(one.acceptedAt, language, { presentYear })}{' '}
								{one.daysOpen !== null && (
									<span className={shared.quiet}>{t('dispute.days', { n: one.daysOpen })}</span>
								)}
							</td>
							<td className={shared.keep}>{confirmWords(one)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function useCells(value: Disputes) {
	const { t } = useTranslation();
	const language = useLanguage();
	const cells = (list: Disputes['channels']): Cell[] =>
		list.map(({ word, count }) => ({
			key: word?.code ?? word?.raw ?? '',
			text: ledgerWord(word, language, t('dispute.blank')),
			count,
			isFirst: word?.code === 'violent',
		}));
	const states = { confirmed: 'dispute.confirmed', open: 'dispute.confirmOpen', over: 'dispute.confirmOver' } as const;
	return {
		accepted: [
			[t('dispute.risk'), cells(value.risks)],
			[t('dispute.type'), cells(value.types)],
			[t('dispute.channel'), cells(value.channels)],
			[t('dispute.stage'), cells(value.stages)],
			[t('dispute.result'), cells(value.results)],
			[t('dispute.mediator'), cells(value.mediators)],
		] as const,
		agreed: [
			[
				t('dispute.confirmation'),
				value.confirmation.map(({ state, count }): Cell => ({ key: state, text: t(states[state]), count })),
			],
			[t('dispute.performance'), cells(value.performance)],
			[
				t('dispute.relapse'),
				value.relapse
					.filter(({ hasRelapsed, count }) => hasRelapsed !== null || count !== 0)
					.map(
						({ hasRelapsed, count }): Cell => ({
							key: String(hasRelapsed),
							text: t(
								hasRelapsed === null ? 'dispute.blank' : hasRelapsed ? 'dispute.relapsed' : 'dispute.notRelapsed',
							),
							count,
						}),
					),
			],
		] as const,
	};
}

function DisputePanels({ value, period, isBusy }: { value: Disputes; period: string; isBusy: boolean }) {
	const { t } = useTranslation();
	const { accepted, agreed } = useCells(value);
	return (
		<div className={`${css.view} ${css.disputes}`}>
			<Panel
				title={t('dispute.title', { period })}
				note={t('collab.total', { n: value.total === null ? t('dispute.hidden') : formatInteger(value.total) })}
				className={css.panel}
				isBusy={isBusy}
				isFlush
			>
				<div className={css.cells} {...REACHED_BY_KEYS}>
					{accepted.map(([title, cells]) => (
						<CellList key={title} title={title} cells={cells} />
					))}
				</div>
				<p className={css.note}>{t('dispute.hiddenNote')}</p>
			</Panel>
			<Panel title={t('dispute.agreements', { period })} className={css.panel} isBusy={isBusy} isFlush>
				<div className={css.cells} {...REACHED_BY_KEYS}>
					{agreed.map(([title, cells]) => (
						<CellList key={title} title={title} cells={cells} />
					))}
				</div>
			</Panel>
			<Panel
				title={t('dispute.cases')}
				note={
					value.cases.length < value.caseTotal
						? t('dispute.more', { n: formatInteger(value.cases.length), total: formatInteger(value.caseTotal) })
						: t('dispute.casesNote')
				}
				className={`${css.panel} ${css.wide}`}
				isBusy={isBusy}
				isFlush
			>
				{value.cases.length === 0 ? <EmptyNote title={t('dispute.noCases')} /> : <CaseTable cases={value.cases} />}
			</Panel>
		</div>
	);
}

export function DisputesView({ view }: { view: View }) {
	const { collab } = useStores();
	const language = useLanguage();
	const disputes = useCollab((state) => state.disputes);
	useEffect(() => collab.getState().loadDisputes(view.area.code, view.period), [collab, view.area.code, view.period]);
	const { value } = disputes;
	return (
		<>
			<Awaited state={disputes} />
			{value !== null && !value.isConnected && <LedgerMissing dataset="dispute" />}
			{value?.isConnected === true && (
				<>
					<RateTiles view={view} indicators={RATES} />
					<DisputePanels value={value} period={formatPeriod(view.period, language)} isBusy={isAwaited(disputes)} />
				</>
			)}
		</>
	);
}
