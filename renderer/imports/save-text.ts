// Hands bytes or text to the person as a file, by the browser's own saving.

import { saveFile } from '../ui/save-file.ts';

/** Saves under a name that the browser may change. */
export function saveText(fileName: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
	saveFile(new Blob([content], { type }), fileName);
}
