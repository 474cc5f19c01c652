// 球在谁手里: who holds open events now, working time by unit and stage, the ways between units, what was passed around.

import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FlowChart } from '../../charts/FlowChart.tsx';
import type { Flow } from '../../stores/collab-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useCollab, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { formatInteger, formatMinutes } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { REACHED_BY_KEYS } from '../../ui/reached-by-keys.ts';
import { useTheme } from '../../ui/theme-context.ts';
import { formatPeriod } from '../../ui/time-format.ts';
import { FailureNote } from '../FailureNote.tsx';
import { SavePicture } from '../SavePicture.tsx';
import { useTableKey } from '../use-table-key.ts';
import { Awaited } from './Awaited.tsx';
import { ChainList } from './ChainList.tsx';
import shared from './collab-table.module.css';
import { HeldBars } from './HeldPanel.tsx';
import { LedgerMissing } from './LedgerMissing.tsx';
import css from './panels.module.css';

const NO_LINKS: Flow['links'] = [];

function HolderTable({ holders }: { holders: Flow['holders'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	return (
		<div className={shared.scroller} {...REACHED_BY_KEYS}>
			<table className={shared.table}>
				<thead>
					<tr>
						<th scope="col">{t('collab.unit')}</th>
						<th scope="col" className={shared.right}>
							{t('flow.open')}
						</th>
						<th scope="col" className={shared.right}>
							{t('flow.overdue')}
						</th>
						<th scope="col" className={shared.right}>
							{t('flow.heldTime')}
						</th>
						<th scope="col" className={shared.right}>
							{t('flow.longest')}
						</th>
					</tr>
				</thead>
				<tbody>
					{holders.map((holder) => (
						<tr key={holder.unit}>
							<th scope="row" className={shared.clip} title={holder.unit}>
								{holder.unit === '' ? t('collab.unitNone') : holder.unit}
							</th>
							<td className={shared.right}>{formatInteger(holder.open)}</td>
							<td className={`${shared.right} ${holder.overdue > 0 ? shared.over : ''}`}>
								{formatInteger(holder.overdue)}
							</td>
							<td className={shared.right}>{t('flow.hours', { n: formatInteger(holder.workMinutes / 60) })}</td>
							<td className={shared.right}>
								<button
									type="button"
									className={shared.link}
									aria-label={`${formatMinutes(holder.longest, language)}, ${t('collab.openEvent', { id: holder.longestEventId })}`}
									title={holder.longestEventId}
									onClick={() => location.getState().openEvents({ state: 'open', lights: [] }, holder.longestEventId)}
								>
									{formatMinutes(holder.longest, language)}
								</button>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

export function FlowView({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { collab } = useStores();
	const { theme } = useTheme();
	const [isTable] = useTableKey();
	const flow = useCollab((state) => state.flow);
	useEffect(() => collab.getState().loadFlow(view.area.code, view.period), [collab, view.area.code, view.period]);
	const { value } = flow;
	const links = value?.links ?? NO_LINKS;
	const words = useMemo(() => ({ others: t('flow.others'), closed: t('flow.closed'), open: t('flow.openEnd') }), [t]);
	const rows = useMemo(
		() =>
			links.map(({ hop, from, to, kind, count }) => [
				`${hop + 1}. ${from ?? words.others} ${kind === 'return' ? '↩' : '→'} ${
					kind === 'closed' || kind === 'open' ? words[kind] : (to ?? words.others)
				}`,
				kind === 'return' ? t('flow.return') : kind === 'forward' ? t('flow.forward') : '—',
				formatInteger(count),
			]),
		[links, words, t],
	);
	const period = formatPeriod(view.period, language);
	const isBusy = isAwaited(flow);
	if (value === null) return <Awaited state={flow} />;
	return (
		<div className={`${css.view} ${css.two}`}>
			<Panel
				title={t('flow.holders')}
				note={t('flow.holdersNote')}
				className={`${css.panel} ${css.half}`}
				isBusy={isBusy}
				isFlush
			>
				{flow.error !== null && <FailureNote error={flow.error} isOld />}
				{!value.isConnected && <p className={css.note}>{t('flow.noSteps')}</p>}
				<HolderTable holders={value.holders} />
			</Panel>
			<Panel
				title={t('flow.held')}
				note={t('flow.heldNote', { period, n: formatInteger(value.eventCount) })}
				className={`${css.panel} ${css.half}`}
				isBusy={isBusy}
				isFlush
			>
				{value.isConnected ? (
					<div className={shared.scroller} {...REACHED_BY_KEYS}>
						<HeldBars flow={value} isTable={isTable} />
					</div>
				) : (
					<LedgerMissing dataset="event_step" />
				)}
			</Panel>
			<Panel
				title={t('flow.sankey')}
				note={[t('flow.sankeyNote'), t('collab.tableHint')].join(language === 'en' ? '; ' : '；')}
				className={`${css.panel} ${css.most}`}
				isBusy={isBusy}
				actions={links.length > 0 && <SavePicture title={t('flow.sankey')} view={view} />}
			>
				<div className={css.chart}>
					<FlowChart
						label={t('flow.sankey')}
						links={links}
						words={words}
						head={[t('flow.hop'), t('flow.way'), t('collab.count')]}
						rows={rows}
						formatCount={formatInteger}
						theme={theme}
						isTable={isTable}
					/>
				</div>
			</Panel>
			<Panel
				title={t('flow.chains')}
				note={t('flow.chainsNote')}
				className={`${css.panel} ${css.least}`}
				isBusy={isBusy}
				isFlush
			>
				<ChainList chains={value.chains} />
			</Panel>
		</div>
	);
}
