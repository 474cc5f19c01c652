// The scale bar: the roundest length that fits a width. Pure.

export interface ScaleBar {
	/** Length on the ground in metres, always 1, 2 or 5 times a power of ten. */
	metres: number;
	/** Width on the screen in CSS pixels. */
	widthPx: number;
}

/** Longest round length not wider than `maxPx`, from the ground size of a pixel in metres. */
export function scaleBarFor(metresPerPx: number, maxPx: number): ScaleBar {
	const longest = Math.max(metresPerPx * maxPx, 1);
	const power = 10 ** Math.floor(Math.log10(longest));
	const step = [5, 2, 1].find((factor) => factor * power <= longest) ?? 1;
	const metres = step * power;
	return { metres, widthPx: metres / metresPerPx };
}
