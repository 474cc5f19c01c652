// `ipcMain`: handlers of invoke and listeners of send, with Electron's own refusals.

import { EventEmitter } from 'node:events';
import { say } from './say.ts';
import { strict } from './strict.ts';

type Handler = (event: unknown, ...parts: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

class IpcMain extends EventEmitter {
	handle(channel: string, handler: Handler): void {
		if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
		if (typeof handler !== 'function')
			throw new Error(`Expected handler to be a function, but found type '${typeof handler}'`);
		handlers.set(channel, handler);
	}
}

export const ipcMain = strict('ipcMain', new IpcMain());

/** Runs the handler of an invoke; its words are those that the page gets. */
export async function answerInvoke(channel: string, event: unknown, parts: unknown[]): Promise<unknown> {
	const handler = handlers.get(channel);
	if (!handler) {
		say(`Error occurred in handler for '${channel}': No handler registered for '${channel}'`);
		throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`);
	}
	try {
		return await handler(event, ...parts);
	} catch (error) {
		say(`Error occurred in handler for '${channel}':`, error);
		throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
	}
}
