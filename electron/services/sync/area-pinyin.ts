// Pinyin of area names for search: initials and full syllables, lower case. A name without Chinese stays itself.

import { pinyin } from 'pinyin-pro';

/** `石坦村` → `stc shitancun`; both forms once when they are the same. */
export function areaPinyin(name: string): string {
	const options = { toneType: 'none', type: 'array', nonZh: 'consecutive' } as const;
	const full = pinyin(name, options);
	const initials = pinyin(name, { ...options, pattern: 'first' });
	const forms = [initials, full].map((parts) => parts.join('').toLowerCase().replace(/\s+/g, ''));
	return [...new Set(forms)].join(' ');
}
