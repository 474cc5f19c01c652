// A4 of quality.md: to an eye without red or without green cones the lights stay apart, the steps of a ramp keep their
// order, and every light has a form of its own. Simulated after Machado, Oliveira and Fernandes (2009), whole loss.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lightPath } from '../../../renderer/ui/LightShape.tsx';

type Triple = readonly [number, number, number];

const SIGHTS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
};

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
const [lightTheme = '', darkTheme = ''] = css.split(":root[data-theme='dark']");
const THEMES = { light: lightTheme, dark: darkTheme };
type Theme = keyof typeof THEMES;

function tokenOf(theme: Theme, name: string): Triple {
	const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(THEMES[theme])?.[1];
	if (hex === undefined) throw new Error(`--${name} has no colour in the ${theme} theme`);
	const linear = [0, 2, 4].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return [linear[0] ?? 0, linear[1] ?? 0, linear[2] ?? 0];
}

const dot = (row: Triple, colour: Triple) => row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2];

/** What an eye sees of a colour, linear. */
function seen(sight: string, colour: Triple): Triple {
	const [red, green, blue] = SIGHTS[sight] ?? [];
	if (!red || !green || !blue) throw new Error(`${sight} is not known`);
	const clip = (value: number) => Math.min(1, Math.max(0, value));
	return [clip(dot(red, colour)), clip(dot(green, colour)), clip(dot(blue, colour))];
}

/** CIE L*a*b* under D65; L* from 0 to 100. */
function labOf(colour: Triple): Triple {
	const curve = (value: number) => (value > 216 / 24_389 ? Math.cbrt(value) : (24_389 / 27 / 116) * value + 16 / 116);
	const x = curve(dot([0.4124564, 0.3575761, 0.1804375], colour) / 0.95047);
	const y = curve(dot([0.2126729, 0.7151522, 0.072175], colour));
	const z = curve(dot([0.0193339, 0.119192, 0.9503041], colour) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: Triple, b: Triple): number {
	const [one, other] = [labOf(a), labOf(b)];
	return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

const LIGHTS = ['light-green', 'light-yellow', 'light-red', 'light-deep-red', 'light-none'] as const;
const RAMP = [0, 1, 2, 3, 4, 5].map((step) => `ramp-${step}`);
/** Several times what an eye can just tell apart (about 2.3). */
const APART = 10;

describe.each(Object.keys(SIGHTS))('under %s', (sight) => {
	test.each(['light', 'dark'] as const)('the lights of the %s theme stay apart', (theme) => {
		for (const [at, one] of LIGHTS.entries()) {
			for (const other of LIGHTS.slice(at + 1)) {
				const [a, b] = [seen(sight, tokenOf(theme, one)), seen(sight, tokenOf(theme, other))];
				expect(distance(a, b), `${one} and ${other}`).toBeGreaterThan(APART);
			}
		}
	});

	test.each(['light', 'dark'] as const)('the ramp of the %s theme keeps its order by lightness', (theme) => {
		const steps = RAMP.map((name) => labOf(seen(sight, tokenOf(theme, name)))[0]);
		for (const [at, lightness] of steps.entries()) {
			const next = steps[at + 1];
			if (next === undefined) continue;
			expect(theme === 'light' ? lightness - next : next - lightness, `step ${at}`).toBeGreaterThan(4);
		}
	});
});

test('every light has a form of its own', () => {
	const forms = (['green', 'yellow', 'red', 'deepRed', 'none'] as const).map(lightPath);
	expect(new Set(forms).size).toBe(forms.length);
});
