// Head of a card over the page: what it is about, one line under it, and the way out.

import { X } from 'lucide-react';
import css from './CardHead.module.css';

interface CardHeadProps {
	/** Id of the heading, for the dialog's name. */
	id: string;
	title: string;
	/** Short mark behind the title: a code, a kind. */
	tag: string;
	sub: string;
	closeLabel: string;
	onClose: () => void;
}

export function CardHead({ id, title, tag, sub, closeLabel, onClose }: CardHeadProps) {
	return (
		<header className={css.top}>
			<div>
				<h2 id={id} className={css.title}>
					{title} <span className="tag">{tag}</span>
				</h2>
				<p className={css.sub}>{sub}</p>
			</div>
			<button type="button" className="icon-button" aria-label={closeLabel} onClick={onClose}>
				<X size={18} aria-hidden />
			</button>
		</header>
	);
}
