// The one drawing of a light: ● ◆ ▲ ■ ○, colour and shape together (design.md §1).
// Must not decide which light a reading has; it only draws what it is given.

import type { EventLight, Light } from '../../shared/domain/codes.ts';

/** Every light that can be drawn; `paused` is drawn as an empty ring like `none`. */
export type AnyLight = Light | EventLight;

/** CSS colour of a light as a shape (tokens of design.md §1). */
export function lightColour(light: AnyLight): string {
	switch (light) {
		case 'green':
			return 'var(--light-green)';
		case 'yellow':
			return 'var(--light-yellow)';
		case 'red':
			return 'var(--light-red)';
		case 'deepRed':
			return 'var(--light-deep-red)';
		default:
			return 'var(--light-none)';
	}
}

/** Path of a light in a box from −1 to 1; the shapes have about the same area, so that none shouts by size. */
export function lightPath(light: AnyLight): string {
	switch (light) {
		case 'green':
			return 'M0-.86A.86.86 0 1 1 0 .86A.86.86 0 1 1 0-.86Z';
		case 'yellow':
			return 'M0-1L1 0L0 1L-1 0Z';
		case 'red':
			return 'M0-.9L1 .82L-1 .82Z';
		case 'deepRed':
			return 'M-.8-.8H.8V.8H-.8Z';
		default:
			return 'M0-.74A.74.74 0 1 1 0 .74A.74.74 0 1 1 0-.74Z';
	}
}

/** A light inside another drawing, centred on (x, y); `size` is the full width in the units of that drawing. */
export function LightGlyph({ light, x, y, size }: { light: AnyLight; x: number; y: number; size: number }) {
	const isHollow = light === 'none' || light === 'paused';
	return (
		<path
			d={lightPath(light)}
			transform={`translate(${x} ${y}) scale(${size / 2})`}
			fill={isHollow ? 'none' : lightColour(light)}
			stroke={isHollow ? lightColour(light) : 'none'}
			strokeWidth={isHollow ? 0.3 : 0}
		/>
	);
}

/**
 * A light standing alone or beside its word. Give `label` when no word stands beside it, else it is hidden from
 * screen readers. `size` is any CSS length, 10 px by default.
 */
export function LightShape({ light, size = 10, label }: { light: AnyLight; size?: number | string; label?: string }) {
	const sized = { className: 'light-shape', viewBox: '-1 -1 2 2', style: { width: size, height: size } };
	const glyph = <LightGlyph light={light} x={0} y={0} size={2} />;
	return label === undefined ? (
		<svg {...sized} data-light={light} aria-hidden="true">
			{glyph}
		</svg>
	) : (
		<svg {...sized} data-light={light} role="img" aria-label={label}>
			{glyph}
		</svg>
	);
}
