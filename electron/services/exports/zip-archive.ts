// Zip archives as exporters and people make them: names in GBK without the UTF-8 flag, archives inside archives, cut and
// hostile ones. Gives the bytes of a member as a stream; nothing is ever unpacked onto the disk.

import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';

/** A fault of an archive as a whole or of a member met while it is read. */
export class ArchiveFault extends Error {
	override readonly name = 'ArchiveFault';
	readonly code: 'E_ZIP_DAMAGED' | 'E_ZIP_BOMB' | 'E_PASSWORD';

	constructor(code: ArchiveFault['code']) {
		super(code);
		this.code = code;
	}
}

export interface ArchiveMember {
	/** Position in the archive's directory. */
	index: number;
	/** Name with its folders, `/` between them. */
	name: string;
	byteSize: number;
}

export interface Archive {
	/** Files only, in the order of the directory. */
	members: ArchiveMember[];
	/** Bytes of a member. @throws ArchiveFault while iterating */
	read(index: number): AsyncGenerator<Buffer, void>;
	close(): void;
}

const MAX_MEMBERS = 5_000;
const MAX_MEMBER_BYTES = 2 ** 32;
const MAX_TOTAL_BYTES = 2 ** 34;
/** No export of text packs tighter; deflate itself ends near 1,032. */
const MAX_RATIO = 400;
const SMALL_BYTES = 32 << 20;
/** An archive in an archive, and any member that must be held whole. */
export const MAX_HELD_BYTES = 256 << 20;

function nameOf(entry: Entry): string {
	const raw = entry.fileNameRaw;
	const isUtf8Name = (entry.generalPurposeBitFlag & 0x800) !== 0 || isUtf8(raw);
	return new TextDecoder(isUtf8Name ? 'utf-8' : 'gb18030').decode(raw).replaceAll('\\', '/');
}

/** Refuses what unpacks to more than an export ever does, and members that share their bytes. */
function checkSizes(entries: readonly Entry[], packedBytes: number): void {
	let total = 0;
	let packed = 0;
	for (const { uncompressedSize, compressedSize } of entries) {
		total += uncompressedSize;
		packed += compressedSize;
		const isTight = uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
		if (uncompressedSize > MAX_MEMBER_BYTES || isTight) throw new ArchiveFault('E_ZIP_BOMB');
	}
	const isTight = total > SMALL_BYTES && total > packedBytes * MAX_RATIO;
	if (entries.length > MAX_MEMBERS || total > MAX_TOTAL_BYTES || packed > packedBytes || isTight)
		throw new ArchiveFault('E_ZIP_BOMB');
}

async function openZip(path: string, members: readonly number[]): Promise<ZipFile> {
	const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
	const last = members.at(-1);
	if (last === undefined) return openPromise(path, options);
	return fromBufferPromise(await readMember(path, members.slice(0, -1), last), options);
}

/**
 * Opens the archive at `path`, or the one that is a member of it (`members`: positions from outside in).
 * @throws ArchiveFault when it is damaged, hostile or no archive
 */
export async function openArchive(path: string, members: readonly number[] = []): Promise<Archive> {
	let zip: ZipFile | null = null;
	try {
		zip = await openZip(path, members);
		const entries: Entry[] = [];
		for await (const entry of zip.eachEntry()) {
			entries.push(entry);
			if (entries.length > MAX_MEMBERS) throw new ArchiveFault('E_ZIP_BOMB');
		}
		checkSizes(entries, zip.fileSize);
		const opened = zip;
		return {
			members: entries
				.map((entry, index) => ({ index, name: nameOf(entry), byteSize: entry.uncompressedSize }))
				.filter(({ name }) => !name.endsWith('/')),
			read: (index) => readEntry(opened, entries[index]),
			close: () => opened.close(),
		};
	} catch (error) {
		zip?.close();
		throw asFault(error);
	}
}

function asFault(error: unknown): unknown {
	if (error instanceof ArchiveFault) return error;
	// What the disk refuses is no fault of the archive.
	const isSystem = error instanceof Error && 'syscall' in error;
	return isSystem ? error : new ArchiveFault('E_ZIP_DAMAGED');
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer, void> {
	if (entry === undefined) throw new ArchiveFault('E_ZIP_DAMAGED');
	if (entry.isEncrypted()) throw new ArchiveFault('E_PASSWORD');
	let sum = 0;
	let stream: Readable | null = null;
	try {
		stream = await zip.openReadStreamPromise(entry);
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			sum = crc32(chunk, sum);
			yield chunk;
		}
	} catch (error) {
		throw asFault(error);
	} finally {
		stream?.destroy();
	}
	if (sum !== entry.crc32) throw new ArchiveFault('E_ZIP_DAMAGED');
}

/** A whole member in memory, at most MAX_HELD_BYTES. @throws ArchiveFault */
async function readMember(path: string, members: readonly number[], index: number): Promise<Buffer> {
	const archive = await openArchive(path, members);
	try {
		const member = archive.members.find((one) => one.index === index);
		if (member !== undefined && member.byteSize > MAX_HELD_BYTES) throw new ArchiveFault('E_ZIP_BOMB');
		const chunks: Buffer[] = [];
		for await (const chunk of archive.read(index)) chunks.push(chunk);
		return Buffer.concat(chunks);
	} finally {
		archive.close();
	}
}
