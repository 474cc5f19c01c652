// 红灯督办: the whole queue, reminders by unit ready to paste, and the supervision notes of those whose step has come.

import { Check, Copy, Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../stores/collab-store.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useCollab, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { REACHED_BY_KEYS } from '../../ui/reached-by-keys.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { FailureNote } from '../FailureNote.tsx';
import { QueueTable } from './QueueTable.tsx';
import css from './QueueView.module.css';
import { SupervisionSheets } from './SupervisionSheets.tsx';
import { toSheets } from './supervision-sheets.ts';
import { groupByUnit, type MessageContext, unitReminder } from './unit-reminders.ts';

const NO_ROWS: readonly QueueRow[] = [];
const QUEUE_LIGHTS = ['deepRed', 'red', 'yellow', 'paused'] as const;

function UnitPanel({
	rows,
	unit,
	onChoose,
	context,
	onSheets,
}: {
	rows: readonly QueueRow[];
	unit: string | null;
	onChoose: (unit: string | null) => void;
	context: MessageContext;
	onSheets: () => void;
}) {
	const { t } = context;
	const { state, key, copy } = useCopy();
	const groups = useMemo(() => groupByUnit(rows), [rows]);
	const chosen = groups.find((group) => group.unit === unit) ?? groups[0];
	const sheets = toSheets(unit === null ? groups : groups.filter((group) => group.unit === unit));
	const isSaid = (which: string) => key === which && state !== 'idle';
	return (
		<Panel title={t('queue.unitsTitle')} note={t('queue.unitsNote')} className={css.units} isFlush>
			<ul className={css.unitList}>
				<li className={css.unit} data-selected={unit === null}>
					<button type="button" className={css.unitName} aria-pressed={unit === null} onClick={() => onChoose(null)}>
						{t('queue.allUnits')}
					</button>
				</li>
				{groups.map((group) => (
					<li key={group.unit} className={css.unit} data-selected={group.unit === unit}>
						<button
							type="button"
							className={css.unitName}
							aria-pressed={group.unit === unit}
							title={group.unit}
							onClick={() => onChoose(group.unit)}
						>
							{group.unit === '' ? t('collab.unitNone') : group.unit}
						</button>
						<span className={css.unitCounts}>
							{group.overdue > 0 && (
								<span>
									<LightShape light="red" label={t('events.red')} /> {formatInteger(group.overdue)}
								</span>
							)}
							{group.soon > 0 && (
								<span>
									<LightShape light="yellow" label={t('events.yellow')} /> {formatInteger(group.soon)}
								</span>
							)}
						</span>
						<button
							type="button"
							className="icon-button"
							aria-label={t('queue.copyUnit', { unit: group.unit === '' ? t('collab.unitNone') : group.unit })}
							onClick={() => void copy(unitReminder(group, context), group.unit)}
						>
							{isSaid(group.unit) && state === 'copied' ? (
								<Check size={15} aria-hidden />
							) : (
								<Copy size={15} strokeWidth={1.75} aria-hidden />
							)}
						</button>
					</li>
				))}
			</ul>
			<div className={css.foot}>
				{chosen && (
					<pre className={css.message} {...REACHED_BY_KEYS}>
						{unitReminder(chosen, context)}
					</pre>
				)}
				<button
					type="button"
					className="button button-primary"
					disabled={groups.length === 0}
					onClick={() => void copy(groups.map((group) => unitReminder(group, context)).join('\n\n'), 'all')}
				>
					<Copy size={14} strokeWidth={1.75} aria-hidden />
					<span aria-live="polite">
						{isSaid('all')
							? t(state === 'copied' ? 'red.copied' : 'red.copyFailed')
							: t('queue.copyAll', { n: formatInteger(groups.length) })}
					</span>
				</button>
				<button type="button" className="button" disabled={sheets.length === 0} onClick={onSheets}>
					<Printer size={14} strokeWidth={1.75} aria-hidden />
					{t('queue.sheetsOf', { n: formatInteger(sheets.length) })}
				</button>
			</div>
		</Panel>
	);
}

export function QueueView({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { collab, location } = useStores();
	const queue = useCollab((state) => state.queue);
	const centre = useApp((state) => state.app.value?.centreName ?? '');
	const [unit, setUnit] = useState<string | null>(null);
	const [isPaper, setPaper] = useState(false);
	useEffect(() => collab.getState().loadQueue(view.area.code), [collab, view.area.code]);
	const { value } = queue;
	const rows = value?.rows ?? NO_ROWS;
	const shown = useMemo(
		() => (unit === null ? rows : rows.filter(({ event }) => (event.leadUnit ?? '') === unit)),
		[rows, unit],
	);
	const context: MessageContext = { language, presentYear, now: value?.now ?? '', centre, t };
	if (isPaper && value !== null) {
		const groups = groupByUnit(shown);
		return (
			<SupervisionSheets sheets={toSheets(groups)} asOf={value.asOf} context={context} onBack={() => setPaper(false)} />
		);
	}
	return (
		<div className={css.view}>
			<Panel
				title={t('queue.title')}
				className={css.queue}
				isBusy={isAwaited(queue)}
				isFlush
				note={
					value && (
						<span className={css.counts}>
							{QUEUE_LIGHTS.map((light) => (
								<span key={light}>
									<LightShape light={light} label={t(`events.${light}`)} /> {formatInteger(value.counts[light])}
								</span>
							))}
							<span>{value.isCalendarProvisional ? t('red.provisional') : t('collab.now')}</span>
						</span>
					)
				}
				actions={
					value && (
						<span>
							{value.rows.length < value.total
								? t('queue.cut', { n: formatInteger(value.rows.length), total: formatInteger(value.total) })
								: t('queue.shown', { n: formatInteger(shown.length) })}
						</span>
					)
				}
			>
				{queue.error !== null && <FailureNote error={queue.error} isOld={value !== null} />}
				{value !== null && shown.length === 0 ? (
					<EmptyNote title={t('queue.none')} />
				) : (
					<QueueTable
						rows={shown}
						onOpen={({ event }) => location.getState().openEvents({ lights: [...QUEUE_LIGHTS] }, event.eventId)}
					/>
				)}
			</Panel>
			<UnitPanel rows={rows} unit={unit} onChoose={setUnit} context={context} onSheets={() => setPaper(true)} />
		</div>
	);
}
