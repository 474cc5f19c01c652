// Readings on the real files of New York and Pingshan against a direct count of the same files by DuckDB.
// Skipped visibly without the data.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../../../electron/services/create-services.ts';
import type { Services } from '../../../../electron/services/services.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../../shared/contract/contract.ts';

const DATA = resolve('../shared/data');
const isAbsent = !existsSync(DATA);
if (isAbsent) console.log(`real figures skipped: no folder ${DATA}`);

type Readings = MethodOutput<'indicators.listReadings'>['readings'];

async function ask<M extends MethodName>(from: Services, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
	const reply = await from.dispatch(method, input);
	if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
	return reply.data as MethodOutput<M>;
}

/** A product and a database with the same real file in it. */
interface RealDistrict {
	read(input: MethodInput<'indicators.listReadings'>): Promise<Readings>;
	asOf(): Promise<string>;
	/** First row of a query, as numbers. */
	count(sql: string): Promise<number[]>;
	rows(sql: string): Promise<unknown[][]>;
	close(): Promise<void>;
}

async function openReal(profile: string, files: readonly string[], table: string): Promise<RealDistrict> {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-real-'));
	const services = await createServices({ cacheDir: dir, demo: 'never', version: 'test' });
	const profilePath = resolve(`tests/support/profiles/${profile}.json`);
	const refs: string[] = [];
	for (const file of files)
		refs.push(await services.registerFile(join(DATA, file), file.split('/').at(-1) ?? '', false));
	const start = { files: refs, profile: await services.registerFile(profilePath, `${profile}.json`, false) };
	const { runId } = await ask(services, 'imports.startRun', start);
	for (;;) {
		const run = await ask(services, 'imports.getRun', { runId });
		if (run.state !== 'running') {
			expect(run.reports.map(({ outcome }) => outcome)).toEqual(files.map(() => 'committed'));
			break;
		}
		await new Promise((done) => setTimeout(done, 50));
	}
	const db: DuckDBConnection = await (await DuckDBInstance.create(':memory:')).connect();
	await db.run(table);
	const rows = async (sql: string) => (await db.runAndReadAll(sql)).getRows() as unknown[][];
	return {
		read: async (input) => (await ask(services, 'indicators.listReadings', input)).readings,
		asOf: async () => (await ask(services, 'indicators.listReadings', { period: '2020' })).asOf ?? '',
		count: async (sql) => ((await rows(sql))[0] ?? []).map(Number),
		rows,
		async close() {
			db.closeSync();
			await services.close();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}

const PERIODS = [
	['2020-01', '2020-01-01', '2020-02-01'],
	['2020-W03', '2020-01-13', '2020-01-20'],
	['2020-01-15', '2020-01-15', '2020-01-16'],
	['2020', '2020-01-01', '2021-01-01'],
] as const;

describe.skipIf(isAbsent)('New York', () => {
	let real: RealDistrict;
	beforeAll(async () => {
		const folder = 'nyc311';
		const events = `${folder}/nyc311_jan2020_76731.csv`;
		const files = [`${folder}/borough.geojson`, `${folder}/community_district.geojson`, events];
		const instant = (column: string) => `try_strptime("${column}", '%-m/%-d/%y %-H:%M') AS ${column.toLowerCase()}`;
		real = await openReal(
			'new-york',
			files,
			`CREATE TABLE event AS SELECT Key AS id, ${instant('Created')}, ${instant('Closed')}, Status AS status
			FROM read_csv('${join(DATA, events)}', all_varchar = true)`,
		);
	}, 240_000);
	afterAll(() => real.close());

	it('knows its files until the last instant in them', async () => {
		const [[latest] = []] = await real.rows(
			'SELECT max(greatest(created, coalesce(closed, created)))::VARCHAR FROM event',
		);
		expect((await real.asOf()).slice(0, 19).replace('T', ' ')).toBe(latest);
	});

	it.each(PERIODS)('counts %s as the file does', async (period, from, to) => {
		const readings = await real.read({ period, areas: ['NYC'] });
		const found = new Map(readings.map((reading) => [reading.indicator, reading]));
		const inPeriod = (column: string) => `${column} >= '${from}' AND ${column} < '${to}'`;
		const t = `(SELECT least(TIMESTAMP '${to}', max(greatest(created, coalesce(closed, created)))) FROM event)`;
		const [accepted, ended] = await real.count(
			`SELECT count(*), count(*) FILTER (closed IS NOT NULL OR status = 'Closed') FROM event WHERE ${inPeriod('created')}`,
		);
		expect(found.get('OP01')).toMatchObject({ value: accepted, status: 'ok' });
		expect(found.get('OP03')).toMatchObject({ num: ended, den: accepted });
		const [open, closed] = await real.count(
			`SELECT count(*) FILTER (created <= ${t} AND NOT coalesce(closed <= ${t}, false)),
				count(*) FILTER (closed > ${t} - INTERVAL 28 DAY AND closed <= ${t}) FROM event`,
		);
		expect(found.get('OP06')).toMatchObject({ num: open, den: closed });
		const [hours, number] = await real.count(
			`SELECT median(epoch(closed - created) / 3600), count(*) FROM event WHERE ${inPeriod('closed')} AND closed >= created`,
		);
		expect(found.get('OP09')?.n).toBe(number);
		expect(found.get('OP09')?.value).toBeCloseTo(hours ?? Number.NaN, 6);
		// Every matter came from the public, and no limit, flag, rating or ledger was ever delivered.
		expect(found.get('DF01')).toMatchObject({ num: 0, den: accepted });
		expect(found.get('PP01')).toMatchObject({ num: accepted, den: accepted });
		for (const code of ['OP04', 'OP05', 'OP07', 'PP03', 'CO01', 'DG02', 'TM01', 'ID01']) {
			expect(found.get(code), code).toMatchObject({ status: 'notConnected', value: null });
		}
	});
});

describe.skipIf(isAbsent)('Pingshan', () => {
	let real: RealDistrict;
	beforeAll(async () => {
		const events = 'pingshan/pingshan_events_10000.csv';
		real = await openReal(
			'pingshan',
			[events],
			`CREATE TABLE event AS SELECT street, community, create_time::DATE AS day, archive_status AS flag
			FROM read_csv('${join(DATA, events)}', all_varchar = true)`,
		);
	}, 120_000);
	afterAll(() => real.close());

	it.each([
		['month', '%Y-%m'],
		['year', '%Y'],
	])('counts every street by %s as the file does', async (_, format) => {
		const rows = await real.rows(
			`SELECT strftime(day, '${format}'), street, count(*)::INT, count(*) FILTER (flag = 'intime')::INT FROM event GROUP BY ALL`,
		);
		const periods = [...new Set(rows.map(([period]) => String(period)))];
		let compared = 0;
		for (const period of periods) {
			const readings = await real.read({ period, level: 'town', indicators: ['OP01', 'OP03', 'OP04'] });
			for (const [, street, accepted, inTime] of rows.filter(([code]) => code === period)) {
				const of = (code: string) => readings.find((one) => one.indicator === code && one.areaName === street);
				if (!of('OP01')) continue;
				compared += 1;
				expect(of('OP01'), `${street} ${period}`).toMatchObject({ value: accepted });
				expect(of('OP03'), `${street} ${period}`).toMatchObject({ num: accepted, den: accepted });
				expect(of('OP04'), `${street} ${period}`).toMatchObject({ num: inTime, den: accepted });
			}
		}
		expect(compared).toBeGreaterThan(5);
	});
});
