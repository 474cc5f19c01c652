// One way of writing for the id of an event: the same id in full width or with spaces in it is the same event.

const PLAIN = /^[\x21-\x7e]*$/;

/** NFKC, without spaces or zero-width characters; digits and letters are never changed otherwise. */
export function normalizeEventId(id: string): string {
	if (PLAIN.test(id)) return id;
	return id.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/g, '');
}
