// What `npm start` runs; any Node from 20 on may start it.

import { runUnderGoodNode } from './node-runtime.mjs';

await runUnderGoodNode('./start.ts');
