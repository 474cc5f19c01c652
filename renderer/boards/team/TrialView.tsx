// 拆并试算: choose one grid to split or two to merge, and see what it would do to load and norm. The choice stands in the
// address; nothing is written.

import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import { useLocation, useStores, useTeam } from '../../stores/StoresContext.tsx';
import { NO_TRIAL, SHARE_BOUNDS, type TrialAddress } from '../../stores/team-address.ts';
import type { View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { TrialGridList } from './TrialGridList.tsx';
import { TrialOutcome } from './TrialOutcome.tsx';
import css from './TrialView.module.css';
import { chooseGrid, orderCandidates, TRIAL_FILTERS, type TrialFilter } from './trial-order.ts';

const SHARE_STEP = 5;
const MOST_MEMBERS = 20;

function isWhole(trial: TrialAddress): boolean {
	return trial.grids.length === (trial.action === 'split' ? 1 : 2);
}

/** Members of the new grids as a person has set them; null where the trial's own numbers stand. */
type Members = readonly number[] | null;

function MemberFields({
	names,
	values,
	onChange,
}: {
	names: readonly string[];
	values: readonly number[];
	onChange: (values: readonly number[]) => void;
}) {
	const { t } = useTranslation();
	return names.map((name, at) => (
		<label key={name} className={css.field}>
			<span>{t('trial.memberOf', { name })}</span>
			<input
				type="number"
				min={0}
				max={MOST_MEMBERS}
				value={values[at] ?? 0}
				onChange={(event) => {
					const value = Number(event.target.value);
					if (Number.isInteger(value) && value >= 0 && value <= MOST_MEMBERS)
						onChange(values.map((own, other) => (other === at ? value : own)));
				}}
			/>
		</label>
	));
}

function ShareField({ share, onChange }: { share: number; onChange: (share: number) => void }) {
	const { t } = useTranslation();
	const id = useId();
	return (
		<div className={css.field}>
			<label htmlFor={id}>{t('trial.share')}</label>
			<input
				id={id}
				type="range"
				min={SHARE_BOUNDS.low}
				max={SHARE_BOUNDS.high}
				step={SHARE_STEP}
				value={share}
				onChange={(event) => onChange(Number(event.target.value))}
			/>
			<output htmlFor={id}>{share}%</output>
		</div>
	);
}

function OutcomePanel({
	view,
	trial,
	onTrial,
}: {
	view: View;
	trial: TrialAddress;
	onTrial: (next: TrialAddress) => void;
}) {
	const { t } = useTranslation();
	const { team } = useStores();
	const outcome = useTeam((state) => state.trial);
	const key = `${trial.action}/${trial.grids.join('/')}`;
	const [set, setSet] = useState<{ key: string; members: Members }>({ key, members: null });
	const members = set.key === key ? set.members : null;
	useEffect(() => {
		const [first, second] = trial.grids;
		const { loadTrial } = team.getState();
		if (!isWhole(trial) || first === undefined) loadTrial(null);
		else if (trial.action === 'split') {
			const [a, b] = members ?? [];
			loadTrial({
				action: 'split',
				grid: first,
				period: view.period,
				sharePercent: trial.sharePercent,
				...(a !== undefined && b !== undefined && { members: [a, b] }),
			});
		} else if (second !== undefined) {
			const [a] = members ?? [];
			loadTrial({
				action: 'merge',
				grids: [first, second],
				period: view.period,
				...(a !== undefined && { members: a }),
			});
		}
	}, [team, trial, members, view.period]);
	const found = isWhole(trial) ? outcome.value : null;
	const hint = trial.action === 'split' ? 'pickOne' : trial.grids.length === 0 ? 'pickTwo' : 'pickOneMore';
	return (
		<Panel
			title={t('trial.result')}
			note={t('trial.nothing')}
			isBusy={isWhole(trial) && isAwaited(outcome)}
			actions={
				<button
					type="button"
					className="link"
					disabled={trial.grids.length === 0}
					onClick={() => onTrial({ ...NO_TRIAL, action: trial.action })}
				>
					{t('trial.clear')}
				</button>
			}
		>
			{!isWhole(trial) && <EmptyNote title={t(`trial.${hint}`)} />}
			{isWhole(trial) && outcome.error !== null && <FailureNote error={outcome.error} isOld={found !== null} />}
			{found !== null && (
				<>
					<div className={css.fields}>
						{trial.action === 'split' && (
							<ShareField share={trial.sharePercent} onChange={(sharePercent) => onTrial({ ...trial, sharePercent })} />
						)}
						{found.after.every((grid) => grid.members !== null) && (
							<MemberFields
								names={found.after.map(({ name }) => name)}
								values={found.after.map((grid) => grid.members ?? 0)}
								onChange={(values) => setSet({ key, members: values })}
							/>
						)}
					</div>
					<TrialOutcome trial={found} period={view.period} />
				</>
			)}
		</Panel>
	);
}

export function TrialView({ view }: { view: View }) {
	const { t } = useTranslation();
	const { team, location } = useStores();
	const grids = useTeam((state) => state.grids);
	const trial = useLocation((state) => state.address.team.trial);
	const [filter, setFilter] = useState<TrialFilter>('all');
	const area = view.area.code;
	useEffect(() => team.getState().loadGrids(area, view.period), [team, area, view.period]);
	const shown = useMemo(() => orderCandidates(grids.value?.grids ?? [], trial, filter), [grids.value, trial, filter]);
	const change = (next: TrialAddress) => {
		const { address, adjust } = location.getState();
		adjust({ team: { ...address.team, trial: next } });
	};
	if (grids.value === null) {
		return grids.error === null ? (
			<div aria-busy="true">
				<EmptyNote title={t('team.loading')} />
			</div>
		) : (
			<FailureNote error={grids.error} isOld={false} />
		);
	}
	const { norm, hasStaff } = grids.value;
	return (
		<div className={css.page}>
			<Panel
				title={t('trial.list')}
				note={t('trial.norm', { low: formatInteger(norm.low), high: formatInteger(norm.high) })}
				actions={
					<Segmented
						label={t('trial.action')}
						value={trial.action}
						choices={(['split', 'merge'] as const).map((action) => ({ value: action, text: t(`trial.${action}`) }))}
						onChoose={(action) => change({ ...NO_TRIAL, action, grids: trial.grids.slice(0, 1) })}
					/>
				}
				isBusy={isAwaited(grids)}
				isFlush
			>
				<div className={css.filter}>
					<Segmented
						label={t('trial.show')}
						value={filter}
						choices={TRIAL_FILTERS.map((one) => ({ value: one, text: t(`trial.${one}`) }))}
						onChoose={setFilter}
					/>
					<span className={css.count}>{t('trial.count', { n: formatInteger(shown.length) })}</span>
				</div>
				<TrialGridList
					grids={shown}
					chosen={trial.grids}
					hasStaff={hasStaff}
					onChoose={(grid) => change(chooseGrid(trial, grid))}
				/>
			</Panel>
			<OutcomePanel view={view} trial={trial} onTrial={change} />
		</div>
	);
}
