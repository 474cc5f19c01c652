// What became of the last change: kept, what was cut from it, or removed with the way back.

import { useTranslation } from 'react-i18next';
import { useActions, useStores } from '../../stores/StoresContext.tsx';
import { formatInteger } from '../../ui/format.ts';
import css from './actions.module.css';

export function SavedLine() {
	const { t } = useTranslation();
	const { actions } = useStores();
	const cutCount = useActions((state) => state.cutCount);
	const removed = useActions((state) => state.removed);
	return (
		<span className={css.quiet} role="status">
			{cutCount !== null && (cutCount > 0 ? t('action.cut', { n: formatInteger(cutCount) }) : t('action.kept'))}
			{removed !== null && (
				<>
					{t('action.removed', { name: removed.name })}{' '}
					<button type="button" className="link" onClick={() => void actions.getState().bringBack()}>
						{t('action.bringBack')}
					</button>
				</>
			)}
		</span>
	);
}
