// Where the parts of this installation lie, from the bundled file on; the same inside the packaged archive.

import { join } from 'node:path';

/** Folder that holds package.json; this file is bundled to dist/node/electron/shell. */
const ROOT = join(import.meta.dirname, '../../../..');
/** Folder of the built page. */
export const RENDERER_DIR = join(ROOT, 'dist/renderer');
