// A proof as a picture with its caption, drawn on a canvas from the same words as the card; text where pictures are refused.

import type { Light } from '../../shared/domain/codes.ts';
import { lightColour, lightPath } from '../ui/LightShape.tsx';
import { wrapText } from '../ui/wrap-text.ts';
import { type ProofWords, proofAsText } from './proof-words.ts';

const WIDTH = 640;
const PAD = 28;
const SCALE = 2;
const LINE = 24;

function drawPicture(words: ProofWords, light: Light): HTMLCanvasElement | null {
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('2d');
	if (!context) return null;
	const style = getComputedStyle(document.documentElement);
	const colour = (token: string) => style.getPropertyValue(token).trim();
	const font = (size: number, weight = 400) => `${weight} ${size}px ${colour('--font')}`;
	context.font = font(13);
	const definition = wrapText(context, words.definition, WIDTH - 2 * PAD);
	const height = 150 + words.lines.length * LINE + definition.length * 20 + 56;
	canvas.width = WIDTH * SCALE;
	canvas.height = height * SCALE;
	context.scale(SCALE, SCALE);
	context.fillStyle = colour('--surface');
	context.fillRect(0, 0, WIDTH, height);
	const write = (
		text: string,
		x: number,
		y: number,
		size: number,
		token: string,
		weight = 400,
		align: CanvasTextAlign = 'left',
	) => {
		context.font = font(size, weight);
		context.fillStyle = colour(token);
		context.textAlign = align;
		context.fillText(text, x, y);
		return context.measureText(text).width;
	};
	write(words.title, PAD, 44, 16, '--text', 700);
	const used = write(words.figure, PAD, 96, 36, '--text', 700);
	write(words.unit, PAD + used + 6, 96, 16, '--text-secondary');
	if (words.division !== null) write(words.division, WIDTH - PAD, 96, 16, '--text', 700, 'right');
	const shape = lightColour(light).replace(/^var\((.*)\)$/, '$1');
	context.save();
	context.translate(WIDTH - PAD - 7, 38);
	context.scale(7, 7);
	context.fillStyle = colour(shape);
	if (light !== 'none') context.fill(new Path2D(lightPath(light)));
	context.restore();
	let y = 134;
	for (const line of words.lines) {
		write(line.text, PAD, y, 13, '--text');
		write(line.number, WIDTH - PAD, y, 13, '--text', 700, 'right');
		y += LINE;
	}
	y += 10;
	for (const line of definition) {
		write(line, PAD, y, 13, '--text-secondary');
		y += 20;
	}
	write(words.foot, PAD, y + 16, 12, '--text-secondary');
	return canvas;
}

/** Copies a proof as a PNG, else as text; says which of them it was. */
export async function copyProof(words: ProofWords, light: Light): Promise<'picture' | 'text' | 'failed'> {
	const canvas = drawPicture(words, light);
	const blob = await new Promise<Blob | null>((resolve) =>
		canvas ? canvas.toBlob(resolve, 'image/png') : resolve(null),
	);
	try {
		if (blob) {
			await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
			return 'picture';
		}
	} catch {
		// A clipboard without pictures still takes text.
	}
	try {
		await navigator.clipboard.writeText(proofAsText(words));
		return 'text';
	} catch {
		return 'failed';
	}
}
