// One import from choosing files to its outcome: progress with rows, time left and a cancel that leaves nothing half done.

import { FileUp, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPORT_ENDINGS } from '../../shared/domain/export-endings.ts';
import type { ImportRun } from '../stores/imports-store.ts';
import { useApp, useImports, useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Panel } from '../ui/Panel.tsx';
import { BatchReportCard } from './BatchReportCard.tsx';
import css from './ImportPanel.module.css';

const STAGE_KEYS = {
	reading: 'imports.stageReading',
	writing: 'imports.stageWriting',
	indexing: 'imports.stageIndexing',
	done: 'imports.stageDone',
} as const;

/** Kinds of file that the button offers; a drop takes anything and is answered by name. */
const ACCEPTED = EXPORT_ENDINGS.map((ending) => `.${ending}`).join(',');

function Progress({ run }: { run: ImportRun }) {
	const { t } = useTranslation();
	const { imports } = useStores();
	return (
		<div className={css.progress}>
			<p className={css.line}>
				<b className={css.clip}>{run.file ?? t('imports.running')}</b>
				{run.fileCount > 1 && (
					<span className={css.quiet}>{t('imports.fileOf', { index: run.fileIndex + 1, count: run.fileCount })}</span>
				)}
			</p>
			<progress aria-label={t('imports.running')} max={1} {...(run.fraction === null ? {} : { value: run.fraction })} />
			<p className={css.line} role="status">
				<span>
					{t(STAGE_KEYS[run.stage])} • {t('imports.rowsRead', { n: formatInteger(run.rowsRead) })}
					{run.secondsLeft !== null &&
						` • ${t('imports.secondsLeft', { n: formatInteger(Math.ceil(run.secondsLeft)) })}`}
				</span>
				<button type="button" className="link" onClick={() => void imports.getState().cancelRun()}>
					{t('imports.cancel')}
				</button>
			</p>
		</div>
	);
}

function Outcome({ run }: { run: ImportRun }) {
	const { t } = useTranslation();
	const language = useLanguage();
	return (
		<div aria-live="polite">
			{run.state === 'cancelled' && <p className={css.sentence}>{t('imports.cancelled')}</p>}
			{run.state === 'failed' && (
				<p className={css.sentence}>
					<LightShape light="red" /> {t('imports.runFailed')}{' '}
					{language === 'en' ? t(`errors.${run.failureCode ?? 'E_INTERNAL'}`) : run.failure}
				</p>
			)}
			{run.reports.map((report) => (
				<BatchReportCard key={`${report.file}:${report.batchId ?? report.outcome}`} report={report} />
			))}
		</div>
	);
}

/** The head of the panel: a run is finished with something in the data, or ended without. */
function titleOf(run: ImportRun | null) {
	if (run === null || run.state === 'running') return 'imports.newImport';
	const isInData = run.reports.some(({ outcome }) => outcome === 'committed' || outcome === 'unchanged');
	return isInData ? 'imports.done' : 'imports.nothingWritten';
}

export function ImportPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { client, imports, preview } = useStores();
	const field = useRef<HTMLInputElement>(null);
	const [profile, setProfile] = useState('');
	const run = useImports((state) => state.run);
	const failure = useImports((state) => state.failure);
	const profiles = useImports((state) => state.profiles.value?.profiles ?? null);
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const isBusy = run?.state === 'running';
	return (
		<Panel
			title={t(titleOf(run))}
			className={css.panel}
			actions={
				run !== null &&
				!isBusy && (
					<button type="button" className="link" onClick={() => imports.getState().dismissRun()}>
						{t('imports.dismiss')}
					</button>
				)
			}
		>
			<input
				ref={field}
				type="file"
				multiple
				accept={ACCEPTED}
				className="visually-hidden"
				tabIndex={-1}
				aria-label={t('imports.choose')}
				onChange={(event) => {
					const files = [...(event.target.files ?? [])];
					event.target.value = '';
					void preview.getState().openFiles(files, profile === '' ? null : profile);
				}}
			/>
			{!isBusy && (
				<div className={css.start}>
					<p>{t('imports.newImportHint')}</p>
					<button
						type="button"
						className="button button-primary"
						disabled={!canWrite}
						onClick={() => field.current?.click()}
					>
						<FileUp size={15} strokeWidth={1.75} aria-hidden />
						{t('imports.choose')}
					</button>
					{client.capabilities.canChooseFolder && (
						<button
							type="button"
							className="button"
							disabled={!canWrite}
							onClick={() => void preview.getState().openFolder(profile === '' ? null : profile)}
						>
							<FolderOpen size={15} strokeWidth={1.75} aria-hidden />
							{t('imports.chooseFolder')}
						</button>
					)}
					{profiles !== null && profiles.length > 0 && (
						<label className={css.profile}>
							{t('imports.profile')}
							<select value={profile} onChange={(event) => setProfile(event.target.value)}>
								<option value="">{t('imports.profileAuto')}</option>
								{profiles.map((one) => (
									<option key={one.name} value={one.name}>
										{one.title}
									</option>
								))}
							</select>
						</label>
					)}
				</div>
			)}
			{run === null && !isBusy && (
				<div className={css.notes}>
					<p>
						<LightShape light="none" /> {t('imports.steps')}
					</p>
					<p>
						<LightShape light="none" /> {t('imports.privacy')}
					</p>
					<p>
						<LightShape light="none" /> {t('imports.dropHint')}
					</p>
				</div>
			)}
			{!canWrite && <p className={css.sentence}>{t('app.readOnly')}</p>}
			{failure !== null && (
				<p className={css.sentence} role="alert">
					<LightShape light="red" /> {t('imports.failure')}:{' '}
					{language === 'en' ? t(`errors.${failure.code}`) : failure.message}
				</p>
			)}
			{run?.state === 'running' && <Progress run={run} />}
			{run !== null && run.state !== 'running' && <Outcome run={run} />}
		</Panel>
	);
}
