// What a person decides of a held file: said in numbers first what importing it all the same does, then one press; for
// doubtful coordinates the system must be named. Decides nothing itself.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchReport, CoordinateSystem } from '../stores/imports-store.ts';
import { formatInteger } from '../ui/format.ts';
import css from './HeldChoice.module.css';

const SYSTEMS: readonly CoordinateSystem[] = ['wgs84', 'gcj02', 'bd09', 'gk117', 'gk120', 'gk123'];

/** What accepting the file would do, in numbers. */
export function HeldNumbers({ report, heldBy }: { report: BatchReport; heldBy: NonNullable<BatchReport['heldBy']> }) {
	const { t } = useTranslation();
	const { rows } = report;
	return (
		<p className={css.numbers}>
			{t(`held.${heldBy}`, {
				good: formatInteger(rows.read - rows.quarantined),
				bad: formatInteger(rows.quarantined),
				read: formatInteger(rows.read - rows.quarantined),
				inserted: formatInteger(rows.inserted),
				updated: formatInteger(rows.updated),
				vanished: formatInteger(rows.vanished),
			})}{' '}
			{t('held.undoable')}
		</p>
	);
}

interface SystemChoiceProps {
	/** Chosen already. */
	system: CoordinateSystem | null;
	/** What the press says. */
	action: string;
	isDisabled: boolean;
	onChoose(system: CoordinateSystem): void;
}

/** Names the coordinate system. */
export function SystemChoice({ system, action, isDisabled, onChoose }: SystemChoiceProps) {
	const { t } = useTranslation();
	const [named, setNamed] = useState<CoordinateSystem | null>(system);
	return (
		<p className={css.choice}>
			<label>
				{t('held.system')}
				<select
					className={css.select}
					value={named ?? ''}
					disabled={isDisabled}
					onChange={(event) => setNamed(SYSTEMS.find((one) => one === event.target.value) ?? null)}
				>
					<option value="">{t('held.undecided')}</option>
					{SYSTEMS.map((one) => (
						<option key={one} value={one}>
							{t(`held.${one}`)}
						</option>
					))}
				</select>
			</label>
			<button
				type="button"
				className="button"
				disabled={isDisabled || named === null}
				onClick={() => named !== null && onChoose(named)}
			>
				{action}
			</button>
		</p>
	);
}
