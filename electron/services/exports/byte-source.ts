// The bytes of a file, or of a member of an archive, in chunks, hashed on the way; of a file on disk each chunk is read
// while the one before is being parsed. Flat memory whatever the size. Must not interpret what it reads.

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { openArchive } from './zip-archive.ts';

const CHUNK = 2 << 20;

/** Where bytes lie: a file on disk, or a member of it where it is an archive (positions from outside in). */
export interface BytePlace {
	path: string;
	members: readonly number[];
}

export interface ByteSource {
	/** Chunks in order; a chunk is only valid until the next one is asked for. @throws ArchiveFault */
	chunks(): AsyncGenerator<Buffer, void>;
	/** Bytes read so far. */
	bytesRead(): number;
	/** Lower-case hex over all bytes; only after the last chunk. */
	sha256(): string;
}

async function* readDisk(path: string): AsyncGenerator<Buffer, void> {
	const file = await open(path, 'r');
	try {
		const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)] as const;
		let turn = 0;
		let total = 0;
		let pending = file.read(buffers[0], 0, CHUNK, 0);
		while (true) {
			const { bytesRead } = await pending;
			if (bytesRead === 0) break;
			const chunk = buffers[turn === 0 ? 0 : 1].subarray(0, bytesRead);
			total += bytesRead;
			turn = 1 - turn;
			pending = file.read(buffers[turn === 0 ? 0 : 1], 0, CHUNK, total);
			// A consumer that stops early must not leave a rejected read behind.
			pending.catch(() => undefined);
			yield chunk;
		}
	} finally {
		await file.close();
	}
}

async function* readPacked(path: string, members: readonly number[]): AsyncGenerator<Buffer, void> {
	const archive = await openArchive(path, members.slice(0, -1));
	try {
		yield* archive.read(members.at(-1) ?? -1);
	} finally {
		archive.close();
	}
}

/** The bytes without a hash, for looking at a file before it is read. */
export function readBytes(place: BytePlace): AsyncGenerator<Buffer, void> {
	return place.members.length === 0 ? readDisk(place.path) : readPacked(place.path, place.members);
}

/** Opens nothing until `chunks` is iterated. `signal` ends the reading with its reason. */
export function openByteSource(place: BytePlace, signal?: AbortSignal): ByteSource {
	const hash = createHash('sha256');
	let total = 0;
	let digest: string | null = null;
	async function* chunks(): AsyncGenerator<Buffer, void> {
		for await (const chunk of readBytes(place)) {
			signal?.throwIfAborted();
			total += chunk.length;
			hash.update(chunk);
			yield chunk;
		}
	}
	return {
		chunks,
		bytesRead: () => total,
		sha256: () => {
			digest ??= hash.digest('hex');
			return digest;
		},
	};
}
