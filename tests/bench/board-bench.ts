// P3: the whole board, every indicator × one month with the month before × district and towns. P4: the same figures of
// one town, village or grid. Both against DuckDB over its own tables of the same exports; the answers must agree exactly.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerServices, type WorkerServices } from '../../electron/services/worker-client.ts';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import { type Period, periodOfDay, shiftPeriod } from '../../shared/domain/period.ts';
import { dayOf, toIsoDate } from '../../shared/domain/shanghai-time.ts';
import { ask } from './ask-services.ts';
import type { BenchResult } from './bench-result.ts';
import { gridhelm } from './gridhelm-command.ts';
import { timeMs, timePairs } from './ratio.ts';
import { measureCacheSize } from './size-bench.ts';
import { type BoardFigure, openWholeBoardReference, type WholeBoardReference } from './whole-board-reference.ts';
import type { BoardMonth, Scope } from './whole-board-sql.ts';

type Reading = MethodOutput<'indicators.listReadings'>['readings'][number];

/** What a pair asks for: a month and the one before it, in one scope. */
interface Question {
	months: [Period, Period];
	scope: Scope;
	/** Areas to ask the product for; the first is what the reference calls the district of the scope. */
	areas: string[];
}

/** Unmeasured pairs before: the first board of a revision also makes what every later one uses. */
const WARM_UPS = 2;
const MISSING = new Set(['notConnected', 'notDelivered']);

function boundsOf({ code, startS, endS, startDay, endDay }: Period): BoardMonth {
	return { code, startS, endS, firstDay: toIsoDate(startDay), lastDay: toIsoDate(endDay - 1) };
}

function isSame(ours: number | null, theirs: number | null): boolean {
	if (ours === null || theirs === null) return ours === theirs;
	return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));
}

/** Holds readings against the figures; counts what was compared. @throws naming the first differences */
function compare(
	readings: readonly Reading[],
	figures: ReadonlyMap<string, BoardFigure>,
	{ areas }: Question,
	withValue: Set<string>,
	lastChange: string,
): number {
	const wrong: string[] = [];
	let compared = 0;
	for (const reading of readings) {
		if (MISSING.has(reading.status)) continue;
		// Which grid stood at a point before grids were recut is not told by this delivery's one map.
		if (reading.indicator === 'DG05' && reading.period <= lastChange.slice(0, 7)) continue;
		const area = reading.area === areas[0] ? 'district' : reading.area;
		const figure = figures.get(`${reading.indicator} ${reading.period} ${area}`);
		compared += 1;
		if (reading.value !== null) withValue.add(reading.indicator);
		const agrees =
			figure !== undefined &&
			isSame(reading.num, figure.num) &&
			isSame(reading.den, figure.den) &&
			isSame(reading.value, figure.value);
		if (!agrees) {
			const theirs = figure ? `${figure.num}/${figure.den} = ${figure.value}` : 'nothing';
			wrong.push(
				`${reading.indicator} ${reading.area} ${reading.period}: ours ${reading.num}/${reading.den} = ${reading.value}, reference ${theirs}`,
			);
		}
	}
	if (wrong.length > 0) {
		throw new Error(`${wrong.length} of ${compared} readings differ\n${wrong.slice(0, 20).join('\n')}`);
	}
	return compared;
}

/** Towns, villages and grids in turn, spread over the district. */
function drillScopes(
	areas: MethodOutput<'areas.listAreas'>['areas'],
): { level: 'town' | 'village' | 'grid'; code: string }[] {
	const levels = ['town', 'village', 'grid'] as const;
	const codes = levels.map((level) => areas.filter((area) => area.level === level).map(({ code }) => code));
	return Array.from({ length: 30 }, (_, at) => {
		const ofLevel = codes[at % 3] ?? [];
		return { level: levels[at % 3] ?? 'town', code: ofLevel[(at * 37) % ofLevel.length] ?? '' };
	});
}

async function measure(
	services: WorkerServices,
	reference: WholeBoardReference,
	questionOf: (pair: number) => Question,
	pairs: number,
	checks: number,
) {
	const ours = ({ months: [before, month], areas }: Question) =>
		ask(services, 'indicators.listReadings', { period: `${before.code}..${month.code}`, areas });
	const theirs = ({ months, scope }: Question) => reference.compute(months.map(boundsOf), scope);
	const withValue = new Set<string>();
	let compared = 0;
	const measured = await timePairs(
		(pair) => timeMs(() => ours(questionOf(pair))),
		(pair) => timeMs(() => theirs(questionOf(pair))),
		pairs,
		WARM_UPS,
	);
	for (let pair = 0; pair < checks; pair += 1) {
		const question = questionOf(pair);
		compared += compare(
			(await ours(question)).readings,
			await theirs(question),
			question,
			withValue,
			reference.lastChange,
		);
	}
	return { measured, compared, indicators: withValue.size };
}

/** Runs P3 and P4, and tells P10 of the cache that they need. Every pair asks for months that nobody asked for before, so that no answer is a remembered one. */
export async function benchBoard(folder: string, events: number, pairs: number): Promise<BenchResult[]> {
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	const cacheDir = join(work, 'cache');
	await gridhelm(['import', folder, '--cache', cacheDir, '--json']);
	const cacheSize = measureCacheSize(folder, cacheDir, events);
	const reference = await openWholeBoardReference(folder, join(work, 'reference.duckdb'));
	const services = await startWorkerServices({ cacheDir, demo: 'never', version: 'bench' });
	try {
		const { areas } = await ask(services, 'areas.listAreas', {});
		const { definitions } = await ask(services, 'indicators.listDefinitions', {});
		const district = areas.find(({ level }) => level === 'district')?.code ?? '';
		const towns = areas.filter(({ level }) => level === 'town').map(({ code }) => code);
		const drills = drillScopes(areas);
		const last = shiftPeriod(periodOfDay('month', dayOf(reference.asOfS)), -1);
		const monthsBack = (back: number): [Period, Period] => [shiftPeriod(last, -back - 1), shiftPeriod(last, -back)];
		const boardOf = (pair: number): Question => ({
			months: monthsBack(2 * (pair + WARM_UPS)),
			scope: { kind: 'towns' },
			areas: [district, ...towns],
		});
		const drillOf = (pair: number): Question => {
			const { level, code } = drills[pair + WARM_UPS] ?? { level: 'town', code: district };
			return {
				months: monthsBack(2 * (pairs + pair + 2 * WARM_UPS)),
				scope: { kind: 'area', level, code },
				areas: [code],
			};
		};
		const board = await measure(services, reference, boardOf, pairs, 5);
		const drill = await measure(services, reference, drillOf, Math.min(pairs, 9), 9);
		const size = events.toLocaleString('en');
		const form = `DuckDB ${reference.version}, file database, default threads, warm, typed tables sorted by day, codes as enums, one statement`;
		return [
			{
				code: 'P3',
				work: `board of all ${definitions.length} indicators × ${towns.length + 1} areas × 2 months at ${size} events with every ledger, through the contract`,
				reference: form,
				goal: 0.35,
				nextGoals: '',
				pairs: board.measured,
				notes: [
					`${board.compared} readings of 5 pairs of months agree with the reference exactly, medians included; ${board.indicators} of ${definitions.length} indicators have a value in them`,
				],
			},
			{
				code: 'P4',
				work: `all ${definitions.length} indicators of one town, village or grid × 2 months at ${size} events, months nobody asked for before`,
				reference: form,
				goal: 0.2,
				nextGoals: '',
				pairs: drill.measured,
				notes: [`${drill.compared} readings of 9 drills agree with the reference exactly`],
			},
			cacheSize,
		];
	} finally {
		reference.close();
		await services.close();
		rmSync(work, { recursive: true, force: true });
	}
}
