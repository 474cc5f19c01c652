// The paper as a picture, at twice its size on the screen: its own markup and styles drawn as an image, so that the picture
// says exactly what the page says.

const SCALE = 2;
/** Longest side that a canvas can be trusted with, pixels. */
const LONGEST = 16_000;

function allStyles(): string {
	return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');
}

/** A PNG of an element as it stands; rejects where it cannot be drawn. */
export async function pictureOf(element: HTMLElement): Promise<Blob> {
	const { width, height } = element.getBoundingClientRect();
	const markup = new XMLSerializer().serializeToString(element);
	const styles = allStyles().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	const { lineHeight, fontSize } = getComputedStyle(document.body);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${styles}</style><foreignObject width="100%" height="100%"><body xmlns="http://www.w3.org/1999/xhtml" style="background:#ffffff;font-size:${fontSize};line-height:${lineHeight}">${markup}</body></foreignObject></svg>`;
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const scale = Math.min(SCALE, LONGEST / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	const pen = canvas.getContext('2d');
	if (pen === null) throw new Error('no canvas to draw on');
	pen.fillStyle = '#ffffff';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture has no bytes'))), 'image/png');
	});
}
