// The tour of one minute: five cards in the corner, each with its part of the desk marked. It blocks nothing, ends with
// Escape or a click, and is never in the way of work.

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInteger } from '../ui/format.ts';
import css from './Tour.module.css';

/** Steps with the part of the desk that each is about. */
const STEPS = [
	{ key: 'where', selector: 'header > nav' },
	{ key: 'figures', selector: '[aria-labelledby="readings-title"]' },
	{ key: 'red', selector: '[aria-labelledby="readings-title"] + section' },
	{ key: 'briefing', selector: '[data-page="briefing"]' },
	{ key: 'palette', selector: '#desk-search' },
] as const;

export function Tour({ onEnd }: { onEnd: () => void }) {
	const { t } = useTranslation();
	const [at, setAt] = useState(0);
	const card = useRef<HTMLElement>(null);
	const step = STEPS[at] ?? STEPS[0];
	const isLast = at === STEPS.length - 1;
	useEffect(() => {
		const part = document.querySelector(step.selector);
		part?.setAttribute('data-toured', '');
		return () => part?.removeAttribute('data-toured');
	}, [step]);
	useEffect(() => card.current?.focus(), []);
	return (
		<section
			ref={card}
			className={css.card}
			aria-label={t('tour.title')}
			tabIndex={-1}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.preventDefault();
				event.stopPropagation();
				onEnd();
			}}
		>
			<div aria-live="polite">
				<p className={css.count}>
					{t('tour.title')} • {t('tour.step', { n: formatInteger(at + 1), of: formatInteger(STEPS.length) })}
				</p>
				<h2 className={css.title}>{t(`tour.titles.${step.key}`)}</h2>
				<p>{t(`tour.texts.${step.key}`)}</p>
			</div>
			<div className={css.ways}>
				{!isLast && (
					<button type="button" className="button" onClick={onEnd}>
						{t('tour.skip')}
					</button>
				)}
				<span className={css.steps}>
					{at > 0 && (
						<button type="button" className="button" onClick={() => setAt(at - 1)}>
							{t('tour.back')}
						</button>
					)}
					<button type="button" className="button button-primary" onClick={isLast ? onEnd : () => setAt(at + 1)}>
						{t(isLast ? 'tour.done' : 'tour.next')}
					</button>
				</span>
			</div>
		</section>
	);
}
