// The one channel between pages and the program: calls of the contract go to the services' dispatch, calls of the
// window to the window, and only from the main frame of our own pages.

import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import {
	type HostMessage,
	type HostMethodInput,
	type HostMethodName,
	type HostMethodOutput,
	hostMethods,
	isHostMethod,
} from '../../shared/contract/host.ts';
import { failureReply } from '../services/dispatch.ts';
import type { WorkerServices } from '../services/worker-client.ts';
import { isOwnAddress } from './app-protocol.ts';
import { CALL_CHANNEL, MESSAGE_CHANNEL } from './channels.ts';
import { faultInWords, type LogLine } from './shell-log.ts';

/** What the window does for its page. */
export type HostHandlers = {
	[M in HostMethodName]: (
		contents: WebContents,
		input: HostMethodInput<M>,
	) => HostMethodOutput<M> | Promise<HostMethodOutput<M>>;
};

function isOwnMainFrame(frame: WebFrameMain | null): boolean {
	return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

const FORBIDDEN = { ok: false, code: 'E_FORBIDDEN', message: '未获允许。', details: { reason: 'frame' } } as const;

async function answerHostCall<M extends HostMethodName>(
	handlers: HostHandlers,
	contents: WebContents,
	method: M,
	input: unknown,
): Promise<unknown> {
	const parsed = hostMethods[method].input.safeParse(input ?? {});
	if (!parsed.success) return { ok: false, code: 'E_INPUT', message: '参数不正确。', details: {} };
	const output = await handlers[method](contents, parsed.data as HostMethodInput<M>);
	return { ok: true, data: hostMethods[method].output.parse(output) };
}

/**
 * Answers calls, to the very end: a page may call while the program closes, and the services then say that it does.
 * Replies are JSON, as on the web host.
 */
export function answerCalls(services: WorkerServices, handlers: HostHandlers, log: LogLine): void {
	const decoder = new TextDecoder();
	ipcMain.handle(CALL_CHANNEL, async (event, method: unknown, input: unknown): Promise<string> => {
		if (!isOwnMainFrame(event.senderFrame) || typeof method !== 'string') {
			log('a call from a foreign frame: refused');
			return JSON.stringify(FORBIDDEN);
		}
		if (!isHostMethod(method)) return decoder.decode(await services.dispatchJson(method, input));
		try {
			return JSON.stringify(await answerHostCall(handlers, event.sender, method, input));
		} catch (error) {
			return JSON.stringify(failureReply(error, method, () => log(`${method} failed: ${faultInWords(error)}`)));
		}
	});
}

/** Sends a message to one page; a page that is gone hears nothing. */
export function sendMessage(contents: WebContents, message: HostMessage): void {
	if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(MESSAGE_CHANNEL, message);
}
