// The towns and the delivered places of a district as DuckDB tables, for the references that count by town. Imports
// nothing of the product.

import type { DuckDBConnection } from '@duckdb/node-api';
import { readPlaces } from './reference-places.ts';

export interface ReferenceFiles {
	databaseFile: string;
	/** Event export as UTF-8 CSV. */
	eventsFile: string;
	/** Unit export as UTF-8 CSV; towns carry their own resident count. */
	unitsFile: string;
	/** Grid export (GeoJSON). */
	gridsFile: string;
}

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
