// A number with its unit smaller and fainter; they never part.

import css from './Figure.module.css';

export function Figure({ text, unit, size = 'row' }: { text: string; unit: string; size?: 'row' | 'card' | 'text' }) {
	return (
		<span className={css[size]}>
			<b className={css.number}>{text}</b>
			{unit !== '' && <span className={css.unit}>{`\u00a0${unit}`}</span>}
		</span>
	);
}
