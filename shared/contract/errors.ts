// The closed list of failures that cross the contract. A failure is data; no path, SQL or stack crosses.

export const ERROR_CODES = [
	'E_INPUT',
	'E_NOT_FOUND',
	'E_UNKNOWN_METHOD',
	'E_UNKNOWN_AREA',
	'E_UNKNOWN_INDICATOR',
	'E_UNKNOWN_VARIANT',
	'E_PERIOD',
	'E_CACHE_NEWER',
	'E_CACHE_LOCKED',
	'E_CACHE_READ_ONLY',
	'E_CACHE_CORRUPT',
	'E_BUSY',
	'E_DEPENDS',
	'E_FILE',
	'E_FORBIDDEN',
	'E_GONE',
	'E_INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values that fill the gaps of a message in either language. */
export type ErrorDetails = Record<string, string | number | boolean | null>;

/** A failure with a closed code; `message` is in Chinese, `details` let the screen word it in its own language. */
export class GridHelmError extends Error {
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
		super(message);
		this.name = 'GridHelmError';
		this.code = code;
		this.details = details;
	}
}

/** Reply of every call. */
export type Reply<T> = { ok: true; data: T } | { ok: false; code: ErrorCode; message: string; details: ErrorDetails };
