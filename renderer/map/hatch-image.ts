// The hatch of areas without data: thin diagonal lines on the surface, tiling without a seam.
// Pure pixels (no canvas), so that it can be tested and needs no font or document.

/** An RGBA image as MapLibre takes it; `pixelRatio` says how many image pixels make one CSS pixel. */
export interface HatchImage {
	width: number;
	height: number;
	data: Uint8ClampedArray;
	pixelRatio: number;
}

/** [r, g, b] of a #rrggbb colour; mid grey for anything else. */
function parseHex(colour: string): [number, number, number] {
	const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
	if (!match) return [128, 128, 128];
	return [
		Number.parseInt(match[1] ?? '80', 16),
		Number.parseInt(match[2] ?? '80', 16),
		Number.parseInt(match[3] ?? '80', 16),
	];
}

/** Draws the hatch; `scale` is 1 at the desk and larger on a wall, `pixelRatio` that of the display. */
export function drawHatch(lineColour: string, groundColour: string, scale: number, pixelRatio: 1 | 2): HatchImage {
	// MapLibre draws patterns at one to two times their size, by the fraction of the zoom.
	const size = Math.round(6 * scale * pixelRatio);
	const halfWidth = 0.32 * scale * pixelRatio;
	const ink = parseHex(lineColour);
	const ground = parseHex(groundColour);
	const data = new Uint8ClampedArray(size * size * 4);
	for (let y = 0; y < size; y += 1) {
		for (let x = 0; x < size; x += 1) {
			// Distance to the nearest line x + y = k·size, measured across the line.
			const along = (x + y + 1) % size;
			const distance = Math.min(along, size - along) / Math.SQRT2;
			const share = Math.min(1, Math.max(0, halfWidth + 0.5 - distance));
			const at = (y * size + x) * 4;
			for (let channel = 0; channel < 3; channel += 1) {
				data[at + channel] = (ink[channel] ?? 0) * share + (ground[channel] ?? 0) * (1 - share);
			}
			data[at + 3] = 255;
		}
	}
	return { width: size, height: size, data, pixelRatio };
}
