// The packaged application in the rehearsal: the packer's own output, its archive laid open, on the same flows.
// What a file list forgets shows here, because nothing of the project lies above the package.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type BuiltPackage, buildPackage, openArchive } from '../../support/build-package.ts';
import { shellFlowHost } from '../../support/flow-host.ts';
import { describeDesk } from '../../support/flows/desk-flows.ts';
import { describeWall } from '../../support/flows/wall-flows.ts';

let outDir = '';
let built: BuiltPackage | null = null;

beforeAll(async () => {
	outDir = mkdtempSync(join(tmpdir(), 'gridhelm-packed-'));
	built = await buildPackage('linux', outDir);
	openArchive(built);
}, 180_000);
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

const host = shellFlowHost('packaged shell', () => {
	if (!built) throw new Error('nothing is packed');
	return { executable: built.executable, appDir: null };
});
describeDesk(host);
describeWall(host);
