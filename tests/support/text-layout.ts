// Finds text that a screen cuts off or lays over other text. Runs inside the page; knows nothing of the product.

import type { Page } from 'playwright-core';

export interface LayoutFault {
	kind: 'clipped' | 'overlapping';
	text: string;
	/** The other text, or what cuts it off. */
	by: string;
	where: string;
}

/** All faults of the page as it stands now. */
export async function findLayoutFaults(page: Page): Promise<LayoutFault[]> {
	return page.evaluate(inspectText);
}

/** Self-contained: it is sent to the page as text. */
function inspectText(): LayoutFault[] {
	interface Leaf {
		text: string;
		element: Element;
		box: DOMRect;
	}

	const SLACK_PX = 1.5;
	const faults: LayoutFault[] = [];

	/** What floats over the page on purpose. */
	const layerOf = (element: Element): Element | null =>
		element.closest(
			'dialog, [role="dialog"], [role="menu"], [role="listbox"], [role="tooltip"], [role="status"], [popover]',
		);

	const describeBox = (box: DOMRect): string =>
		`${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.width)}×${Math.round(box.height)}`;

	const nameOf = (element: Element): string => {
		const classes = element.getAttribute('class');
		return element.tagName.toLowerCase() + (classes ? `.${classes.trim().split(/\s+/).join('.')}` : '');
	};

	/** Words for a screen reader only: somewhere above, a box of one pixel that hides the rest, or one clipped away. */
	const isForScreenReader = (element: Element): boolean => {
		for (let up: Element | null = element; up; up = up.parentElement) {
			const { width, height } = up.getBoundingClientRect();
			const style = getComputedStyle(up);
			if (width <= 2 && height <= 2 && style.overflowX !== 'visible') return true;
			if (style.clipPath === 'inset(50%)') return true;
		}
		return false;
	};

	/** Shortened on purpose: an ellipsis, and the whole text to be had from a title. */
	const isShortened = (element: Element): boolean => {
		for (let up: Element | null = element; up; up = up.parentElement) {
			const style = getComputedStyle(up);
			const hasEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
			if (hasEllipsis && style.overflowX !== 'visible') return up.closest('[title], [aria-label]') !== null;
		}
		return false;
	};

	/** What cuts the box off: an ancestor that hides its overflow, or the window; null when nothing does. */
	const cutBy = (element: Element, box: DOMRect): string | null => {
		for (let up: Element | null = element; up && up !== document.documentElement; up = up.parentElement) {
			const style = getComputedStyle(up);
			const frame = up.getBoundingClientRect();
			const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
			const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
			const isWider = box.left < frame.left - SLACK_PX || box.right > frame.right + SLACK_PX;
			const isTaller = box.top < frame.top - SLACK_PX || box.bottom > frame.bottom + SLACK_PX;
			// Pages and lists scroll downwards; nothing is meant to scroll sideways.
			if (scrolls(style.overflowY)) return isWider ? nameOf(up) : null;
			if (scrolls(style.overflowX) && isWider) return nameOf(up);
			if ((hides(style.overflowX) && isWider) || (hides(style.overflowY) && isTaller)) return nameOf(up);
			if (style.position === 'fixed') break;
		}
		const isOutside = box.left < -SLACK_PX || box.right > innerWidth + SLACK_PX;
		return isOutside ? 'the edge of the window' : null;
	};

	/** Glyphs stand in the middle em of a line box; fonts reserve more above and below. */
	const glyphBox = (box: DOMRect, fontPx: number): DOMRect => {
		const height = Math.min(box.height, fontPx);
		return new DOMRect(box.left, box.top + (box.height - height) / 2, box.width, height);
	};

	const leaves: Leaf[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const text = node.textContent?.trim() ?? '';
		const element = node.parentElement;
		if (
			text === '' ||
			!element ||
			['SCRIPT', 'STYLE', 'TITLE', 'DESC', 'NOSCRIPT', 'OPTION'].includes(element.tagName)
		) {
			continue;
		}
		if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
		if (isForScreenReader(element)) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		const fontPx = Number.parseFloat(getComputedStyle(element).fontSize);
		for (const rect of range.getClientRects()) {
			if (rect.width < 1 || rect.height < 1) continue;
			if (rect.bottom < 0 || rect.top > innerHeight) continue;
			const box = glyphBox(rect, fontPx);
			const cutter = isShortened(element) ? null : cutBy(element, box);
			if (cutter !== null) faults.push({ kind: 'clipped', text, by: cutter, where: describeBox(box) });
			leaves.push({ text, element, box });
		}
	}

	for (const control of document.querySelectorAll('button, input, select, a[href]')) {
		const box = control.getBoundingClientRect();
		const isSeen = control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 2;
		if (!isSeen || isForScreenReader(control) || box.bottom < 0 || box.top > innerHeight) continue;
		const cutter = cutBy(control.parentElement ?? control, box);
		const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';
		if (cutter !== null) faults.push({ kind: 'clipped', text: `[${name}]`, by: cutter, where: describeBox(box) });
	}

	/** What `clip-path: inset(…)` leaves of an element's frame; the whole frame without one. */
	const unclipped = (frame: DOMRect, clipPath: string): DOMRect => {
		const sides = /^inset\(([^)]*)\)$/.exec(clipPath)?.[1]?.split(' ');
		if (!sides) return frame;
		const inset = (side: number, length: number): number => {
			const word = sides[side] ?? sides[side - 2] ?? sides[0] ?? '0';
			return word.endsWith('%') ? (Number.parseFloat(word) / 100) * length : Number.parseFloat(word);
		};
		const [top, right, bottom, left] = [
			inset(0, frame.height),
			inset(1, frame.width),
			inset(2, frame.height),
			inset(3, frame.width),
		];
		return new DOMRect(frame.left + left, frame.top + top, frame.width - left - right, frame.height - top - bottom);
	};

	/** The part of a box that its ancestors let through; text scrolled out of sight covers nothing. */
	const visibleBox = ({ element, box }: Leaf): DOMRect | null => {
		let { left, right, top, bottom } = box;
		for (let up: Element | null = element; up && up !== document.documentElement; up = up.parentElement) {
			const style = getComputedStyle(up);
			if (style.overflowX === 'visible' && style.overflowY === 'visible' && style.clipPath === 'none') continue;
			const frame = unclipped(up.getBoundingClientRect(), style.clipPath);
			left = Math.max(left, frame.left);
			right = Math.min(right, frame.right);
			top = Math.max(top, frame.top);
			bottom = Math.min(bottom, frame.bottom);
		}
		return right - left < 1 || bottom - top < 1 ? null : new DOMRect(left, top, right - left, bottom - top);
	};

	const seen = leaves.flatMap((leaf) => {
		const box = visibleBox(leaf);
		return box ? [{ ...leaf, box, layer: layerOf(leaf.element) }] : [];
	});
	seen.sort((a, b) => a.box.top - b.box.top);
	for (const [index, a] of seen.entries()) {
		for (let next = index + 1; next < seen.length; next++) {
			const b = seen[next];
			if (!b || b.box.top > a.box.bottom) break;
			if (a.layer !== b.layer || a.element === b.element) continue;
			const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
			const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
			if (width > SLACK_PX && height > SLACK_PX) {
				faults.push({ kind: 'overlapping', text: a.text, by: b.text, where: describeBox(a.box) });
			}
		}
	}
	return faults;
}
