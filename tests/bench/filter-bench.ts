// P5: the free filter (class × source × unit × days × area) with all its lists: count, trend by day, ranking of units
// and classes, map of towns; against DuckDB over its own table of the same rows. The counts must agree exactly.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerServices, type WorkerServices } from '../../electron/services/worker-client.ts';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import { periodOfDay, shiftPeriod } from '../../shared/domain/period.ts';
import { dayOf } from '../../shared/domain/shanghai-time.ts';
import { ask } from './ask-services.ts';
import { type BenchDistrict, DISTRICT_END_S } from './bench-district.ts';
import type { BenchResult } from './bench-result.ts';
import { type FilterAnswer, type FilterChoice, openFilterReference } from './filter-reference.ts';
import { gridhelm } from './gridhelm-command.ts';
import { timeMs, timePairs } from './ratio.ts';

type Facets = MethodOutput<'events.getFacets'>;
type Filter = MethodInput<'events.getFacets'>['filter'];

function answerOf(facets: Facets): FilterAnswer {
	const counts = (values: readonly { count: number }[]) =>
		values
			.map(({ count }) => count)
			.filter((count) => count > 0)
			.sort((a, b) => b - a);
	return {
		total: facets.total,
		categories: counts(facets.categories),
		sources: counts(facets.sources),
		units: counts(facets.units),
		statuses: counts(facets.statuses),
		areas: counts(facets.areas),
		dayTotal: facets.days.bars.reduce((sum, { count }) => sum + count, 0),
	};
}

/** A district in the product and in the reference, and questions of both. */
interface FilterCase {
	events: number;
	services: WorkerServices;
	version: string;
	ours(pair: number): Promise<Facets>;
	reference(pair: number): Promise<FilterAnswer>;
	/** District and towns. */
	areas: string[];
	/** @throws naming the first filter whose counts differ */
	check(pairs: readonly number[]): Promise<void>;
	close(): Promise<void>;
}

async function openCase(district: BenchDistrict, work: string): Promise<FilterCase> {
	const cacheDir = join(work, `cache-${district.events}`);
	const { unitsFile, gridsFile, eventsFile } = district;
	await gridhelm(['import', unitsFile, gridsFile, eventsFile, '--cache', cacheDir, '--json']);
	const reference = await openFilterReference({
		databaseFile: join(work, `reference-${district.events}.duckdb`),
		eventsFile: district.eventsUtf8File,
		unitsFile: district.unitsUtf8File,
		gridsFile,
	});
	const services = await startWorkerServices({ cacheDir, demo: 'never', version: 'bench' });
	const { areas } = await ask(services, 'areas.listAreas', {});
	const towns = areas.filter(({ level }) => level === 'town');
	const first = await ask(services, 'events.getFacets', { filter: {} });
	const codes = {
		domain: new Map(first.domains.map(({ zh, code }) => [zh, code])),
		source: new Map(first.sources.map(({ zh, code }) => [zh, code])),
		town: new Map(towns.map(({ name, code }) => [name, code])),
	};
	const known = async (column: 'domain' | 'source' | 'town') =>
		(await reference.words(column)).filter((word) => codes[column].has(word)).slice(0, 7);
	const [domains, sources, townNames] = [await known('domain'), await known('source'), await known('town')];
	const units = (await reference.words('unit')).slice(0, 5);
	const pick = (words: readonly string[], pair: number): string | null => words[Math.abs(pair) % words.length] ?? null;
	const choiceOf = (pair: number): FilterChoice => {
		const year = 2022 + (Math.abs(pair) % 4);
		return {
			domain: pick(domains, pair),
			source: pair % 2 === 0 ? pick(sources, pair) : null,
			unit: pair % 3 === 0 ? pick(units, pair) : null,
			days: [`${year}-03-${String(1 + (Math.abs(pair) % 28)).padStart(2, '0')}`, `${year + 1}-02-28`],
			town: pair % 2 === 0 ? null : pick(townNames, pair),
		};
	};
	const filterOf = ({ domain, source, unit, days, town }: FilterChoice): Filter => ({
		...(domain !== null && { category: codes.domain.get(domain) ?? domain }),
		...(source !== null && { source: codes.source.get(source) ?? source }),
		...(unit !== null && { unit }),
		...(days !== null && { from: days[0], to: days[1] }),
		...(town !== null && { area: codes.town.get(town) ?? town }),
	});
	const ours = (pair: number) => ask(services, 'events.getFacets', { filter: filterOf(choiceOf(pair)) });
	return {
		events: district.events,
		services,
		version: reference.version,
		ours,
		reference: (pair) => reference.count(choiceOf(pair)),
		areas: [areas.find(({ level }) => level === 'district')?.code ?? '', ...towns.map(({ code }) => code)],
		async check(pairs) {
			for (const pair of pairs) {
				const [mine, theirs] = [answerOf(await ours(pair)), await reference.count(choiceOf(pair))];
				// Below a town the map counts its villages; the reference knows towns only.
				if (choiceOf(pair).town !== null) mine.areas = theirs.areas;
				if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
					throw new Error(
						`P5: ${JSON.stringify(choiceOf(pair))}\nours ${JSON.stringify(mine)}\nreference ${JSON.stringify(theirs)}`,
					);
				}
			}
		},
		async close() {
			reference.close();
			await services.close();
		},
	};
}

async function measureCase(filter: FilterCase, pairs: number, goal: number): Promise<BenchResult> {
	const checks = [-2, -1, 0, 1, 2, 3, 4, 5, 6];
	await filter.check(checks);
	return {
		code: 'P5',
		work: `free filter with its seven lists at ${filter.events.toLocaleString('en')} events, through the contract`,
		reference: `DuckDB ${filter.version}, file database, warm, words as enums, sorted by day, one statement`,
		goal,
		nextGoals: '',
		pairs: await timePairs(
			(pair) => timeMs(() => filter.ours(pair)),
			(pair) => timeMs(() => filter.reference(pair)),
			pairs,
			pairs > 1 ? 3 : 0,
		),
		notes: [`all counts of ${checks.length} filters agree with the reference exactly`],
	};
}

/** What a board costs on more events, beside the same board on fewer; every pair asks for other months. */
async function measureGrowth(large: FilterCase, small: FilterCase, pairs: number): Promise<BenchResult> {
	const last = shiftPeriod(periodOfDay('month', dayOf(DISTRICT_END_S)), -1);
	const board = (one: FilterCase) => (pair: number) => {
		const month = shiftPeriod(last, -2 * (pair + 2));
		const period = `${shiftPeriod(month, -1).code}..${month.code}`;
		return timeMs(() => ask(one.services, 'indicators.listReadings', { period, areas: one.areas }));
	};
	return {
		code: 'P3',
		work: `the same board (all indicators that events alone give) at ${large.events.toLocaleString('en')} events`,
		reference: `at ${small.events.toLocaleString('en')} events`,
		goal: large.events / small.events,
		nextGoals: '',
		pairs: await timePairs(board(large), board(small), pairs, pairs > 1 ? 2 : 0),
		notes: ['the ratio is how the cost of a board grows with five times the events'],
	};
}

/** Runs P5 on a district and, where there is one, on a larger one, with the growth of a board between the two. */
export async function benchFilter(
	district: BenchDistrict,
	larger: BenchDistrict | null,
	pairs: number,
): Promise<BenchResult[]> {
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	const open: FilterCase[] = [];
	try {
		const small = await openCase(district, work);
		open.push(small);
		const results = [await measureCase(small, pairs, 0.3)];
		if (larger !== null) {
			const large = await openCase(larger, work);
			open.push(large);
			results.push(await measureCase(large, pairs, 0.4), await measureGrowth(large, small, Math.min(pairs, 9)));
		}
		return results;
	} finally {
		for (const one of open) await one.close();
		rmSync(work, { recursive: true, force: true });
	}
}
