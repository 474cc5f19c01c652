// Writes the sample district and its events as the files that a real district exports.
// Same options, same bytes; rows are streamed, so the number of events does not matter for memory.

import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import type { District, Grid } from './district.ts';
import { type EventLedger, makeEventLedgers } from './event-ledgers.ts';
import { encodeGb18030 } from './gb18030.ts';
import { makeDistrict } from './make-district.ts';
import { makeEvents } from './make-events.ts';
import { makeMechanismTables } from './make-mechanism.ts';
import { makeOpennessTables } from './make-openness.ts';
import { makeServiceTables } from './make-service.ts';
import { makeSteps } from './make-steps.ts';
import { makeMembers, makeTeamTables } from './make-team.ts';
import type { Polygons } from './region-outlines.ts';
import { type Column, EVENT_COLUMNS, MORE_EVENT_COLUMNS, STEP_COLUMNS, UNIT_COLUMNS } from './sample-columns.ts';
import { csvLine, type LedgerStart, type SampleTable } from './sample-table.ts';

export type SampleEncoding = 'utf8' | 'gb18030';

export interface SampleOptions {
	outDir: string;
	/** Exact number of event rows. */
	events: number;
	seed: number;
	/** Base grids; dedicated and micro-grids come on top. */
	grids: number;
	years: number;
	/** As-of of the export, epoch seconds. */
	endS: number;
	encoding: SampleEncoding;
	/** Also the columns beyond the usual twenty (supervision, urges, pauses, satisfaction, title …) and every ledger. */
	isFull: boolean;
	/** Share of the events written so far, 0 … 1. */
	onProgress?: (fraction: number) => void;
}

const CHUNK_CHARS = 1 << 19;

/** Writes all files; returns their absolute or relative paths, as `outDir` is. Errors are those of the file system. */
export async function writeSample(options: SampleOptions): Promise<{ files: string[] }> {
	const { outDir, encoding, endS } = options;
	await mkdir(outDir, { recursive: true });
	const district = makeDistrict({ seed: options.seed, gridCount: options.grids });
	const date = toIsoDate(dayOf(endS)).replaceAll('-', '');
	const files: string[] = [];
	const fileOf = (name: string): string => {
		const path = join(outDir, `${district.name}${name}`);
		files.push(path);
		return path;
	};
	await writeText(fileOf(`行政区划${date}.csv`), encoding, csvOf(UNIT_COLUMNS, district.units));
	await writeText(fileOf(`行政区划边界${date}.geojson`), 'plain', unitsGeoJson(district));
	await writeText(fileOf(`网格边界${date}.geojson`), 'plain', gridsGeoJson(district));
	await writeText(fileOf('道路.geojson'), 'plain', roadsGeoJson(district));
	await writeText(fileOf('水系.geojson'), 'plain', waterGeoJson(district));
	const ledgers = options.isFull ? makeEventLedgers(options.seed, endS) : [];
	await writeEvents(
		district,
		options,
		fileOf(`网格事件明细${date}.csv`),
		fileOf(`事件流转记录${date}.csv`),
		ledgers.map((ledger) => ({ ledger, path: fileOf(`${ledger.title}${date}.csv`) })),
	);
	if (options.isFull) {
		for (const { title, headers, rows } of makeLedgerTables({ ...options, district })) {
			const text = [headers, ...rows].map(csvLine).join('');
			await writeText(fileOf(`${title}${date}.csv`), encoding, text);
		}
	}
	return { files };
}

/** The ledgers beside the events, all of them small. */
function makeLedgerTables(start: LedgerStart): SampleTable[] {
	const members = makeMembers(start);
	return [
		...makeTeamTables(start, members),
		...makeServiceTables(start, members),
		...makeOpennessTables(start),
		...makeMechanismTables(start, members),
	];
}

async function writeEvents(
	district: District,
	options: SampleOptions,
	eventPath: string,
	stepPath: string,
	ledgerPaths: readonly { ledger: EventLedger; path: string }[],
): Promise<void> {
	const { seed, events, years, endS, encoding, onProgress } = options;
	const columns = options.isFull ? [...EVENT_COLUMNS, ...MORE_EVENT_COLUMNS] : EVENT_COLUMNS;
	const eventFile = await TextFile.create(eventPath, encoding);
	const stepFile = await TextFile.create(stepPath, encoding);
	const ledgers: { ledger: EventLedger; file: TextFile }[] = [];
	const townIndexes = new Map(district.towns.map(({ name }, index) => [name, index]));
	try {
		eventFile.add(headerOf(columns));
		stepFile.add(headerOf(STEP_COLUMNS));
		for (const { ledger, path } of ledgerPaths) {
			const file = await TextFile.create(path, encoding);
			ledgers.push({ ledger, file });
			file.add(csvLine(ledger.headers));
		}
		let count = 0;
		for (const event of makeEvents(district, { seed, eventCount: events, years, endS })) {
			eventFile.add(rowOf(columns, event));
			for (const step of makeSteps(event)) stepFile.add(rowOf(STEP_COLUMNS, { event, step }));
			for (const { ledger, file } of ledgers) {
				const rows = ledger.rowsOf(event, townIndexes.get(event.townName) ?? 0);
				for (const row of rows) file.add(csvLine(row));
				if (file.isFull) await file.flush();
			}
			if (eventFile.isFull) {
				await eventFile.flush();
				onProgress?.(count / events);
			}
			if (stepFile.isFull) await stepFile.flush();
			count += 1;
		}
	} finally {
		await eventFile.close();
		await stepFile.close();
		for (const { file } of ledgers) await file.close();
	}
	onProgress?.(1);
}

/** A file that is written in large pieces in one encoding; UTF-8 starts with a BOM, as spreadsheets want it. */
class TextFile {
	private readonly handle: Awaited<ReturnType<typeof open>>;
	private readonly encoding: SampleEncoding;
	private text: string;

	private constructor(handle: Awaited<ReturnType<typeof open>>, encoding: SampleEncoding) {
		this.handle = handle;
		this.encoding = encoding;
		this.text = encoding === 'utf8' ? '\uFEFF' : '';
	}

	static async create(path: string, encoding: SampleEncoding): Promise<TextFile> {
		return new TextFile(await open(path, 'w'), encoding);
	}

	get isFull(): boolean {
		return this.text.length >= CHUNK_CHARS;
	}

	add(text: string): void {
		this.text += text;
	}

	async flush(): Promise<void> {
		await this.handle.writeFile(this.encoding === 'utf8' ? this.text : encodeGb18030(this.text));
		this.text = '';
	}

	async close(): Promise<void> {
		try {
			await this.flush();
		} finally {
			await this.handle.close();
		}
	}
}

async function writeText(path: string, encoding: SampleEncoding | 'plain', text: string): Promise<void> {
	const handle = await open(path, 'w');
	try {
		await handle.writeFile(encoding === 'gb18030' ? encodeGb18030(text) : encoding === 'utf8' ? `\uFEFF${text}` : text);
	} finally {
		await handle.close();
	}
}

function headerOf<Row>(columns: readonly Column<Row>[]): string {
	return `${columns.map((column) => column.header).join(',')}\r\n`;
}

function rowOf<Row>(columns: readonly Column<Row>[], row: Row): string {
	let text = '';
	for (const column of columns) text += text === '' ? column.cell(row) : `,${column.cell(row)}`;
	return `${text}\r\n`;
}

function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
	return headerOf(columns) + rows.map((row) => rowOf(columns, row)).join('');
}

function geometryOf(polygons: Polygons): object {
	const only = polygons[0];
	return polygons.length === 1 && only
		? { type: 'Polygon', coordinates: only }
		: { type: 'MultiPolygon', coordinates: polygons };
}

function collection(features: readonly { properties: object; geometry: object }[]): string {
	const lines = features.map(({ properties, geometry }) => JSON.stringify({ type: 'Feature', properties, geometry }));
	return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

function unitsGeoJson(district: District): string {
	return collection(
		district.units.map((unit) => ({
			properties: Object.fromEntries(UNIT_COLUMNS.map((column) => [column.header, column.cell(unit)])),
			geometry: geometryOf(unit.polygons),
		})),
	);
}

const GRID_KIND_WORDS: Record<Grid['kind'], string> = { base: '基础网格', dedicated: '专属网格', micro: '微网格' };

function gridsGeoJson(district: District): string {
	return collection(
		district.grids.map((grid) => ({
			properties: {
				网格编码: grid.code,
				网格名称: grid.name,
				网格类型: GRID_KIND_WORDS[grid.kind],
				所属村社编码: grid.villageCode,
				所属村社名称: grid.villageName,
				所属网格编码: grid.parentGridCode,
				专属类型: grid.specialType,
				划分依据: grid.divisionBasis,
				户数: grid.households,
				常住人口: grid.population,
				面积平方米: grid.areaM2,
				是否启用: '是',
			},
			geometry: geometryOf(grid.polygons),
		})),
	);
}

function roadsGeoJson(district: District): string {
	return collection(
		district.roads.map((road) => ({
			properties: { layer: 'road', name: road.name, rank: road.rank },
			geometry: { type: 'LineString', coordinates: road.points },
		})),
	);
}

function waterGeoJson(district: District): string {
	return collection(
		district.water.map((item) => ({
			properties: { layer: 'water', name: item.name },
			geometry:
				item.type === 'line'
					? { type: 'LineString', coordinates: item.points }
					: { type: 'Polygon', coordinates: [item.ring] },
		})),
	);
}
