// The exports that a file on disk holds: itself, the members of an archive, of archives in it one level down, and the
// tables of a workbook.
// Must not judge them: what is no export is said when it is opened.

import { open } from 'node:fs/promises';
import type { BytePlace } from './byte-source.ts';
import { sniffForm } from './file-signature.ts';
import { openTables } from './open-tables.ts';
import type { ExportPart } from './record-blocks.ts';
import { withoutShapeParts } from './shapefile-tables.ts';
import { findRegions } from './table-regions.ts';
import { TableFault } from './table-source.ts';
import { isWorkbookArchive } from './xlsx-tables.ts';
import { ArchiveFault, openArchive } from './zip-archive.ts';

export interface ListedPart {
	part: ExportPart;
	/** Name shown to people: `archive › member › sheet`. */
	fileName: string;
	byteSize: number;
}

/** Leftovers of offices, browsers and archivers that are never exports (domain.md §6.1). */
const NEVER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:tmp|crdownload|part)$/i;
const MAX_PARTS = 2_000;
const MAX_DEPTH = 2;

/** True for a name, without folders, of something that is never an export. */
export function isNeverExport(name: string): boolean {
	return NEVER.test(name);
}

async function isZip(path: string): Promise<boolean> {
	const file = await open(path, 'r').catch(() => null);
	if (file === null) return false;
	try {
		const head = Buffer.alloc(64);
		await file.read(head, 0, head.length, 0);
		return sniffForm(head) === 'zip';
	} catch {
		return false;
	} finally {
		await file.close();
	}
}

/** Tables of a workbook that has several, else null. Hidden sheets count only where nothing else is there. */
async function listTables(place: BytePlace, shownName: string, byteSize: number): Promise<ListedPart[] | null> {
	const file = await openTables(place, byteSize);
	if (file === null) return null;
	try {
		const isShown = file.tables.some(({ isHidden }) => !isHidden);
		const found: ListedPart[] = [];
		for (const [sheet, table] of file.tables.entries()) {
			if (isShown && table.isHidden) continue;
			for (const { firstRow, lastRow } of await findRegions(table, null)) {
				const part = { members: place.members, table: { sheet, firstRow, lastRow } };
				found.push({ part, fileName: `${shownName} › ${table.name ?? sheet + 1}`, byteSize });
			}
		}
		return found.length < 2 ? null : found.map((one, index) => ({ ...one, byteSize: index === 0 ? byteSize : 0 }));
	} finally {
		file.close();
	}
}

async function listOne(place: BytePlace, fileName: string, byteSize: number): Promise<ListedPart[]> {
	const tables = await listTables(place, fileName, byteSize).catch(notAFault);
	return tables ?? [{ part: { members: place.members, table: null }, fileName, byteSize }];
}

/** Members of the archive at `members` of the file, or null when it is to be taken as one file. */
async function listArchive(path: string, members: readonly number[], shownName: string): Promise<ListedPart[] | null> {
	const archive = await openArchive(path, members);
	try {
		if (isWorkbookArchive(archive)) return null;
		const found: ListedPart[] = [];
		let hasDatabase = false;
		const shown = withoutShapeParts(archive.members.map(({ name }) => name));
		for (const member of archive.members) {
			if (!shown.has(member.name)) continue;
			const parts = member.name.split('/');
			if (parts.some((part) => isNeverExport(part) || part === '__MACOSX')) continue;
			// A geodatabase is a folder of many files, refused once.
			const isDatabase = parts.some((part) => /\.gdb$/i.test(part));
			if (isDatabase && (hasDatabase || !/\.gdbtable$/i.test(member.name))) continue;
			hasDatabase ||= isDatabase;
			const place = { path, members: [...members, member.index] };
			const fileName = `${shownName} › ${parts.at(-1) ?? ''}`;
			const isArchive = /\.(?:zip|kmz)$/i.test(member.name) && place.members.length < MAX_DEPTH;
			const nested = isArchive ? await listArchive(path, place.members, fileName).catch(notAFault) : null;
			found.push(...(nested ?? (await listOne(place, fileName, member.byteSize))));
			if (found.length > MAX_PARTS) throw new ArchiveFault('E_ZIP_BOMB');
		}
		return found;
	} finally {
		archive.close();
	}
}

/** A faulty archive or workbook is one part, refused when it is opened. */
function notAFault(error: unknown): null {
	if (error instanceof ArchiveFault || error instanceof TableFault) return null;
	throw error;
}

/** The parts of a file: at least one, the file itself where it is no archive or a faulty or empty one. */
export async function listParts(path: string, fileName: string, byteSize: number): Promise<ListedPart[]> {
	const found = (await isZip(path)) ? await listArchive(path, [], fileName).catch(notAFault) : null;
	return found === null || found.length === 0 ? listOne({ path, members: [] }, fileName, byteSize) : found;
}
