// Starts i18next with both languages in the bundle: no request, no backend, synchronous.

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { type Texts, zhCN } from './zh-cn.ts';

declare module 'i18next' {
	interface CustomTypeOptions {
		defaultNS: 'translation';
		returnNull: false;
		resources: { translation: Texts };
	}
}

/** Starts the words in one language; call once before the first view. */
export async function startText(language: Language): Promise<void> {
	await i18next.use(initReactI18next).init({
		resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
		lng: language,
		fallbackLng: 'zh-CN',
		interpolation: { escapeValue: false },
		initAsync: false,
	});
	document.documentElement.lang = language;
	i18next.on('languageChanged', (next) => {
		document.documentElement.lang = next;
	});
}
