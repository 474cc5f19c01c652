// Types of node-runtime.mjs, which is plain JavaScript so that old versions of Node can start it.

export function isNewEnough(version: string): boolean;
export function runUnderGoodNode(file: string): Promise<void>;
