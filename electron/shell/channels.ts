// Names of the two channels between a page's preload script and the program.

/** Calls, from page to program. */
export const CALL_CHANNEL = 'gridhelm:call';
/** Messages, from program to page. */
export const MESSAGE_CHANNEL = 'gridhelm:message';
