// Key T: charts as tables and back (design.md §2). Quiet while a person types or a dialog is open.

import { useCallback, useEffect, useState } from 'react';

/** Whether tables are shown, and what turns it over. */
export function useTableKey(): [isTable: boolean, toggle: () => void] {
	const [isTable, setTable] = useState(false);
	const toggle = useCallback(() => setTable((shown) => !shown), []);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
			if (!isPlain || event.key !== 't' || event.target instanceof HTMLInputElement) return;
			if (document.querySelector('dialog[open]') === null) toggle();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, [toggle]);
	return [isTable, toggle];
}
