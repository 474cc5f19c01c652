// Shows the meaning of the dotted term that the pointer or the focus is on; one for the whole window. Escape hides it.

import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GLOSSARY, type TermId } from '../text/glossary.ts';
import css from './Term.module.css';

const EDGE_PX = 8;

interface Shown {
	id: TermId;
	term: HTMLElement;
	/** What a screen reader has its focus on; null under the pointer. */
	focused: HTMLElement | null;
}

function termIdOf(element: HTMLElement): TermId | null {
	const id = element.getAttribute('data-term') ?? '';
	return Object.hasOwn(GLOSSARY, id) ? (id as TermId) : null;
}

function shownBy(target: EventTarget | null, isFocus: boolean): Shown | null {
	if (!(target instanceof HTMLElement)) return null;
	const term =
		target.closest<HTMLElement>('[data-term]') ??
		(isFocus && target.matches('button, a') ? target.querySelector<HTMLElement>('[data-term]') : null);
	const id = term === null ? null : termIdOf(term);
	return term === null || id === null ? null : { id, term, focused: isFocus ? target : null };
}

export function TermTip() {
	const { i18n } = useTranslation();
	const tipId = useId();
	const tip = useRef<HTMLDivElement>(null);
	const [shown, setShown] = useState<Shown | null>(null);
	useEffect(() => {
		const onPoint = (event: Event) =>
			setShown((before) => shownBy(event.target, false) ?? (before?.focused ? before : null));
		const onFocus = (event: Event) => setShown(shownBy(event.target, true));
		const hide = () => setShown(null);
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || !tip.current?.matches(':popover-open')) return;
			event.preventDefault();
			event.stopPropagation();
			hide();
		};
		document.addEventListener('pointerover', onPoint);
		document.addEventListener('focusin', onFocus);
		document.addEventListener('focusout', hide);
		document.addEventListener('scroll', hide, true);
		window.addEventListener('keydown', onKey, true);
		return () => {
			document.removeEventListener('pointerover', onPoint);
			document.removeEventListener('focusin', onFocus);
			document.removeEventListener('focusout', hide);
			document.removeEventListener('scroll', hide, true);
			window.removeEventListener('keydown', onKey, true);
		};
	}, []);
	useEffect(() => {
		const panel = tip.current;
		if (!shown || !panel || !shown.term.isConnected) return;
		panel.showPopover();
		const at = shown.term.getBoundingClientRect();
		const size = panel.getBoundingClientRect();
		const left = Math.min(at.left, window.innerWidth - size.width - EDGE_PX);
		const fits = at.bottom + 4 + size.height <= window.innerHeight - EDGE_PX;
		panel.style.left = `${Math.max(EDGE_PX, left)}px`;
		panel.style.top = `${fits ? at.bottom + 4 : Math.max(EDGE_PX, at.top - size.height - 4)}px`;
		shown.focused?.setAttribute('aria-describedby', tipId);
		return () => {
			shown.focused?.removeAttribute('aria-describedby');
			panel.hidePopover();
		};
	}, [shown, tipId]);
	const meaning = shown === null ? null : GLOSSARY[shown.id][i18n.language === 'en' ? 'en' : 'zh'];
	return (
		<div ref={tip} id={tipId} popover="manual" role="tooltip" className={css.meaning}>
			{meaning !== null && (
				<>
					<b>{meaning.term}</b> {meaning.text}
				</>
			)}
		</div>
	);
}
