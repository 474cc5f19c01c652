// What stands while the first answer of a view is awaited, and why it did not come.

import { useTranslation } from 'react-i18next';
import type { Loadable } from '../../stores/loadable.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { FailureNote } from '../FailureNote.tsx';

export function Awaited({ state }: { state: Loadable<unknown> }) {
	const { t } = useTranslation();
	if (state.error !== null) return <FailureNote error={state.error} isOld={state.value !== null} />;
	return state.value === null ? <EmptyNote title={t('events.loading')} /> : null;
}
