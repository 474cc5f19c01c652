// A button that opens a floating panel (native popover), placed under its button and kept inside the window.

import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import css from './PopMenu.module.css';

interface PopMenuProps {
	/** Accessible name when the face has no words of its own. */
	label?: string;
	face: ReactNode;
	className?: string | undefined;
	align?: 'start' | 'end';
	/** Content; gets a function that closes the panel. */
	children: (close: () => void) => ReactNode;
}

const EDGE_PX = 8;

export function PopMenu({ label, face, className, align = 'start', children }: PopMenuProps) {
	const id = useId();
	const button = useRef<HTMLButtonElement>(null);
	const panel = useRef<HTMLDivElement>(null);
	const close = () => panel.current?.hidePopover();

	const place = (event: ToggleEvent<HTMLDivElement>) => {
		if (event.newState !== 'open' || !button.current || !panel.current) return;
		const at = button.current.getBoundingClientRect();
		const size = panel.current.getBoundingClientRect();
		const wanted = align === 'start' ? at.left : at.right - size.width;
		const left = Math.max(EDGE_PX, Math.min(wanted, window.innerWidth - size.width - EDGE_PX));
		const below = at.bottom + 4;
		const top = below + size.height > window.innerHeight - EDGE_PX ? window.innerHeight - size.height - EDGE_PX : below;
		panel.current.style.left = `${left}px`;
		panel.current.style.top = `${Math.max(EDGE_PX, top)}px`;
	};

	return (
		<>
			<button ref={button} type="button" className={className} popoverTarget={id} aria-label={label} title={label}>
				{face}
			</button>
			<div ref={panel} id={id} popover="auto" className={css.panel} onToggle={place}>
				{children(close)}
			</div>
		</>
	);
}

/** One choice inside a menu. */
export function MenuItem({
	isCurrent = false,
	onChoose,
	children,
}: {
	isCurrent?: boolean;
	onChoose: () => void;
	children: ReactNode;
}) {
	return (
		<button type="button" className={css.item} aria-current={isCurrent ? 'true' : undefined} onClick={onChoose}>
			{children}
		</button>
	);
}
