// The folder of the cache when `--cache` does not name one: the platform's folder for application data.

import { homedir, platform } from 'node:os';
import { join } from 'node:path';

/** @param env variables of the process */
export function defaultCacheDir(env: NodeJS.ProcessEnv, os: NodeJS.Platform = platform(), home = homedir()): string {
	if (os === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'GridHelm');
	if (os === 'darwin') return join(home, 'Library', 'Application Support', 'GridHelm');
	return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'gridhelm');
}
