// The bytes of a file in chunks, each read while the one before is being parsed, hashed on the way.
// Flat memory whatever the size. Must not interpret what it reads.

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const CHUNK = 2 << 20;

export interface ByteSource {
	/** Chunks in order; a chunk is only valid until the next one is asked for. */
	chunks(): AsyncGenerator<Buffer, void>;
	/** Bytes read so far. */
	bytesRead(): number;
	/** Lower-case hex over all bytes; only after the last chunk. */
	sha256(): string;
}

/** Opens nothing until `chunks` is iterated. `signal` ends the reading with its reason. */
export function openByteSource(path: string, signal?: AbortSignal): ByteSource {
	const hash = createHash('sha256');
	let total = 0;
	let digest: string | null = null;
	async function* chunks(): AsyncGenerator<Buffer, void> {
		const file = await open(path, 'r');
		try {
			const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)] as const;
			let turn = 0;
			let pending = file.read(buffers[0], 0, CHUNK, 0);
			while (true) {
				const { bytesRead } = await pending;
				signal?.throwIfAborted();
				if (bytesRead === 0) break;
				const chunk = buffers[turn === 0 ? 0 : 1].subarray(0, bytesRead);
				total += bytesRead;
				turn = 1 - turn;
				pending = file.read(buffers[turn === 0 ? 0 : 1], 0, CHUNK, total);
				// A consumer that stops early must not leave a rejected read behind.
				pending.catch(() => undefined);
				hash.update(chunk);
				yield chunk;
			}
		} finally {
			await file.close();
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

/** The same chunks as UTF-8, for the few readers whose syntax bytes may be trail bytes of GB18030. */
export async function* transcodeToUtf8(chunks: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
	const decoder = new TextDecoder('gb18030');
	for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
	const rest = decoder.decode();
	if (rest !== '') yield Buffer.from(rest, 'utf8');
}
