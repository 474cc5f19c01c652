// The face that every host (web host, command line, Electron shell) sees of the services, here or in a Worker.

import type { Reply } from '../../shared/contract/errors.ts';
import type { Notice } from '../../shared/contract/notices.ts';

export interface ServicesOptions {
	/** Folder of the cache; made when missing. */
	cacheDir: string;
	/** `auto`: show the demonstration district while the own cache has no events; `only`; `never`. */
	demo: 'auto' | 'only' | 'never';
	/** Version shown to people. */
	version: string;
	/** Where the configured online map answers; another one only in tests. */
	onlineOrigin?: string;
}

/** A geometry layer as bytes of GeoJSON, or a tile of the online map. */
export interface LayerFile {
	body: Uint8Array;
	etag: string;
	/** Left out: GeoJSON. */
	type?: string;
}

export interface Services {
	/** One call of the contract; never throws, never hangs on unknown names. */
	dispatch(method: string, input: unknown): Promise<Reply<unknown>>;
	onNotice(listener: (notice: Notice) => void): () => void;
	/** `geo/<name>.geojson` or `geo/online/…`; null when the district has no such layer. */
	getLayer(name: string): Promise<LayerFile | null>;
	/** Gives a host-chosen or uploaded file (absolute path) a reference for imports.startRun. */
	registerFile(path: string, fileName: string, isTemporary: boolean): Promise<string>;
	/** Ends runs without half-written state and closes the cache. */
	close(): Promise<void>;
}
