// Which import takes the rows of a dataset. Nothing else is known here.

import type { Dataset } from '../../../shared/domain/codes.ts';
import { isLedger, ledgerSpecOf } from '../exports/datasets/ledger-specs.ts';
import type { RecordBlock } from '../exports/record-blocks.ts';
import { startAreaImport } from './area-import.ts';
import { startEventImport } from './event-import.ts';
import type { DatasetImport, ImportScope } from './import-scope.ts';
import { startLedgerImport } from './ledger-import.ts';
import { startStepImport } from './step-import.ts';

/** Starts the import of one file of a dataset. */
export function startDataset(dataset: Dataset, scope: ImportScope): DatasetImport<RecordBlock> {
	if (isLedger(dataset)) {
		return startLedgerImport(scope, ledgerSpecOf(dataset)) as DatasetImport<RecordBlock>;
	}
	const starter = {
		event: startEventImport,
		event_step: startStepImport,
		admin_unit: startAreaImport,
		grid: startAreaImport,
	}[dataset] as (scope: ImportScope) => DatasetImport<RecordBlock>;
	return starter(scope);
}
