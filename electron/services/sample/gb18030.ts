// Text to GB 18030 bytes. The runtime decodes GB 18030 but does not encode it; the table is its decoder turned round.

let singleTable: Uint16Array | null = null;
let fourTable: Int32Array | null = null;

const FIRST = 0x81;
const LAST = 0xfe;

/** Two-byte codes by UTF-16 unit (0 = none), and linear four-byte indexes by UTF-16 unit (-1 = none). */
function tables(): { two: Uint16Array; four: Int32Array } {
	if (singleTable && fourTable) return { two: singleTable, four: fourTable };
	const decoder = new TextDecoder('gb18030');
	const two = new Uint16Array(65_536);
	const four = new Int32Array(65_536).fill(-1);
	const codes: number[] = [];
	for (let lead = FIRST; lead <= LAST; lead += 1) {
		for (let trail = 0x40; trail <= LAST; trail += 1) if (trail !== 0x7f) codes.push(lead, trail, 0x0a);
	}
	decoder
		.decode(Uint8Array.from(codes))
		.split('\n')
		.forEach((text, index) => {
			const unit = text.charCodeAt(0);
			if (text.length === 1 && unit !== 0xfffd) {
				two[unit] = ((codes[index * 3] as number) << 8) | (codes[index * 3 + 1] as number);
			}
		});
	// 0x81308130 … 0x8431A439 are the rest of the basic plane, in order.
	const linear: number[] = [];
	for (let index = 0; index < 39_420; index += 1) linear.push(...fourBytes(index), 0x0a);
	decoder
		.decode(Uint8Array.from(linear))
		.split('\n')
		.forEach((text, index) => {
			const unit = text.charCodeAt(0);
			if (text.length === 1 && unit !== 0xfffd && two[unit] === 0) four[unit] = index;
		});
	singleTable = two;
	fourTable = four;
	return { two, four };
}

function fourBytes(linear: number): [number, number, number, number] {
	return [
		FIRST + Math.floor(linear / 12_600),
		0x30 + (Math.floor(linear / 1260) % 10),
		FIRST + (Math.floor(linear / 10) % 126),
		0x30 + (linear % 10),
	];
}

/** Bytes of a text in GB 18030. Characters without a code (lone surrogates) become `?`. */
export function encodeGb18030(text: string): Uint8Array {
	const { two, four } = tables();
	const bytes = new Uint8Array(text.length * 4);
	let at = 0;
	for (let i = 0; i < text.length; i += 1) {
		const unit = text.charCodeAt(i);
		if (unit < 0x80) {
			bytes[at++] = unit;
			continue;
		}
		const pair = two[unit] as number;
		if (pair !== 0) {
			bytes[at++] = pair >> 8;
			bytes[at++] = pair & 0xff;
			continue;
		}
		let linear = four[unit] as number;
		if (unit >= 0xd800 && unit <= 0xdbff) {
			const point = text.codePointAt(i) as number;
			if (point > 0xffff) {
				// 0x90308130 is U+10000.
				linear = 189_000 + (point - 0x10000);
				i += 1;
			}
		}
		if (linear < 0) {
			bytes[at++] = 0x3f;
			continue;
		}
		const [a, b, c, d] = fourBytes(linear);
		bytes[at++] = a;
		bytes[at++] = b;
		bytes[at++] = c;
		bytes[at++] = d;
	}
	return bytes.subarray(0, at);
}
