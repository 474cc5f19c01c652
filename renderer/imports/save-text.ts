// Hands bytes or text to the person as a file, by the browser's own saving.

/** Saves under a name that the browser may change. */
export function saveText(fileName: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName;
	link.click();
	// The download has begun by the next turn; the address is then no longer needed.
	setTimeout(() => URL.revokeObjectURL(url), 0);
}
