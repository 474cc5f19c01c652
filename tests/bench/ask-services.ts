// Asks the product's own services as a host does, and throws what they refuse.

import type { WorkerServices } from '../../electron/services/worker-client.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';

/** The answer of a method of the contract. */
export async function ask<M extends MethodName>(
	services: WorkerServices,
	method: M,
	input: MethodInput<M>,
): Promise<MethodOutput<M>> {
	const reply = await services.dispatch(method, input);
	if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
	return reply.data as MethodOutput<M>;
}
