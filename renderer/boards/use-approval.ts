// The approval number of the map (审图号) in words, where the settings hold one.

import { useTranslation } from 'react-i18next';
import { useSettings } from '../stores/StoresContext.tsx';

export function useApproval(): string | undefined {
	const { t } = useTranslation();
	const number = useSettings((state) => state.settings.value?.settings.mapApproval);
	return number === undefined ? undefined : t('mapPage.approval', { number });
}
