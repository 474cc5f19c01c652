// What a page shows while there is no district to show: opening, preparing, empty, or a failure with its way out.

import { useTranslation } from 'react-i18next';
import { useApp, useStores } from '../stores/StoresContext.tsx';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import css from './PageState.module.css';

export function PageState() {
	const { t } = useTranslation();
	const { app: appStore, location } = useStores();
	const app = useApp((state) => state.app);
	const cacheState = app.value?.cacheState;
	return (
		<div className={css.state} aria-busy={app.error === null && cacheState !== 'empty' && cacheState !== 'readOnly'}>
			{app.error !== null ? (
				<EmptyNote title={t('app.failed')}>
					<p>{t(`errors.${app.error.code}`)}</p>
					<button type="button" className="button" onClick={() => void appStore.getState().refresh()}>
						{t('app.retry')}
					</button>
				</EmptyNote>
			) : cacheState === 'preparing' ? (
				<EmptyNote title={t('app.preparing')}>
					<p>{t('app.preparingHint')}</p>
					<progress className={css.progress} aria-label={t('app.preparing')} />
				</EmptyNote>
			) : cacheState === 'empty' || cacheState === 'readOnly' ? (
				<EmptyNote title={t('app.empty')}>
					<p>{t('app.emptyHint')}</p>
					<button
						type="button"
						className="button button-primary"
						onClick={() => location.getState().openPage('imports')}
					>
						{t('app.goToData')}
					</button>
				</EmptyNote>
			) : (
				<EmptyNote title={t('app.starting')} />
			)}
		</div>
	);
}
