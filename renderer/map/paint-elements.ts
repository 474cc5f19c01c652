// Paints what stands over a map in HTML and SVG onto a canvas, where it stands: plates, shapes, words with their halo.
// Knows only boxes, paths and text; anything else is left out.

interface Painter {
	pen: CanvasRenderingContext2D;
	/** Place of the canvas's origin in the window, CSS pixels. */
	left: number;
	top: number;
}

function isShown(element: Element): boolean {
	const style = getComputedStyle(element);
	return style.visibility !== 'hidden' && style.display !== 'none' && style.opacity !== '0';
}

function isSeen(colour: string): boolean {
	return colour !== 'none' && colour !== 'transparent' && !/^rgba\(.*,\s*0\)$/.test(colour);
}

/** Diagonal lines, as the hatch of areas without data. */
function paintHatch(pen: CanvasRenderingContext2D, box: DOMRect, colour: string): void {
	pen.save();
	pen.beginPath();
	pen.rect(box.x, box.y, box.width, box.height);
	pen.clip();
	pen.strokeStyle = colour;
	pen.lineWidth = 1;
	for (let x = box.x - box.height; x < box.right; x += 6) {
		pen.beginPath();
		pen.moveTo(x, box.bottom);
		pen.lineTo(x + box.height, box.y);
		pen.stroke();
	}
	pen.restore();
}

function paintBox({ pen, left, top }: Painter, element: Element): void {
	const style = getComputedStyle(element);
	const at = element.getBoundingClientRect();
	const box = new DOMRect(at.x - left, at.y - top, at.width, at.height);
	if (box.width === 0 || box.height === 0) return;
	if (style.backgroundImage.includes('repeating')) {
		paintHatch(pen, box, style.getPropertyValue('--map-hatch').trim() || '#888888');
		return;
	}
	const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
	const roundness = style.borderTopLeftRadius.endsWith('%') ? box.height / 2 : radius;
	const trace = (inset: number) => {
		pen.beginPath();
		pen.roundRect(
			box.x + inset,
			box.y + inset,
			box.width - 2 * inset,
			box.height - 2 * inset,
			Math.max(0, roundness - inset),
		);
	};
	if (isSeen(style.backgroundColor)) {
		pen.fillStyle = style.backgroundColor;
		trace(0);
		pen.fill();
	}
	const width = Number.parseFloat(style.borderBottomWidth) || 0;
	if (width > 0 && isSeen(style.borderBottomColor)) {
		pen.strokeStyle = style.borderBottomColor;
		pen.lineWidth = width;
		if (Number.parseFloat(style.borderTopWidth) > 0) trace(width / 2);
		else {
			// The scale bar: open at its top.
			pen.beginPath();
			pen.moveTo(box.x, box.y);
			pen.lineTo(box.x, box.bottom);
			pen.lineTo(box.right, box.bottom);
			pen.lineTo(box.right, box.y);
		}
		pen.stroke();
	}
}

function paintPath({ pen, left, top }: Painter, path: SVGPathElement): void {
	const matrix = path.getScreenCTM();
	if (matrix === null) return;
	const style = getComputedStyle(path);
	pen.save();
	pen.translate(-left, -top);
	pen.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
	const shape = new Path2D(path.getAttribute('d') ?? '');
	const width = Number.parseFloat(style.strokeWidth) || 0;
	if (width > 0 && isSeen(style.stroke)) {
		pen.lineWidth = width;
		pen.lineJoin = 'round';
		pen.strokeStyle = style.stroke;
		pen.stroke(shape);
	}
	if (isSeen(style.fill)) {
		pen.globalAlpha = Number.parseFloat(style.fillOpacity) || 1;
		pen.fillStyle = style.fill;
		pen.fill(shape);
	}
	pen.restore();
}

function paintText({ pen, left, top }: Painter, node: Text): void {
	const words = node.data.trim();
	const parent = node.parentElement;
	if (words === '' || parent === null) return;
	const range = document.createRange();
	range.selectNodeContents(node);
	const box = range.getBoundingClientRect();
	if (box.width <= 1) return;
	const style = getComputedStyle(parent);
	pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	pen.textAlign = 'left';
	pen.textBaseline = 'middle';
	const [x, y] = [box.x - left, box.y + box.height / 2 - top];
	const halo = Number.parseFloat(style.getPropertyValue('-webkit-text-stroke-width')) || 0;
	if (halo > 0) {
		pen.lineJoin = 'round';
		pen.lineWidth = halo;
		pen.strokeStyle = style.getPropertyValue('-webkit-text-stroke-color');
		pen.strokeText(words, x, y);
	}
	pen.fillStyle = style.color;
	pen.fillText(words, x, y);
}

/** Paints an element and all inside it; `skip` leaves out what matches a selector. */
export function paintElements(
	pen: CanvasRenderingContext2D,
	root: Element,
	origin: { left: number; top: number },
	skip: string,
): void {
	const painter: Painter = { pen, ...origin };
	const paint = (element: Element): void => {
		if (element.matches(skip) || !isShown(element)) return;
		if (element instanceof SVGPathElement) paintPath(painter, element);
		else if (element instanceof HTMLElement) paintBox(painter, element);
		for (const child of element.childNodes) {
			if (child instanceof Text) paintText(painter, child);
			else if (child instanceof Element) paint(child);
		}
	};
	paint(root);
}
