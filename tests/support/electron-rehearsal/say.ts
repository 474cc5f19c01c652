// What the stand-in itself says, straight to stderr: the program may have put its own functions in the console's place.

import { format } from 'node:util';

/** Writes one line, as console.error would. */
export function say(...parts: unknown[]): void {
	process.stderr.write(`${format(...parts)}\n`);
}
