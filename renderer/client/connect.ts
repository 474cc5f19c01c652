// The only place that chooses the host this page runs in. Everything else asks the client for capabilities.

import type { Client } from './client.ts';
import { createHttpClient } from './http-client.ts';
import { createIpcClient } from './ipc-client.ts';

/** The client of the host that served this page. */
export function connect(): Client {
	return window.gridhelm ? createIpcClient(window.gridhelm) : createHttpClient();
}
