// The basemaps beside a cache: one file each and one list of them. Adding checks first and changes nothing when it refuses;
// removing can be taken back until the program starts again.

import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { StoredPack } from '../../../shared/contract/schemas/basemaps.ts';
import type { DegreeSystem } from '../exports/coordinates/systems.ts';
import { PACK_FOLDER } from '../page-files.ts';
import type { ImportFile } from '../sync/import-file.ts';
import { type Box, boxesMeet } from './box.ts';
import { checkPmtiles, type PackFacts } from './check-pmtiles.ts';
import { packFault } from './pack-fault.ts';
import { readGeojsonPack } from './read-geojson-pack.ts';

const LIST_FILE = 'packs.json';
const MAX_PACKS = 12;
const MAX_GEOJSON_BYTES = 64 * 1024 ** 2;
const Stored = z.array(StoredPack);
type Pack = z.infer<typeof StoredPack>;

export interface BasemapShelf {
	/** Packs in the order they were added, with whether each reaches a district. */
	list(district: Box | null): (Pack & { reachesDistrict: boolean })[];
	/** @throws GridHelmError E_FILE with `details.fault`; nothing is changed then */
	add(
		file: ImportFile,
		how: { system: DegreeSystem; district: Box | null; addedAt: string },
	): Promise<{ packId: string; leftOut: number }>;
	/** Hides a pack or shows it again. @throws GridHelmError E_NOT_FOUND */
	setRemoved(packId: string, isRemoved: boolean): void;
}

/** Name of a pack's file, as it stands in its address. */
function packFileName({ packId, kind }: Pick<Pack, 'packId' | 'kind'>): string {
	return `${packId}.${kind === 'lines' ? 'geojson' : 'pmtiles'}`;
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex').slice(0, 16);
}

function spaceFault(error: unknown): unknown {
	return error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? packFault('noSpace') : error;
}

/** Opens the shelf. @param canWrite false for a cache that is only looked at */
export function openBasemapShelf(cacheDir: string, canWrite: boolean): BasemapShelf {
	const dir = join(cacheDir, PACK_FOLDER);
	const listPath = join(dir, LIST_FILE);

	function read(): Pack[] {
		try {
			const packs = Stored.safeParse(JSON.parse(readFileSync(listPath, 'utf8')));
			return packs.success ? packs.data : [];
		} catch {
			return [];
		}
	}

	let packs = read();

	function write(next: Pack[]): void {
		mkdirSync(dir, { recursive: true });
		writeFileSync(`${listPath}.new`, JSON.stringify(next, null, '\t'), { flush: true });
		renameSync(`${listPath}.new`, listPath);
		packs = next;
	}

	/** Ends removals of the last run and sweeps what a cut-off addition left. */
	function sweep(): void {
		try {
			for (const name of readdirSync(dir)) if (name.endsWith('.part')) rmSync(join(dir, name), { force: true });
			const gone = packs.filter(({ isRemoved }) => isRemoved);
			if (gone.length === 0) return;
			write(packs.filter(({ isRemoved }) => !isRemoved));
			for (const pack of gone) rmSync(join(dir, packFileName(pack)), { force: true });
		} catch {
			// No folder yet, or one that cannot be written: nothing to sweep.
		}
	}
	if (canWrite) sweep();

	/** Checks a file and puts what is served of it at `part`. */
	async function take(
		file: ImportFile,
		how: { system: DegreeSystem; district: Box | null },
		part: string,
	): Promise<{ facts: PackFacts; bytes: number; leftOut: number }> {
		const { size } = await stat(file.path);
		const handle = await open(file.path);
		try {
			const { buffer } = await handle.read({ buffer: new Uint8Array(7), position: 0 });
			if (new TextDecoder('latin1').decode(buffer) === 'PMTiles') {
				const facts = await checkPmtiles(handle, size, how.district);
				await copyFile(file.path, part);
				return { facts, bytes: size, leftOut: 0 };
			}
		} finally {
			await handle.close();
		}
		if (!/\.(geo)?json$/i.test(file.fileName)) throw packFault('notPack');
		if (size > MAX_GEOJSON_BYTES) throw packFault('tooLarge');
		const text = await readFile(file.path, 'utf8');
		const { text: drawn, bounds, leftOut } = readGeojsonPack(text, file.fileName, how.system, how.district);
		writeFileSync(part, drawn, { flush: true });
		const facts: PackFacts = {
			name: null,
			kind: 'lines',
			bounds,
			minZoom: 0,
			maxZoom: 24,
			layers: [],
			attribution: '',
		};
		return { facts, bytes: Buffer.byteLength(drawn), leftOut };
	}

	return {
		list: (district) =>
			packs.map((pack) => ({ ...pack, reachesDistrict: district === null || boxesMeet(pack.bounds, district) })),
		async add(file, how) {
			const packId = await hashOf(file.path);
			const known = packs.find((pack) => pack.packId === packId);
			if (known && !known.isRemoved) throw packFault('doubled');
			if (packs.filter(({ isRemoved }) => !isRemoved).length >= MAX_PACKS) throw packFault('tooMany');
			const part = join(dir, `${packId}.part`);
			try {
				mkdirSync(dir, { recursive: true });
				const { facts, bytes, leftOut } = await take(file, how, part);
				const { name, ...rest } = facts;
				const pack: Pack = {
					...rest,
					bounds: [...facts.bounds],
					packId,
					name: name ?? (file.fileName.replace(/\.\w+$/, '').slice(0, 80) || packId),
					bytes,
					addedAt: how.addedAt,
					isRemoved: false,
				};
				renameSync(part, join(dir, packFileName(pack)));
				write([...packs.filter((one) => one.packId !== packId), pack]);
				return { packId, leftOut };
			} catch (error) {
				rmSync(part, { force: true });
				throw spaceFault(error);
			}
		},
		setRemoved(packId, isRemoved) {
			if (!packs.some((pack) => pack.packId === packId)) throw new GridHelmError('E_NOT_FOUND', '没有这份底图。');
			write(packs.map((pack) => (pack.packId === packId ? { ...pack, isRemoved } : pack)));
		},
	};
}
