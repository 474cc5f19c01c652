// The generated district that the benchmarks work on, kept between runs under node_modules/.cache.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeSample } from '../../electron/services/sample/write-sample.ts';
import { secondsFromWallClock } from '../../shared/domain/shanghai-time.ts';

export interface BenchDistrict {
	/** Number of events asked for. */
	events: number;
	/** GB18030, as a district delivers it. */
	eventsFile: string;
	/** The same rows as UTF-8, for the references. */
	eventsUtf8File: string;
	unitsFile: string;
	unitsUtf8File: string;
	gridsFile: string;
}

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/bench');
const GENERATOR = join(import.meta.dirname, '../../electron/services/sample');
const SEED = 20_261_031;
/** As-of of the generated districts, epoch seconds. */
export const DISTRICT_END_S = secondsFromWallClock(2026, 10, 31, 8);

/** Changes whenever the generator does, so that no old district is measured. */
function generatorHash(): string {
	const hash = createHash('sha256').update(String(SEED));
	for (const file of globSync('*.ts', { cwd: GENERATOR }).sort()) hash.update(readFileSync(join(GENERATOR, file)));
	return hash.digest('hex').slice(0, 12);
}

async function toUtf8(from: string, to: string): Promise<void> {
	const decoder = new TextDecoder('gb18030', { fatal: true });
	await pipeline(
		createReadStream(from),
		async function* (chunks: AsyncIterable<Uint8Array>) {
			for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
			yield decoder.decode();
		},
		createWriteStream(to),
	);
}

/** Makes the district of quality.md (1,000 grids, 12 towns, 5 years) with a number of events, unless it is there. */
export async function makeBenchDistrict(events: number): Promise<BenchDistrict> {
	const dir = join(CACHE, `district-${events}-${generatorHash()}`);
	if (!existsSync(dir)) {
		for (const old of globSync(`district-${events}-*`, { cwd: CACHE })) rmSync(join(CACHE, old), { recursive: true });
		const making = `${dir}.making`;
		const { files } = await writeSample({
			outDir: making,
			events,
			seed: SEED,
			grids: 1_000,
			years: 5,
			endS: DISTRICT_END_S,
			encoding: 'gb18030',
			isFull: false,
		});
		const rename = (part: string, name: string) => {
			const file = files.find((path) => path.includes(part));
			if (file === undefined) throw new Error(`The sample has no file ${part}`);
			renameSync(file, join(making, name));
		};
		rename('事件明细', 'event.csv');
		rename('行政区划2', 'unit.csv');
		rename('网格边界', 'grid.geojson');
		for (const file of files) rmSync(file, { force: true });
		await toUtf8(join(making, 'event.csv'), join(making, 'event.utf8.csv'));
		await toUtf8(join(making, 'unit.csv'), join(making, 'unit.utf8.csv'));
		renameSync(making, dir);
	}
	return {
		events,
		eventsFile: join(dir, 'event.csv'),
		eventsUtf8File: join(dir, 'event.utf8.csv'),
		unitsFile: join(dir, 'unit.csv'),
		unitsUtf8File: join(dir, 'unit.utf8.csv'),
		gridsFile: join(dir, 'grid.geojson'),
	};
}

/** A folder with every export of the same district: all ledgers, all columns, as UTF-8, which both sides read. */
export async function makeFullDistrict(events: number): Promise<string> {
	const dir = join(CACHE, `full-${events}-${generatorHash()}`);
	if (existsSync(dir)) return dir;
	for (const old of globSync(`full-${events}-*`, { cwd: CACHE })) rmSync(join(CACHE, old), { recursive: true });
	await writeSample({
		outDir: `${dir}.making`,
		events,
		seed: SEED,
		grids: 1_000,
		years: 5,
		endS: DISTRICT_END_S,
		encoding: 'utf8',
		isFull: true,
	});
	renameSync(`${dir}.making`, dir);
	return dir;
}
