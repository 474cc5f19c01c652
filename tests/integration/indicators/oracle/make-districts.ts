// The seeded districts of the oracle as folders of exports: the generator's own, then crowded (matters that come back,
// hot spots), made messy, delivered twice with late corrections, and with grids split between the deliveries.

import { cpSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSample } from '../../../../electron/services/sample/write-sample.ts';
import { makeRandom } from '../../../support/random-district.ts';
import { type CsvRow, readCsv, writeCsv } from './csv-file.ts';
import { makeMessy } from './make-messy.ts';
import { type GridCollection, splitGrids } from './split-grids.ts';

/** How large a district is. */
export interface DistrictSize {
	events: number;
	grids: number;
	years: number;
}

/** Shanghai midnight after the last day of the exports, epoch seconds. */
const END_S = Date.UTC(2026, 10, 23, 16) / 1000;
const LATER_DATE = '20261130';

function eventFile(folder: string): string {
	return join(folder, globSync('*网格事件明细*.csv', { cwd: folder })[0] ?? '');
}

/** Writes the exports of a seed, crowded so that recurrences and hot spots do turn up. */
export async function makeClean(folder: string, seed: number, size: DistrictSize): Promise<string[]> {
	await writeSample({ outDir: folder, seed, endS: END_S - 1, encoding: 'utf8', isFull: true, ...size });
	const path = eventFile(folder);
	writeCsv(path, tellResults(crowd(readCsv(path), makeRandom(seed)), makeRandom(seed + 2)));
	const grids = join(folder, globSync('*网格边界*.geojson', { cwd: folder })[0] ?? '');
	writeFileSync(grids, JSON.stringify(tellBoards(JSON.parse(readFileSync(grids, 'utf8')), makeRandom(seed + 3))));
	const visits = join(folder, globSync('*网格走访*.csv', { cwd: folder })[0] ?? '');
	writeCsv(visits, nameHouseholds(readCsv(visits), makeRandom(seed + 1)));
	return [folder];
}

const PLACE = ['所属镇街', '所属村社', '网格编码', '经度', '纬度'] as const;

/** Every so often some two weeks in which many matters are of one kind and at one spot, or near it. */
function crowd(rows: CsvRow[], random: () => number): CsvRow[] {
	for (let from = Math.floor(rows.length / 6); from < rows.length - 150; from += 120) {
		const model = rows[from] as CsvRow;
		if (model.经度 === '' || model.网格编码 === '') continue;
		for (const row of rows.slice(from + 1, from + 90)) {
			if (random() > 0.3 || row.是否自报自结 === '是') continue;
			for (const header of PLACE) row[header] = model[header] as string;
			row.纬度 = (Number(model.纬度) + Math.floor(random() * 12) * 1e-4).toFixed(6);
			row.事件大类 = model.事件大类 as string;
			row.事件小类 = model.事件小类 as string;
		}
	}
	return rows;
}

/** Whether results were told, as districts report that have the column. */
function tellResults(rows: CsvRow[], random: () => number): CsvRow[] {
	return rows.map((row) => ({
		...row,
		办理结果是否公开: row.办结时间 === '' || random() < 0.1 ? '' : random() < 0.85 ? '是' : '否',
	}));
}

/** When the boards and the base data of grids were last seen to. */
function tellBoards(map: GridCollection, random: () => number): GridCollection {
	const daysBefore = (days: number): string =>
		new Date((END_S - Math.floor(random() * days) * 86_400) * 1000).toISOString().slice(0, 10);
	for (const { properties } of map.features) {
		properties.公示牌 = random() < 0.9 ? '是' : '否';
		properties.公示牌更新时间 = daysBefore(420);
		properties.公示牌是否与现任相符 = random() < 0.9 ? '是' : '否';
		properties.底数更新时间 = daysBefore(240);
	}
	return map;
}

/** Visits household by household, as a district with a register of households exports them. */
function nameHouseholds(rows: readonly CsvRow[], random: () => number): CsvRow[] {
	return rows.flatMap((row) =>
		Array.from({ length: Math.min(4, Number(row.走访户数)) }, (_, at) => ({
			...row,
			走访编号: `${row.走访编号}${at}`,
			走访户数: '1',
			走访对象标识: `H${(row.网格编码 ?? '').slice(-8)}${Math.floor(random() * 120)}`,
		})),
	);
}

/** The same, with everything that goes wrong in real exports, delivered twice. */
export async function makeMessyDistrict(folder: string, seed: number, size: DistrictSize): Promise<string[]> {
	const [first, second] = [join(folder, '1'), join(folder, '2')];
	await makeClean(second, seed, size);
	const path = eventFile(second);
	const rows = makeMessy(readCsv(path), makeRandom(seed));
	writeCsv(path, rows);
	deliverBefore(first, second, makeRandom(seed + 1));
	return [first, second];
}

/** Two deliveries between which grids were split, with events moved by correction and others left where they were. */
export async function makeSplitDistrict(folder: string, seed: number, size: DistrictSize): Promise<string[]> {
	const [first, second] = [join(folder, '1'), join(folder, '2')];
	await makeClean(second, seed, size);
	deliverBefore(first, second, makeRandom(seed + 1));
	const grids = join(second, globSync('*网格边界*.geojson', { cwd: second })[0] ?? '');
	const split = splitGrids(JSON.parse(readFileSync(grids, 'utf8')));
	writeFileSync(grids, JSON.stringify(split.collection));
	const path = eventFile(second);
	writeCsv(path, split.moveEvents(readCsv(path)));
	const lineage = join(second, globSync('*网格沿革*.csv', { cwd: second })[0] ?? '');
	writeCsv(lineage, split.lineage);
	return [first, second];
}

/** An earlier delivery of the same exports: without the last days, and with cells that the later one corrects. */
function deliverBefore(first: string, second: string, random: () => number): void {
	mkdirSync(first, { recursive: true });
	cpSync(second, first, { recursive: true });
	for (const name of globSync('*20261123*', { cwd: second })) {
		renameSync(join(second, name), join(second, name.replace('20261123', LATER_DATE)));
	}
	const path = eventFile(first);
	const rows = readCsv(path).filter((row) => (row.上报时间 ?? '') < '2026-11-17');
	const grids = [...new Set(rows.map((row) => row.网格编码 ?? ''))].filter((code) => code.length === 15);
	for (const row of rows) {
		if (random() < 0.04 && row.网格编码 !== '') row.网格编码 = grids[Math.floor(random() * grids.length)] as string;
		if (random() < 0.04 && row.办结时间 !== '') {
			row.办结时间 = '';
			row.事件状态 = '待核查';
		}
		if (random() < 0.03) row.是否自报自结 = row.是否自报自结 === '是' ? '否' : '是';
		if (random() < 0.03) row.事件状态 = '作废';
	}
	writeCsv(path, rows);
}
