// Working time that each unit held the events of a period, by stage: bars, and the same as a table.

import { useTranslation } from 'react-i18next';
import { FLOW_STAGES } from '../../../shared/contract/schemas/collaboration.ts';
import { ChartTable } from '../../charts/ChartTable.tsx';
import type { Flow } from '../../stores/collab-store.ts';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger, formatMinutes } from '../../ui/format.ts';
import css from './panels.module.css';

/** Units drawn; the table holds all. */
const MOST_BARS = 14;

function hoursOf(minutes: number): string {
	return formatInteger(minutes / 60);
}

export function HeldBars({ flow, isTable }: { flow: Flow; isTable: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { held, stages } = flow;
	const longest = Math.max(1, ...held.map(({ workMinutes }) => workMinutes));
	const perEvent = ({ workMinutes, events }: Flow['held'][number]) =>
		formatMinutes(workMinutes / Math.max(events, 1), language);
	const shown = FLOW_STAGES.filter((stage) => stages.some((one) => one.stage === stage));
	return (
		<>
			{!isTable && (
				<>
					<p className={css.legend} aria-hidden>
						{shown.map((stage) => (
							<span key={stage}>
								<i data-stage={stage} />
								{t(`flow.stages.${stage}`)}
							</span>
						))}
					</p>
					<div className={css.bars} aria-hidden>
						{held.slice(0, MOST_BARS).map((one) => (
							<div key={one.unit} className={css.bar}>
								<span className={css.barName} title={one.unit}>
									{one.unit}
								</span>
								<span className={css.barTrack}>
									{one.stages.map(({ stage, workMinutes }) => (
										<i key={stage} data-stage={stage} style={{ width: `${(100 * workMinutes) / longest}%` }} />
									))}
								</span>
								<span className={css.right}>{t('flow.hours', { n: hoursOf(one.workMinutes) })}</span>
								<span className={css.right} title={t('flow.perEvent')}>
									{perEvent(one)}
								</span>
							</div>
						))}
					</div>
				</>
			)}
			<div className={isTable ? css.table : undefined}>
				<ChartTable
					caption={t('flow.held')}
					head={[
						t('collab.unit'),
						t('flow.events'),
						t('flow.heldTime'),
						t('flow.perEvent'),
						...shown.map((stage) => t(`flow.stages.${stage}`)),
					]}
					rows={held.map((one) => [
						one.unit,
						formatInteger(one.events),
						t('flow.hours', { n: hoursOf(one.workMinutes) }),
						perEvent(one),
						...shown.map((stage) => hoursOf(one.stages.find((each) => each.stage === stage)?.workMinutes ?? 0)),
					])}
					isShown={isTable}
				/>
			</div>
		</>
	);
}
