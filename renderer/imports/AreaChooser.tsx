// Finds an area by name or code for a delivered name that looks like none: typing narrows, a choice settles it.

import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../stores/app-store.ts';
import { useApp, useStores } from '../stores/StoresContext.tsx';
import type { UnknownPlaces } from '../stores/words-store.ts';
import css from './WordsPanel.module.css';

const MAX_OFFERED = 30;

/** Areas of the name's level whose name, short name or code has the text, with the area above each. */
function findAreas(
	list: readonly Area[],
	byCode: ReadonlyMap<string, Area>,
	level: Area['level'],
	text: string,
): { code: string; label: string }[] {
	const found: { code: string; label: string }[] = [];
	for (const area of list) {
		if (area.level !== level) continue;
		const above = byCode.get(area.parentCode ?? '')?.name ?? '';
		const label = `${above === '' ? '' : `${above} `}${area.name} ${area.code}`;
		if (text !== '' && !label.includes(text)) continue;
		found.push({ code: area.code, label });
		if (found.length === MAX_OFFERED) break;
	}
	return found;
}

export function AreaChooser({ place, canWrite }: { place: UnknownPlaces['places'][number]; canWrite: boolean }) {
	const { t } = useTranslation();
	const { words } = useStores();
	const tree = useApp((state) => state.tree);
	const [text, setText] = useState('');
	const id = useId();
	const offered = useMemo(() => findAreas(tree.list, tree.byCode, place.level, text.trim()), [tree, place.level, text]);
	const choose = (typed: string): void => {
		setText(typed);
		const chosen = offered.find(({ label }) => label === typed);
		if (chosen) void words.getState().confirmAlias(place.word, chosen.code);
	};
	return (
		<>
			<input
				className={css.select}
				type="search"
				list={id}
				aria-label={t('wordQueue.chooseFor', { word: place.word })}
				placeholder={t('wordQueue.searchArea')}
				value={text}
				disabled={!canWrite}
				onChange={(event) => choose(event.target.value)}
				onKeyDown={(event) => {
					const only = offered.length === 1 ? offered[0] : undefined;
					if (event.key === 'Enter' && text.trim() !== '' && only) choose(only.label);
				}}
			/>
			<datalist id={id}>
				{offered.map(({ code, label }) => (
					<option key={code} value={label} />
				))}
			</datalist>
		</>
	);
}
