// What the renderer knows of its host: calls of the contract, notices, files, and capabilities.
// The host is chosen in connect.ts alone; nothing else may ask which one it is.

import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { ErrorCode, ErrorDetails } from '../../shared/contract/errors.ts';
import type { HostMessage } from '../../shared/contract/host.ts';
import type { Notice } from '../../shared/contract/notices.ts';

/** A failed call: the closed code and what fills its sentence. */
export class ClientError extends Error {
	readonly code: ErrorCode | 'E_OFFLINE';
	readonly details: ErrorDetails;

	constructor(code: ErrorCode | 'E_OFFLINE', message: string, details: ErrorDetails = {}) {
		super(message);
		this.name = 'ClientError';
		this.code = code;
		this.details = details;
	}
}

export type ConnectionState = 'connected' | 'reconnecting';

/** What a window asks of its page: exports were given to it, or a page was chosen in its menu. */
export type HostRequest = Exclude<HostMessage, { kind: 'notice' }>;

export interface Client {
	/** Calls a method; both ends validate. Throws ClientError. */
	call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
	/** Notices, and `app.stateChanged` after every reconnect (so that stores catch up). Returns its own end. */
	onNotice(listener: (notice: Notice) => void): () => void;
	onConnection(listener: (state: ConnectionState) => void): () => void;
	/** Relative address of a geometry layer (GeoJSON, WGS 84); features carry `code`, `name`, `level`, `gridType`. */
	layerUrl(name: string, revision: number): string;
	/** Hands files to the host; the references go into imports.startRun. */
	takeFiles(files: readonly File[], onProgress?: (fraction: number) => void): Promise<string[]>;
	/** Shows the system's dialog for a folder; references for imports.startRun, empty when it was left. */
	chooseFolder(): Promise<string[]>;
	/** Requests of the window, also those made before the page could hear. */
	onHostRequest(listener: (request: HostRequest) => void): () => void;
	readonly capabilities: { canOpenWall: boolean; canChooseFolder: boolean; canSavePdf: boolean };
	/** Saves the page as it prints, by the system's dialog; false where it was left or the host has no such way. */
	savePdf(fileName: string): Promise<boolean>;
	/** Opens the wall on a display or in a tab. */
	openWall(): void;
}
