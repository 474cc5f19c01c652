// Which state of a file on disk was read: another file in its place, other bytes or another time make another stamp.

import type { Stats } from 'node:fs';

/** Equal for two looks at an untouched file; a change within the same second shows too. */
export function stampOf({ ino, size, mtimeMs }: Stats): string {
	return `${ino}:${size}:${mtimeMs}`;
}
