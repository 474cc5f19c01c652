// ◀ 2026年10月 ▶ and its length. On pages that are all of now it stays usable but quiet (design.md §5).

import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type CalendarKind, parsePeriod, periodOfDay, periodsEndingAt } from '../../shared/domain/period.ts';
import { dayOf, parseIso, toIsoDate } from '../../shared/domain/shanghai-time.ts';
import { changePeriodKind, stepPeriod } from '../stores/location-store.ts';
import { useApp, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { MenuItem, PopMenu } from '../ui/PopMenu.tsx';
import { formatPeriod } from '../ui/time-format.ts';
import css from './PeriodStepper.module.css';
import { PERIOD_KINDS } from './use-desk-keys.ts';

/** How many periods the picker lists, ending with the one that holds the as-of. */
const LISTED: Record<CalendarKind, number> = { day: 31, week: 26, month: 24, quarter: 12, year: 6 };

export function PeriodStepper({ view, isQuiet }: { view: View; isQuiet: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const asOf = useApp((state) => state.app.value?.asOf ?? state.app.value?.now ?? null);
	const lastBlock = useApp((state) => state.app.value?.lastBlock ?? null);
	const period = parsePeriod(view.period);
	if (!period) return null;
	const goTo = (code: string) => location.getState().goTo({ period: code });
	const asOfDay = dayOf(parseIso(asOf ?? '') ?? period.startS);
	const listed =
		period.kind === 'days' ? [] : periodsEndingAt(periodOfDay(period.kind, asOfDay), LISTED[period.kind]).reverse();
	const finality = view.isRunning ? t('header.running') : view.isFinal ? t('header.final') : t('header.provisional');
	return (
		<div className={css.group} data-quiet={isQuiet} title={isQuiet ? t('header.liveHint') : undefined}>
			<div className={css.stepper}>
				<button
					type="button"
					className={css.step}
					aria-label={t('header.earlier')}
					title={`${t('header.earlier')} [`}
					onClick={() => goTo(stepPeriod(view.period, -1))}
				>
					<ChevronLeft size={16} aria-hidden />
				</button>
				<PopMenu
					className={css.label}
					face={
						<>
							<span className="visually-hidden">{t('header.pickPeriod')}</span>
							<b>{formatPeriod(view.period, language)}</b> <span className={css.finality}>{finality}</span>
						</>
					}
				>
					{(close) => (
						<>
							{period.kind === 'day' && (
								<input
									type="date"
									className={css.day}
									aria-label={t('header.pickDay')}
									max={toIsoDate(asOfDay)}
									value={view.period}
									onChange={(event) => {
										if (parsePeriod(event.target.value)) goTo(event.target.value);
									}}
								/>
							)}
							{listed.map((one) => (
								<MenuItem
									key={one.code}
									isCurrent={one.code === view.period}
									onChoose={() => {
										close();
										goTo(one.code);
									}}
								>
									{formatPeriod(one.code, language)}
								</MenuItem>
							))}
						</>
					)}
				</PopMenu>
				<button
					type="button"
					className={css.step}
					aria-label={t('header.later')}
					title={`${t('header.later')} ]`}
					disabled={view.isRunning}
					onClick={() => goTo(stepPeriod(view.period, 1))}
				>
					<ChevronRight size={16} aria-hidden />
				</button>
				<PopMenu
					className={css.kind}
					align="end"
					face={
						<>
							<span className="visually-hidden">{t('header.kind')}</span>
							{t(`kinds.${period.kind}`)}
							<ChevronDown size={14} aria-hidden />
						</>
					}
				>
					{(close) => (
						<>
							{lastBlock && (
								<MenuItem
									isCurrent={view.period === lastBlock}
									onChoose={() => {
										close();
										goTo(lastBlock);
									}}
								>
									{t('kinds.days')}
								</MenuItem>
							)}
							{PERIOD_KINDS.map((kind) => (
								<MenuItem
									key={kind}
									isCurrent={kind === period.kind && view.period !== lastBlock}
									onChoose={() => {
										close();
										goTo(changePeriodKind(view.period, kind));
									}}
								>
									{t(`kinds.${kind}`)}
								</MenuItem>
							))}
						</>
					)}
				</PopMenu>
			</div>
		</div>
	);
}
