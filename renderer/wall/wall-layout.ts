// How the wall is divided: by its aspect, so that no card lies over the seam of two displays (design.md §3). Pure.

/** `single` one display; `double` two side by side (32:9); `triple` three or more. */
export type WallShape = 'single' | 'double' | 'triple';

export interface WallLayout {
	shape: WallShape;
	/** CSS pixels of one --u: 1/108 of the height, less only where the wall is narrower than 16:9. */
	unitPx: number;
	/** x of each seam in CSS pixels; nothing may lie over it. */
	seams: number[];
}

/** Layout of a wall of a size in CSS pixels. */
export function wallLayout(width: number, height: number): WallLayout {
	const aspect = width / Math.max(height, 1);
	const shape: WallShape = aspect >= 4.4 ? 'triple' : aspect >= 2.6 ? 'double' : 'single';
	const displays = shape === 'triple' ? 3 : shape === 'double' ? 2 : 1;
	// A display narrower than 16:9 would cut its cards: its width then decides, not its height.
	const unitPx = Math.min(height / 108, width / displays / (displays === 1 ? 192 : 150));
	const seams = Array.from({ length: displays - 1 }, (_, index) => (width / displays) * (index + 1));
	return { shape, unitPx, seams };
}
