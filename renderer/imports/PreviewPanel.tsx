// The rehearsal of chosen files (picture 07, right): what would be written, set aside, cut and moved, then one press to
// import or to drop it. Shows nothing as done: nothing is.

import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Light } from '../../shared/domain/codes.ts';
import type { FilePreview, Preview } from '../stores/preview-store.ts';
import { useApp, usePreview, useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Panel } from '../ui/Panel.tsx';
import { PreviewColumns } from './PreviewColumns.tsx';
import filesCss from './PreviewFiles.module.css';
import { PreviewMoves } from './PreviewMoves.tsx';
import css from './PreviewPanel.module.css';
import { PreviewCounts, PreviewFaults, PreviewPersonal, PreviewQuarantine, PreviewTotals } from './PreviewSections.tsx';

const STAGE_KEYS = {
	copying: 'preview.stageCopying',
	reading: 'preview.stageReading',
	writing: 'preview.stageWriting',
	comparing: 'preview.stageComparing',
	done: 'preview.stageDone',
} as const;

/** Rows that an import of these files would write. */
function changedRows(files: readonly FilePreview[]): number {
	return files.reduce((sum, { report }) => sum + report.rows.inserted + report.rows.updated, 0);
}

function lightOf({ report, isHeld, faults }: FilePreview): Light {
	if (report.outcome === 'refused') return 'red';
	if (report.outcome === 'ignored') return 'none';
	return isHeld || faults.length > 0 || report.rows.quarantined > 0 ? 'yellow' : 'green';
}

function Progress({ preview }: { preview: Preview }) {
	const { t } = useTranslation();
	const { preview: store } = useStores();
	return (
		<div className={css.progress}>
			<p className={css.line}>
				<b className={css.clip}>{preview.file ?? t('preview.running')}</b>
				{preview.fileCount > 1 && (
					<span className={css.quiet}>
						{t('imports.fileOf', { index: preview.fileIndex + 1, count: preview.fileCount })}
					</span>
				)}
			</p>
			<progress
				aria-label={t('preview.running')}
				max={1}
				{...(preview.fraction === null ? {} : { value: preview.fraction })}
			/>
			<p className={css.line} role="status">
				<span>
					{t(STAGE_KEYS[preview.stage])} • {t('imports.rowsRead', { n: formatInteger(preview.rowsRead) })}
					{preview.secondsLeft !== null && ` • ${t('imports.secondsLeft', { n: formatInteger(preview.secondsLeft) })}`}
				</span>
				<button type="button" className="link" onClick={() => void store.getState().discard()}>
					{t('imports.cancel')}
				</button>
			</p>
		</div>
	);
}

function FileList({ files, shownIndex }: { files: readonly FilePreview[]; shownIndex: number }) {
	const { t } = useTranslation();
	const { preview } = useStores();
	return (
		<ul className={filesCss.files} aria-label={t('preview.files')}>
			{files.map((file, index) => (
				<li key={file.report.file}>
					<button
						type="button"
						className={filesCss.file}
						aria-pressed={index === shownIndex}
						onClick={() => preview.getState().showFile(index)}
					>
						<LightShape light={lightOf(file)} />
						<span className={css.clip} title={file.report.file}>
							{file.report.file}
						</span>
						<span className={css.quiet}>
							{file.report.dataset === null ? '' : t(`imports.dataset_${file.report.dataset}`)}
						</span>
						<span className={filesCss.number}>{formatInteger(changedRows([file]))}</span>
					</button>
				</li>
			))}
		</ul>
	);
}

function Steps({ file }: { file: FilePreview }) {
	const { t } = useTranslation();
	const known = file.columns.filter(({ field }) => field !== null).length;
	const steps = ['recognise', 'map', 'rehearse', 'write'] as const;
	return (
		<div className={filesCss.steps}>
			<ol>
				{steps.map((step, index) => (
					<li key={step} aria-current={step === 'rehearse' ? 'step' : undefined}>
						{index + 1} {t(`preview.step_${step}`)}
					</li>
				))}
			</ol>
			{file.columns.length > 0 && (
				<span className={css.quiet}>
					{t('preview.recognised', { count: file.columns.length, known })}
					{file.profile !== null &&
						` • ${t('preview.byProfile', { title: file.profile.title, version: file.profile.version })}`}
				</span>
			)}
		</div>
	);
}

function FileView({ file }: { file: FilePreview }) {
	const language = useLanguage();
	const { report } = file;
	const isRead = report.rows.read > 0;
	return (
		<>
			<Steps file={file} />
			{isRead && <PreviewCounts report={report} columnCount={file.columns.length} />}
			{(!isRead || report.outcome === 'unchanged' || report.outcome === 'refused') && (
				<p className={css.sentence}>
					<LightShape light={lightOf(file)} /> {language === 'en' ? report.messageEn : report.message}
				</p>
			)}
			<PreviewFaults file={file} />
			<PreviewTotals totals={report.controlTotals} />
			<PreviewColumns key={report.file} file={file} />
			<PreviewQuarantine file={file} />
		</>
	);
}

export function PreviewPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { preview: store } = useStores();
	const preview = usePreview((state) => state.preview);
	const handover = usePreview((state) => state.handover);
	const failure = usePreview((state) => state.failure);
	const shownIndex = usePreview((state) => state.shownIndex);
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const body = useRef<HTMLDivElement>(null);
	const files = preview?.files ?? [];
	const file = files[shownIndex] ?? files[0];
	const isDone = preview?.state === 'done';
	const changes = changedRows(files);
	const aside = files.reduce((sum, { report }) => sum + report.rows.quarantined, 0);
	const isHeld = files.some((one) => one.isHeld);
	const isLayer = files.some(({ report }) => report.dataset === null && report.outcome === 'dryRun');
	return (
		<Panel
			title={t('preview.title')}
			note={`${files.length === 1 && file ? `${file.report.file} • ` : ''}${t('preview.nothingYet')}`}
			isFlush
			className={css.panel}
			actions={
				<button
					type="button"
					className="icon-button"
					aria-label={t('preview.close')}
					onClick={() => void store.getState().discard()}
				>
					<X size={16} strokeWidth={1.75} aria-hidden />
				</button>
			}
		>
			<div className={css.body} ref={body}>
				{failure !== null && (
					<p className={css.sentence} role="alert">
						<LightShape light="red" /> {t('imports.failure')}:{' '}
						{language === 'en' ? t(`errors.${failure.code}`) : failure.message}
					</p>
				)}
				{handover !== null && (
					<div className={css.progress}>
						<p className={css.line}>{t('imports.handing')}</p>
						<progress aria-label={t('imports.handing')} max={1} value={handover} />
					</div>
				)}
				{preview?.state === 'running' && <Progress preview={preview} />}
				{preview?.state === 'failed' && (
					<p className={css.sentence} role="alert">
						<LightShape light="red" /> {t('preview.failed')}{' '}
						{language === 'en' ? t(`errors.${preview.failureCode ?? 'E_INTERNAL'}`) : preview.failure}
					</p>
				)}
				{preview?.state === 'cancelled' && <p className={css.sentence}>{t('preview.cancelled')}</p>}
				{isDone && files.length > 1 && <FileList files={files} shownIndex={shownIndex} />}
				{isDone && file && <FileView file={file} />}
				{isDone && <PreviewMoves preview={preview} />}
				{isDone && <PreviewPersonal files={files} />}
			</div>
			{isDone && (
				<footer className={css.foot}>
					<button
						type="button"
						className="button button-primary"
						disabled={!canWrite || (changes === 0 && !isLayer && aside === 0)}
						onClick={() => void store.getState().commit()}
					>
						{changes === 0 && !isLayer && aside === 0
							? t('preview.nothingToWrite')
							: t(isHeld ? 'preview.commitHeld' : 'preview.commit', { n: formatInteger(changes) })}
					</button>
					{aside > 0 && (
						<button
							type="button"
							className="button"
							onClick={() =>
								body.current?.querySelector('[data-part="quarantine"]')?.scrollIntoView({ block: 'start' })
							}
						>
							{t('preview.fixFirst', { n: formatInteger(aside) })}
						</button>
					)}
					<button type="button" className={`link ${css.last}`} onClick={() => void store.getState().discard()}>
						{t('preview.discard')}
					</button>
				</footer>
			)}
		</Panel>
	);
}
