// The command palette (Ctrl+K): commands found here, areas, indicators and events found by the services; by keyboard
// alone. Knows no command itself.

import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import { useModal } from '../ui/use-modal.ts';
import css from './Palette.module.css';
import { findEntries, type PaletteEntry } from './palette-entries.ts';
import { useSpelling } from './spell-chinese.ts';

type Hit = MethodOutput<'search.findHits'>['hits'][number];
interface Row {
	key: string;
	kind: string;
	name: string;
	more: string;
	hotkey: string;
	run(): void;
}

const MAX_HITS = 12;

export function Palette({ entries, onClose }: { entries: readonly PaletteEntry[]; onClose: () => void }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { client, location } = useStores();
	const spell = useSpelling();
	const listId = useId();
	const dialog = useModal();
	const [text, setText] = useState('');
	const [answer, setAnswer] = useState<{ text: string; hits: readonly Hit[] }>({ text: '', hits: [] });
	const [chosen, setChosen] = useState<string | null>(null);
	const asked = text.trim();

	useEffect(() => {
		if (asked === '') return;
		let isCurrent = true;
		client
			.call('search.findHits', { text: asked, limit: MAX_HITS })
			.then(({ hits }) => isCurrent && setAnswer({ text: asked, hits }))
			.catch(() => isCurrent && setAnswer({ text: asked, hits: [] }));
		return () => {
			isCurrent = false;
		};
	}, [client, asked]);

	const hitRow = (hit: Hit): Row => {
		const { goTo, openEvents, openIndicator } = location.getState();
		const name = hit.kind === 'area' ? hit.name : language === 'en' ? hit.en : hit.zh;
		const base = { kind: t(`hits.${hit.kind}`), hotkey: '' };
		if (hit.kind === 'area')
			return { ...base, key: `area:${hit.code}`, name, more: hit.path, run: () => goTo({ area: hit.code }) };
		if (hit.kind === 'event')
			return {
				...base,
				key: `event:${hit.eventId}`,
				name: hit.eventId,
				more: [name, hit.placeName].filter(Boolean).join(' • '),
				run: () => openEvents({}, hit.eventId),
			};
		return { ...base, key: `indicator:${hit.code}`, name, more: hit.code, run: () => openIndicator(hit.code) };
	};
	const rows: Row[] = [
		...findEntries(entries, asked, spell).map((entry) => ({
			key: entry.id,
			kind: t(`palette.groups.${entry.group}`),
			name: language === 'en' ? entry.en : entry.zh,
			more: '',
			hotkey: entry.key ?? '',
			run: entry.run,
		})),
		// Only those of the text as it stands, so that Enter never takes an outdated one.
		...(asked === '' || answer.text !== asked ? [] : answer.hits.map(hitRow)),
	];
	const at = Math.max(
		0,
		rows.findIndex((row) => row.key === chosen),
	);
	const active = rows[at];
	useEffect(() => {
		if (active) document.getElementById(`${listId}-${active.key}`)?.scrollIntoView({ block: 'nearest' });
	}, [active, listId]);

	const choose = (row: Row) => {
		onClose();
		row.run();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
		if (step !== undefined) setChosen(rows[Math.max(0, Math.min(at + step, rows.length - 1))]?.key ?? null);
		else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
			if (active) choose(active);
		} else return;
		event.preventDefault();
	};
	return (
		<dialog ref={dialog} className={css.dialog} aria-label={t('palette.title')} onClose={onClose}>
			<input
				className={css.field}
				role="combobox"
				aria-label={t('palette.field')}
				aria-expanded
				aria-controls={listId}
				aria-autocomplete="list"
				aria-activedescendant={active ? `${listId}-${active.key}` : undefined}
				placeholder={t('palette.field')}
				title={t('palette.hint')}
				value={text}
				autoComplete="off"
				spellCheck={false}
				onChange={(event) => {
					setText(event.target.value);
					setChosen(null);
				}}
				onKeyDown={onKeyDown}
			/>
			<div id={listId} className={css.list} role="listbox" aria-label={t('palette.title')}>
				{rows.map((row) => (
					<div
						key={row.key}
						id={`${listId}-${row.key}`}
						role="option"
						tabIndex={-1}
						aria-selected={row === active}
						className={css.row}
						onPointerDown={(event) => {
							event.preventDefault();
							choose(row);
						}}
						onPointerMove={() => setChosen(row.key)}
					>
						<span className={css.kind}>{row.kind}</span>
						<span className={css.words}>
							{row.name} <span className={css.more}>{row.more}</span>
						</span>
						{row.hotkey !== '' && <kbd className={css.key}>{row.hotkey}</kbd>}
					</div>
				))}
			</div>
			{rows.length === 0 && (
				<p className={css.none} role="status">
					{answer.text === asked ? t('palette.none', { text: asked }) : '…'}
				</p>
			)}
		</dialog>
	);
}
