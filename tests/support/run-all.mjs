// `npm test`: starts under any Node from 20 on and hands over to the Node that the project brings.
// Plain JavaScript, because an older Node cannot read the rest. Must not run a test itself.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const own = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 18);

if (!existsSync(join(root, 'node_modules'))) {
	console.error('The packages are missing. Run `npm ci` first.');
	process.exit(1);
}
if (!isNewEnough && !existsSync(own)) {
	console.error(`Node ${process.versions.node} is too old: the tests need 22.18 or newer on this platform.`);
	process.exit(1);
}
const { status } = spawnSync(
	existsSync(own) ? own : process.execPath,
	[join(root, 'tests/support/run-stages.ts'), ...process.argv.slice(2)],
	{ cwd: root, stdio: 'inherit', shell: process.platform === 'win32' },
);
process.exit(status ?? 1);
