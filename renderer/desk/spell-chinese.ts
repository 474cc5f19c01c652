// Pinyin of the commands' own words, fetched when the palette first opens: the desk must not wait for it.

import { useEffect, useState } from 'react';
import type { Spell } from './palette-entries.ts';

const NO_SPELLING: Spell = () => [];

/** Spells once the syllables are there; until then a text is found by its own letters only. */
export function useSpelling(): Spell {
	const [spell, setSpell] = useState<Spell>(() => NO_SPELLING);
	useEffect(() => {
		let isCurrent = true;
		const known = new Map<string, readonly string[]>();
		void import('pinyin-pro').then(({ pinyin }) => {
			if (!isCurrent) return;
			setSpell(() => (zh: string) => {
				const stored = known.get(zh);
				if (stored) return stored;
				const options = { toneType: 'none', type: 'array', nonZh: 'removed', v: true } as const;
				const forms = [pinyin(zh, { ...options, pattern: 'first' }), pinyin(zh, options)].map((parts) =>
					parts.join(''),
				);
				known.set(zh, forms);
				return forms;
			});
		});
		return () => {
			isCurrent = false;
		};
	}, []);
	return spell;
}
