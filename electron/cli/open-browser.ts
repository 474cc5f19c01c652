// Opens an address in the system's browser where there is one; never waits for it and never fails because of it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

function isOnPath(program: string, env: NodeJS.ProcessEnv): boolean {
	return (env.PATH ?? '').split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, program)));
}

/** True where a window could be shown: not on Linux without a display. */
export function hasDisplay(env: NodeJS.ProcessEnv, os: NodeJS.Platform = process.platform): boolean {
	return os !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function openerFor(env: NodeJS.ProcessEnv, os: NodeJS.Platform): [program: string, ...args: string[]] | null {
	if (os === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
	if (os === 'darwin') return ['open'];
	return hasDisplay(env, os) && isOnPath('xdg-open', env) ? ['xdg-open'] : null;
}

/** True when a browser was asked to open the address. */
export function openBrowser(url: string, env: NodeJS.ProcessEnv, os: NodeJS.Platform = process.platform): boolean {
	const opener = openerFor(env, os);
	if (!opener) return false;
	const [program, ...args] = opener;
	const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
	child.on('error', () => {});
	child.unref();
	return true;
}
