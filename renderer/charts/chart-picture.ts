// A drawing with its caption as one SVG, and the same as a PNG: title, what it is of, definition, as-of.
// Must not choose words; they come from the page.

import { wrapText } from '../ui/wrap-text.ts';
import { svgElement, traceDrawing } from './trace-drawing.ts';

export interface PictureCaption {
	title: string;
	/** Area and period. */
	subtitle: string;
	/** Text of the definition; empty where the drawing is of no single one. */
	definition: string;
	/** Who drew it, as-of, version of the definition. */
	foot: string;
}

export interface ChartPicture {
	svg: string;
	/** CSS pixels. */
	width: number;
	height: number;
}

const PAD = 24;
const HEAD = 72;
const LINE = 18;
/** Narrow drawings still get a caption that can be read. */
const LEAST_WIDTH = 400;
const SHARPNESS = 2;
/** Longest side that browsers paint, pixels. */
const LONGEST_SIDE = 16_000;

/** Draws an element with its caption, or bare where it carries its own head and foot. */
export function drawChart(root: HTMLElement, caption: PictureCaption | null): ChartPicture {
	const style = getComputedStyle(root);
	const token = (name: string) => style.getPropertyValue(name).trim();
	const drawing = traceDrawing(root);
	const width = caption === null ? drawing.width : Math.max(LEAST_WIDTH, drawing.width + 2 * PAD);
	const svg = svgElement('svg', {});
	const words = (text: string, y: number, size: number, colour: string, weight = 400) => {
		const element = svgElement('text', {
			x: PAD,
			y,
			fill: token(colour),
			'font-size': size,
			'font-family': style.fontFamily,
			'font-weight': weight,
		});
		element.textContent = text;
		svg.append(element);
	};
	const ground = svgElement('rect', { width: '100%', height: '100%', fill: token('--surface') });
	svg.append(ground);
	let height = drawing.height;
	if (caption !== null) {
		words(caption.title, 34, 18, '--text', 700);
		words(caption.subtitle, 56, 13, '--text-secondary');
		const placed = svgElement('g', { transform: `translate(${PAD} ${HEAD})` });
		placed.append(drawing.group);
		svg.append(placed);
		height = HEAD + drawing.height + 28;
		const pen = document.createElement('canvas').getContext('2d');
		if (pen) pen.font = `400 12px ${style.fontFamily}`;
		const lines = [caption.definition, caption.foot].flatMap((text) =>
			pen === null || text === '' ? text : wrapText(pen, text, width - 2 * PAD),
		);
		for (const line of lines.filter((one) => one !== '')) {
			words(line, height, 12, '--text-secondary');
			height += LINE;
		}
		height += 4;
	} else svg.append(drawing.group);
	svg.setAttribute('width', String(Math.ceil(width)));
	svg.setAttribute('height', String(Math.ceil(height)));
	svg.setAttribute('viewBox', `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`);
	return { svg: new XMLSerializer().serializeToString(svg), width: Math.ceil(width), height: Math.ceil(height) };
}

/** The picture as a PNG in twice the pixels of the screen; null where the browser refuses. */
export async function paintPng({ svg, width, height }: ChartPicture): Promise<Blob | null> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	try {
		await image.decode();
	} catch {
		return null;
	}
	const scale = Math.min(SHARPNESS, LONGEST_SIDE / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	const pen = canvas.getContext('2d');
	if (pen === null) return null;
	pen.scale(scale, scale);
	pen.drawImage(image, 0, 0, width, height);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
