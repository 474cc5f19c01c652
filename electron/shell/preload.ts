// Runs before a page in its own world and lends the page exactly two functions. Bundled to one CommonJS file, because
// a sandboxed preload script can load nothing else.

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostBridge } from '../../shared/contract/host.ts';
import { CALL_CHANNEL, MESSAGE_CHANNEL } from './channels.ts';

/** Files become their paths here, so that a page never sees one and can name none that nobody gave it. */
function inputOf(method: string, input: unknown): unknown {
	if (method !== 'host.takeFiles') return input;
	const files = Array.isArray(input) ? input.filter((entry) => entry instanceof File) : [];
	return { paths: files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '') };
}

const bridge: HostBridge = {
	invoke: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, inputOf(method, input)),
	subscribe(listener) {
		const receive = (_event: unknown, message: unknown) => listener(message);
		ipcRenderer.on(MESSAGE_CHANNEL, receive);
		return () => {
			ipcRenderer.off(MESSAGE_CHANNEL, receive);
		};
	},
};

contextBridge.exposeInMainWorld('gridhelm', bridge);
