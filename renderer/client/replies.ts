// Inputs and replies of the contract as they travel, checked on this end too; the same for every transport.

import { config } from 'zod';
import { contract, type MethodInput, type MethodName, type MethodOutput } from '../../shared/contract/contract.ts';
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '../../shared/contract/errors.ts';
import { ClientError } from './client.ts';

// The page's Content-Security-Policy forbids code made at run time; without this zod would try it once and be reported.
config({ jitless: true });

type WireReply = { ok: true; data: unknown } | { ok: false; code: ErrorCode; message: string; details: ErrorDetails };

/** The host does not answer. */
export function offline(): ClientError {
	return new ClientError('E_OFFLINE', '与本机服务的连接已断开，正在重新连接。');
}

/** The host answers something else than was agreed. */
export function unexpected(method: string): ClientError {
	return new ClientError('E_INTERNAL', '服务的答复不符合约定。', { method });
}

/** The reply in a body, or null for anything else. */
function parseReply(text: string): WireReply | null {
	try {
		const reply: unknown = JSON.parse(text);
		if (reply === null || typeof reply !== 'object' || !('ok' in reply)) return null;
		if (reply.ok === true) return 'data' in reply ? { ok: true, data: reply.data } : null;
		const { code, message, details } = reply as Record<string, unknown>;
		const known = ERROR_CODES.find((entry) => entry === code);
		if (!known || typeof message !== 'string') return null;
		return { ok: false, code: known, message, details: (details ?? {}) as ErrorDetails };
	} catch {
		return null;
	}
}

/**
 * Data of a reply in JSON.
 * @throws ClientError for a failed or malformed one
 */
export function dataOf(text: string, what: string): unknown {
	const reply = parseReply(text);
	if (!reply) throw unexpected(what);
	if (!reply.ok) throw new ClientError(reply.code, reply.message, reply.details);
	return reply.data;
}

/**
 * One call over a transport: input checked, sent, reply checked.
 * @param send carries the call and gives the reply as JSON; throws ClientError when the host cannot be reached
 */
export async function callOver<M extends MethodName>(
	send: (method: string, input: unknown) => Promise<string>,
	method: M,
	input: MethodInput<M>,
): Promise<MethodOutput<M>> {
	const checkedInput = contract[method].input.safeParse(input);
	if (!checkedInput.success) {
		const field = checkedInput.error.issues[0]?.path.map(String).join('.') ?? '';
		throw new ClientError('E_INPUT', `参数“${field}”不正确。`, { field });
	}
	const output = contract[method].output.safeParse(dataOf(await send(method, input), method));
	if (!output.success) throw unexpected(method);
	return output.data as MethodOutput<M>;
}
