// The notes on one figure or event: what was written, by which role, when; a field for the next one. No names.

import { Trash2 } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note, NoteRole, NoteSubject } from '../../stores/notes-store.ts';
import { useNotes, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import { formatInstant, formatPeriod } from '../../ui/time-format.ts';
import { FailureNote } from '../FailureNote.tsx';
import css from './NoteBook.module.css';

const ROLES: readonly NoteRole[] = ['leader', 'dutyHead', 'dispatcher', 'analyst', 'dataKeeper'];
const LONGEST = 500;

function NoteLine({ note, onRemove }: { note: Note; onRemove: () => void }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const parts = [
		t(`notes.roles.${note.role}`),
		formatInstant(note.writtenAt, language, { presentYear }),
		note.subject.kind === 'figure' ? formatPeriod(note.subject.period, language) : '',
	];
	return (
		<li className={css.note}>
			<p className={css.text} lang="zh-CN">
				{note.text}
			</p>
			<p className={css.by}>{parts.filter(Boolean).join(' • ')}</p>
			<button
				type="button"
				className={`icon-button ${css.remove}`}
				aria-label={`${t('notes.remove')}: ${note.text}`}
				title={t('notes.remove')}
				onClick={onRemove}
			>
				<Trash2 size={14} aria-hidden />
			</button>
		</li>
	);
}

export function NoteBook({ subject }: { subject: NoteSubject }) {
	const { t } = useTranslation();
	const { notes: store } = useStores();
	const { notes, failure, cutCount } = useNotes((state) => state);
	const field = useRef<HTMLTextAreaElement>(null);
	const [role, setRole] = useState<NoteRole>('analyst');
	const [isTakenBack, setTakenBack] = useState(false);
	const key = JSON.stringify(subject);
	useEffect(() => {
		store.getState().load(JSON.parse(key) as NoteSubject);
		setTakenBack(false);
	}, [store, key]);
	const onSubmit = async (event: FormEvent) => {
		event.preventDefault();
		const text = field.current?.value.trim() ?? '';
		if (text === '') return;
		setTakenBack(false);
		if ((await store.getState().add(subject, role, text)) && field.current) field.current.value = '';
	};
	const remove = async (note: Note) => {
		if (!(await store.getState().remove(note.noteId)) || !field.current) return;
		// Saving again brings it back.
		field.current.value = note.text;
		setTakenBack(true);
	};
	const error = failure ?? notes.error;
	const list = notes.value?.notes ?? [];
	return (
		<div className={css.book}>
			{error !== null && <FailureNote error={error} isOld={failure === null && notes.value !== null} />}
			{list.length === 0 ? (
				<p className={css.by}>{t('notes.none')}</p>
			) : (
				<ul className={css.list}>
					{list.map((note) => (
						<NoteLine key={note.noteId} note={note} onRemove={() => void remove(note)} />
					))}
				</ul>
			)}
			<form onSubmit={(event) => void onSubmit(event)}>
				<textarea
					ref={field}
					className={css.field}
					rows={2}
					maxLength={LONGEST}
					aria-label={t('notes.text')}
					placeholder={t('notes.text')}
				/>
				<div className={css.foot}>
					<select
						className={css.role}
						aria-label={t('notes.role')}
						value={role}
						onChange={(event) => setRole(ROLES.find((one) => one === event.target.value) ?? 'analyst')}
					>
						{ROLES.map((one) => (
							<option key={one} value={one}>
								{t(`notes.roles.${one}`)}
							</option>
						))}
					</select>
					<button type="submit" className="button">
						{t('notes.add')}
					</button>
					<span className={css.by} role="status">
						{isTakenBack
							? t('notes.removed')
							: cutCount > 0
								? t('notes.cut', { n: formatInteger(cutCount) })
								: t('notes.kept')}
					</span>
				</div>
			</form>
		</div>
	);
}
