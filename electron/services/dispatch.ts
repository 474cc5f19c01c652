// Turns a method name and any input into a reply: looked up safely, validated, handled, validated again.
// Must not let a path, SQL or a stack cross, nor data of a faulty output reach the log.

import type { ZodError } from 'zod';
import {
	type Contract,
	contract,
	isMethodName,
	type MethodName,
	type MethodOutput,
	type ParsedInput,
} from '../../shared/contract/contract.ts';
import { GridHelmError, type Reply } from '../../shared/contract/errors.ts';

/** One handler a method; a query is given `Q`, a command `C` (only `C` may carry a writable database). */
export type Handlers<Q, C> = {
	[M in MethodName]: (
		context: Contract[M]['kind'] extends 'command' ? C : Q,
		input: ParsedInput<M>,
	) => MethodOutput<M> | Promise<MethodOutput<M>>;
};

/** Asked anew for every call, so that a swap of the cache needs no new dispatch; may throw GridHelmError. */
export interface DispatchContext<Q, C> {
	query(): Q;
	command(): C;
}

/** Writes one line for the operator's log; never given data of a call. */
export type LogLine = (line: string) => void;

type AnyHandler = (context: unknown, input: unknown) => unknown;

/** The failed half of a reply. */
export type Failure = Extract<Reply<unknown>, { ok: false }>;

/** A failed reply from any thrown value; only GridHelmError keeps its words. */
export function failureReply(error: unknown, method: string, log: LogLine): Failure {
	if (error instanceof GridHelmError) {
		return { ok: false, code: error.code, message: error.message, details: error.details };
	}
	log(`${method} failed: ${describeForLog(error)}`);
	return internalReply(method);
}

function internalReply(method: string): Failure {
	return { ok: false, code: 'E_INTERNAL', message: `内部错误，${method} 未完成；数据未改动。`, details: { method } };
}

/** Class, code and place in our own sources; the message of a foreign error may quote data, so it stays out. */
export function describeForLog(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const code = 'code' in error ? ` ${String(error.code)}` : '';
	const frame = /([\w-]+\.[cm]?[jt]s:\d+)/.exec(error.stack?.split('\n').slice(1).join('\n') ?? '')?.[1];
	return `${error.name}${code}${frame ? ` at ${frame}` : ''}`;
}

/** Field and kind of the first fault, as in `period` or `files.3`; never the value. */
function firstFault(error: ZodError): { field: string; problem: string } {
	const issue = error.issues[0];
	if (!issue) return { field: '', problem: 'invalid' };
	const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
	const field = [...issue.path, ...keys].map(String).join('.').slice(0, 100);
	return { field, problem: issue.code };
}

/**
 * The one way into the services. Unknown names (also `__proto__`, `constructor`) are `E_UNKNOWN_METHOD`, a faulty input
 * `E_INPUT` with `details.field`, a faulty output or an unforeseen failure `E_INTERNAL`. Never throws.
 */
export function createDispatch<Q, C>(
	handlers: Handlers<Q, C>,
	context: DispatchContext<Q, C>,
	log: LogLine = (line) => console.error(line),
): (method: string, input: unknown) => Promise<Reply<unknown>> {
	return async (method, input) => {
		if (typeof method !== 'string' || !isMethodName(method) || !Object.hasOwn(handlers, method)) {
			return { ok: false, code: 'E_UNKNOWN_METHOD', message: '没有这个方法。', details: {} };
		}
		const { kind, input: inputSchema, output: outputSchema } = contract[method];
		const parsed = inputSchema.safeParse(input ?? {});
		if (!parsed.success) {
			const { field, problem } = firstFault(parsed.error);
			const message = field ? `参数“${field}”不正确。` : '参数不正确。';
			return { ok: false, code: 'E_INPUT', message, details: { field, problem } };
		}
		try {
			const handler = handlers[method] as AnyHandler;
			const output = await handler(kind === 'command' ? context.command() : context.query(), parsed.data);
			const checked = outputSchema.safeParse(output);
			if (checked.success) return { ok: true, data: checked.data };
			const { field, problem } = firstFault(checked.error);
			log(`${method}: output breaks its schema at ${field || '(root)'} (${problem})`);
			return internalReply(method);
		} catch (error) {
			return failureReply(error, method, log);
		}
	};
}
