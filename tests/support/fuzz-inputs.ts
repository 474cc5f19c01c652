// Inputs that no parser should trust, made from a seed: any bytes, syntax soup, and good files spoilt in many ways.

import { makeRandom, pickInteger, pickOne, type Random } from '../../electron/services/sample/random.ts';

const SYNTAX = Buffer.from(',"\'\n\r\t;|{}[]:<>/=&#-+.eE0123456789\u0000\u00ff\u0081网格编号', 'utf8');

/** Bytes without any meaning. */
function anyBytes(random: Random, longest: number): Buffer {
	const length = pickInteger(random, 0, longest);
	const isSoup = random() < 0.5;
	return Buffer.from(
		Uint8Array.from({ length }, () =>
			isSoup ? (SYNTAX[pickInteger(random, 0, SYNTAX.length - 1)] as number) : pickInteger(random, 0, 255),
		),
	);
}

/** A good file with one to six faults: bytes changed, cut out, doubled, swapped, or its end lost. */
function spoil(random: Random, good: Buffer): Buffer {
	let bytes = Buffer.from(good);
	for (let fault = pickInteger(random, 1, 6); fault > 0 && bytes.length > 0; fault -= 1) {
		const from = pickInteger(random, 0, bytes.length - 1);
		const to = Math.min(bytes.length, from + pickInteger(random, 1, 40));
		switch (pickInteger(random, 0, 4)) {
			case 0:
				bytes[from] = pickInteger(random, 0, 255);
				break;
			case 1:
				bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
				break;
			case 2:
				bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
				break;
			case 3:
				bytes = Buffer.concat([bytes.subarray(0, from), anyBytes(random, 12), bytes.subarray(to)]);
				break;
			default:
				bytes = bytes.subarray(0, from);
		}
	}
	return bytes;
}

/** The inputs of one seed: `next` gives bytes and says what they were made from. */
export function makeFuzzer(
	seed: number,
	good: ReadonlyMap<string, Buffer>,
): { next(): { bytes: Buffer; from: string } } {
	const random = makeRandom(seed, 'fuzz');
	const names = [...good.keys()];
	return {
		next() {
			if (names.length === 0 || random() < 0.25) return { bytes: anyBytes(random, 400), from: 'any bytes' };
			const from = pickOne(random, names);
			return { bytes: spoil(random, good.get(from) as Buffer), from };
		},
	};
}
