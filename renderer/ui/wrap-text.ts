// Breaks a text into lines by measured width: Chinese may break anywhere, words in Latin letters stay whole.

/** Lines no wider than `width`, measured by the pen in its present font. */
export function wrapText(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
	const pieces = text.match(/[\u0020-\u007e]+|[^\u0020-\u007e]/g) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces.flatMap((one) => (one.length > 1 ? (one.match(/\S+\s*|\s+/g) ?? []) : [one]))) {
		if (line !== '' && pen.measureText(line + piece).width > width) {
			lines.push(line);
			line = piece.trimStart();
		} else line += piece;
	}
	if (line !== '') lines.push(line);
	return lines;
}
