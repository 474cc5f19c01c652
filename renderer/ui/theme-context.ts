// The theme in force and the choice behind it, for the rail and for drawings that read colours themselves.

import { createContext, useContext } from 'react';
import type { Theme, ThemeChoice } from './theme.ts';

export interface ThemeState {
	theme: Theme;
	choice: ThemeChoice;
	choose(choice: ThemeChoice): void;
}

export const ThemeContext = createContext<ThemeState>({ theme: 'light', choice: 'system', choose() {} });

export function useTheme(): ThemeState {
	return useContext(ThemeContext);
}
