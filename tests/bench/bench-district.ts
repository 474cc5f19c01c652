// The generated district that the benchmarks work on, kept between runs under node_modules/.cache.

import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gridhelm } from './gridhelm-command.ts';

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
const SEED = 20_261_031;

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
	const dir = join(CACHE, `district-${events}`);
	const district = {
		events,
		eventsFile: join(dir, 'event.csv'),
		eventsUtf8File: join(dir, 'event.utf8.csv'),
		unitsFile: join(dir, 'admin_unit.csv'),
		unitsUtf8File: join(dir, 'admin_unit.utf8.csv'),
		gridsFile: join(dir, 'grid.geojson'),
	};
	if (existsSync(dir)) return district;
	const making = `${dir}.making`;
	rmSync(making, { recursive: true, force: true });
	mkdirSync(making, { recursive: true });
	await gridhelm([
		...['sample', '--out', making, '--events', String(events), '--seed', String(SEED)],
		...['--grids', '1000', '--years', '5', '--end', '2026-10-31', '--encoding', 'gb18030'],
	]);
	console.log(`  made ${readdirSync(making).join(', ')}`);
	await toUtf8(join(making, 'event.csv'), join(making, 'event.utf8.csv'));
	await toUtf8(join(making, 'admin_unit.csv'), join(making, 'admin_unit.utf8.csv'));
	renameSync(making, dir);
	return district;
}
