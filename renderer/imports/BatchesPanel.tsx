// Batches, newest first, each with its counts and an undo that states its numbers before anything changes.

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../stores/imports-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useApp, useImports, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { formatInteger } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { formatInstant } from '../ui/time-format.ts';
import { useModal } from '../ui/use-modal.ts';
import css from './BatchesPanel.module.css';
import { ReplacedRowsDialog } from './ReplacedRowsDialog.tsx';

function UndoDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
	const { t } = useTranslation();
	const { imports } = useStores();
	const dialog = useModal();
	return (
		<dialog ref={dialog} className={css.dialog} aria-labelledby="undo-title" onClose={onClose}>
			<h2 id="undo-title" className={css.title}>
				{t('imports.undoTitle', { id: batch.batchId })}
			</h2>
			<p>
				{t('imports.undoText', {
					file: batch.file,
					inserted: formatInteger(batch.rows.inserted),
					updated: formatInteger(batch.rows.updated),
					quarantined: formatInteger(batch.rows.quarantined),
				})}
			</p>
			<p className={css.quiet}>{t('imports.undoLast')}</p>
			<div className={css.choices}>
				<button
					type="button"
					className="button button-primary"
					onClick={() => {
						void imports.getState().undoBatch(batch.batchId);
						dialog.current?.close();
					}}
				>
					{t('imports.undoDo', { n: formatInteger(batch.rows.inserted + batch.rows.updated) })}
				</button>
				<button type="button" className="button" onClick={() => dialog.current?.close()}>
					{t('imports.undoKeep')}
				</button>
			</div>
		</dialog>
	);
}

function UndoCell({ batch, onAsk, canWrite }: { batch: Batch; onAsk: () => void; canWrite: boolean }) {
	const { t } = useTranslation();
	if (batch.undoneAt !== null) return <span className={css.quiet}>{t('imports.undone')}</span>;
	if (!batch.canUndo) {
		if (batch.undoBlockedBy.length === 0) return null;
		return (
			<span className={css.quiet}>
				{t('imports.undoBlocked', { list: batch.undoBlockedBy.map((id) => `#${id}`).join(' ') })}
			</span>
		);
	}
	return (
		<button type="button" className={`link ${css.undo}`} disabled={!canWrite} onClick={onAsk}>
			<Undo2 size={14} strokeWidth={1.75} aria-hidden />
			{t('imports.undo')}
			<span className="visually-hidden"> #{batch.batchId}</span>
		</button>
	);
}

/** Rows changed; where their earlier content can be read here, a way to it. Events show theirs on their own page. */
function UpdatedCell({ batch, onAsk }: { batch: Batch; onAsk: () => void }) {
	const { t } = useTranslation();
	const text = `${t('imports.updated')} ${formatInteger(batch.rows.updated)}`;
	const isReadable = batch.dataset !== 'event' && batch.dataset !== 'event_step' && batch.undoneAt === null;
	if (!isReadable || batch.rows.updated + batch.rows.vanished === 0) return <>{text}</>;
	return (
		<button type="button" className="link" title={t('replaced.open')} onClick={onAsk}>
			{text}
		</button>
	);
}

export function BatchesPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { imports } = useStores();
	const batches = useImports((state) => state.batches);
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const isDemo = useApp((state) => state.app.value?.isDemo ?? false);
	const [asked, setAsked] = useState<Batch | null>(null);
	const [lookedAt, setLookedAt] = useState<Batch | null>(null);
	const rows = batches.value?.batches ?? [];
	return (
		<Panel
			title={t('imports.batches')}
			note={t('imports.batchesNote')}
			isFlush
			className={css.panel}
			isBusy={isAwaited(batches)}
		>
			<div className={css.scroller}>
				{isDemo && <p className={css.demo}>{t('imports.isDemo')}</p>}
				{batches.value !== null && rows.length === 0 && (
					<div className={css.empty}>
						<EmptyNote title={t('imports.batchesNone')} />
					</div>
				)}
				<table className={css.table}>
					<tbody>
						{rows.map((batch) => (
							<tr key={batch.batchId} data-undone={batch.undoneAt !== null}>
								<td className={css.quiet}>#{batch.batchId}</td>
								<td className={css.quiet}>{formatInstant(batch.committedAt, language, { presentYear })}</td>
								<td className={css.file} title={batch.file}>
									{batch.file}
									{batch.correctionOf !== null && <small> {t('quarantine.byHand', { id: batch.correctionOf })}</small>}
								</td>
								<td className={css.quiet}>{t(`imports.dataset_${batch.dataset}`)}</td>
								<td>
									{t('imports.inserted')} {formatInteger(batch.rows.inserted)}
								</td>
								<td>
									<UpdatedCell batch={batch} onAsk={() => setLookedAt(batch)} />
								</td>
								<td>
									{batch.rows.quarantined > 0 && batch.undoneAt === null ? (
										<button
											type="button"
											className="link"
											onClick={() => imports.getState().showQuarantine(batch.batchId)}
										>
											{t('imports.quarantined')} {formatInteger(batch.rows.quarantined)}
										</button>
									) : (
										<>
											{t('imports.quarantined')} {formatInteger(batch.rows.quarantined)}
										</>
									)}
								</td>
								<td className={css.right}>
									<UndoCell batch={batch} canWrite={canWrite} onAsk={() => setAsked(batch)} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{lookedAt !== null && <ReplacedRowsDialog batch={lookedAt} onClose={() => setLookedAt(null)} />}
			{asked !== null && <UndoDialog batch={asked} onClose={() => setAsked(null)} />}
		</Panel>
	);
}
