// The form that opens a special action: a class, an area, a name, the first day, who leads it and a note.

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDraft } from '../../stores/actions-store.ts';
import { useActions, useApp, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { FailureNote } from '../FailureNote.tsx';
import css from './actions.module.css';
import { SavedLine } from './SavedLine.tsx';

/** The areas that can be named: the present one, those above it, and those one level below. */
function useAreas(view: View, draft: ActionDraft | null): { code: string; name: string }[] {
	const tree = useApp((state) => state.tree);
	const pointed = draft === null ? undefined : tree.byCode.get(draft.area);
	const near = [...view.path, ...(tree.childrenOf.get(view.area.code) ?? [])];
	const all = pointed === undefined || near.some(({ code }) => code === pointed.code) ? near : [...near, pointed];
	return all.map(({ code, name }) => ({ code, name }));
}

function ClassChoice({ value, onChange }: { value: string; onChange: (code: string) => void }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const classes = useActions((state) => state.actions.value?.classes);
	const all = classes ?? [];
	const wordOf = (one: (typeof all)[number]) => (language === 'en' ? one.en : one.zh);
	return (
		<select value={value} aria-label={t('action.class')} onChange={(event) => onChange(event.target.value)}>
			{all
				.filter(({ code }) => code.length === 2)
				.map((domain) => (
					<optgroup key={domain.code} label={wordOf(domain)}>
						<option value={domain.code}>{t('action.wholeClass', { name: wordOf(domain) })}</option>
						{all
							.filter(({ code }) => code.length === 4 && code.startsWith(domain.code))
							.map((one) => (
								<option key={one.code} value={one.code}>
									{wordOf(one)}
								</option>
							))}
					</optgroup>
				))}
		</select>
	);
}

export function ActionForm({ view, today }: { view: View; today: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { actions: store } = useStores();
	const draft = useActions((state) => state.draft);
	const failure = useActions((state) => state.failure);
	const classes = useActions((state) => state.actions.value?.classes);
	const areas = useAreas(view, draft);
	const [area, setArea] = useState(draft?.area ?? view.area.code);
	const [classCode, setClass] = useState(draft?.classCode ?? '');
	const [startedOn, setStart] = useState(today);
	const name = useRef<HTMLInputElement>(null);
	const leadUnit = useRef<HTMLInputElement>(null);
	const note = useRef<HTMLTextAreaElement>(null);
	const chosen = classCode || (classes?.[0]?.code ?? '');
	useEffect(() => {
		if (draft === null) return;
		setArea(draft.area);
		setClass(draft.classCode);
		name.current?.focus();
	}, [draft]);
	const words = classes?.find(({ code }) => code === chosen);
	const suggestion = [areas.find(({ code }) => code === area)?.name, language === 'en' ? words?.en : words?.zh]
		.filter(Boolean)
		.join(language === 'en' ? ', ' : '');
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const kept = await store.getState().open({
			area,
			classCode: chosen,
			startedOn,
			name: name.current?.value.trim() || suggestion,
			leadUnit: leadUnit.current?.value ?? '',
			note: note.current?.value ?? '',
		});
		if (!kept) return;
		for (const field of [name, leadUnit, note]) if (field.current) field.current.value = '';
	};
	return (
		<form className={css.form} onSubmit={(event) => void submit(event)}>
			<div className={css.field}>
				<span aria-hidden>{t('action.class')}</span>
				<ClassChoice value={chosen} onChange={setClass} />
			</div>
			<label className={css.field}>
				<span>{t('action.area')}</span>
				<select value={area} onChange={(event) => setArea(event.target.value)}>
					{areas.map((one) => (
						<option key={one.code} value={one.code}>
							{one.name}
						</option>
					))}
				</select>
			</label>
			<label className={css.field}>
				<span>{t('action.name')}</span>
				<input ref={name} type="text" maxLength={60} placeholder={suggestion} />
			</label>
			<label className={css.field}>
				<span>{t('action.startedOn')}</span>
				<input type="date" required value={startedOn} onChange={(event) => setStart(event.target.value)} />
			</label>
			<label className={css.field}>
				<span>{t('action.leadUnit')}</span>
				<input ref={leadUnit} type="text" maxLength={60} />
			</label>
			<label className={css.field}>
				<span>{t('action.note')}</span>
				<textarea ref={note} rows={3} maxLength={500} />
			</label>
			{failure !== null && <FailureNote error={failure} isOld={false} />}
			<div className={css.foot}>
				<button type="submit" className="button button-primary" disabled={chosen === ''}>
					{t('action.save')}
				</button>
				<SavedLine />
			</div>
		</form>
	);
}
