// The two interface languages and how one is chosen. Must not load any resources.

/** Interface languages; zh-CN is the first language. */
export type Language = 'zh-CN' | 'en';

const STORAGE_KEY = 'gridhelm.language';

/** The language a person chose before, else the first of the system's languages that is known, else Chinese. */
export function chooseLanguage(stored: string | null, system: readonly string[]): Language {
	if (stored === 'zh-CN' || stored === 'en') return stored;
	for (const tag of system) {
		if (tag.toLowerCase().startsWith('zh')) return 'zh-CN';
		if (tag.toLowerCase().startsWith('en')) return 'en';
	}
	return 'zh-CN';
}

/** Reads the choice of this browser. */
export function readLanguage(): Language {
	return chooseLanguage(window.localStorage.getItem(STORAGE_KEY), navigator.languages);
}

/** Keeps the choice for the next start. */
export function keepLanguage(language: Language): void {
	window.localStorage.setItem(STORAGE_KEY, language);
}
