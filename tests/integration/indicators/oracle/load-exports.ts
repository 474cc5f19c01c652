// Reads the raw exports of a district into DuckDB, one table a file title, every cell as text, later deliveries below
// earlier ones. What the cells mean is said in sql/, never here.

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readCsv } from './csv-file.ts';
import { isInGrid, metresFromGrid, type OracleGrid } from './point-places.ts';
import { vocabularySql } from './vocabulary.ts';

/** A period asked for: days are ISO dates, `to` is the first day after it. */
export interface OraclePeriod {
	code: string;
	kind: string;
	from: string;
	to: string;
}

interface GridFeature {
	properties: Record<string, string | number | null>;
	geometry: { type: string; coordinates: unknown };
}

const EVENTS = '网格事件明细';

/** `L区网格巡查20261123.csv` → 网格巡查. */
function titleOf(file: string): string {
	return basename(file)
		.replace(/\.\w+$/, '')
		.replace(/\d{8}$/, '')
		.replace(/^L区/, '');
}

/** The exports of all deliveries as tables, with areas, periods and words. `asOf` is wall-clock text. */
export async function loadExports(
	folders: readonly string[],
	periods: readonly OraclePeriod[],
	asOf: string,
): Promise<DuckDBConnection> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
	const db = await instance.connect();
	const files = new Map<string, string[]>();
	for (const folder of folders) {
		for (const file of globSync('*.csv', { cwd: folder }).sort()) {
			const title = titleOf(file);
			files.set(title, [...(files.get(title) ?? []), join(folder, file)]);
		}
	}
	for (const [title, paths] of files) {
		const parts = paths.map((path, delivery) => {
			const escaped = path.replaceAll("'", "''");
			return `SELECT ${delivery} AS delivery, row_number() OVER () AS row_no, *
				FROM read_csv('${escaped}', all_varchar = true, header = true, delim = ',', quote = '"')`;
		});
		// A ledger that is delivered again with the same rows is one ledger; events are told apart by delivery.
		const all = parts.join(' UNION ALL BY NAME ');
		const rows =
			title === EVENTS
				? all
				: `SELECT max(delivery) AS delivery, min(row_no) AS row_no, * EXCLUDE (delivery, row_no) FROM (${all}) GROUP BY ALL`;
		await db.run(`CREATE TABLE "${title}" AS ${rows}`);
	}
	await noteFiles(db, folders);
	await db.run(vocabularySql());
	await db.run(`CREATE TABLE moment AS SELECT TIMESTAMP '${asOf}' AS as_of`);
	await db.run(
		`CREATE TABLE period AS SELECT code, kind, d::DATE AS first_day, (e::DATE - 1)::DATE AS last_day,
			d::TIMESTAMP AS start_at, e::TIMESTAMP AS end_at, least(e::TIMESTAMP, TIMESTAMP '${asOf}') AS t
		FROM (VALUES ${periods.map(({ code, kind, from, to }) => `('${code}', '${kind}', '${from}', '${to}')`).join(', ')})
			AS p(code, kind, d, e)`,
	);
	await loadGrids(db, folders);
	return db;
}

/** Table `own_file`: each file that has rows, the same bytes once, with the day in its name. */
async function noteFiles(db: DuckDBConnection, folders: readonly string[]): Promise<void> {
	const seen = new Set<string>();
	const rows: string[] = [];
	for (const path of folders.flatMap((folder) =>
		globSync('*.{csv,geojson}', { cwd: folder }).map((file) => join(folder, file)),
	)) {
		const bytes = readFileSync(path);
		const hash = createHash('sha256').update(bytes).digest('hex');
		const day = /(\d{4})(\d{2})(\d{2})\.\w+$/.exec(path)?.slice(1).join('-');
		if (seen.has(hash) || day === undefined) continue;
		seen.add(hash);
		const records: { 事件编号?: string }[] = path.endsWith('csv')
			? readCsv(path)
			: (JSON.parse(bytes.toString('utf8')) as { features: object[] }).features.map(() => ({}));
		const nameless = titleOf(path) === EVENTS ? records.filter((row) => row.事件编号 === '').length : 0;
		if (records.length > 0) rows.push(`('${basename(path)}', DATE '${day}', ${records.length}, ${nameless})`);
	}
	await db.run(
		`CREATE TABLE own_file AS SELECT * FROM (VALUES ${rows.join(', ')}) AS f(name, day, read_rows, nameless)`,
	);
}

async function loadGrids(db: DuckDBConnection, folders: readonly string[]): Promise<void> {
	const features = new Map<string, GridFeature>();
	const maps: LocatedGrid[][] = [];
	for (const folder of folders) {
		for (const file of globSync('*网格边界*.geojson', { cwd: folder }).sort()) {
			const { features: found } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { features: GridFeature[] };
			for (const feature of found) features.set(String(feature.properties.网格编码), feature);
		}
		maps.push([...features.values()].map(toGrid));
	}
	const text = (value: unknown) => (value === null || value === undefined ? 'NULL' : `'${String(value)}'`);
	const rows = [...features.values()].map(({ properties: p }) =>
		[
			text(p.网格编码),
			text(p.网格名称),
			text(p.网格类型),
			text(p.所属村社编码),
			text(p.所属网格编码),
			text(p.专属类型),
			text(p.划分依据),
			p.户数 ?? 'NULL',
			p.常住人口 ?? 'NULL',
			text(p.是否启用),
			text(p.公示牌),
			text(p.公示牌更新时间),
			text(p.公示牌是否与现任相符),
			text(p.底数更新时间),
		].join(', '),
	);
	await db.run(
		`CREATE TABLE delivered_grid AS SELECT code, name, kind, village, parent_grid, special, basis,
			households::BIGINT AS households, residents::BIGINT AS residents, active,
			coalesce(board = '是', false) AS has_board, board_on::DATE AS board_on, coalesce(board_fits = '是', false) AS board_fits,
			profile_on::DATE AS profile_on
		FROM (VALUES ${rows.map((row) => `(${row})`).join(', ')})
			AS g(code, name, kind, village, parent_grid, special, basis, households, residents, active, board,
			board_on, board_fits, profile_on)`,
	);
	await locatePoints(db, maps);
}

interface LocatedGrid extends OracleGrid {
	isMicro: boolean;
	isActive: boolean;
}

function toGrid({ properties, geometry }: GridFeature): LocatedGrid {
	const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	return {
		code: String(properties.网格编码),
		parts: parts as OracleGrid['parts'],
		isMicro: properties.网格类型 === '微网格',
		isActive: properties.是否启用 === '是',
	};
}

/**
 * Table `located`: for each row of events with a point, the grid it falls in on the map of its own delivery, and how far
 * it lies from the grid that the row declares.
 */
async function locatePoints(db: DuckDBConnection, maps: readonly (readonly LocatedGrid[])[]): Promise<void> {
	const reader = await db.runAndReadAll(
		`SELECT delivery, row_no, TRY_CAST(经度 AS DOUBLE), TRY_CAST(纬度 AS DOUBLE), 网格编码 FROM ${EVENTS}
		WHERE TRY_CAST(经度 AS DOUBLE) IS NOT NULL AND TRY_CAST(纬度 AS DOUBLE) IS NOT NULL`,
	);
	const rows = reader.getRows().map(([delivery, row, x, y, declared]) => {
		const grids = maps[Number(delivery)] ?? [];
		const [lng, lat] = [Number(x), Number(y)];
		const inside = grids.find((grid) => grid.isActive && !grid.isMicro && isInGrid(lng, lat, grid));
		const own = grids.find(({ code }) => code === declared);
		const metres = own ? metresFromGrid(lng, lat, own) : null;
		return `(${delivery}, ${row}, ${inside ? `'${inside.code}'` : 'NULL'}, ${metres ?? 'NULL'})`;
	});
	await db.run(`CREATE TABLE located (delivery BIGINT, row_no BIGINT, grid VARCHAR, metres DOUBLE)`);
	if (rows.length > 0) await db.run(`INSERT INTO located VALUES ${rows.join(', ')}`);
}
