// The data page: what has arrived and how old it is, batches with undo, an import with its outcome, quarantine (picture 07).

import { useEffect } from 'react';
import { useStores } from '../stores/StoresContext.tsx';
import { BatchesPanel } from './BatchesPanel.tsx';
import { DatasetsPanel } from './DatasetsPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import css from './ImportsPage.module.css';
import { QuarantinePanel } from './QuarantinePanel.tsx';

export function ImportsPage() {
	const { imports } = useStores();
	useEffect(() => imports.getState().loadPage(), [imports]);
	return (
		<div className={css.page}>
			<div className={css.column}>
				<DatasetsPanel />
				<BatchesPanel />
			</div>
			<div className={css.column}>
				<ImportPanel />
				<QuarantinePanel />
			</div>
		</div>
	);
}
