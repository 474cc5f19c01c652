// `npm run package`: packs for this platform with the real Electron; says in words when there is none, instead of the
// packer's own stack from the network. Plain JavaScript for old versions of Node.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT_DIR = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const ELECTRON_DIR = join(PROJECT_DIR, 'node_modules', 'electron');
const DIST_DIR = process.env.GRIDHELM_ELECTRON ? dirname(process.env.GRIDHELM_ELECTRON) : join(ELECTRON_DIR, 'dist');
const MAX_FETCH_MS = 60_000;

if (!existsSync(DIST_DIR)) {
	console.log(`Fetching Electron (at most ${MAX_FETCH_MS / 1000} s)…`);
	spawnSync(process.execPath, [join(ELECTRON_DIR, 'install.js')], { stdio: 'ignore', timeout: MAX_FETCH_MS });
}
if (!existsSync(DIST_DIR)) {
	console.log('NOT PACKED: there is no Electron binary here, and it could not be fetched.');
	console.log('Fetch it with `npx install-electron`, or name one in GRIDHELM_ELECTRON.');
	console.log('`npm test` packs with a stand-in for Electron and looks into the packages.');
	process.exit(1);
}
const builder = join(PROJECT_DIR, 'node_modules', 'electron-builder', 'cli.js');
const args = [builder, `--config.electronDist=${DIST_DIR}`, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: PROJECT_DIR, stdio: 'inherit' }).status ?? 1);
