// The parts of the settings form that are about time: working hours, and when each source is expected.

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DATASETS, type Dataset } from '../../shared/domain/codes.ts';
import type { Settings } from '../stores/settings-store.ts';
import css from './SetupDialog.module.css';

type Source = NonNullable<Settings['sources']>[number];
type WorkWindow = NonNullable<Settings['workWindows']>[number];

const EVERY = ['day', 'workday', 'week', 'month', 'quarter'] as const;
const DEFAULT_WINDOWS: readonly WorkWindow[] = [
	{ from: '08:30', to: '12:00' },
	{ from: '14:00', to: '17:30' },
];
/** What every part of the form is given. */
export interface PartProps {
	settings: Settings;
	onChange: (change: Partial<Settings>) => void;
}

/** A titled part of the form. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
	return (
		<fieldset className={css.section}>
			<legend>
				{title} {hint !== undefined && <small>{hint}</small>}
			</legend>
			{children}
		</fieldset>
	);
}

export function Hours({ settings, onChange }: PartProps) {
	const { t } = useTranslation();
	const windows = settings.workWindows ?? DEFAULT_WINDOWS;
	const set = (index: number, change: Partial<WorkWindow>): void =>
		onChange({ workWindows: windows.map((one, at) => (at === index ? { ...one, ...change } : one)) });
	return (
		<Section title={t('setup.windows')}>
			{windows.map((one, index) => (
				<p key={['first', 'second', 'third', 'fourth'][index]} className={css.line}>
					<input
						className={css.time}
						inputMode="numeric"
						maxLength={5}
						placeholder="08:30"
						aria-label={t('setup.from')}
						value={one.from}
						onChange={(event) => set(index, { from: event.target.value })}
					/>
					–
					<input
						className={css.time}
						inputMode="numeric"
						maxLength={5}
						placeholder="08:30"
						aria-label={t('setup.to')}
						value={one.to}
						onChange={(event) => set(index, { to: event.target.value })}
					/>
					{windows.length > 1 && (
						<button
							type="button"
							className="link"
							onClick={() => onChange({ workWindows: windows.filter((_, at) => at !== index) })}
						>
							{t('setup.remove')}
						</button>
					)}
				</p>
			))}
			{windows.length < 4 && (
				<button
					type="button"
					className="link"
					onClick={() => onChange({ workWindows: [...windows, { from: '18:00', to: '20:00' }] })}
				>
					{t('setup.addWindow')}
				</button>
			)}
		</Section>
	);
}

export function Sources({ settings, onChange }: PartProps) {
	const { t } = useTranslation();
	const sources = settings.sources ?? [];
	const set = (dataset: Dataset, change: Partial<Source>): void =>
		onChange({ sources: sources.map((one) => (one.dataset === dataset ? { ...one, ...change } : one)) });
	const free = DATASETS.filter((dataset) => !sources.some((one) => one.dataset === dataset));
	const next = free.includes('event') ? 'event' : free[0];
	return (
		<Section title={t('setup.sources')}>
			{sources.map((one) => (
				<p key={one.dataset} className={css.source}>
					<select
						aria-label={t('setup.dataset')}
						value={one.dataset}
						onChange={(event) => set(one.dataset, { dataset: event.target.value as Dataset })}
					>
						{[one.dataset, ...free].map((dataset) => (
							<option key={dataset} value={dataset}>
								{t(`imports.dataset_${dataset}`)}
							</option>
						))}
					</select>
					<input
						aria-label={t('setup.sourceName')}
						placeholder={t('setup.sourceName')}
						value={one.name}
						onChange={(event) => set(one.dataset, { name: event.target.value })}
					/>
					<span className={css.pair}>
						{t('setup.every')}
						<select
							aria-label={t('setup.every')}
							value={one.every}
							onChange={(event) => set(one.dataset, { every: event.target.value as Source['every'] })}
						>
							{EVERY.map((every) => (
								<option key={every} value={every}>
									{t(`setup.every_${every}`)}
								</option>
							))}
						</select>
					</span>
					<input
						className={css.time}
						inputMode="numeric"
						maxLength={5}
						placeholder="08:30"
						aria-label={t('setup.expectedAt')}
						value={one.expectedAt}
						onChange={(event) => set(one.dataset, { expectedAt: event.target.value })}
					/>
					<input
						type="number"
						min={0}
						aria-label={t('setup.tolerance')}
						title={t('setup.tolerance')}
						value={one.toleranceMinutes}
						onChange={(event) =>
							set(one.dataset, { toleranceMinutes: Math.max(0, Math.round(Number(event.target.value))) })
						}
					/>
					<button
						type="button"
						className="icon-button"
						aria-label={`${t('setup.remove')} ${t(`imports.dataset_${one.dataset}`)}`}
						onClick={() => onChange({ sources: sources.filter(({ dataset }) => dataset !== one.dataset) })}
					>
						<X size={14} strokeWidth={1.75} aria-hidden />
					</button>
				</p>
			))}
			{next !== undefined && (
				<button
					type="button"
					className="link"
					onClick={() =>
						onChange({
							sources: [
								...sources,
								{ dataset: next, name: '', expectedAt: '02:00', every: 'day', toleranceMinutes: 60 },
							],
						})
					}
				>
					{t('setup.addSource')}
				</button>
			)}
		</Section>
	);
}
