// Search over areas, events and indicators: a combobox whose list floats under the field. `/` focuses it.

import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import css from './SearchBox.module.css';
import { SEARCH_ID } from './use-desk-keys.ts';

type Hit = MethodOutput<'search.findHits'>['hits'][number];

/** Waits for a pause in typing, so that a fast typist asks once. */
const PAUSE_MS = 120;
const MAX_HITS = 12;

function keyOf(hit: Hit): string {
	return `${hit.kind}:${hit.kind === 'event' ? hit.eventId : hit.code}`;
}

function HitWords({ hit }: { hit: Hit }) {
	const language = useLanguage();
	if (hit.kind === 'area') {
		return (
			<>
				<b>{hit.name}</b> <span className={css.more}>{hit.path}</span>
			</>
		);
	}
	const name = language === 'en' ? hit.en : hit.zh;
	return (
		<>
			<b>{hit.kind === 'event' ? hit.eventId : name}</b>{' '}
			<span className={css.more}>
				{hit.kind === 'event' ? [name, hit.placeName].filter(Boolean).join(' • ') : hit.code}
			</span>
		</>
	);
}

export function SearchBox() {
	const { t } = useTranslation();
	const { client, location } = useStores();
	const listId = useId();
	const field = useRef<HTMLInputElement>(null);
	const [text, setText] = useState('');
	const [answer, setAnswer] = useState<{ text: string; hits: readonly Hit[] }>({ text: '', hits: [] });
	const [active, setActive] = useState(0);
	const [isOpen, setOpen] = useState(false);
	const asked = text.trim();

	useEffect(() => {
		if (asked === '') return;
		let isCurrent = true;
		const timer = setTimeout(() => {
			client
				.call('search.findHits', { text: asked, limit: MAX_HITS })
				.then(({ hits }) => {
					if (!isCurrent) return;
					setAnswer({ text: asked, hits });
					setActive(0);
				})
				.catch(() => {
					if (isCurrent) setAnswer({ text: asked, hits: [] });
				});
		}, PAUSE_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [client, asked]);

	const hits = asked === '' ? [] : answer.hits;
	const close = () => {
		setOpen(false);
		setText('');
		field.current?.blur();
	};
	const choose = (hit: Hit) => {
		const { goTo, openEvents } = location.getState();
		if (hit.kind === 'area') goTo({ area: hit.code });
		else if (hit.kind === 'event') openEvents({}, hit.eventId);
		else goTo({ page: 'overview', indicator: hit.code });
		close();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Escape') close();
		else if (event.key === 'ArrowDown') setActive((at) => Math.min(at + 1, hits.length - 1));
		else if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0));
		else if (event.key === 'Enter') {
			const hit = hits[active];
			if (hit) choose(hit);
		} else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<div className={css.box}>
			<Search size={15} aria-hidden className={css.icon} />
			<input
				ref={field}
				id={SEARCH_ID}
				className={css.field}
				role="combobox"
				aria-label={t('header.search')}
				aria-expanded={isOpen}
				aria-controls={listId}
				aria-autocomplete="list"
				aria-activedescendant={isOpen && hits[active] ? `${listId}-${active}` : undefined}
				placeholder={t('header.searchHint')}
				value={text}
				autoComplete="off"
				spellCheck={false}
				onFocus={() => setOpen(true)}
				onBlur={() => setOpen(false)}
				onChange={(event) => {
					setText(event.target.value);
					setOpen(true);
				}}
				onKeyDown={onKeyDown}
			/>
			<kbd className={css.key} aria-hidden>
				/
			</kbd>
			<div className={css.float} hidden={!isOpen}>
				<div id={listId} role="listbox" aria-label={t('header.search')}>
					{hits.map((hit, index) => (
						<div
							key={keyOf(hit)}
							id={`${listId}-${index}`}
							role="option"
							tabIndex={-1}
							aria-selected={index === active}
							className={css.hit}
							onPointerDown={(event) => {
								event.preventDefault();
								choose(hit);
							}}
							onPointerMove={() => setActive(index)}
						>
							<span className={css.kind}>{t(`hits.${hit.kind}`)}</span>
							<span className={css.words}>
								<HitWords hit={hit} />
							</span>
						</div>
					))}
				</div>
				{hits.length === 0 && (
					<p className={css.none} role="status">
						{asked === ''
							? t('header.searchStart')
							: answer.text === asked
								? t('header.searchNone', { text: asked })
								: '…'}
					</p>
				)}
			</div>
		</div>
	);
}
