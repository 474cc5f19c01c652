// 吹哨与联办: the rates with their proofs, the same by unit, the calls that wait and how long answers took.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Responses } from '../../stores/collab-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useCollab, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger, formatMinutes, formatOverdue } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { REACHED_BY_KEYS } from '../../ui/reached-by-keys.ts';
import { formatInstant, formatPeriod } from '../../ui/time-format.ts';
import { readingText } from '../reading-words.ts';
import { Awaited } from './Awaited.tsx';
import shared from './collab-table.module.css';
import { LedgerMissing } from './LedgerMissing.tsx';
import css from './panels.module.css';
import { RateTiles } from './RateTiles.tsx';

const RATES = ['CO01', 'CO02', 'CO03', 'ME02'] as const;

function RateCell({ rate }: { rate: Responses['units'][number]['returns'] }) {
	const { t } = useTranslation();
	if (rate === null || (rate.status === 'insufficient' && rate.den === 0)) return <td className={shared.right}>—</td>;
	const { text, isFigure } = readingText(rate, 'ratio', t);
	return (
		<td className={shared.right} title={rate.den === null ? undefined : `${rate.num} ÷ ${rate.den}`}>
			{isFigure ? (
				<>
					{rate.light !== 'none' && <LightShape light={rate.light} label={t(`words.${rate.light}`)} />} {text}%
				</>
			) : (
				<span className={shared.quiet}>{`${rate.num}/${rate.den}`}</span>
			)}
		</td>
	);
}

function UnitTable({ units }: { units: Responses['units'] }) {
	const { t } = useTranslation();
	return (
		<div className={shared.scroller} {...REACHED_BY_KEYS}>
			<table className={shared.table}>
				<thead>
					<tr>
						<th scope="col">{t('collab.unit')}</th>
						<th scope="col" className={shared.right}>
							{t('response.dispatched')}
						</th>
						<th scope="col" className={shared.right}>
							{t('response.returnRate')}
						</th>
						<th scope="col" className={shared.right}>
							{t('response.whistleRate')}
						</th>
						<th scope="col" className={shared.right}>
							{t('response.crossRate')}
						</th>
					</tr>
				</thead>
				<tbody>
					{units.map((one) => (
						<tr key={one.unit}>
							<th scope="row" className={shared.clip} title={one.unit}>
								{one.unit}
							</th>
							<td className={shared.right}>{formatInteger(one.dispatched)}</td>
							<RateCell rate={one.returns} />
							<RateCell rate={one.whistles} />
							<RateCell rate={one.cross} />
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function WaitingTable({ waiting }: { waiting: Responses['waiting'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { location } = useStores();
	if (waiting.length === 0) return <EmptyNote title={t('response.waitingNone')} />;
	const at = (iso: string | null, isLimit = false) =>
		iso === null ? '—' : formatInstant(iso, language, { presentYear, isLimit });
	return (
		<div className={shared.scroller} {...REACHED_BY_KEYS}>
			<table className={shared.table}>
				<thead>
					<tr>
						<th scope="col">{t('response.called')}</th>
						<th scope="col">{t('response.caller')}</th>
						<th scope="col">{t('collab.event')}</th>
						<th scope="col">{t('response.due')}</th>
						<th scope="col" className={shared.right}>
							{t('response.left')}
						</th>
					</tr>
				</thead>
				<tbody>
					{waiting.map((call) => (
						<tr key={`${call.whistleId} ${call.called}`}>
							<th scope="row" className={shared.keep}>
								{call.isUrgent && <span className={shared.redCard}>{t('response.urgent')}</span>} {call.called ?? '—'}
							</th>
							<td className={shared.keep}>{call.caller ?? '—'}</td>
							<td className={shared.keep}>
								{call.eventId === null ? (
									call.whistleId
								) : (
									<button
										type="button"
										className={shared.link}
										onClick={() => location.getState().openEvents({ state: null, lights: [] }, call.eventId)}
									>
										{call.eventId}
									</button>
								)}
							</td>
							<td className={shared.keep}>{at(call.dueAt, true)}</td>
							<td className={shared.right}>
								<b className={call.overdue !== null && call.overdue.amount > 0 ? shared.over : undefined}>
									{call.overdue === null ? '—' : formatOverdue(call.overdue, language)}
								</b>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function AnswerTable({ answers }: { answers: Responses['answers'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	if (answers.length === 0) return <EmptyNote title={t('response.none')} />;
	return (
		<div className={shared.scroller} {...REACHED_BY_KEYS}>
			<table className={shared.table}>
				<thead>
					<tr>
						<th scope="col">{t('response.called')}</th>
						{(['calls', 'answered', 'late', 'median', 'score'] as const).map((key) => (
							<th key={key} scope="col" className={shared.right}>
								{t(`response.${key}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{answers.map((one) => (
						<tr key={one.unit}>
							<th scope="row" className={shared.clip} title={one.unit}>
								{one.unit === '' ? t('collab.unitNone') : one.unit}
							</th>
							<td className={shared.right}>{formatInteger(one.calls)}</td>
							<td className={shared.right}>{formatInteger(one.answered)}</td>
							<td className={`${shared.right} ${one.late > 0 ? shared.over : ''}`}>{formatInteger(one.late)}</td>
							<td className={shared.right}>
								{one.medianMinutes === null ? t('status.insufficient') : formatMinutes(one.medianMinutes, language)}
							</td>
							<td className={shared.right}>{one.score === null ? '—' : formatDecimal(one.score)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

export function ResponseView({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { collab } = useStores();
	const responses = useCollab((state) => state.responses);
	useEffect(() => collab.getState().loadResponses(view.area.code, view.period), [collab, view.area.code, view.period]);
	const { value } = responses;
	const isBusy = isAwaited(responses);
	return (
		<>
			<RateTiles view={view} indicators={RATES} />
			<Awaited state={responses} />
			{value !== null && (
				<div className={`${css.view} ${css.sides}`}>
					<Panel
						title={t('response.units')}
						note={[formatPeriod(view.period, language), t('response.unitsNote')].join(language === 'en' ? ', ' : '，')}
						className={`${css.panel} ${css.tall}`}
						isBusy={isBusy}
						isFlush
					>
						<UnitTable units={value.units} />
					</Panel>
					<Panel title={t('response.waiting')} note={t('collab.now')} className={css.panel} isBusy={isBusy} isFlush>
						{value.hasWhistles ? <WaitingTable waiting={value.waiting} /> : <LedgerMissing dataset="whistle" />}
					</Panel>
					<Panel
						title={t('response.answers')}
						note={t('response.answersNote', { period: formatPeriod(view.period, language) })}
						className={css.panel}
						isBusy={isBusy}
						isFlush
					>
						{value.hasWhistles ? <AnswerTable answers={value.answers} /> : <LedgerMissing dataset="whistle" />}
					</Panel>
				</div>
			)}
		</>
	);
}
