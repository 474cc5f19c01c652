// The queue of words and names that no dictionary knows: where they stand, what they look like, one choice each.
// Suggests only; a person chooses, and can take it back.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp, useStores, useWords } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import type { UnknownPlaces, UnknownWords } from '../stores/words-store.ts';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Panel } from '../ui/Panel.tsx';
import { AreaChooser } from './AreaChooser.tsx';
import css from './WordsPanel.module.css';

type Word = UnknownWords['words'][number];
type Choice = NonNullable<UnknownWords['choices'][Word['kind']]>[number];

function WordRow({ word, choices, canWrite }: { word: Word; choices: readonly Choice[]; canWrite: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { words } = useStores();
	const said = word.words.join(' › ');
	const labelOf = ({ code, label }: Choice): string => `${code} ${language === 'en' ? label.en : label.zh}`;
	const alike = word.suggestions.flatMap((code) => choices.find((choice) => choice.code === code) ?? []);
	const groups = new Map<string, Choice[]>();
	for (const choice of choices) {
		const name = choice.group === null ? t('wordQueue.all') : language === 'en' ? choice.group.en : choice.group.zh;
		groups.set(name, [...(groups.get(name) ?? []), choice]);
	}
	return (
		<li className={css.row}>
			<LightShape light="none" />
			<span className={css.clip} title={said}>
				<b>{said}</b>
				<small>
					{t(`preview.kind_${word.kind}`)} • {t('wordQueue.unknownWord')}
					{word.file !== null && ` • ${word.file}`}
				</small>
			</span>
			<span className={css.number}>{t('wordQueue.rows', { n: formatInteger(word.rows) })}</span>
			<select
				className={css.select}
				aria-label={t('wordQueue.chooseFor', { word: said })}
				value=""
				disabled={!canWrite}
				onChange={(event) => void words.getState().mapWord(word.wordId, event.target.value)}
			>
				<option value="">{t('wordQueue.choose')}</option>
				{alike.length > 0 && (
					<optgroup label={t('wordQueue.alike')}>
						{alike.map((choice) => (
							<option key={choice.code} value={choice.code}>
								{labelOf(choice)}
							</option>
						))}
					</optgroup>
				)}
				{[...groups].map(([name, list]) => (
					<optgroup key={name} label={name}>
						{list.map((choice) => (
							<option key={choice.code} value={choice.code}>
								{labelOf(choice)}
							</option>
						))}
					</optgroup>
				))}
			</select>
		</li>
	);
}

/** Value of the choice that is none of the suggestions; no area has it as its code. */
const SEARCH = '?';

function PlaceRow({ place, canWrite }: { place: UnknownPlaces['places'][number]; canWrite: boolean }) {
	const { t } = useTranslation();
	const { words } = useStores();
	const [isSearching, setSearching] = useState(false);
	return (
		<li className={css.row}>
			<LightShape light="none" />
			<span className={css.clip} title={place.word}>
				<b>{place.word}</b>
				<small>
					{t('wordQueue.unknownName')}
					{place.within.length > 0 && ` • ${t('wordQueue.within', { names: place.within.join(' ') })}`}
				</small>
			</span>
			<span className={css.number}>{t('wordQueue.rows', { n: formatInteger(place.rows) })}</span>
			{place.suggestions.length === 0 || isSearching ? (
				<AreaChooser place={place} canWrite={canWrite} />
			) : (
				<select
					className={css.select}
					aria-label={t('wordQueue.chooseFor', { word: place.word })}
					value=""
					disabled={!canWrite}
					onChange={(event) => {
						if (event.target.value === SEARCH) setSearching(true);
						else void words.getState().confirmAlias(place.word, event.target.value);
					}}
				>
					<option value="">{t('wordQueue.choose')}</option>
					<option value={SEARCH}>{t('wordQueue.searchArea')}</option>
					<optgroup label={t('wordQueue.alike')}>
						{place.suggestions.map(({ code, name, within }) => (
							<option key={code} value={code}>
								{within === '' ? name : `${within} ${name}`}
							</option>
						))}
					</optgroup>
				</select>
			)}
		</li>
	);
}

/** Something that was settled, with its way back. */
function SettledRow({ word, label, onUndo }: { word: string; label: string; onUndo: () => void }) {
	const { t } = useTranslation();
	return (
		<li className={css.settled}>
			<span className={css.clip}>{t('wordQueue.means', { word, label })}</span>
			<button type="button" className="link" aria-label={t('wordQueue.undoFor', { word })} onClick={onUndo}>
				{t('wordQueue.undo')}
			</button>
		</li>
	);
}

export function WordsPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { words: store } = useStores();
	const words = useWords((state) => state.words.value);
	const places = useWords((state) => state.places.value);
	const failure = useWords((state) => state.failure);
	const settledRows = useWords((state) => state.settledRows);
	const canWrite = useApp((state) => state.app.value?.cacheState !== 'readOnly');
	useEffect(() => store.getState().load(), [store]);
	const mapped = words?.mapped ?? [];
	const aliases = places?.aliases ?? [];
	const waiting = (words?.words.length ?? 0) + (places?.places.length ?? 0);
	if (waiting === 0 && mapped.length === 0 && aliases.length === 0) return null;
	const labelOf = (one: (typeof mapped)[number]): string => {
		const label = words?.choices[one.kind]?.find(({ code }) => code === one.code)?.label;
		return `${one.code} ${label === undefined ? '' : language === 'en' ? label.en : label.zh}`;
	};
	return (
		<Panel
			title={`${t('wordQueue.title')} ${formatInteger(waiting)}`}
			note={settledRows === null ? t('wordQueue.note') : t('wordQueue.readAnew', { n: formatInteger(settledRows) })}
			isFlush
			className={css.panel}
		>
			<div className={css.scroller}>
				{failure !== null && (
					<p role="alert" className={css.failure}>
						<LightShape light="red" /> {language === 'en' ? t(`errors.${failure.code}`) : failure.message}
					</p>
				)}
				<ul>
					{words?.words.map((word) => (
						<WordRow key={word.wordId} word={word} choices={words.choices[word.kind] ?? []} canWrite={canWrite} />
					))}
					{places?.places.map((place) => (
						<PlaceRow key={[place.level, place.word, ...place.within].join()} place={place} canWrite={canWrite} />
					))}
				</ul>
				{mapped.length + aliases.length > 0 && (
					<details className={css.done}>
						<summary>
							{t('wordQueue.settled')} {formatInteger(mapped.length + aliases.length)}
						</summary>
						<ul>
							{mapped.map((one) => (
								<SettledRow
									key={one.mappingId}
									word={one.words.join(' › ')}
									label={labelOf(one)}
									onUndo={() => void store.getState().unmapWord(one.mappingId)}
								/>
							))}
							{aliases.map((one) => (
								<SettledRow
									key={one.aliasId}
									word={one.word}
									label={one.areaName}
									onUndo={() => void store.getState().undoAlias(one.aliasId)}
								/>
							))}
						</ul>
					</details>
				)}
			</div>
		</Panel>
	);
}
