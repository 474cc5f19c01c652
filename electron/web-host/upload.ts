// Takes one uploaded file to a temporary file in the cache's folder, with a limit, and leaves nothing half-written.
// Never reads what it holds.

import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GridHelmError } from '../../shared/contract/errors.ts';

/** Largest upload in bytes; larger exports are given to `gridhelm import` by path. */
export const MAX_UPLOAD_BYTES = 4 * 1024 ** 3;

function tooLarge(maxBytes: number): GridHelmError {
	const limitMb = Math.floor(maxBytes / 1024 ** 2);
	return new GridHelmError('E_FILE', `文件超过 ${limitMb} MB，请用命令 gridhelm import 导入。`, { limitMb });
}

/** Name shown to people: last part, no control characters, at most 200 characters; never used as a path. */
export function displayName(given: string | null): string {
	const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
	return (
		last
			.replace(/[\p{Cc}\p{Cf}]/gu, '')
			.trim()
			.slice(0, 200) || 'upload'
	);
}

/** Makes the folder and removes what an earlier run left in it. */
export async function prepareUploadDir(dir: string): Promise<void> {
	await mkdir(dir, { recursive: true });
	for (const name of await readdir(dir)) await rm(join(dir, name), { force: true, recursive: true });
}

/**
 * Streams a request's body to a new file in `dir` and gives its path.
 * @throws GridHelmError E_FILE when it is too large, cut off, or the disk is full; the file is gone then
 */
export async function receiveUpload(request: IncomingMessage, dir: string, maxBytes: number): Promise<string> {
	if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
	const path = join(dir, randomUUID());
	let received = 0;
	const limit = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			received += chunk.length;
			if (received > maxBytes) done(tooLarge(maxBytes));
			else done(null, chunk);
		},
	});
	try {
		await pipeline(request, limit, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
		return path;
	} catch (error) {
		await rm(path, { force: true });
		if (error instanceof GridHelmError) throw error;
		const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
		throw new GridHelmError('E_FILE', isFull ? '磁盘空间不足，文件未接收。' : '文件传输中断，请重新选择。', { isFull });
	}
}
