// The map as a picture: title, maps with what lies over them, legend, and a foot with the as-of. Draws what is on screen.

import { paintElements } from './paint-elements.ts';

export interface PictureWords {
	title: string;
	subtitle: string;
	/** Left and right at the foot. */
	foot: string;
	/** 审图号 and who made what lies under the areas, or empty. */
	approval: string;
}

const PAD = 24;
const HEAD = 72;
const FOOT = 40;
const SCALE = 2;
/** Left out of a picture: buttons, hidden words, the hover card, what takes keys. */
const SKIP = '.map-buttons, .map-credit, .visually-hidden, .map-keys, .map-card, .map-canvas, [role="slider"]';

/**
 * Draws the picture of a page's maps.
 * @param area element that holds one map or two
 * @param legend element of the legend under it
 * @param pictures what each map has drawn, in the order of the faces inside `area`
 */
export function drawMapPicture(
	area: HTMLElement,
	legend: HTMLElement,
	pictures: readonly HTMLCanvasElement[],
	words: PictureWords,
): HTMLCanvasElement | null {
	const box = area.getBoundingClientRect();
	const key = legend.getBoundingClientRect();
	const width = box.width + 2 * PAD;
	const height = HEAD + box.height + key.height + FOOT;
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * SCALE);
	canvas.height = Math.round(height * SCALE);
	const pen = canvas.getContext('2d');
	if (pen === null) return null;
	const style = getComputedStyle(area);
	const token = (name: string) => style.getPropertyValue(name).trim();
	const font = (size: number, weight: number) => `${weight} ${size}px ${style.fontFamily}`;
	pen.scale(SCALE, SCALE);
	pen.fillStyle = token('--surface');
	pen.fillRect(0, 0, width, height);
	const write = (text: string, x: number, y: number, size: number, colour: string, weight = 400) => {
		pen.font = font(size, weight);
		pen.fillStyle = token(colour);
		pen.textBaseline = 'alphabetic';
		pen.fillText(text, x, y);
	};
	write(words.title, PAD, 34, 18, '--text', 700);
	write(words.subtitle, PAD, 56, 13, '--text-secondary');

	pen.save();
	pen.translate(PAD, HEAD);
	pen.beginPath();
	pen.rect(0, 0, box.width, box.height);
	pen.clip();
	const origin = { left: box.left, top: box.top };
	area.querySelectorAll<HTMLElement>('[data-map-face]').forEach((face, index) => {
		const own = face.getBoundingClientRect();
		const [x, y] = [own.left - box.left, own.top - box.top];
		const cut = Number.parseFloat(/inset\(.*?([\d.]+)%\)/.exec(face.style.clipPath)?.[1] ?? '0') / 100;
		pen.save();
		pen.beginPath();
		pen.rect(x + own.width * cut, y, own.width * (1 - cut), own.height);
		pen.clip();
		const picture = pictures[index];
		pen.fillStyle = token('--surface');
		pen.fillRect(x, y, own.width, own.height);
		if (picture) pen.drawImage(picture, x, y, own.width, own.height);
		// The map's own ground would cover the picture; only what stands over it is painted.
		for (const child of face.querySelectorAll('.district-map > *')) paintElements(pen, child, origin, SKIP);
		pen.restore();
	});
	for (const tag of area.querySelectorAll('[data-end]')) paintElements(pen, tag, origin, SKIP);
	pen.restore();

	pen.save();
	pen.translate(PAD, HEAD + box.height);
	paintElements(pen, legend, { left: box.left, top: key.top }, SKIP);
	pen.restore();
	pen.textAlign = 'left';
	write(words.foot, PAD, height - 16, 12, '--text-secondary');
	if (words.approval !== '') {
		pen.textAlign = 'right';
		write(words.approval, width - PAD, height - 16, 12, '--text-secondary');
	}
	return canvas;
}
