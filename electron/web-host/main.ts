// Starts the loopback web host around given services: one address, one token, one session.
// Makes no services itself and decides nothing about them.

import type { AddressInfo } from 'node:net';
import { GridHelmError } from '../../shared/contract/errors.ts';
import { type ConnectionGuard, createConnectionGuard } from './connection-guard.ts';
import { createNoticeStream } from './notice-stream.ts';
import { createHostServer, type HostServices } from './server.ts';
import { MAX_UPLOAD_BYTES, prepareUploadDir } from './upload.ts';

export interface WebHostOptions {
	services: HostServices;
	/** Built renderer; holds index.html. */
	rendererDir: string;
	/** Folder for uploaded files, emptied at the start; inside the cache's folder. */
	uploadDir: string;
	/** Folder of the basemaps that an operator added, inside the cache's folder. */
	packDir: string;
	/** 0 or left out: a free one. */
	port?: number;
	/** Shorter only in tests. */
	heartbeatMs?: number;
	/** Smaller only in tests. */
	maxUploadBytes?: number;
}

export interface WebHost {
	/** Address with its one-use token. */
	url: string;
	/** Address without a token. */
	origin: string;
	port: number;
	token: string;
	/** A further address for another browser. */
	issueUrl(): string;
	/** Ends open streams and requests; the services stay. */
	close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1 only.
 * @throws GridHelmError E_BUSY when the port is taken
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
	await prepareUploadDir(options.uploadDir);
	const notices = createNoticeStream(options.heartbeatMs);
	let guard: ConnectionGuard | null = null;
	const server = createHostServer({
		services: options.services,
		notices,
		rendererDir: options.rendererDir,
		uploadDir: options.uploadDir,
		packDir: options.packDir,
		maxUploadBytes: options.maxUploadBytes ?? MAX_UPLOAD_BYTES,
		guard: () => {
			if (!guard) throw new GridHelmError('E_INTERNAL', '尚未就绪。');
			return guard;
		},
	});
	const wanted = options.port ?? 0;
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			notices.close();
			reject(portFailure(error, wanted));
		});
		server.listen(wanted, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	const readyGuard = createConnectionGuard(port);
	guard = readyGuard;
	const stopListening = options.services.onNotice((notice) => notices.publish(notice));
	const origin = `http://127.0.0.1:${port}`;
	const token = readyGuard.issueToken();

	return {
		url: `${origin}/?token=${token}`,
		origin,
		port,
		token,
		issueUrl: () => `${origin}/?token=${readyGuard.issueToken()}`,
		async close() {
			stopListening();
			notices.close();
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
		},
	};
}

function portFailure(error: NodeJS.ErrnoException, port: number): Error {
	if (error.code === 'EADDRINUSE') return new GridHelmError('E_BUSY', `端口 ${port} 已被占用。`, { port });
	if (error.code === 'EACCES') return new GridHelmError('E_FORBIDDEN', `没有权限使用端口 ${port}。`, { port });
	return error;
}
