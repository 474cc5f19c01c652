// The desk with its stores: made once a window, wired to the client, handed to every view.

import { useEffect, useMemo, useState } from 'react';
import type { Client } from '../client/client.ts';
import { createAddressBar } from '../stores/location-store.ts';
import { StoresProvider } from '../stores/StoresContext.tsx';
import { answerHost, createStores } from '../stores/stores.ts';
import { keepThemeChoice, readThemeChoice, resolveTheme, type ThemeChoice } from '../ui/theme.ts';
import { ThemeContext } from '../ui/theme-context.ts';
import { DeskApp } from './DeskApp.tsx';

export function Desk({ client }: { client: Client }) {
	const [stores] = useState(() => createStores(client, createAddressBar()));
	useEffect(() => answerHost(stores), [stores]);
	const [choice, setChoice] = useState<ThemeChoice>(readThemeChoice);
	const [theme, setTheme] = useState(() => resolveTheme(choice));
	useEffect(() => {
		const query = window.matchMedia('(prefers-color-scheme: dark)');
		const follow = () => setTheme(resolveTheme(choice));
		follow();
		query.addEventListener('change', follow);
		return () => query.removeEventListener('change', follow);
	}, [choice]);
	// Before paint, so that map and charts read the tokens of the theme they are drawn for.
	document.documentElement.dataset.theme = theme;
	const value = useMemo(
		() => ({
			theme,
			choice,
			choose(next: ThemeChoice) {
				keepThemeChoice(next);
				setChoice(next);
			},
		}),
		[theme, choice],
	);
	return (
		<ThemeContext.Provider value={value}>
			<StoresProvider stores={stores}>
				<DeskApp />
			</StoresProvider>
		</ThemeContext.Provider>
	);
}
