// Bookmarks of views, kept in this browser or window. Pure but for reading and keeping.

/** A view with the name that a person gave it; `search` is its address query. */
export interface Bookmark {
	name: string;
	search: string;
}

const STORAGE_KEY = 'gridhelm.bookmarks';
/** More would be a list that nobody reads. */
const LIMIT = 50;

/** Reads a kept list; whatever is not a bookmark is left out. */
export function parseBookmarks(text: string | null): Bookmark[] {
	try {
		const list: unknown = JSON.parse(text ?? '[]');
		if (!Array.isArray(list)) return [];
		return list.flatMap((one: unknown) => {
			if (typeof one !== 'object' || one === null || !('name' in one) || !('search' in one)) return [];
			const { name, search } = one;
			return typeof name === 'string' && typeof search === 'string' ? [{ name, search }] : [];
		});
	} catch {
		return [];
	}
}

/** The list with a view added in front; one with the same name gives way. */
export function withBookmark(list: readonly Bookmark[], bookmark: Bookmark): Bookmark[] {
	return [bookmark, ...list.filter(({ name }) => name !== bookmark.name)].slice(0, LIMIT);
}

export function readBookmarks(): Bookmark[] {
	return parseBookmarks(window.localStorage.getItem(STORAGE_KEY));
}

export function keepBookmarks(list: readonly Bookmark[]): void {
	window.localStorage.setItem(STORAGE_KEY, JSON.stringify(list));
}
