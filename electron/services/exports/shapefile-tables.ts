// A shapefile as a table: its attributes beside its geometries. Finds the files that belong to the .shp beside it, on the
// disk or in the same archive. Metres of a system that its .prj states become degrees.

import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BytePlace } from './byte-source.ts';
import { encodingOfCodePage, readDbf } from './dbf-table.ts';
import { completeCutHeader } from './header-recogniser.ts';
import { findProjection, positionsToDegrees } from './projected-system.ts';
import { readShapes } from './shape-geometry.ts';
import { makeHeldTable, TableFault, type TableFile, type TableRow } from './table-source.ts';
import { openArchive } from './zip-archive.ts';

const PARTS = /\.(?:shx|dbf|prj|cpg|sbn|sbx|qix|fix|qpj|shp\.xml)$/i;

const stemOf = (name: string): string => name.replace(/\.(?:shp\.xml|[^./]+)$/i, '').toLowerCase();

/** Names without those that only belong to a .shp among them. */
export function withoutShapeParts(names: readonly string[]): Set<string> {
	const stems = new Set(names.filter((name) => /\.shp$/i.test(name)).map(stemOf));
	return new Set(names.filter((name) => !(PARTS.test(name) && stems.has(stemOf(name)))));
}

/** Places of the files with the same name beside the .shp, by lower-case ending. */
async function findBeside({ path, members }: BytePlace): Promise<Map<string, BytePlace>> {
	const found = new Map<string, BytePlace>();
	const last = members.at(-1);
	const add = (name: string, place: BytePlace): void => {
		const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
		if (ending !== undefined && !found.has(ending)) found.set(ending, place);
	};
	if (last === undefined) {
		const stem = stemOf(basename(path));
		const names = await readdir(dirname(path)).catch(() => []);
		for (const name of names) if (stemOf(name) === stem) add(name, { path: join(dirname(path), name), members: [] });
		return found;
	}
	const outer = members.slice(0, -1);
	const archive = await openArchive(path, outer);
	archive.close();
	const stem = stemOf(archive.members.find(({ index }) => index === last)?.name ?? '');
	for (const { name, index } of archive.members)
		if (stemOf(name) === stem) add(name, { path, members: [...outer, index] });
	return found;
}

/** True when every geometry there is is a point. */
function arePoints(types: ReadonlySet<string>): boolean {
	return types.size === 1 && types.has('Point');
}

/** Opens the .shp at `place`. `readAll` gives the bytes of a file within the limits. @throws TableFault, ArchiveFault */
export async function openShapefile(
	place: BytePlace,
	readAll: (place: BytePlace) => Promise<Buffer>,
): Promise<TableFile> {
	const beside = await findBeside(place);
	const dbfPlace = beside.get('dbf');
	if (dbfPlace === undefined) throw new TableFault('E_SHAPE_PARTS');
	const textOf = async (ending: string): Promise<string | null> => {
		const at = beside.get(ending);
		return at === undefined ? null : (await readAll(at)).toString('latin1', 0, 8192);
	};
	const { geometries, reach } = readShapes(await readAll(place));
	const toDegrees = findProjection(await textOf('prj'), reach);
	const { names, isCutName, rows, encoding } = readDbf(
		await readAll(dbfPlace),
		encodingOfCodePage(await textOf('cpg')),
	);
	if (rows.length !== geometries.length) throw new TableFault('E_SHAPE_PARTS');
	const headers = names.map((name, column) => (isCutName[column] ? completeCutHeader(name) : name));
	const types = new Set(geometries.filter((geometry) => geometry !== null).map(({ type }) => type));
	const hasPlaces = arePoints(types) && !headers.some((header) => /^(?:lng|lat)$/i.test(header));
	const table: TableRow[] = [{ rowNo: 1, cells: hasPlaces ? [...headers, 'lng', 'lat'] : headers }];
	for (const [index, cells] of rows.entries()) {
		if (cells === null) continue;
		const delivered = geometries[index] ?? null;
		const geometry =
			delivered === null || toDegrees === null
				? delivered
				: { type: delivered.type, coordinates: positionsToDegrees(delivered.coordinates, toDegrees) };
		const point = hasPlaces && geometry !== null ? (geometry.coordinates as number[]).map(String) : [];
		table.push({ rowNo: index + 2, cells: [...cells, ...point], geometry });
	}
	return { kind: 'shapefile', encoding, tables: [makeHeldTable(null, table)], close: () => undefined };
}
