// Two maps of the same ground: one over the other with a divider that pointer and arrow keys move, or side by side.

import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './MapPage.module.css';

const STEP = 2;

export function SwipeMaps({
	isSide,
	left,
	right,
	leftWords,
	rightWords,
}: {
	isSide: boolean;
	/** A map in a style of its owner's. */
	left: (style: React.CSSProperties) => ReactNode;
	right: (style: React.CSSProperties) => ReactNode;
	leftWords: string;
	rightWords: string;
}) {
	const { t } = useTranslation();
	const host = useRef<HTMLDivElement>(null);
	const [share, setShare] = useState(50);
	const isHeld = useRef(false);
	const moveTo = (x: number) => {
		const box = host.current?.getBoundingClientRect();
		if (box) setShare(Math.min(98, Math.max(2, ((x - box.left) / box.width) * 100)));
	};
	if (isSide) {
		return (
			<div className={css.pair}>
				<div className={css.half}>
					{left({ position: 'absolute', inset: 0 })}
					<span className={css.tag} data-end="left">
						{leftWords}
					</span>
				</div>
				<div className={css.half}>
					{right({ position: 'absolute', inset: 0 })}
					<span className={css.tag} data-end="left">
						{rightWords}
					</span>
				</div>
			</div>
		);
	}
	return (
		<div className={css.swipe} ref={host}>
			{left({ position: 'absolute', inset: 0, clipPath: `inset(0 ${100 - share}% 0 0)` })}
			{right({ position: 'absolute', inset: 0, clipPath: `inset(0 0 0 ${share}%)` })}
			<span className={css.tag} data-end="left" style={{ right: `calc(${100 - share}% + 10px)` }}>
				{leftWords}
			</span>
			<span className={css.tag} data-end="right" style={{ left: `calc(${share}% + 10px)` }}>
				{rightWords}
			</span>
			<div
				className={css.divider}
				style={{ left: `${share}%` }}
				role="slider"
				tabIndex={0}
				aria-label={t('mapPage.divider')}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={Math.round(share)}
				onPointerDown={(event) => {
					isHeld.current = true;
					event.currentTarget.setPointerCapture(event.pointerId);
				}}
				onPointerMove={(event) => isHeld.current && moveTo(event.clientX)}
				onPointerUp={() => {
					isHeld.current = false;
				}}
				onKeyDown={(event) => {
					const by = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0;
					if (by === 0) return;
					event.preventDefault();
					setShare((known) => Math.min(98, Math.max(2, known + by)));
				}}
			/>
		</div>
	);
}
