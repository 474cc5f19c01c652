// What the desk has just done, said for a moment at its foot and to screen readers.

import { useEffect, useState } from 'react';
import css from './SaidLine.module.css';
import type { Said } from './use-desk-actions.ts';

const SAID_FOR_MS = 3_000;

export function SaidLine({ said }: { said: Said | null }) {
	const [overAt, setOverAt] = useState<number | null>(null);
	useEffect(() => {
		if (said === null) return;
		const timer = setTimeout(() => setOverAt(said.at), SAID_FOR_MS);
		return () => clearTimeout(timer);
	}, [said]);
	const isShown = said !== null && said.at !== overAt;
	return (
		<p className={css.line} role="status" data-shown={isShown}>
			{isShown ? said.text : ''}
		</p>
	);
}
