// Light or dark: as the system says until a person chooses. Sets data-theme on the root element, nothing else.

/** What a person can choose. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
export type Theme = 'light' | 'dark';

const STORAGE_KEY = 'gridhelm.theme';

/** The choice kept by this browser; `system` when none. */
export function readThemeChoice(): ThemeChoice {
	const kept = window.localStorage.getItem(STORAGE_KEY);
	return THEME_CHOICES.find((choice) => choice === kept) ?? 'system';
}

/** Keeps a choice for the next start. */
export function keepThemeChoice(choice: ThemeChoice): void {
	window.localStorage.setItem(STORAGE_KEY, choice);
}

/** The theme that a choice means now. */
export function resolveTheme(choice: ThemeChoice): Theme {
	if (choice !== 'system') return choice;
	return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
