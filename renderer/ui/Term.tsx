// A dotted term: its meaning appears on hover, on focus and on a tap, and Escape hides it. Words come from the glossary
// alone. Must not stand inside another button.

import { type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GLOSSARY, type TermId } from '../text/glossary.ts';
import css from './Term.module.css';

const EDGE_PX = 8;

export function Term({ id, children }: { id: TermId; children?: ReactNode }) {
	const { i18n } = useTranslation();
	const meaning = GLOSSARY[id][i18n.language === 'en' ? 'en' : 'zh'];
	const panelId = useId();
	const button = useRef<HTMLButtonElement>(null);
	const panel = useRef<HTMLSpanElement>(null);
	const show = () => {
		if (!button.current || !panel.current || panel.current.matches(':popover-open')) return;
		panel.current.showPopover();
		const at = button.current.getBoundingClientRect();
		const size = panel.current.getBoundingClientRect();
		const left = Math.min(at.left, window.innerWidth - size.width - EDGE_PX);
		const fits = at.bottom + 4 + size.height <= window.innerHeight - EDGE_PX;
		panel.current.style.left = `${Math.max(EDGE_PX, left)}px`;
		panel.current.style.top = `${fits ? at.bottom + 4 : Math.max(EDGE_PX, at.top - size.height - 4)}px`;
	};
	const hide = () => {
		if (panel.current?.matches(':popover-open')) panel.current.hidePopover();
	};
	return (
		<>
			<button
				ref={button}
				type="button"
				className={css.term}
				aria-describedby={panelId}
				onPointerEnter={show}
				onPointerLeave={hide}
				onFocus={show}
				onBlur={hide}
				onClick={show}
				onKeyDown={(event) => {
					if (event.key !== 'Escape' || !panel.current?.matches(':popover-open')) return;
					hide();
					event.preventDefault();
					event.stopPropagation();
				}}
			>
				{children ?? meaning.term}
			</button>
			<span ref={panel} id={panelId} popover="manual" role="tooltip" className={css.meaning}>
				<b>{meaning.term}</b> {meaning.text}
			</span>
		</>
	);
}
