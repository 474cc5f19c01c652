// `npm run e2e:electron`: the tests of the shell on a real Electron; says visibly when there is none.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const dir = join(root, 'node_modules/electron');
const pathFile = join(dir, 'path.txt');
const own = existsSync(pathFile) ? join(dir, 'dist', readFileSync(pathFile, 'utf8').trim()) : '';
const electron = process.env.GRIDHELM_ELECTRON ?? own;
if (electron === '' || !existsSync(electron)) {
	console.log('NOT RUN: there is no Electron binary here. Nothing of the shell was tested on a real Electron.');
	console.log(
		'Fetch it with `npx install-electron`, or name one in GRIDHELM_ELECTRON. `npm test` rehearses the shell.',
	);
	process.exit(0);
}
const tests = ['shell', 'shell-walls', 'shell-recovery', 'shell-files', 'shell-security'].map(
	(name) => `tests/e2e/${name}.test.ts`,
);
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'browser', ...tests], {
	cwd: root,
	stdio: 'inherit',
	shell: process.platform === 'win32',
	env: { ...process.env, GRIDHELM_ELECTRON: electron },
});
process.exit(status ?? 1);
