// One special action: what it is, what the weeks since say beside the weeks before, and what can be done with it.

import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayOf, parseIso } from '../../../shared/domain/shanghai-time.ts';
import { WeekBars } from '../../charts/WeekBars.tsx';
import type { ActionEffect, SpecialAction } from '../../stores/actions-store.ts';
import { ALL_EVENTS } from '../../stores/event-filters.ts';
import { useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import type { Language } from '../../text/language.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { formatDay } from '../../ui/time-format.ts';
import css from './actions.module.css';
import { EffectTable } from './EffectTable.tsx';

function dayWords(day: string, language: Language): string {
	const atS = parseIso(day);
	return atS === null ? day : formatDay(dayOf(atS), language);
}

function EffectBody({ effect, isTable }: { effect: ActionEffect; isTable: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { before, during, ratio, verdict, weeks } = effect;
	const percent = (value: number) => formatInteger(value * 100);
	const sides = {
		before: before.weeks === 0 ? '—' : formatDecimal(before.accepted / before.weeks),
		during: during.weeks === 0 ? '—' : formatDecimal(during.accepted / during.weeks),
	};
	return (
		<>
			<p className={css.verdict} data-verdict={verdict}>
				{verdict === 'tooEarly' ? t('action.tooEarly') : t(`action.${verdict}`, sides)}
				{ratio !== null && (
					<span className={css.quiet}>
						{' '}
						{ratio.high === null
							? t('action.ratioOpen', { value: percent(ratio.value), low: percent(ratio.low) })
							: t('action.ratio', {
									value: percent(ratio.value),
									low: percent(ratio.low),
									high: percent(ratio.high),
								})}
					</span>
				)}
			</p>
			<div className={css.figures}>
				<EffectTable effect={effect} />
				<WeekBars
					label={t('action.weeks')}
					weeks={weeks.map(({ firstDay, kind, accepted, recurring }) => ({
						firstDay,
						kind,
						count: accepted,
						part: recurring,
					}))}
					kinds={{
						before: t('action.kinds.before'),
						during: t('action.kinds.during'),
						since: t('action.kinds.since'),
					}}
					head={[
						t('action.week'),
						t('action.kind'),
						t('action.accepted'),
						t('action.recurring'),
						t('action.due'),
						t('action.inTime'),
					]}
					rows={weeks.map((week) => [
						dayWords(week.firstDay, language),
						t(`action.kinds.${week.kind}`),
						...[week.accepted, week.recurring, week.due, week.onTime].map(formatInteger),
					])}
					isTable={isTable}
				/>
			</div>
			<p className={css.quiet}>{t('action.clue')}</p>
		</>
	);
}

export function ActionCard({ action, today, isTable }: { action: SpecialAction; today: string; isTable: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { actions, location } = useStores();
	const { name, area, areaName, classCode, startedOn, closedOn, leadUnit, note, effect } = action;
	const from = dayWords(startedOn, language);
	const lastDay = today < startedOn ? startedOn : today;
	const open = () => {
		location.getState().goTo({ area });
		location.getState().openEvents({ ...ALL_EVENTS, category: classCode, from: startedOn, to: closedOn });
	};
	return (
		<article className={css.card} aria-label={name}>
			<header className={css.head}>
				<h3 className={css.name} lang="zh-CN">
					{name}
				</h3>
				<span className={css.quiet}>
					{[
						areaName ?? area,
						language === 'en' ? action.class.en : action.class.zh,
						closedOn === null
							? t('action.running', { from })
							: t('action.closed', { from, to: dayWords(closedOn, language) }),
						leadUnit,
					]
						.filter(Boolean)
						.join(' • ')}
				</span>
				<span className={css.tools}>
					{areaName !== null && (
						<button type="button" className="link" onClick={open}>
							{t('action.events')}
						</button>
					)}
					<button
						type="button"
						className="link"
						aria-label={t(closedOn === null ? 'action.closeOf' : 'action.reopenOf', { name })}
						onClick={() => void actions.getState().close(action.actionId, closedOn === null ? lastDay : null)}
					>
						{t(closedOn === null ? 'action.close' : 'action.reopen')}
					</button>
					<button
						type="button"
						className="icon-button"
						aria-label={t('action.remove', { name })}
						title={t('action.remove', { name })}
						onClick={() => void actions.getState().remove(action)}
					>
						<Trash2 size={14} aria-hidden />
					</button>
				</span>
			</header>
			{note !== '' && (
				<p className={css.words} lang="zh-CN">
					{note}
				</p>
			)}
			{effect === null ? <p>{t('action.areaGone')}</p> : <EffectBody effect={effect} isTable={isTable} />}
		</article>
	);
}
