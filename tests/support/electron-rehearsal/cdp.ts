// Raw DevTools protocol over one WebSocket. A session of it survives the crash of its page, which a library's page
// object does not.

type Parameters_ = Record<string, unknown>;
type Listener = (parameters: Parameters_) => void;

export interface CdpSession {
	send(method: string, parameters?: Parameters_): Promise<Parameters_>;
	on(event: string, listener: Listener): void;
}

export interface Cdp extends CdpSession {
	session(sessionId: string): CdpSession;
	close(): void;
}

interface Message {
	id?: number;
	method?: string;
	params?: Parameters_;
	result?: Parameters_;
	error?: { message: string };
	sessionId?: string;
}

/** Connects to a browser's endpoint. */
export async function connectCdp(endpoint: string): Promise<Cdp> {
	const socket = new WebSocket(endpoint);
	await new Promise<void>((resolve, reject) => {
		socket.onopen = () => resolve();
		socket.onerror = () => reject(new Error('rehearsal: the browser refuses the connection'));
	});
	const waiting = new Map<number, { resolve(value: Parameters_): void; reject(error: Error): void; method: string }>();
	const listeners = new Map<string, Map<string, Listener[]>>();
	let nextId = 1;
	socket.onmessage = ({ data }) => {
		const { id, method, params, result, error, sessionId } = JSON.parse(String(data)) as Message;
		if (id !== undefined) {
			const call = waiting.get(id);
			waiting.delete(id);
			if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
			else call?.resolve(result ?? {});
			return;
		}
		for (const listener of listeners.get(sessionId ?? '')?.get(method ?? '') ?? []) listener(params ?? {});
	};
	socket.onclose = () => {
		for (const call of waiting.values()) call.reject(new Error(`${call.method}: the browser is gone`));
		waiting.clear();
	};
	const sessionOf = (sessionId: string): CdpSession => ({
		send(method, parameters = {}) {
			if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error(`${method}: the browser is gone`));
			const id = nextId++;
			return new Promise((resolve, reject) => {
				waiting.set(id, { resolve, reject, method });
				socket.send(JSON.stringify({ id, method, params: parameters, ...(sessionId && { sessionId }) }));
			});
		},
		on(event, listener) {
			const events = listeners.get(sessionId) ?? new Map<string, Listener[]>();
			listeners.set(sessionId, events);
			events.set(event, [...(events.get(event) ?? []), listener]);
		},
	});
	return { ...sessionOf(''), session: sessionOf, close: () => socket.close() };
}
