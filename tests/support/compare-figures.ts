// Compares the engine with the naive program on random districts, at every level and kind of period, and prints
// one JSON line. Run as a program of its own, so that a test can put it into any time zone.

import { loadCatalogue } from '../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../electron/services/indicators/compute-readings.ts';
import { parsePeriodRange } from '../../shared/domain/period.ts';
import { instantOf, makeEngineSnapshot } from './make-engine-snapshot.ts';
import { naiveEventFigure } from './naive-event-figures.ts';
import { naiveFigure, readNaively } from './naive-figures.ts';
import { makeRandomDistrict } from './random-district.ts';

const PERIODS = [
	'2025..2026',
	'2025Q1..2026Q4',
	'2025-05..2026-08',
	'2025-W24..2025-W27',
	'2025-W52..2026-W02',
	'2026-W27..2026-W31',
	'2025-12-31..2026-01-01',
	'2026-07-10..2026-07-21',
	'2025-06-19..2025-06-22',
];
const VARIANTS: Record<string, string[]> = {
	OP01: ['headline', 'noSelf', 'self'],
	OP06: ['headline', 'all'],
	OP07: ['headline', 'all'],
	OP08: ['headline'],
	OP10: ['headline', 'class04', 'class10'],
	TM05: ['headline'],
	DF01: ['headline', 'all'],
	DF05: ['headline', 'inGrid'],
	DF07: ['headline'],
	PP01: ['headline', 'all'],
	PP03: ['headline', 'ratingRate'],
	ID03: ['headline'],
	DG02: ['headline'],
	DG05: ['headline'],
	CO01: ['headline', 'again'],
	CO03: ['headline', 'all'],
	OP02: ['headline', 'all'],
	OP03: ['headline', 'noSelf'],
	OP04: ['headline', 'all', 'orig'],
	OP05: ['headline'],
	OP09: ['headline', 'p90', 'all'],
};

function compare(seed: number): { compared: number; differences: string[] } {
	const district = makeRandomDistrict(seed, 300);
	const snapshot = makeEngineSnapshot(district);
	const periods = PERIODS.flatMap((code) => parsePeriodRange(code) ?? []);
	const differences: string[] = [];
	let compared = 0;
	for (const asOf of [null, '2026-03-15 08:00:00']) {
		const naive = readNaively(district, asOf);
		for (const [indicator, variants] of Object.entries(VARIANTS)) {
			for (const variant of variants) {
				const query = { indicators: [indicator], variant, periods };
				for (const level of ['district', 'town', 'village', 'grid'] as const) {
					const asked = asOf === null ? { ...query, level } : { ...query, level, asOfS: instantOf(asOf) };
					for (const reading of computeReadings(snapshot, loadCatalogue(), asked)) {
						const expected = naiveFigure(naive, reading.area, indicator, variant, reading.period, naiveEventFigure);
						const { num, den, value, n, status } = reading;
						const isSameValue =
							value === expected.value || Math.abs((value ?? Number.NaN) - (expected.value ?? 0)) < 1e-9;
						const isSame =
							num === expected.num && den === expected.den && n === expected.n && status === expected.status;
						compared += 1;
						if (isSame && isSameValue) continue;
						const found = JSON.stringify({ num, den, value, n, status });
						const what = [seed, indicator, variant, reading.area, reading.period, asOf].join(' ');
						differences.push(`${what}: engine ${found}, naive ${JSON.stringify(expected)}`);
					}
				}
			}
		}
	}
	return { compared, differences };
}

const results = process.argv.slice(2).map((seed) => compare(Number(seed)));
const compared = results.reduce((sum, result) => sum + result.compared, 0);
const differences = results.flatMap((result) => result.differences);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
process.stdout.write(
	`${JSON.stringify({ zone, compared, differences: differences.slice(0, 20), total: differences.length })}\n`,
);
