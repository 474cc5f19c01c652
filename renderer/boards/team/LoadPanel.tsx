// 负荷分布: how one measure of load is spread over the full-time members of the area, in steps that name nobody.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Team, TeamLoad } from '../../stores/team-store.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { BarTable } from './BarTable.tsx';
import css from './TeamView.module.css';

type Measure = TeamLoad['measure'];

function LoadBars({ load, smallest }: { load: TeamLoad; smallest: number }) {
	const { t } = useTranslation();
	if (load.status !== 'ok' || load.median === null) {
		return (
			<EmptyNote title={t(`status.${load.status === 'ok' ? 'empty' : load.status}`)}>
				{load.status === 'suppressed' && t('team.smallHint', { k: smallest })}
			</EmptyNote>
		);
	}
	const unit = t(`team.unit_${load.measure}`);
	return (
		<>
			<BarTable
				caption={t('team.typical', {
					median: formatDecimal(load.median),
					mean: load.mean === null ? t('words.none') : formatDecimal(load.mean),
					members: formatInteger(load.members ?? 0),
					unit,
				})}
				head={[t('team.step'), t('team.people')]}
				rows={load.steps.map(({ from, to, count }) => ({
					key: String(from),
					label:
						to === null
							? t('team.stepOver', { from: formatInteger(from) })
							: t('team.stepRange', { from: formatInteger(from), to: formatInteger(to) }),
					amount: count,
					text: formatInteger(count),
				}))}
			/>
			<p className={css.hint}>
				{load.unplaced > 0 && <>{t('team.unplaced', { n: formatInteger(load.unplaced) })} </>}
				{(load.measure === 'households' || load.measure === 'events') && t('team.carried')}
			</p>
		</>
	);
}

export function LoadPanel({ team, isBusy }: { team: Team; isBusy: boolean }) {
	const { t } = useTranslation();
	const [measure, setMeasure] = useState<Measure>('households');
	const load = team.loads.find((one) => one.measure === measure);
	return (
		<Panel
			title={t('team.distribution')}
			isBusy={isBusy}
			actions={
				<Segmented
					label={t('team.measure')}
					value={measure}
					choices={team.loads.map((one) => ({ value: one.measure, text: t(`team.measure_${one.measure}`) }))}
					onChoose={setMeasure}
				/>
			}
		>
			{load && <LoadBars load={load} smallest={team.smallestCell} />}
		</Panel>
	);
}
