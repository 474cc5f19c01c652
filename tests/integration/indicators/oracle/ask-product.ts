// What the product says of a district: imports the deliveries one after the other and asks the contract, as a host would.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices } from '../../../../electron/services/create-services.ts';
import type { Services } from '../../../../electron/services/services.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../../shared/contract/contract.ts';
import type { OraclePeriod } from './load-exports.ts';

export type ProductReading = MethodOutput<'indicators.listReadings'>['readings'][number];

/** A product with a district in it. */
export interface AskedProduct {
	/** Outcome of every file of every delivery. */
	reports: MethodOutput<'imports.getRun'>['reports'];
	/** As-of of the readings as wall-clock text. */
	asOf: string;
	/** Codes of all areas that readings are asked for. */
	areas: string[];
	/** Codes of the catalogue's indicators. */
	indicators: string[];
	/** Readings of all areas for the given periods and indicators. */
	read(periods: readonly OraclePeriod[], indicators: readonly string[]): Promise<ProductReading[]>;
	/** Any question of the contract. */
	call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
	/** Readings of every variant as `CODE@variant`, and of some units as `CODE#unit`. */
	readVariants(periods: readonly OraclePeriod[]): Promise<ProductReading[]>;
	close(): Promise<void>;
}

const UNITS = ['综合执法局', '住建局', '市场监管局', '应急管理局'];
const BY_UNIT = ['OP01', 'OP04', 'CO01', 'CO02', 'ME01'];
const LEVELS = ['district', 'town', 'village', 'grid'] as const;

async function ask<M extends MethodName>(from: Services, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
	const reply = await from.dispatch(method, input);
	if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
	return reply.data as MethodOutput<M>;
}

/** Imports the folders in their order into a cache of its own. */
export async function askProduct(folders: readonly string[]): Promise<AskedProduct> {
	const cacheDir = mkdtempSync(join(tmpdir(), 'gridhelm-oracle-'));
	const services = await createServices({ cacheDir, demo: 'never', version: 'test' });
	const reports: AskedProduct['reports'] = [];
	for (const folder of folders) {
		const file = await services.registerFile(folder, 'exports', false);
		const { runId } = await ask(services, 'imports.startRun', { files: [file] });
		for (;;) {
			const run = await ask(services, 'imports.getRun', { runId });
			if (run.state !== 'running') {
				reports.push(...run.reports);
				break;
			}
			await new Promise((resolve) => setTimeout(resolve, 25));
		}
	}
	const { definitions } = await ask(services, 'indicators.listDefinitions', {});
	const first = await ask(services, 'indicators.listReadings', { period: '2026', indicators: ['OP01'] });
	const { areas } = await ask(services, 'areas.listAreas', {});
	return {
		reports,
		asOf: (first.asOf ?? '').slice(0, 19).replace('T', ' '),
		areas: areas.filter(({ level }) => LEVELS.some((each) => each === level)).map(({ code }) => code),
		indicators: definitions.map(({ code }) => code),
		call: (method, input) => ask(services, method, input),
		async read(periods, indicators) {
			const found: ProductReading[] = [];
			for (const { code } of periods) {
				for (const level of LEVELS) {
					const input = { period: code, level, indicators: [...indicators] };
					found.push(...(await ask(services, 'indicators.listReadings', input)).readings);
				}
			}
			return found;
		},
		async readVariants(periods) {
			const byName = new Map<string, string[]>();
			for (const { code, variants } of definitions) {
				for (const { name } of variants) byName.set(name, [...(byName.get(name) ?? []), code]);
			}
			byName.delete('headline');
			const found: ProductReading[] = [];
			for (const { code: period } of periods) {
				for (const level of LEVELS) {
					for (const [variant, indicators] of byName) {
						const { readings } = await ask(services, 'indicators.listReadings', { period, level, indicators, variant });
						found.push(...readings.map((each) => ({ ...each, indicator: `${each.indicator}@${variant}` })));
					}
					const input = { period, level, indicators: BY_UNIT, units: UNITS };
					const { readings } = await ask(services, 'indicators.listReadings', input);
					found.push(...readings.map((each) => ({ ...each, indicator: `${each.indicator}#${each.unit}` })));
				}
			}
			return found;
		},
		async close() {
			await services.close();
			rmSync(cacheDir, { recursive: true, force: true });
		},
	};
}
