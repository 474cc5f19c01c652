// Runs the web host around services in a worker until Ctrl-C, for `serve` and `npm start`.

import { join } from 'node:path';
import { PACK_FOLDER } from '../services/page-files.ts';
import { startWorkerServices } from '../services/worker-client.ts';
import { startWebHost } from '../web-host/main.ts';
import { ensureRenderer } from './build-renderer.ts';
import type { CliContext } from './command.ts';
import { openBrowser } from './open-browser.ts';
import { RENDERER_DIR } from './project-paths.ts';

export interface HostRun {
	/** 0: a free one. */
	port: number;
	/** As in ServicesOptions. */
	demo: 'auto' | 'only' | 'never';
	/** Whether the system's browser is opened. */
	isOpening: boolean;
}

/** A signal this long after the first means impatience; npm doubles the first one within milliseconds. */
const IMPATIENT_MS = 1_000;

/** Resolves on SIGINT, SIGTERM or SIGHUP; a later second signal ends the process at once. */
function untilStopped(): Promise<void> {
	return new Promise((resolve) => {
		let stoppedAtMs: number | null = null;
		const stop = () => {
			if (stoppedAtMs !== null && Date.now() - stoppedAtMs > IMPATIENT_MS) process.exit(130);
			stoppedAtMs ??= Date.now();
			resolve();
		};
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
	});
}

/** Builds what is missing, serves, prints the address, and closes cleanly when told to stop. */
export async function runHost(context: CliContext, run: HostRun): Promise<void> {
	const { t } = context;
	const { cacheDir, version } = context;
	// First, so that a demonstration district that has to be made is made while the page is built.
	const services = await startWorkerServices({ cacheDir, demo: run.demo, version });
	try {
		await ensureRenderer(() => context.tell(t('正在构建界面，约需半分钟…', 'Building the page, about half a minute…')));
		const uploadDir = join(cacheDir, 'uploads');
		const packDir = join(cacheDir, PACK_FOLDER);
		const host = await startWebHost({ services, rendererDir: RENDERER_DIR, uploadDir, packDir, port: run.port });
		const stopped = untilStopped();
		const { url, origin, port } = host;
		context.print({ url, origin, port, cacheDir }, () => `GridHelm ${version}  ${url}`);
		context.tell(
			t(
				'此地址只能打开一次；按 Ctrl-C 结束，按回车显示新地址。',
				'The address opens once. Ctrl-C ends it; Enter shows a new address.',
			),
		);
		if (run.isOpening) openBrowser(url, context.env);
		if (process.stdin.isTTY) {
			process.stdin.on('data', () => context.tell(host.issueUrl()));
			process.stdin.unref();
		}
		await stopped;
		context.tell(t('正在结束…', 'Closing…'));
		process.stdin.pause();
		await host.close();
	} finally {
		await services.close();
	}
}
