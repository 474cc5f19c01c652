// The hosts that the flows of desk and wall run on, behind one face: the loopback web host in a browser, and the
// desktop shell. A flow asks only for what a host has, never which one it is.

import type { Page } from 'playwright-core';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { startApp } from './app-under-test.ts';
import { openBrowser, type PageOptions, type TestBrowser, type WatchedPage } from './browser.ts';
import { type ShellProgram, startShell } from './shell-under-test.ts';

export interface FlowApp {
	/** Calls a method of the contract; throws when it fails. */
	call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
	/** A page at `/…`, settled by the caller; the shell has one desk and shows it there. `prepare` runs before the load. */
	open(path: string, options: PageOptions, prepare?: (page: Page) => Promise<void>): Promise<WatchedPage>;
	stop(): Promise<void>;
}

export interface FlowHost {
	name: string;
	/** True for what only a page over HTTP has: a network between page and host. */
	hasNetwork: boolean;
	start(demo: 'only' | 'never'): Promise<FlowApp>;
}

/** The loopback web host and a browser of its own. */
export const webFlowHost: FlowHost = {
	name: 'web host',
	hasNetwork: true,
	async start(demo) {
		const [app, browser]: [Awaited<ReturnType<typeof startApp>>, TestBrowser] = await Promise.all([
			startApp({ demo }),
			openBrowser(),
		]);
		return {
			call: app.call,
			async open(path, options, prepare) {
				const watched = await browser.openPage(options);
				// Spends the one-use token without drawing the desk first.
				await watched.context.request.get(app.issueUrl());
				await prepare?.(watched.page);
				await watched.page.goto(app.origin + path);
				return watched;
			},
			async stop() {
				await browser.close();
				await app.stop();
			},
		};
	},
};

/**
 * The desktop shell.
 * @param program the executable and what it is given to run
 */
export function shellFlowHost(name: string, program: () => ShellProgram): FlowHost {
	return {
		name,
		hasNetwork: false,
		async start(demo) {
			const shell = await startShell({ program: program(), demo });
			return {
				call: shell.call,
				open: (path, options, prepare) => shell.show(path, options, prepare),
				stop: () => shell.stop(),
			};
		},
	};
}
