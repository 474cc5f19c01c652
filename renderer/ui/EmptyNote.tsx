// Says why there is nothing to see, in plain words, where the content would stand.

import type { ReactNode } from 'react';
import css from './EmptyNote.module.css';

export function EmptyNote({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<div className={css.note} role="status">
			<p className={css.title}>{title}</p>
			{children !== undefined && <div className={css.text}>{children}</div>}
		</div>
	);
}
