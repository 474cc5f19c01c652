// Gives a file to the person, in the way of the browser or of the window. Must not know what is in it.

/** How long the address of a file stays good after the click that fetches it. */
const ADDRESS_LIVES_MS = 10_000;

/** Saves bytes under a name; where they go is the person's choice or the browser's setting. */
export function saveFile(blob: Blob, fileName: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), ADDRESS_LIVES_MS);
}
