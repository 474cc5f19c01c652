// The grids that a trial can be made on, as a list to choose from; rows exist only where they are seen.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrialCandidate } from '../../stores/team-store.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import css from './TrialView.module.css';

const ROW_PX = 31;
const OVERSCAN = 12;

export function TrialGridList({
	grids,
	chosen,
	hasStaff,
	onChoose,
}: {
	grids: readonly TrialCandidate[];
	chosen: readonly string[];
	hasStaff: boolean;
	onChoose: (area: string) => void;
}) {
	const { t } = useTranslation();
	const scroll = useRef<HTMLDivElement>(null);
	const virtual = useVirtualizer({
		count: grids.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => ROW_PX,
		overscan: OVERSCAN,
	});
	const items = virtual.getVirtualItems();
	const before = items[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
	const onKeyDown = (event: KeyboardEvent) => {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		if (step === 0 || !(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
		const next = Math.min(Math.max(Number(event.target.dataset.row) + step, 0), grids.length - 1);
		virtual.scrollToIndex(next);
		event.preventDefault();
		requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
	};
	return (
		<div className={css.scroll} ref={scroll}>
			{grids.length === 0 ? (
				<EmptyNote title={t('trial.none')} />
			) : (
				<table className={css.list} onKeyDown={onKeyDown} aria-rowcount={grids.length + 1}>
					<caption className="visually-hidden">{t('trial.list')}</caption>
					<thead>
						<tr>
							<th scope="col">{t('trial.grid')}</th>
							<th scope="col" className={css.right}>
								{t('trial.households')}
							</th>
							<th scope="col" className={css.right}>
								{t('trial.members')}
							</th>
							<th scope="col">{t('trial.size')}</th>
						</tr>
					</thead>
					<tbody>
						{before > 0 && <tr aria-hidden style={{ height: before }} />}
						{items.map(({ index }) => {
							const grid = grids[index];
							if (!grid) return null;
							const isChosen = chosen.includes(grid.area);
							return (
								// The button in the row is what keyboards and screen readers use; the row itself only widens its target.
								<tr key={grid.area} className={css.row} data-chosen={isChosen} onClick={() => onChoose(grid.area)}>
									<th scope="row" title={`${grid.town} ${grid.village} ${grid.name}`}>
										<button type="button" className={css.pick} data-row={index} aria-pressed={isChosen}>
											{grid.name}
										</button>
									</th>
									<td className={css.right}>
										{grid.households === null ? t('status.notDelivered') : formatInteger(grid.households)}
									</td>
									<td className={css.right}>
										{hasStaff && grid.members !== null ? formatInteger(grid.members) : t('words.none')}
									</td>
									<td data-size={grid.size}>{t(`trial.size_${grid.size}`)}</td>
								</tr>
							);
						})}
						{after > 0 && <tr aria-hidden style={{ height: after }} />}
					</tbody>
				</table>
			)}
		</div>
	);
}
