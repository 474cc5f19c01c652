// The data page: what has arrived and how old it is, batches with undo, an import with its outcome, quarantine (picture 07).

import { useEffect } from 'react';
import { usePreview, useStores } from '../stores/StoresContext.tsx';
import { BatchesPanel } from './BatchesPanel.tsx';
import { DatasetsPanel } from './DatasetsPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import css from './ImportsPage.module.css';
import { PreviewPanel } from './PreviewPanel.tsx';
import { QuarantinePanel } from './QuarantinePanel.tsx';
import { WordsPanel } from './WordsPanel.tsx';

export function ImportsPage() {
	const { imports } = useStores();
	const isRehearsing = usePreview(
		(state) => state.preview !== null || state.handover !== null || state.failure !== null,
	);
	useEffect(() => imports.getState().loadPage(), [imports]);
	return (
		<div className={css.page}>
			<div className={css.column}>
				<DatasetsPanel />
				<WordsPanel />
				<BatchesPanel />
			</div>
			<div className={css.column}>
				{isRehearsing ? (
					<PreviewPanel />
				) : (
					<>
						<ImportPanel />
						<QuarantinePanel />
					</>
				)}
			</div>
		</div>
	);
}
