// Says that a ledger was never delivered, and what to do about it.

import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../shared/domain/codes.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';

export function LedgerMissing({ dataset }: { dataset: Dataset }) {
	const { t } = useTranslation();
	return (
		<EmptyNote title={t('collab.notConnected', { dataset: t(`imports.dataset_${dataset}`) })}>
			<p>{t('collab.notConnectedHint')}</p>
		</EmptyNote>
	);
}
