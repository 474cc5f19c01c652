// The reference of P5: the same cross-filter as DuckDB SQL over its own table, words as enums, sorted by day. Written
// from what the lists mean, never from the product's code; it imports none of it.

import { DuckDBInstance } from '@duckdb/node-api';
import { loadPlaces, type ReferenceFiles } from './reference-tables.ts';

export interface FilterChoice {
	/** Domain, as the export words it (事件大类); null for any. */
	domain: string | null;
	source: string | null;
	unit: string | null;
	/** First and last accepted day, both included; null for any. */
	days: readonly [string, string] | null;
	/** Name of a town; null for the district. */
	town: string | null;
}

/** Counts of each list, largest first, words left out; `days` by day. */
export interface FilterAnswer {
	total: number;
	categories: number[];
	sources: number[];
	units: number[];
	statuses: number[];
	areas: number[];
	dayTotal: number;
}

export interface FilterReference {
	count(choice: FilterChoice): Promise<FilterAnswer>;
	/** The most frequent words, for filters that find something. */
	words(column: 'domain' | 'source' | 'unit' | 'town'): Promise<string[]>;
	version: string;
	close(): void;
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

function statement({ domain, source, unit, days, town }: FilterChoice): string {
	const tests: Record<string, string> = {
		category: domain === null ? 'true' : `domain = ${quote(domain)}`,
		source: source === null ? 'true' : `source = ${quote(source)}`,
		unit: unit === null ? 'true' : `unit = ${quote(unit)}`,
		day: days === null ? 'true' : `day BETWEEN DATE ${quote(days[0])} AND DATE ${quote(days[1])}`,
	};
	const place = town === null ? 'true' : `town = ${quote(town)}`;
	const where = (but: string | null) =>
		[place, ...Object.entries(tests).flatMap(([name, test]) => (name === but ? [] : [test]))].join(' AND ');
	const list = (name: string, column: string, but: string | null) =>
		`SELECT ${quote(name)} AS list, ${column}::VARCHAR AS word, count(*)::INTEGER AS n FROM event
		WHERE ${where(but)} AND ${column} IS NOT NULL GROUP BY ALL`;
	return [
		`SELECT 'total' AS list, NULL AS word, count(*)::INTEGER AS n FROM event WHERE ${where(null)}`,
		list('categories', 'category', 'category'),
		list('sources', 'source', 'source'),
		list('units', 'unit', 'unit'),
		list('statuses', 'status', null),
		list('areas', 'town', null),
		list('days', 'day', 'day'),
	].join(' UNION ALL ');
}

/** Loads the exports into a new database file, default threads. */
export async function openFilterReference(files: ReferenceFiles): Promise<FilterReference> {
	const instance = await DuckDBInstance.create(files.databaseFile);
	const connection = await instance.connect();
	await loadPlaces(connection, files);
	const word = (column: string) => `nullif(${column}, '')`;
	await connection.run(`CREATE TABLE delivered AS
		SELECT ${word('事件大类')} AS domain, 事件大类 || '/' || 事件小类 AS category, ${word('事件来源')} AS source,
			${word('承办单位')} AS unit, ${word('事件状态')} AS status, t.name AS town,
			TRY_CAST(coalesce(nullif(受理时间, ''), CASE WHEN 是否自报自结 = '是' THEN 上报时间 END) AS TIMESTAMP)::DATE AS day
		FROM read_csv('${files.eventsFile}', all_varchar = true) e
		LEFT JOIN grid_town g ON g.grid = e.网格编码
		LEFT JOIN point_town p ON p.event_id = e.事件编号
		LEFT JOIN town named ON named.name = e.所属镇街
		LEFT JOIN town t ON t.code = coalesce(g.town, p.town, named.code)`);
	const columns = ['domain', 'category', 'source', 'unit', 'status', 'town'];
	for (const column of columns) {
		await connection.run(
			`CREATE TYPE ${column}_word AS ENUM (SELECT DISTINCT ${column} FROM delivered WHERE ${column} IS NOT NULL)`,
		);
	}
	await connection.run(`CREATE TABLE event AS SELECT ${columns.map((column) => `${column}::${column}_word AS ${column}`).join()}, day
		FROM delivered ORDER BY day`);
	await connection.run('DROP TABLE delivered');
	await connection.run('CHECKPOINT');
	const [version] = (await connection.runAndReadAll('SELECT version() AS version')).getRowObjectsJS() as unknown as [
		{ version: string },
	];
	return {
		version: version.version,
		async count(choice) {
			const rows = (await connection.runAndReadAll(statement(choice))).getRowObjectsJS() as unknown as {
				list: string;
				n: number;
			}[];
			const of = (list: string) => rows.filter((row) => row.list === list).map(({ n }) => n);
			const sorted = (list: string) => of(list).sort((a, b) => b - a);
			return {
				total: of('total')[0] ?? 0,
				categories: sorted('categories'),
				sources: sorted('sources'),
				units: sorted('units'),
				statuses: sorted('statuses'),
				areas: sorted('areas'),
				dayTotal: of('days').reduce((sum, n) => sum + n, 0),
			};
		},
		async words(column) {
			const result = await connection.runAndReadAll(
				`SELECT ${column}::VARCHAR FROM event WHERE ${column} IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, 1`,
			);
			return (result.getRowsJS() as [string][]).map(([text]) => text);
		},
		close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}
