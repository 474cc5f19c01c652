// Beside a hot grid: the special action that runs on it, or the way to open one.

import { useTranslation } from 'react-i18next';
import { useActions, useStores } from '../../stores/StoresContext.tsx';

export function SpotAction({ area, classCode, name }: { area: string; classCode: string; name: string }) {
	const { t } = useTranslation();
	const { actions, location } = useStores();
	const running = useActions((state) => state.actions.value?.actions)?.find(
		(one) => one.closedOn === null && one.area === area && one.classCode.slice(0, 2) === classCode,
	);
	const open = () => {
		if (running === undefined) actions.getState().setDraft({ area, classCode });
		location.getState().openPage('collab');
		location.getState().goTo({ collabPart: 'actions', area });
	};
	return running === undefined ? (
		<button type="button" className="link" aria-label={t('action.openHereOf', { name })} onClick={open}>
			{t('action.openHere')}
		</button>
	) : (
		<button type="button" className="link" lang="zh-CN" onClick={open}>
			{t('action.at', { name: running.name })}
		</button>
	);
}
