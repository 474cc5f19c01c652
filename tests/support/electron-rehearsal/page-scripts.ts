// The two scripts that run before every page: one in its own world, one in the preload script's.

import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { Script } from 'node:vm';
import { createMembrane, prepareIsolatedWorld, prepareMainWorld } from './page-worlds.ts';
import { say } from './say.ts';
import { createWire } from './wire.ts';

export interface PageScripts {
	main: string;
	isolated: string;
	/** Why the preload script cannot be used; null when it can, or when there is none. */
	fault: string | null;
}

/** The preload script as a function's source, or why it cannot be used, in Electron's words. */
function readPreload(path: string): { source: string } | { fault: string } {
	if (!isAbsolute(path)) return { fault: 'preload script must have absolute path' };
	if (!existsSync(path)) return { fault: `ENOENT: no such file or directory, open '${path}'` };
	const text = `(require, module, exports, process) => {\n${readFileSync(path, 'utf8')}\n}`;
	try {
		new Script(`(${text})`);
		return { source: `(${text})` };
	} catch (error) {
		return { fault: String(error) };
	}
}

/** @param secret name of the events between the two worlds, which the page must not guess */
export function pageScripts(secret: string, preloadPath: string | null): PageScripts {
	const name = JSON.stringify(secret);
	const make = createMembrane.toString();
	const facts = JSON.stringify({
		type: 'renderer',
		sandboxed: true,
		contextIsolated: true,
		platform: process.platform,
		versions: process.versions,
	});
	const preload = preloadPath === null ? { source: 'null' } : readPreload(preloadPath);
	const fault = 'fault' in preload ? preload.fault : null;
	if (fault !== null) {
		say(`Unable to load preload script: ${preloadPath}`);
		say(fault);
	}
	const source = 'source' in preload ? preload.source : 'null';
	const prepare = prepareIsolatedWorld.toString().replace('standStill();', 'debugger;');
	const path = JSON.stringify(preloadPath ?? '');
	return {
		main: `(${prepareMainWorld.toString()})(${name}, ${make});`,
		isolated: `(${prepare})(${name}, ${make}, ${createWire.toString()}, ${source}, ${path}, ${facts});`,
		fault,
	};
}
