// Runs the oracle's SQL over the raw exports of a district and gives every figure of every area and period.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadExports, type OraclePeriod } from './load-exports.ts';

/** A figure as the oracle sees it. */
export interface OracleFigure {
	indicator: string;
	area: string;
	period: string;
	num: number | null;
	den: number | null;
	value: number | null;
	status: string;
}

/** Indicators that add up as sums or as ratios of sums, and what a ratio is multiplied by. */
const ADDITIVE: Readonly<Record<string, number | 'count'>> = {
	OP01: 'count',
	OP03: 100,
	OP04: 100,
	OP05: 'count',
	OP06: 28,
	OP07: 100,
	OP08: 100,
	OP10: 'count',
	TM01: 100,
	TM03: 100,
	TM04: 100,
	ME03: 100,
	TM07: 100,
	DF01: 100,
	DF02: 100,
	DF05: 100,
	DF06: 100,
	DF08: 100,
	PP01: 100,
	PP03: 100,
	PP04: 100,
	PP05: 100,
	PP06: 100,
	ID01: 100,
	ID03: 100,
	ID04: 100,
	ID02: 100,
	ID05: 100,
	TM05: 100,
	DG02: 100,
	DG01: 100,
	DG03: 100,
	DG04: 100,
	DG05: 100,
	DG06: 100,
	CO01: 100,
	CO02: 100,
	CO03: 100,
	CO04: 100,
	ME01: 100,
	ME02: 100,
	ME04: 100,
	GU01: 100,
	GU02: 100,
	GU03: 100,
	GU04: 100,
};
const PER_THOUSAND = ['OP02', 'PP02'];

function kindsSql(): string {
	const rows = Object.entries(ADDITIVE).map(([code, scale]) =>
		scale === 'count' ? `('${code}', 'count', 1.0)` : `('${code}', 'ratio', ${scale}.0)`,
	);
	return `CREATE TABLE additive AS SELECT indicator, kind, scale::DOUBLE AS scale FROM (VALUES ${rows.join(', ')}) AS k(indicator, kind, scale);
		CREATE TABLE per_thousand AS SELECT unnest([${PER_THOUSAND.map((code) => `'${code}'`).join(', ')}]) AS indicator`;
}

/** All figures, from the raw files alone. `asOf` is wall-clock text. */
export async function computeFigures(
	folders: readonly string[],
	periods: readonly OraclePeriod[],
	asOf: string,
): Promise<OracleFigure[]> {
	const db = await loadExports(folders, periods, asOf);
	const folder = join(import.meta.dirname, 'sql');
	const files = globSync('*.sql', { cwd: folder }).sort();
	await db.run(kindsSql());
	for (const file of files) await db.run(readFileSync(join(folder, file), 'utf8'));
	const reader = await db.runAndReadAll('SELECT indicator, area, period, num, den, value, status FROM figure');
	const number = (value: unknown): number | null => (value === null ? null : Number(value));
	const figures = reader.getRows().map(([indicator, area, period, num, den, value, status]) => ({
		indicator: String(indicator),
		area: String(area),
		period: String(period),
		num: number(num),
		den: number(den),
		value: number(value),
		status: String(status),
	}));
	db.closeSync();
	return figures;
}
