// One line in a panel: why there is no answer, or that the answer shown is the last good one.

import { useTranslation } from 'react-i18next';
import type { ClientError } from '../client/client.ts';
import css from './FailureNote.module.css';

export function FailureNote({ error, isOld }: { error: ClientError; isOld: boolean }) {
	const { t } = useTranslation();
	return (
		<p className={css.note} role="status">
			{isOld ? t('app.stale') : t(`errors.${error.code}`)}
		</p>
	);
}
