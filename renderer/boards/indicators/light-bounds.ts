// The bounds of green, yellow and red in print. Pure.

import type { IndicatorDefinition } from '../../stores/app-store.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';

const numberText = (value: number) => (Number.isInteger(value) ? formatInteger(value) : formatDecimal(value));

/** `≥95%`, `88–95%`, `<88%`; mirrored where lower is better; the band alone where there is one; null without a target or for a figure without a good end. */
export function lightBounds(
	{ direction, target, warning, goodBand }: Pick<IndicatorDefinition, 'direction' | 'target' | 'warning' | 'goodBand'>,
	unit: string,
): { light: 'green' | 'yellow' | 'red'; text: string }[] | null {
	if (goodBand !== null) {
		return [{ light: 'green', text: `${numberText(goodBand.low)}–${numberText(goodBand.high)}${unit}` }];
	}
	if (target === null || (direction !== 'up' && direction !== 'down')) return null;
	const isUp = direction === 'up';
	const at = (sign: string, value: number) => `${sign}${numberText(value)}${unit}`;
	const green = { light: 'green' as const, text: at(isUp ? '≥' : '≤', target) };
	if (warning === null) return [green];
	const [low, high] = isUp ? [warning, target] : [target, warning];
	return [
		green,
		{ light: 'yellow', text: `${numberText(low)}–${numberText(high)}${unit}` },
		{ light: 'red', text: at(isUp ? '<' : '>', warning) },
	];
}
