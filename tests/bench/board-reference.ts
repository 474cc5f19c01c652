// The reference of P3: six indicators written as DuckDB SQL from figures.md, over DuckDB's own table of the same rows.
// Written from the definitions, never from the product's code; it imports none of it.

import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readPlaces } from './reference-places.ts';

/** One figure of the reference. `town` is null for the district. */
export interface ReferenceRow {
	indicator: string;
	period: string;
	town: string | null;
	num: number | null;
	den: number | null;
	value: number | null;
}

export interface MonthBounds {
	code: string;
	/** Epoch seconds of [start, end) on the Shanghai wall clock. */
	startS: number;
	endS: number;
}

export interface BoardReference {
	/** All six indicators × district and towns × the given months. */
	compute(months: readonly MonthBounds[]): Promise<ReferenceRow[]>;
	/** As-of in epoch seconds: the latest reported, accepted, disposed or closed instant. */
	asOfS: number;
	rowCount: number;
	version: string;
	close(): void;
}

export interface ReferenceFiles {
	databaseFile: string;
	/** Event export as UTF-8 CSV. */
	eventsFile: string;
	/** Unit export as UTF-8 CSV; towns carry their own resident count. */
	unitsFile: string;
	/** Grid export (GeoJSON). */
	gridsFile: string;
}

/** Status words of domain.md §4.5 that the six figures ask about. */
const VOID_WORDS = ['不予受理', '作废', '并案'];
const CLOSED_WORDS = ['已结案', '待回访', '已归档'];
const REOPENED_WORDS = ['返工', '重办'];
const PAUSED_WORD = '已挂起';

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Wall-clock text to epoch seconds; the offset of Shanghai is fixed. */
const epoch = (column: string) => `CAST(epoch(TRY_CAST(nullif(${column}, '') AS TIMESTAMP)) - 28800 AS INTEGER)`;

/** Towns, and where each delivered place lies: a known grid wins, else the grid the point falls in, else the named town. */
export async function loadPlaces(connection: DuckDBConnection, files: ReferenceFiles): Promise<void> {
	await connection.run(`CREATE TABLE town AS
		SELECT CAST(row_number() OVER (ORDER BY 行政区划代码) AS UTINYINT) AS id, 行政区划代码 AS code, 单位名称 AS name,
		       CAST(常住人口 AS INTEGER) AS residents
		FROM read_csv('${files.unitsFile}', all_varchar = true) WHERE 层级 = '4'`);
	const places = readPlaces(files.gridsFile);
	await connection.run('CREATE TABLE grid_town (grid VARCHAR, town VARCHAR)');
	await connection.run('CREATE TABLE point_town (event_id VARCHAR, town VARCHAR)');
	const grids = await connection.createAppender('grid_town');
	for (const [grid, town] of places.townOfGrid) {
		grids.appendVarchar(grid);
		grids.appendVarchar(town);
		grids.endRow();
	}
	grids.closeSync();
	const unplaced = await connection.runAndReadAll(`
		SELECT 事件编号, CAST(经度 AS DOUBLE), CAST(纬度 AS DOUBLE) FROM read_csv('${files.eventsFile}', all_varchar = true)
		WHERE (网格编码 IS NULL OR 网格编码 NOT IN (SELECT grid FROM grid_town)) AND 经度 IS NOT NULL`);
	const points = await connection.createAppender('point_town');
	for (const [eventId, lng, lat] of unplaced.getRowsJS() as [string, number, number][]) {
		const town = places.townAt(lng, lat);
		if (town === null) continue;
		points.appendVarchar(eventId);
		points.appendVarchar(town);
		points.endRow();
	}
	points.closeSync();
}

/** The table, typed, sorted by acceptance; names are the headers of the exports. */
async function loadEvents(connection: DuckDBConnection, { eventsFile }: ReferenceFiles): Promise<void> {
	await connection.run(`CREATE TABLE event AS
		WITH delivered AS (
			SELECT coalesce(t.id, 0) AS town,
			       事件状态 NOT IN (${list(VOID_WORDS)}) AND 事件大类 <> '基础信息' AS valid,
			       是否自报自结 = '是' AS self,
			       ${epoch('上报时间')} AS reported, ${epoch('受理时间')} AS accepted_cell, ${epoch('办结时限')} AS due,
			       ${epoch('处置时间')} AS disposed_cell, ${epoch('办结时间')} AS closed,
			       事件状态 IN (${list(CLOSED_WORDS)}) AS closing,
			       事件状态 IN (${list(REOPENED_WORDS)}) AS reopened,
			       事件状态 = '${PAUSED_WORD}' AS paused
			FROM read_csv('${eventsFile}', all_varchar = true) e
			LEFT JOIN grid_town g ON g.grid = e.网格编码
			LEFT JOIN point_town p ON p.event_id = e.事件编号
			LEFT JOIN town named ON named.name = e.所属镇街
			LEFT JOIN town t ON t.code = coalesce(g.town, p.town, named.code)
		)
		SELECT town, valid, self, coalesce(accepted_cell, CASE WHEN self THEN reported END) AS accepted, due,
		       coalesce(disposed_cell, closed) AS disposed, closed, closing, reopened, paused, reported
		FROM delivered ORDER BY accepted`);
}

/** One statement: four scans, each bounded by its own instant, so that DuckDB can skip what lies outside. */
function boardSql(months: readonly MonthBounds[], asOfS: number): string {
	const cells = (scan: (month: MonthBounds) => string) => months.map(scan).join(' UNION ALL ');
	const asOfOf = ({ endS }: MonthBounds) => Math.min(endS, asOfS);
	const lastT = Math.max(...months.map(asOfOf));
	const firstT = Math.min(...months.map(asOfOf));
	const isOverdueAt = (tS: number) => `accepted <= ${tS} AND due < ${tS} AND (disposed IS NULL OR disposed > ${tS})`;
	const grouped = 'GROUP BY GROUPING SETS ((town), ())';
	return `
WITH accepted AS (${cells(
		({ code, startS, endS }) => `
	SELECT '${code}' AS period, town, count(*) AS all_count, count(*) FILTER (NOT self) AS own_count,
	       count(*) FILTER (NOT reopened AND (closed <= ${asOfS} OR (closed IS NULL AND closing))) AS closed_count
	FROM event WHERE valid AND accepted >= ${startS} AND accepted < ${endS} AND accepted <= ${asOfS} ${grouped}`,
	)}),
due AS (${cells(
		({ code, startS, endS }) => `
	SELECT '${code}' AS period, town, count(*) FILTER (disposed <= due AND disposed <= ${asOfS}) AS on_time, count(*) AS all_count
	FROM event WHERE valid AND NOT self AND accepted <= ${asOfS} AND due >= ${startS} AND due < ${endS} AND due <= ${asOfS} ${grouped}`,
	)}),
overdue_scan AS (
	SELECT town, ${months.map((month, index) => `count(*) FILTER (${isOverdueAt(asOfOf(month))}) AS month_${index}`).join(', ')}
	FROM event WHERE valid AND NOT paused AND accepted <= ${lastT} AND (disposed IS NULL OR disposed > ${firstT}) ${grouped}),
overdue AS (${months.map(({ code }, index) => `SELECT '${code}' AS period, town, month_${index} AS all_count FROM overdue_scan`).join(' UNION ALL ')}),
closed AS (${cells(
		({ code, startS, endS }) => `
	SELECT '${code}' AS period, town, count(*) AS all_count, median(closed - accepted) AS seconds
	FROM event WHERE valid AND NOT self AND accepted <= closed AND closed >= ${startS} AND closed < ${endS} AND closed <= ${asOfS} ${grouped}`,
	)}),
place AS (
	SELECT id, code, residents FROM town
	UNION ALL SELECT NULL, NULL, CAST(sum(residents) AS INTEGER) FROM town
),
cell AS (SELECT place.*, period FROM place, (VALUES ${months.map(({ code }) => `('${code}')`).join(', ')}) months(period))
SELECT indicator, period, town, CAST(num AS DOUBLE) AS num, CAST(den AS DOUBLE) AS den, value FROM (
	SELECT 'OP01' AS indicator, c.period, c.code AS town, NULL AS num, NULL AS den, coalesce(a.all_count, 0)::DOUBLE AS value
	FROM cell c LEFT JOIN accepted a ON a.period = c.period AND a.town IS NOT DISTINCT FROM c.id
	UNION ALL
	SELECT 'OP02', c.period, c.code, coalesce(a.own_count, 0), c.residents, 1000.0 * coalesce(a.own_count, 0)::DOUBLE / c.residents
	FROM cell c LEFT JOIN accepted a ON a.period = c.period AND a.town IS NOT DISTINCT FROM c.id
	UNION ALL
	SELECT 'OP03', c.period, c.code, coalesce(a.closed_count, 0), coalesce(a.all_count, 0),
	       CASE WHEN a.all_count >= 5 THEN 100.0 * a.closed_count::DOUBLE / a.all_count END
	FROM cell c LEFT JOIN accepted a ON a.period = c.period AND a.town IS NOT DISTINCT FROM c.id
	UNION ALL
	SELECT 'OP04', c.period, c.code, coalesce(d.on_time, 0), coalesce(d.all_count, 0),
	       CASE WHEN d.all_count >= 5 THEN 100.0 * d.on_time::DOUBLE / d.all_count END
	FROM cell c LEFT JOIN due d ON d.period = c.period AND d.town IS NOT DISTINCT FROM c.id
	UNION ALL
	SELECT 'OP05', c.period, c.code, NULL, NULL, coalesce(o.all_count, 0)::DOUBLE
	FROM cell c LEFT JOIN overdue o ON o.period = c.period AND o.town IS NOT DISTINCT FROM c.id
	UNION ALL
	SELECT 'OP09', c.period, c.code, NULL, NULL, CASE WHEN l.all_count >= 5 THEN l.seconds / 3600 END
	FROM cell c LEFT JOIN closed l ON l.period = c.period AND l.town IS NOT DISTINCT FROM c.id
)`;
}

/** Loads the exports into a new database file, default threads. */
export async function openBoardReference(files: ReferenceFiles): Promise<BoardReference> {
	const instance = await DuckDBInstance.create(files.databaseFile);
	const connection = await instance.connect();
	await loadPlaces(connection, files);
	await loadEvents(connection, files);
	await connection.run('CHECKPOINT');
	const facts = await connection.runAndReadAll(
		'SELECT version() AS version, count(*)::INTEGER AS n, max(greatest(reported, accepted, disposed, closed))::INTEGER AS as_of FROM event',
	);
	const [row] = facts.getRowObjectsJS() as unknown as [{ version: string; n: number; as_of: number }];
	return {
		asOfS: row.as_of,
		rowCount: row.n,
		version: row.version,
		async compute(months) {
			const result = await connection.runAndReadAll(boardSql(months, row.as_of));
			return result.getRowObjectsJS() as unknown as ReferenceRow[];
		},
		close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}
