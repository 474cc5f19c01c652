// Lays the product's readings beside the oracle's figures and names every difference, by indicator.

import type { ProductReading } from './ask-product.ts';
import type { OracleFigure } from './compute-figures.ts';

/** Differences of one indicator. */
export interface Difference {
	indicator: string;
	count: number;
	/** The first five: area, period, product, oracle. */
	first: string[];
}

export interface Comparison {
	compared: number;
	/** Readings that carry a value, so that a comparison of nothing but blanks is seen. */
	withValue: Map<string, number>;
	differences: Difference[];
}

/** Relative tolerance of means and medians; counts and ratios are compared exactly. */
const TOLERANCE = 1e-9;

function isSame(reading: ProductReading, figure: OracleFigure): boolean {
	if (reading.status !== figure.status || reading.num !== figure.num || reading.den !== figure.den) return false;
	const [a, b] = [reading.value, figure.value];
	if (a === null || b === null) return a === b;
	return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

function wordsOf({ num, den, value, status }: OracleFigure | ProductReading): string {
	return `${num}/${den}=${value} ${status}`;
}

/** Compares every reading with its figure; a reading without a figure, or a figure without a reading, is a difference. */
export function compareReadings(readings: readonly ProductReading[], figures: readonly OracleFigure[]): Comparison {
	const keyOf = ({ indicator, area, period }: { indicator: string; area: string; period: string }) =>
		`${indicator} ${area} ${period}`;
	const left = new Map(figures.map((figure) => [keyOf(figure), figure]));
	const found = new Map<string, Difference>();
	const withValue = new Map<string, number>();
	const note = (indicator: string, words: string): void => {
		const difference = found.get(indicator) ?? { indicator, count: 0, first: [] };
		difference.count += 1;
		if (difference.first.length < 5) difference.first.push(words);
		found.set(indicator, difference);
	};
	for (const reading of readings) {
		const key = keyOf(reading);
		const figure = left.get(key);
		left.delete(key);
		if (reading.value !== null && reading.value !== 0) {
			withValue.set(reading.indicator, (withValue.get(reading.indicator) ?? 0) + 1);
		}
		const place = `${reading.area} ${reading.period}`;
		if (!figure) note(reading.indicator, `${place}: product ${wordsOf(reading)}, oracle nothing`);
		else if (!isSame(reading, figure))
			note(reading.indicator, `${place}: product ${wordsOf(reading)}, oracle ${wordsOf(figure)}`);
	}
	const asked = new Set(readings.map(({ indicator }) => indicator));
	for (const figure of left.values()) {
		if (asked.has(figure.indicator))
			note(figure.indicator, `${figure.area} ${figure.period}: product nothing, oracle ${wordsOf(figure)}`);
	}
	return { compared: readings.length, withValue, differences: [...found.values()] };
}
