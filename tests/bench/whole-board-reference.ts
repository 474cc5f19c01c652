// The reference of P3 and P4 with every indicator: DuckDB in a file, its own typed tables of the same exports, and the
// answers as figures. Written from figures.md and domain.md; the product is not asked.

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { isInGrid, metresFromGrid, type OracleGrid } from '../integration/indicators/oracle/point-places.ts';
import { vocabularySql } from '../integration/indicators/oracle/vocabulary.ts';
import { type BoardMonth, type Scope, wholeBoardSql } from './whole-board-sql.ts';

export interface BoardFigure {
	num: number | null;
	den: number | null;
	value: number | null;
}

export interface WholeBoardReference {
	/** Figures by `indicator month area`; the district, or the one area of a scope, is called `district`. */
	compute(months: readonly BoardMonth[], scope: Scope): Promise<Map<string, BoardFigure>>;
	asOfS: number;
	/** Day of the last split, merger or renaming of grids, ISO. */
	lastChange: string;
	version: string;
	close(): void;
}

/** Scan, columns of numerator and denominator, and what the ratio is multiplied by. */
const RATIOS: Readonly<Record<string, [scan: string, num: number, den: number, scale: number]>> = {
	OP03: ['accepted', 2, 0, 100],
	OP04: ['due', 1, 0, 100],
	OP07: ['closed', 2, 1, 100],
	OP08: ['accepted', 3, 1, 100],
	TM01: ['posts', 1, 0, 100],
	TM03: ['members', 5, 0, 100],
	TM04: ['tests', 1, 0, 100],
	TM05: ['reported', 1, 0, 100],
	TM06: ['leavers', 1, 0, 1200],
	TM07: ['members', 1, 0, 100],
	DF01: ['accepted', 4, 5, 100],
	DF02: ['patrols', 1, 0, 100],
	DF05: ['closed', 3, 1, 100],
	DF06: ['disputes', 1, 0, 100],
	DF07: ['fields', 0, 1, 100],
	DF08: ['hazards', 1, 0, 100],
	PP01: ['accepted', 6, 1, 100],
	PP03: ['closed', 4, 5, 100],
	PP04: ['waves', 1, 0, 100],
	PP05: ['takingPart', 2, 1, 100],
	PP06: ['waves', 2, 0, 100],
	ID01: ['items', 1, 0, 100],
	ID02: ['items', 2, 0, 100],
	ID05: ['replies', 1, 0, 100],
	DG01: ['accounts', 1, 0, 100],
	DG02: ['closed', 6, 0, 100],
	DG03: ['arrivals', 1, 0, 100],
	DG04: ['deliveries', 1, 0, 100],
	DG05: ['accepted', 7, 0, 100],
	CO01: ['dispatched', 1, 0, 100],
	CO02: ['whistles', 1, 0, 100],
	CO03: ['due', 3, 2, 100],
	CO04: ['entries', 1, 0, 100],
	ME01: ['admissions', 1, 0, 100],
	ME02: ['supervised', 1, 0, 100],
	ME03: ['norms', 1, 0, 100],
	ME04: ['meetings', 1, 0, 100],
	GU01: ['funds', 1, 0, 100],
	GU02: ['members', 3, 4, 100],
	GU03: ['members', 2, 0, 100],
	GU04: ['appraisals', 1, 0, 100],
};
const COUNTS: Readonly<Record<string, [scan: string, column: number]>> = {
	OP01: ['accepted', 0],
	OP05: ['open', 1],
	OP10: ['hot', 0],
};
const SMALLEST = 5;

/** `L区网格巡查20261123.csv` → 网格巡查. */
const titleOf = (file: string): string =>
	basename(file)
		.replace(/\d*\.\w+$/, '')
		.replace(/^L区/, '');

interface GridFeature {
	properties: Record<string, string | number | null>;
	geometry: { type: string; coordinates: unknown };
}

/** Table `delivered_grid`, and `located`: the grid of each point, and whether it fits the one that the row declares. */
async function loadGrids(db: DuckDBConnection, writing: DuckDBConnection, folder: string): Promise<void> {
	const file = globSync('*网格边界*.geojson', { cwd: folder })[0] ?? '';
	const { features } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { features: GridFeature[] };
	await db.run(`CREATE TABLE delivered_grid (code VARCHAR, kind VARCHAR, village VARCHAR, parent_grid VARCHAR, basis VARCHAR,
		households INTEGER, residents INTEGER, active VARCHAR)`);
	const text = (value: unknown) => (value === null || value === undefined ? 'NULL' : `'${String(value)}'`);
	const rows = features.map(({ properties: p }) =>
		[p.网格编码, p.网格类型, p.所属村社编码, p.所属网格编码, p.划分依据, p.户数, p.常住人口, p.是否启用]
			.map(text)
			.join(', '),
	);
	await db.run(`INSERT INTO delivered_grid VALUES ${rows.map((row) => `(${row})`).join(', ')}`);
	const grids = features.map(({ properties, geometry }): OracleGrid & { isPlace: boolean; box: number[] } => {
		const parts = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as OracleGrid['parts'];
		const points = parts.flat(2);
		const box = [0, 1].flatMap((axis) => {
			const values = points.map((point) => point[axis] as number);
			return [Math.min(...values), Math.max(...values)];
		});
		return {
			code: String(properties.网格编码),
			parts,
			isPlace: properties.网格类型 !== '微网格' && properties.是否启用 === '是',
			box,
		};
	});
	const byCode = new Map(grids.map((grid) => [grid.code, grid]));
	const places = grids.filter(({ isPlace }) => isPlace);
	const inBox = (lng: number, lat: number, box: readonly number[]) =>
		lng >= (box[0] ?? 0) && lng <= (box[1] ?? 0) && lat >= (box[2] ?? 0) && lat <= (box[3] ?? 0);
	await db.run('CREATE TABLE located (id VARCHAR, grid VARCHAR, fits BOOLEAN)');
	const appender = await writing.createAppender('located');
	const result = await db.stream(
		`SELECT 事件编号, 经度::DOUBLE, 纬度::DOUBLE, 网格编码 FROM 网格事件明细 WHERE 经度 IS NOT NULL AND 纬度 IS NOT NULL`,
	);
	for await (const chunk of result.yieldRowsJs()) {
		for (const [id, lng, lat, declared] of chunk as [string, number, number, string | null][]) {
			const own = declared === null ? undefined : byCode.get(declared);
			const isOwn = own !== undefined && inBox(lng, lat, own.box) && isInGrid(lng, lat, own);
			const found =
				own === undefined ? places.find((grid) => inBox(lng, lat, grid.box) && isInGrid(lng, lat, grid)) : undefined;
			appender.appendVarchar(id);
			if (found === undefined) appender.appendNull();
			else appender.appendVarchar(found.code);
			appender.appendBoolean(isOwn || (own !== undefined && metresFromGrid(lng, lat, own) <= 30));
			appender.endRow();
		}
	}
	appender.closeSync();
}

type Cells = ReadonlyMap<string, readonly (number | null)[]>;

/** Households, residents, and visits of care due and done; a district that was not counted has the sum of its towns. */
function peopleOf(cells: Cells, key: string): readonly (number | null)[] {
	const own = cells.get(`people ${key}`) ?? [];
	const [month, area] = key.split(' ');
	if (area !== 'district' || own[2] !== null) return own;
	const inMonth = [...cells].filter(([name]) => name.startsWith(`people ${month} `) && name !== `people ${key}`);
	const sum = (column: number) => inMonth.reduce((total, [, values]) => total + (values[column] ?? 0), 0);
	return inMonth.length === 0 ? own : [own[0] ?? null, own[1] ?? null, sum(2), sum(3)];
}

/** Figures of the scans' columns. */
function figuresOf(
	rows: readonly (readonly [string, string, string, ...(number | null)[]])[],
): Map<string, BoardFigure> {
	const cells = new Map<string, readonly (number | null)[]>();
	const keys = new Set<string>();
	for (const [scan, month, area, ...values] of rows) {
		if (area === null) continue;
		cells.set(`${scan} ${month} ${area}`, values);
		if (scan === 'people') keys.add(`${month} ${area}`);
	}
	const figures = new Map<string, BoardFigure>();
	for (const key of keys) {
		const at = (scan: string, column: number): number => cells.get(`${scan} ${key}`)?.[column] ?? 0;
		const ratio = (num: number, den: number, scale: number): BoardFigure => ({
			num,
			den,
			value: den >= SMALLEST ? (scale * num) / den : null,
		});
		for (const [code, [scan, num, den, scale]] of Object.entries(RATIOS))
			figures.set(`${code} ${key}`, ratio(at(scan, num), at(scan, den), scale));
		for (const [code, [scan, column]] of Object.entries(COUNTS))
			figures.set(`${code} ${key}`, { num: null, den: null, value: at(scan, column) });
		const [households, residents, careDue, careDone] = peopleOf(cells, key);
		figures.set(`OP02 ${key}`, ratio(at('accepted', 1), residents ?? 0, 1000));
		figures.set(`PP02 ${key}`, ratio(at('takingPart', 0), residents ?? 0, 1000));
		figures.set(`TM02 ${key}`, ratio(households ?? 0, at('members', 0), 1));
		figures.set(`OP06 ${key}`, ratio(at('open', 0), at('closedLately', 0), 28));
		if (careDue !== null && careDue !== undefined) figures.set(`DF04 ${key}`, ratio(careDone ?? 0, careDue, 100));
		const hours = cells.get(`closed ${key}`)?.[7] ?? null;
		figures.set(`OP09 ${key}`, { num: null, den: null, value: at('closed', 8) >= SMALLEST ? hours : null });
	}
	return figures;
}

/** Loads the exports of a folder into a new database file, default threads. */
export async function openWholeBoardReference(folder: string, databaseFile: string): Promise<WholeBoardReference> {
	const instance = await DuckDBInstance.create(databaseFile);
	const db = await instance.connect();
	const titles: string[] = [];
	for (const file of globSync('*.csv', { cwd: folder }).sort()) {
		titles.push(titleOf(file));
		await db.run(`CREATE TABLE "${titleOf(file)}" AS
			SELECT * FROM read_csv('${join(folder, file)}', all_varchar = true, header = true, delim = ',', quote = '"')`);
	}
	await db.run(vocabularySql());
	// A connection of its own: rows appended end the answer that is being read on the same one.
	const writing = await instance.connect();
	await loadGrids(db, writing, folder);
	writing.closeSync();
	await db.run(readFileSync(join(import.meta.dirname, 'sql/load-district.sql'), 'utf8'));
	const changed = await db.runAndReadAll(`SELECT max(生效日期) AS day FROM 网格沿革`);
	for (const title of titles) await db.run(`DROP TABLE "${title}"`);
	await db.run('CHECKPOINT');
	const facts = await db.runAndReadAll(
		`SELECT version() AS version, max(greatest(reported, accepted, dispatched, disposed, closed))::INTEGER AS as_of FROM event`,
	);
	const [row] = facts.getRowObjectsJS() as unknown as [{ version: string; as_of: number }];
	const asOf = new Date((row.as_of + 28_800) * 1000).toISOString().slice(0, 10);
	return {
		asOfS: row.as_of,
		lastChange: String(changed.getRowsJS()[0]?.[0] ?? ''),
		version: row.version,
		async compute(months, scope) {
			const result = await db.runAndReadAll(wholeBoardSql(months, row.as_of, asOf, scope));
			return figuresOf(result.getRowsJS() as unknown as [string, string, string, ...(number | null)[]][]);
		},
		close() {
			db.closeSync();
			instance.closeSync();
		},
	};
}
