// The lie of the land of the fictional district, in kilometres from its centre: outline with bays, river, lakes.
// Pure functions of the seed; knows nothing of grids or of longitude and latitude.

import { makeNoise, makeRandom } from './random.ts';

/** Half axes of the district, kilometres. */
export const HALF_WIDTH_KM = 20.5;
export const HALF_HEIGHT_KM = 13;

export interface Lake {
	x: number;
	y: number;
	/** Mean radius, kilometres. */
	radius: number;
	name: string;
}

export interface Terrain {
	isInside(x: number, y: number): boolean;
	/** The river runs west to east as y(x). */
	riverY(x: number): number;
	riverHalfWidth(x: number): number;
	/** The stream comes from the north as x(y) and ends in the river. */
	streamX(y: number): number;
	/** Which bank a place lies on: places on different banks have different numbers. */
	bankOf(x: number, y: number): number;
	lakes: Lake[];
	/** Shore of a lake at an angle (radians), kilometres from its centre. */
	shoreRadius(lake: Lake, angle: number): number;
}

interface Bump {
	angle: number;
	width: number;
	depth: number;
}

function bumpAt(bump: Bump, angle: number): number {
	let distance = Math.abs(angle - bump.angle);
	if (distance > Math.PI) distance = 2 * Math.PI - distance;
	return bump.depth * Math.exp(-((distance / bump.width) ** 2));
}

/** Makes the land of a seed. */
export function makeTerrain(seed: number): Terrain {
	const random = makeRandom(seed, 'terrain');
	const phase = [random() * 6.28, random() * 6.28, random() * 6.28, random() * 6.28];
	const coarse = makeNoise(seed ^ 0x51ed27);
	const fine = makeNoise(seed ^ 0x2a71c3);
	const wave = (index: number, value: number): number => Math.sin(value + (phase[index] as number));
	const riverY = (x: number): number => -1.7 + 1.5 * wave(0, x / 5.2) + 0.7 * wave(1, x / 2.3) - 0.03 * x;
	const streamX = (y: number): number => -5.5 + 1.6 * wave(2, y / 3.4) + 0.5 * wave(3, y / 1.3) - 0.25 * y;
	const mouth = Math.atan2(riverY(HALF_WIDTH_KM) / HALF_HEIGHT_KM, 1);
	// Bays bite into the east coast, capes reach out of it; the hill sides are calmer.
	const bumps: Bump[] = [
		{ angle: mouth, width: 0.085, depth: -0.21 },
		{ angle: mouth + 0.3, width: 0.18, depth: 0.07 },
		{ angle: mouth - 0.3, width: 0.16, depth: 0.05 },
		{ angle: 0.95 + random() * 0.2, width: 0.12, depth: -0.17 },
		{ angle: -1.0 - random() * 0.2, width: 0.1, depth: -0.12 },
		{ angle: 2.45 + random() * 0.3, width: 0.2, depth: -0.14 },
		{ angle: -2.3 - random() * 0.3, width: 0.25, depth: 0.08 },
		{ angle: 1.7 + random() * 0.2, width: 0.2, depth: 0.07 },
	];
	const isInside = (x: number, y: number): boolean => {
		const dx = x / HALF_WIDTH_KM;
		const dy = y / HALF_HEIGHT_KM;
		const angle = Math.atan2(dy, dx);
		let limit = 0.93 + 0.05 * Math.cos(4 * angle);
		for (const bump of bumps) limit += bumpAt(bump, angle);
		limit += 0.07 * coarse(x / 6, y / 6) + 0.035 * fine(x / 1.6, y / 1.6);
		return dx * dx + dy * dy < limit * limit;
	};
	const lakes: Lake[] = [
		{ x: -9.5 + random(), y: 3.4 + random(), radius: 0.95, name: '镜湖水库' },
		{ x: 9.2 + random(), y: -6.2 + random(), radius: 0.7, name: '雁湖' },
		{ x: 2.2 + random() * 0.5, y: 2.1 + random() * 0.4, radius: 0.32, name: '砚池' },
		{ x: -12.5 + random(), y: -5.4 + random(), radius: 0.55, name: '青龙水库' },
	];
	return {
		isInside,
		riverY,
		riverHalfWidth: (x) => 0.07 + 0.16 * Math.max(0, (x + HALF_WIDTH_KM) / (2 * HALF_WIDTH_KM)) ** 2,
		streamX,
		bankOf: (x, y) => (y < riverY(x) ? 0 : x < streamX(y) ? 1 : 2),
		lakes,
		shoreRadius: (lake, angle) =>
			lake.radius *
			(1 +
				0.3 * wave(0, 2 * angle + lake.x) +
				0.16 * wave(1, 3 * angle + lake.y) +
				0.1 * wave(2, 5 * angle - lake.x) +
				0.05 * wave(3, 9 * angle)),
	};
}
