// Rows set aside, by batch or all: correct them, try them again, send them back to their sender.

import { useTranslation } from 'react-i18next';
import { isAwaited } from '../stores/loadable.ts';
import { useApp, useImports, useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { formatInteger } from '../ui/format.ts';
import { Panel } from '../ui/Panel.tsx';
import { QuarantinedRow } from './QuarantinedRow.tsx';
import css from './QuarantinePanel.module.css';
import { saveText } from './save-text.ts';

export function QuarantinePanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { imports } = useStores();
	const quarantine = useImports((state) => state.quarantine);
	const batchId = useImports((state) => state.quarantineOf);
	const isRunning = useImports((state) => state.run?.state === 'running');
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	const { value } = quarantine;
	const sendBack = async (): Promise<void> => {
		const book = await imports.getState().exportQuarantine(language === 'en' ? 'en' : 'zh');
		if (book === null) return;
		const bytes = Uint8Array.from(atob(book.base64), (char) => char.charCodeAt(0));
		saveText(book.fileName, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
	};
	const corrected = new Map<number, number>();
	for (const row of value?.rows ?? []) {
		if (row.correctedAt !== null) corrected.set(row.batchId, (corrected.get(row.batchId) ?? 0) + 1);
	}
	const total = formatInteger(value?.total ?? 0);
	return (
		<Panel
			title={t('imports.quarantine')}
			note={
				batchId === null
					? t('imports.quarantineNote', { n: total })
					: t('imports.quarantineOf', { id: batchId, n: total })
			}
			isFlush
			className={css.panel}
			isBusy={isAwaited(quarantine)}
			actions={
				<>
					{(value?.total ?? 0) > 0 && (
						<button type="button" className="link" onClick={() => void sendBack()}>
							{t('imports.sendBack')}
						</button>
					)}
					{[...corrected].map(([id, n]) => (
						<button
							key={id}
							type="button"
							className="link"
							disabled={isRunning || !canWrite}
							onClick={() => void imports.getState().retryQuarantine(id)}
						>
							{t(batchId === null ? 'quarantine.tryOf' : 'quarantine.tryCorrected', { id, n: formatInteger(n) })}
						</button>
					))}
					{batchId !== null && (
						<>
							{corrected.size === 0 && (value?.total ?? 0) > 0 && (
								<button
									type="button"
									className="link"
									disabled={isRunning || !canWrite}
									onClick={() => void imports.getState().retryQuarantine(batchId)}
								>
									{t('imports.retry')}
								</button>
							)}
							<button type="button" className="link" onClick={() => imports.getState().showQuarantine(null)}>
								{t('imports.quarantineAll')}
							</button>
						</>
					)}
				</>
			}
		>
			<div className={css.scroller}>
				{value?.total === 0 && <EmptyNote title={t('imports.quarantineNone')} />}
				<ul>
					{value?.rows.map((row) => (
						<QuarantinedRow
							key={row.quarantineId}
							row={row}
							isOfMany={batchId === null}
							canWrite={canWrite && !isRunning}
						/>
					))}
				</ul>
			</div>
		</Panel>
	);
}
