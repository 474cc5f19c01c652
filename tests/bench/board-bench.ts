// P3: the whole board (six indicators × one month × district and towns, with the month before) against DuckDB,
// which computes the same from its own table of the same rows. The answers must agree exactly.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerServices, type WorkerServices } from '../../electron/services/worker-client.ts';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { type Period, periodOfDay, shiftPeriod } from '../../shared/domain/period.ts';
import { dayOf } from '../../shared/domain/shanghai-time.ts';
import type { BenchDistrict } from './bench-district.ts';
import type { BenchResult } from './bench-result.ts';
import { openBoardReference, type ReferenceRow } from './board-reference.ts';
import { gridhelm } from './gridhelm-command.ts';
import { timeMs, timePairs } from './ratio.ts';

const INDICATORS = ['OP01', 'OP02', 'OP03', 'OP04', 'OP05', 'OP09'];

type Readings = MethodOutput<'indicators.listReadings'>['readings'];

async function ask<T>(services: WorkerServices, method: string, input: unknown): Promise<T> {
	const reply = await services.dispatch(method, input);
	if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
	return reply.data as T;
}

/** Differences between our readings and the reference's rows, in words; empty when they agree. */
function differences(readings: Readings, rows: readonly ReferenceRow[], districtCode: string): string[] {
	const key = (indicator: string, period: string, area: string) => `${indicator} ${period} ${area}`;
	const expected = new Map(rows.map((row) => [key(row.indicator, row.period, row.town ?? districtCode), row]));
	const found: string[] = [];
	if (readings.length !== expected.size)
		found.push(`${readings.length} readings, ${expected.size} rows of the reference`);
	const isSame = (ours: number | null, theirs: number | null) =>
		ours === null || theirs === null
			? ours === theirs
			: Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));
	for (const reading of readings) {
		const name = key(reading.indicator, reading.period, reading.area);
		const row = expected.get(name);
		if (!row) found.push(`${name}: not in the reference`);
		else if (!isSame(reading.num, row.num) || !isSame(reading.den, row.den) || !isSame(reading.value, row.value)) {
			found.push(
				`${name}: ours ${reading.num}/${reading.den} = ${reading.value}, reference ${row.num}/${row.den} = ${row.value}`,
			);
		}
	}
	return found;
}

/** Runs P3. Every pair asks for another month, so that no answer can be a remembered one. */
export async function benchBoard(district: BenchDistrict, pairs: number): Promise<BenchResult> {
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	const cacheDir = join(work, 'cache');
	const { unitsFile, gridsFile, eventsFile } = district;
	await gridhelm(['import', unitsFile, gridsFile, eventsFile, '--cache', cacheDir, '--json']);
	const services = await startWorkerServices({ cacheDir, demo: 'never', version: 'bench' });
	const reference = await openBoardReference({
		databaseFile: join(work, 'reference.duckdb'),
		eventsFile: district.eventsUtf8File,
		unitsFile: district.unitsUtf8File,
		gridsFile,
	});
	try {
		const { areas } = await ask<MethodOutput<'areas.listAreas'>>(services, 'areas.listAreas', {});
		const districtCode = areas.find(({ level }) => level === 'district')?.code ?? '';
		const codes = [districtCode, ...areas.filter(({ level }) => level === 'town').map(({ code }) => code)];
		const last = shiftPeriod(periodOfDay('month', dayOf(reference.asOfS)), -1);
		const monthsOf = (pair: number): [Period, Period] => {
			const month = shiftPeriod(last, -(pair + 2));
			return [shiftPeriod(month, -1), month];
		};
		const board = ([before, month]: [Period, Period]) =>
			ask<MethodOutput<'indicators.listReadings'>>(services, 'indicators.listReadings', {
				period: `${before.code}..${month.code}`,
				areas: codes,
				indicators: INDICATORS,
			});

		let checked = 0;
		for (const pair of [-2, -1, 0, 1, 5, 11, 23]) {
			const months = monthsOf(pair);
			const { readings } = await board(months);
			const wrong = differences(readings, await reference.compute(months), districtCode);
			if (wrong.length > 0) {
				throw new Error(`P3: ${wrong.length} of ${readings.length} readings differ\n${wrong.slice(0, 20).join('\n')}`);
			}
			checked += readings.length;
		}
		const measured = await timePairs(
			(pair) => timeMs(() => board(monthsOf(pair))),
			(pair) => timeMs(() => reference.compute(monthsOf(pair))),
			pairs,
			pairs > 1 ? 2 : 0,
		);
		return {
			code: 'P3',
			work: `board of ${INDICATORS.length} indicators × ${codes.length} areas × 2 months at ${district.events.toLocaleString('en')} events, through the contract`,
			reference: `DuckDB ${reference.version}, file database, warm, one statement over its own typed table`,
			goal: 1,
			nextGoals: '≤ 0.35',
			pairs: measured,
			notes: [`${checked} readings over 7 pairs of months agree with the reference exactly, medians included`],
		};
	} finally {
		reference.close();
		await services.close();
		rmSync(work, { recursive: true, force: true });
	}
}
