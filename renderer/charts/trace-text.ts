// Where the words of an element stand, line by line, as they are on the screen. Measures; draws nothing.

export interface TextLine {
	text: string;
	/** In the window, CSS pixels. */
	box: DOMRect;
}

/** Ends words that have no more room. */
const CUT_MARK = '…';

/** The lines of one text node. Words that the screen cuts at the edge of their box end in … here too. */
export function traceText(node: Text): TextLine[] {
	const parent = node.parentElement;
	if (parent === null || node.data.trim() === '') return [];
	const range = document.createRange();
	range.selectNodeContents(node);
	const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
	const first = rects[0];
	if (first === undefined) return [];
	const style = getComputedStyle(parent);
	const isCut = style.textOverflow === 'ellipsis' && parent.scrollWidth > parent.clientWidth;
	if (rects.length === 1 && !isCut) return [{ text: node.data.trim(), box: first }];

	const edge = isCut ? parent.getBoundingClientRect().right - Number.parseFloat(style.fontSize) : Infinity;
	const lines: TextLine[] = [];
	for (let at = 0; at < node.data.length; at += 1) {
		range.setStart(node, at);
		range.setEnd(node, at + 1);
		const rect = range.getBoundingClientRect();
		if (rect.width === 0) continue;
		if (rect.right > edge) {
			const last = lines.at(-1);
			if (last) last.text += CUT_MARK;
			break;
		}
		const line = lines.at(-1);
		if (line && rect.top < line.box.bottom - rect.height / 2 && rect.left >= line.box.right - 1) {
			line.text += node.data.charAt(at);
			line.box = new DOMRect(line.box.x, line.box.y, rect.right - line.box.x, line.box.height);
		} else lines.push({ text: node.data.charAt(at), box: rect });
	}
	return lines.map(({ text, box }) => ({ text: text.trimEnd(), box })).filter(({ text }) => text !== '');
}
