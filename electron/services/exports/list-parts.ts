// The exports that a file on disk holds: itself, or the members of an archive, of archives in it one level down.
// Must not judge them: what is no export is said when it is opened.

import { open } from 'node:fs/promises';
import { sniffForm } from './file-signature.ts';
import { type Archive, ArchiveFault, openArchive } from './zip-archive.ts';

export interface ListedPart {
	/** Positions in the archives from outside in; empty for the file itself. */
	members: number[];
	/** Name shown to people: `archive › member`. */
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

/** True for the directory of an office workbook. */
export function isWorkbookArchive({ members }: Archive): boolean {
	return members.some(({ name }) => name === '[Content_Types].xml' || name === 'xl/workbook.xml');
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

/** Members of the archive at `members` of the file, or null when it is to be taken as one file. */
async function listArchive(path: string, members: number[], shownName: string): Promise<ListedPart[] | null> {
	const archive = await openArchive(path, members);
	try {
		if (isWorkbookArchive(archive)) return null;
		const found: ListedPart[] = [];
		for (const member of archive.members) {
			const parts = member.name.split('/');
			if (parts.some((part) => isNeverExport(part) || part === '__MACOSX')) continue;
			const place = [...members, member.index];
			const fileName = `${shownName} › ${parts.at(-1) ?? ''}`;
			const inner = /\.(?:zip|kmz)$/i.test(member.name) && place.length < MAX_DEPTH;
			const nested = inner ? await listArchive(path, place, fileName).catch(notAFault) : null;
			found.push(...(nested ?? [{ members: place, fileName, byteSize: member.byteSize }]));
			if (found.length > MAX_PARTS) throw new ArchiveFault('E_ZIP_BOMB');
		}
		return found;
	} finally {
		archive.close();
	}
}

/** A damaged archive is one part, refused when it is opened. */
function notAFault(error: unknown): null {
	if (error instanceof ArchiveFault) return null;
	throw error;
}

/** The parts of a file: at least one, the file itself where it is no archive or a faulty or empty one. */
export async function listParts(path: string, fileName: string, byteSize: number): Promise<ListedPart[]> {
	const found = (await isZip(path)) ? await listArchive(path, [], fileName).catch(notAFault) : null;
	return found === null || found.length === 0 ? [{ members: [], fileName, byteSize }] : found;
}
