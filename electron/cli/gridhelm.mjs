#!/usr/bin/env node
// The `gridhelm` command; any Node from 20 on may start it.

import { runUnderGoodNode } from './node-runtime.mjs';

await runUnderGoodNode('./main.ts');
