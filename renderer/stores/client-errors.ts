// Turns whatever a call threw into a ClientError, so that a view has one shape to word.

import { ClientError } from '../client/client.ts';

/** The error itself when it is one of the client's, else E_INTERNAL with its text. */
export function toClientError(thrown: unknown): ClientError {
	if (thrown instanceof ClientError) return thrown;
	return new ClientError('E_INTERNAL', thrown instanceof Error ? thrown.message : String(thrown));
}
