// What became of one file: counts in one row, the sentence, warnings, and the way to the rows set aside.

import { useTranslation } from 'react-i18next';
import type { Light } from '../../shared/domain/codes.ts';
import type { BatchReport } from '../stores/imports-store.ts';
import { useApp, useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import css from './BatchReportCard.module.css';
import { HeldNumbers, SystemChoice } from './HeldChoice.tsx';

const OUTCOME_LIGHTS: Record<BatchReport['outcome'], Light> = {
	committed: 'green',
	dryRun: 'green',
	unchanged: 'green',
	held: 'yellow',
	refused: 'red',
	ignored: 'none',
};

export function BatchReportCard({ report }: { report: BatchReport }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { imports } = useStores();
	const { rows, outcome, batchId, heldBy } = report;
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const isWritten = outcome === 'committed';
	const cells = [
		{
			name: t('imports.read'),
			value: rows.read,
			note: report.dataset === null ? '' : t(`imports.dataset_${report.dataset}`),
		},
		{
			name: t('imports.inserted'),
			value: rows.inserted,
			note: t(isWritten ? 'imports.written' : 'imports.notWritten'),
		},
		{ name: t('imports.updated'), value: rows.updated, note: t(isWritten ? 'imports.written' : 'imports.notWritten') },
		{ name: t('imports.unchanged'), value: rows.unchanged + rows.folded, note: t('imports.notWritten') },
		{
			name: t('imports.quarantined'),
			value: rows.quarantined,
			note: t('imports.keptAside'),
			isOdd: rows.quarantined > 0,
		},
		...(rows.vanished > 0
			? [{ name: t('imports.vanished'), value: rows.vanished, note: t('imports.keptVanished'), isOdd: true }]
			: []),
	];
	return (
		<article className={css.card} data-outcome={outcome}>
			<h3 className={css.head}>
				<LightShape light={OUTCOME_LIGHTS[outcome]} />
				<span className={css.file} title={report.file}>
					{report.file}
				</span>
				<span className={css.quiet}>{t(`imports.outcome.${outcome}`)}</span>
			</h3>
			{rows.read > 0 && (
				<dl className={css.cells}>
					{cells.map((cell) => (
						<div key={cell.name} className={css.cell} data-odd={cell.isOdd ?? false}>
							<dd>
								<b>{formatInteger(cell.value)}</b>
							</dd>
							<dt>
								{cell.name}
								<small>{cell.note}</small>
							</dt>
						</div>
					))}
				</dl>
			)}
			<p className={css.sentence}>{language === 'en' ? report.messageEn : report.message}</p>
			{heldBy !== null && <HeldNumbers report={report} heldBy={heldBy} />}
			{heldBy === 'coordinates' && (
				<SystemChoice
					system={null}
					action={t('held.asSystem')}
					isDisabled={!canWrite}
					onChoose={(system) => void imports.getState().acceptHeld(system)}
				/>
			)}
			{heldBy !== null && heldBy !== 'coordinates' && (
				<button
					type="button"
					className="button"
					disabled={!canWrite}
					onClick={() => void imports.getState().acceptHeld(null)}
				>
					{t('held.accept')}
				</button>
			)}
			{report.warnings.length > 0 && (
				<ul className={css.warnings}>
					{report.warnings.map((warning) => (
						<li key={warning.code}>
							<LightShape light="yellow" /> {language === 'en' ? warning.messageEn : warning.message}
						</li>
					))}
				</ul>
			)}
			{rows.quarantined > 0 && batchId !== null && (
				<button type="button" className="link" onClick={() => imports.getState().showQuarantine(batchId)}>
					{t('imports.seeQuarantine', { n: formatInteger(rows.quarantined) })}
				</button>
			)}
		</article>
	);
}
