// The card that everything on a page stands in: title row of 40 px, a note beside the title, actions at the right.

import { type ReactNode, useId } from 'react';
import css from './Panel.module.css';

interface PanelProps {
	title: ReactNode;
	/** Quiet words beside the title. */
	note?: ReactNode;
	actions?: ReactNode;
	children: ReactNode;
	/** Shows that a newer answer is on its way. */
	isBusy?: boolean;
	/** Extra class for the place in a grid. */
	className?: string | undefined;
	/** Panels whose rows reach both edges. */
	isFlush?: boolean;
}

export function Panel({ title, note, actions, children, isBusy = false, className, isFlush = false }: PanelProps) {
	const titleId = useId();
	return (
		<section className={[css.panel, className].filter(Boolean).join(' ')} aria-labelledby={titleId} aria-busy={isBusy}>
			<header className={css.head}>
				<h2 id={titleId} className={css.title}>
					{title}
				</h2>
				{note !== undefined && (
					<div className={css.note} title={typeof note === 'string' ? note : undefined}>
						{note}
					</div>
				)}
				{actions !== undefined && <div className={css.actions}>{actions}</div>}
			</header>
			<div className={isFlush ? css.flush : css.body}>{children}</div>
		</section>
	);
}
