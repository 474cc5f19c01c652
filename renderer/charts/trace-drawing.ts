// Turns a drawing on the screen into vectors: boxes, borders, words and the SVG inside it, where they stand.
// Knows only what our drawings are made of; shadows, pictures and backgrounds by pattern are left out.

import { traceText } from './trace-text.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Left out: words for screen readers, tips, and what says so itself. */
const SKIP = '.visually-hidden, .trend-tip, [data-not-in-picture], [popover]';
/** Looks of an SVG element that may come from a style sheet. */
const LOOKS = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-opacity',
	'stroke-dasharray',
	'stroke-linecap',
	'stroke-linejoin',
	'opacity',
	'font-family',
	'font-size',
	'font-weight',
	'text-anchor',
	'paint-order',
];

export interface TracedDrawing {
	/** Group whose own origin is the upper left corner of the drawing. */
	group: SVGGElement;
	/** CSS pixels. */
	width: number;
	height: number;
}

function isSeen(colour: string): boolean {
	return colour !== 'none' && colour !== 'transparent' && !/^rgba\(.*,\s*0\)$/.test(colour);
}

/** Makes an SVG element; numbers are kept to a hundredth of a pixel. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
	name: K,
	attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes))
		element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
	return element;
}

function boxOf(element: HTMLElement, style: CSSStyleDeclaration): SVGElement[] {
	const box = element.getBoundingClientRect();
	if (box.width === 0 || box.height === 0) return [];
	const made: SVGElement[] = [];
	if (isSeen(style.backgroundColor)) {
		const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
		const rx = style.borderTopLeftRadius.endsWith('%') ? box.height / 2 : Math.min(radius, box.height / 2);
		made.push(
			svgElement('rect', {
				x: box.x,
				y: box.y,
				width: box.width,
				height: box.height,
				rx,
				fill: style.backgroundColor,
			}),
		);
	}
	const sides = [
		['top', box.left, box.top, box.right, box.top, 0, 1],
		['bottom', box.left, box.bottom, box.right, box.bottom, 0, -1],
		['left', box.left, box.top, box.left, box.bottom, 1, 0],
		['right', box.right, box.top, box.right, box.bottom, -1, 0],
	] as const;
	for (const [side, x1, y1, x2, y2, inX, inY] of sides) {
		const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0;
		const stroke = style.getPropertyValue(`border-${side}-color`);
		const kind = style.getPropertyValue(`border-${side}-style`);
		if (width === 0 || kind === 'none' || !isSeen(stroke)) continue;
		const [dx, dy] = [(inX * width) / 2, (inY * width) / 2];
		made.push(
			svgElement('line', {
				x1: x1 + dx,
				y1: y1 + dy,
				x2: x2 + dx,
				y2: y2 + dy,
				stroke,
				'stroke-width': width,
				...(kind === 'dashed' && { 'stroke-dasharray': '4 3' }),
			}),
		);
	}
	return made;
}

function wordsOf(node: Text, style: CSSStyleDeclaration): SVGElement[] {
	const size = Number.parseFloat(style.fontSize);
	return traceText(node).map(({ text, box }) => {
		const words = svgElement('text', {
			x: box.x,
			// The middle of a line is about a third of the letters over their foot.
			y: box.y + box.height / 2 + size * 0.36,
			fill: style.color,
			'font-size': size,
			'font-family': style.fontFamily,
			'font-weight': style.fontWeight,
			...(style.textAlign === 'justify' && text.length > 1 && { textLength: box.width }),
		});
		words.textContent = text;
		return words;
	});
}

/** A copy of an SVG that needs no style sheet, at its place in the window. */
function vectorsOf(original: SVGSVGElement): SVGSVGElement {
	const box = original.getBoundingClientRect();
	const copy = original.cloneNode(true) as SVGSVGElement;
	const [from, to] = [
		[original, ...original.querySelectorAll('*')],
		[copy, ...copy.querySelectorAll('*')],
	];
	from.forEach((element, at) => {
		const style = getComputedStyle(element);
		const target = to[at];
		if (!(target instanceof SVGElement)) return;
		target.removeAttribute('class');
		if (target === copy) {
			target.removeAttribute('style');
			return;
		}
		for (const look of LOOKS) {
			const value = style.getPropertyValue(look);
			if (value !== '') target.setAttribute(look, value);
		}
	});
	if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
	for (const [key, value] of Object.entries({ x: box.x, y: box.y, width: box.width, height: box.height }))
		copy.setAttribute(key, String(Math.round(value * 100) / 100));
	copy.setAttribute('overflow', 'visible');
	return copy;
}

/** Traces an element and all inside it, also what has to be scrolled to. */
export function traceDrawing(root: HTMLElement): TracedDrawing {
	const origin = root.getBoundingClientRect();
	let { right, bottom } = origin;
	const group = svgElement('g', { transform: `translate(${-origin.x} ${-origin.y})` });
	const add = (element: Element, opacity: number): void => {
		if (element.matches(SKIP)) return;
		const style = getComputedStyle(element);
		if (style.display === 'none' || style.visibility === 'hidden') return;
		const box = element.getBoundingClientRect();
		if (element.clientWidth > 1 || element instanceof SVGElement) {
			right = Math.max(right, box.right);
			bottom = Math.max(bottom, box.bottom);
		}
		const seen = opacity * Number.parseFloat(style.opacity);
		const put = (made: readonly SVGElement[]) => {
			for (const one of made) {
				if (seen < 1) one.setAttribute('opacity', String(seen));
				group.append(one);
			}
		};
		if (element instanceof SVGSVGElement) {
			put([vectorsOf(element)]);
			return;
		}
		if (!(element instanceof HTMLElement)) return;
		put(boxOf(element, style));
		for (const child of element.childNodes) {
			if (child instanceof Text) put(wordsOf(child, style));
			else if (child instanceof Element) add(child, seen);
		}
	};
	root.dataset['whole'] = '';
	add(root, 1);
	delete root.dataset['whole'];
	return { group, width: right - origin.x, height: bottom - origin.y };
}
