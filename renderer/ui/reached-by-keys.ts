// What lets keys scroll a part of a page. Spread onto its element.

/** A part that scrolls and holds nothing to press must itself take the focus, or keys cannot scroll it. */
export const REACHED_BY_KEYS = { tabIndex: 0 } as const;
