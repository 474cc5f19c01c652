// A dotted term. Its meaning is shown by TermTip on hover, on focus and on a tap; words come from the glossary alone.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GLOSSARY, type TermId } from '../text/glossary.ts';
import css from './Term.module.css';

interface TermProps {
	id: TermId;
	/** Words of the screen where they differ from the term. */
	children?: ReactNode;
}

function useTermWord(id: TermId): string {
	return GLOSSARY[id][useTranslation().i18n.language === 'en' ? 'en' : 'zh'].term;
}

/** A term by itself; the keyboard reaches it. */
export function Term({ id, children }: TermProps) {
	const word = useTermWord(id);
	return (
		<button type="button" className={css.term} data-term={id}>
			{children ?? word}
		</button>
	);
}

/** A term inside a button or a link, which the keyboard reaches anyway. */
export function TermInside({ id, children }: TermProps) {
	const word = useTermWord(id);
	return (
		<span className={css.term} data-term={id}>
			{children ?? word}
		</span>
	);
}
