// Puts the accent of the settings over the token of the theme that is shown. Draws nothing.

import { useEffect } from 'react';
import { useSettings, useStores } from '../stores/StoresContext.tsx';

export function AccentColours() {
	const { settings: store } = useStores();
	const colours = useSettings((state) => state.settings.value?.settings.colours);
	useEffect(() => store.getState().load(), [store]);
	useEffect(() => {
		const root = document.documentElement;
		const apply = (): void => {
			const isDark = root.dataset['theme'] === 'dark';
			const accent = isDark ? colours?.accentDark : colours?.accentLight;
			if (accent === undefined) root.style.removeProperty('--accent');
			else root.style.setProperty('--accent', accent);
		};
		apply();
		const watcher = new MutationObserver(apply);
		watcher.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
		return () => watcher.disconnect();
	}, [colours]);
	return null;
}
