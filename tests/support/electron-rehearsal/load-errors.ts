// Failed loads: Chromium says a name, Electron a number.

const ERROR_CODES: Record<string, number> = {
	'net::ERR_ABORTED': -3,
	'net::ERR_FAILED': -2,
	'net::ERR_BLOCKED_BY_CLIENT': -20,
	'net::ERR_CONNECTION_REFUSED': -102,
	'net::ERR_NAME_NOT_RESOLVED': -105,
	'net::ERR_HTTP2_PROTOCOL_ERROR': -337,
};

/** Electron's number of a failed load; that of any other failure for a name not listed. */
export function errorCodeOf(name: string): number {
	return ERROR_CODES[name] ?? -2;
}
