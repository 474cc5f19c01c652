// One line over the page when something limits what can be done: no connection, read-only cache, a stale answer.

import { useTranslation } from 'react-i18next';
import { useApp } from '../stores/StoresContext.tsx';
import { LightShape } from '../ui/LightShape.tsx';
import css from './StateBanner.module.css';

export function StateBanner() {
	const { t, i18n } = useTranslation();
	const connection = useApp((state) => state.connection);
	const app = useApp((state) => state.app);
	const lines: string[] = [];
	if (connection === 'reconnecting' || app.error?.code === 'E_OFFLINE') lines.push(t('app.offline'));
	else if (app.error !== null && app.value !== null) lines.push(t('app.stale'));
	if (app.value?.cacheState === 'readOnly') lines.push(t('app.readOnly'));
	for (const { message, messageEn } of app.value?.warnings ?? [])
		lines.push(i18n.language === 'en' ? messageEn : message);
	return (
		<div role="status" className={lines.length > 0 ? css.banner : 'visually-hidden'}>
			{lines.map((line) => (
				<p key={line} className={css.line}>
					<LightShape light="yellow" /> {line}
				</p>
			))}
		</div>
	);
}
