// What a run has to read: named files, the contents of named folders and of archives, in the order units, grids, events,
// steps.

import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { DATASETS, type Dataset } from '../../../shared/domain/codes.ts';
import { isNeverExport, listParts } from '../exports/list-parts.ts';
import type { MappingProfile } from '../exports/mapping-profile.ts';
import type { ExportPart } from '../exports/record-blocks.ts';
import { withoutShapeParts } from '../exports/shapefile-tables.ts';
import type { ExportReader, ImportFile } from './import-file.ts';

/** A file of a run, or one export in it; `isInFolder` when the folder or archive around it was named. */
export interface RunFile extends ImportFile {
	part: ExportPart;
	isInFolder: boolean;
	byteSize: number;
}

const MAX_DEPTH = 4;
const MAX_FILES = 2_000;

async function walk(folder: string, depth: number, found: string[]): Promise<void> {
	const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
	entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		if (isNeverExport(entry.name)) continue;
		const path = join(folder, entry.name);
		if (entry.isDirectory() && depth < MAX_DEPTH) await walk(path, depth + 1, found);
		else if (entry.isFile()) found.push(path);
		if (found.length > MAX_FILES) {
			throw new GridHelmError('E_FILE', `文件夹中的文件超过 ${MAX_FILES} 个，请选择更小的文件夹。`, {
				limit: MAX_FILES,
			});
		}
	}
}

/** The exports in a file: what lies in an archive or on several sheets is taken like what lies in a folder. */
async function findParts(file: ImportFile, byteSize: number, isInFolder: boolean): Promise<RunFile[]> {
	const parts = await listParts(file.path, file.fileName, byteSize);
	return parts.map(({ part, fileName, byteSize }) => ({
		...file,
		fileName,
		part,
		isInFolder: isInFolder || parts.length > 1 || part.members.length > 0,
		byteSize,
	}));
}

/** Expands folders and archives. Throws E_FILE naming what is not there, before anything is read. */
export async function findFiles(named: readonly ImportFile[]): Promise<RunFile[]> {
	const files: RunFile[] = [];
	for (const file of named) {
		const info = await stat(file.path).catch(() => null);
		if (!info) throw new GridHelmError('E_FILE', `找不到文件：${file.fileName}`, { file: file.fileName });
		if (!info.isDirectory()) {
			// A pipe or a device is never read (it may never end): it goes on unopened, to be refused by name.
			if (!info.isFile()) files.push({ ...file, part: { members: [], table: null }, isInFolder: false, byteSize: 0 });
			else files.push(...(await findParts(file, info.size, false)));
			continue;
		}
		const paths: string[] = [];
		await walk(file.path, 0, paths);
		const shown = withoutShapeParts(paths);
		for (const path of paths.filter((one) => shown.has(one))) {
			const { size } = await stat(path);
			const found = { path, fileName: basename(path), isTemporary: file.isTemporary };
			files.push(...(await findParts(found, size, true)));
		}
	}
	return files;
}

/** Orders files by dataset; what is no export keeps its turn at the end. */
export async function orderFiles(
	files: readonly RunFile[],
	reader: ExportReader,
	profile: MappingProfile | null,
): Promise<RunFile[]> {
	if (files.length < 2) return [...files];
	const ranked: { file: RunFile; rank: number }[] = [];
	for (const file of files) {
		const opened = await reader.open(file, profile);
		const dataset: Dataset | null = 'outcome' in opened ? null : opened.dataset;
		ranked.push({ file, rank: dataset === null ? DATASETS.length : DATASETS.indexOf(dataset) });
	}
	return ranked.sort((a, b) => a.rank - b.rank).map(({ file }) => file);
}
