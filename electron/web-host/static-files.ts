// Sends a file of the built renderer over HTTP. Knows nothing of sessions; the guard has spoken before.

import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerForFile, findPageFile } from '../services/page-files.ts';

/**
 * Answers with a file of the folder; false when there is none, and nothing has been sent then.
 * @param relativePath from pageFileOf
 */
export async function sendStaticFile(
	rootDir: string,
	relativePath: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<boolean> {
	const file = await findPageFile(rootDir, relativePath);
	if (!file) return false;
	const { status, headers, range } = answerForFile(file, (name) => {
		const value = request.headers[name];
		return typeof value === 'string' ? value : undefined;
	});
	response.writeHead(status, headers);
	if (range === null || request.method === 'HEAD') {
		response.end();
		return true;
	}
	const stream = createReadStream(file.path, range);
	stream.on('error', () => response.destroy());
	response.on('close', () => stream.destroy());
	stream.pipe(response);
	return true;
}
