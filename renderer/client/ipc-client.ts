// Client inside a desktop window: calls and messages over the two functions that the window lends its page.

import {
	type HostBridge,
	HostMessage,
	type HostMethodName,
	type HostMethodOutput,
	hostMethods,
} from '../../shared/contract/host.ts';
import type { Notice } from '../../shared/contract/notices.ts';
import type { Client, HostRequest } from './client.ts';
import { callOver, dataOf, offline, unexpected } from './replies.ts';

declare global {
	interface Window {
		/** Lent by a desktop window; missing in a browser. */
		readonly gridhelm?: HostBridge;
	}
}

/** One client a page. */
export function createIpcClient(bridge: HostBridge): Client {
	const noticeListeners = new Set<(notice: Notice) => void>();
	const requestListeners = new Set<(request: HostRequest) => void>();

	async function send(method: string, input: unknown): Promise<string> {
		try {
			return await bridge.invoke(method, input);
		} catch {
			throw offline();
		}
	}

	async function callHost<M extends HostMethodName>(method: M, input: unknown): Promise<HostMethodOutput<M>> {
		const output = hostMethods[method].output.safeParse(dataOf(await send(method, input), method));
		if (!output.success) throw unexpected(method);
		return output.data as HostMethodOutput<M>;
	}

	bridge.subscribe((received) => {
		const message = HostMessage.safeParse(received);
		if (!message.success) return;
		if (message.data.kind === 'notice') {
			for (const listener of noticeListeners) listener(message.data.notice);
		} else {
			for (const listener of requestListeners) listener(message.data);
		}
	});
	const sayReady = () => {
		const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
		callHost('host.ready', { language }).catch(() => {});
	};
	// The window's own words follow the language of the page.
	new MutationObserver(sayReady).observe(document.documentElement, { attributeFilter: ['lang'] });

	return {
		call: (method, input) => callOver(send, method, input),
		onNotice(listener) {
			noticeListeners.add(listener);
			return () => noticeListeners.delete(listener);
		},
		// A window and its program live and die together.
		onConnection: () => () => {},
		onHostRequest(listener) {
			requestListeners.add(listener);
			sayReady();
			return () => requestListeners.delete(listener);
		},
		layerUrl: (name, revision) => `geo/${encodeURIComponent(name)}.geojson?v=${revision}`,
		async takeFiles(files, onProgress) {
			// Nothing is copied: the program reads the files where they lie.
			const { references } = await callHost('host.takeFiles', [...files]);
			onProgress?.(1);
			return references;
		},
		async chooseFolder() {
			return (await callHost('host.chooseFolder', {})).references;
		},
		capabilities: { canOpenWall: true, canChooseFolder: true, canSavePdf: true },
		async savePdf(fileName) {
			return (await callHost('host.savePdf', { fileName })).isSaved;
		},
		openWall() {
			callHost('host.openWall', {}).catch(() => {});
		},
	};
}
