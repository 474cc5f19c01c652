// A client that answers from functions given by a test, and lets the test push notices and break the line.

import { type Client, ClientError, type ConnectionState } from '../../../renderer/client/client.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../shared/contract/contract.ts';
import type { Notice } from '../../../shared/contract/notices.ts';

type Answers = { [M in MethodName]?: (input: MethodInput<M>) => MethodOutput<M> | Promise<MethodOutput<M>> };

export interface FakeClient extends Client {
	answers: Answers;
	calls: { method: MethodName; input: unknown }[];
	notify(notice: Notice): void;
	setConnection(state: ConnectionState): void;
}

export function createFakeClient(answers: Answers = {}): FakeClient {
	const notices = new Set<(notice: Notice) => void>();
	const connections = new Set<(state: ConnectionState) => void>();
	const client: FakeClient = {
		answers,
		calls: [],
		async call(method, input) {
			client.calls.push({ method, input });
			const answer = client.answers[method];
			if (!answer) throw new ClientError('E_OFFLINE', 'no answer');
			return answer(input);
		},
		onNotice(listener) {
			notices.add(listener);
			return () => notices.delete(listener);
		},
		onConnection(listener) {
			connections.add(listener);
			return () => connections.delete(listener);
		},
		layerUrl: (name, revision) => `geo/${name}.geojson?v=${revision}`,
		onHostRequest: () => () => {},
		chooseFolder: async () => [],
		takeFiles: async (files) => files.map((file) => `ref:${file.name}`),
		capabilities: { canOpenWall: false, canChooseFolder: false, canSavePdf: false },
		savePdf: async () => false,
		openWall() {},
		notify(notice) {
			for (const listener of notices) listener(notice);
		},
		setConnection(state) {
			for (const listener of connections) listener(state);
		},
	};
	return client;
}

/** Lets everything that is already answered arrive. */
export function settle(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}
