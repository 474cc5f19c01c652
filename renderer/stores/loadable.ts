// One fetched thing: the last good value, whether it is being fetched again, and why the last try failed.
// A value never stands under another question: when the question changes and the answer fails, there is no value.

import type { ClientError } from '../client/client.ts';

export interface Loadable<T> {
	value: T | null;
	/** True while an answer is awaited; `value` may be that of the question before, to be shown dimmed. */
	isLoading: boolean;
	/** Why the last try failed. With a value beside it, that value is the last good one. */
	error: ClientError | null;
}

/** Nothing asked yet. */
export const NOTHING: Loadable<never> = { value: null, isLoading: false, error: null };

/** True until an answer (or a failure) stands: nothing asked yet counts as awaited. */
export function isAwaited(state: Loadable<unknown>): boolean {
	return state.isLoading || (state.value === null && state.error === null);
}

export interface Loader<I> {
	/** Asks; the same question again is not asked twice while its answer stands. */
	load(input: I): Promise<void>;
	/** Asks the last question again; does nothing before the first. */
	reload(): Promise<void>;
	/** Forgets question and answer. */
	clear(): void;
}

/**
 * Makes a loader that publishes every state of its answer. Late answers to an earlier question are dropped.
 * `toError` turns whatever was thrown into a ClientError.
 */
export function createLoader<I, O>(
	ask: (input: I) => Promise<O>,
	toError: (thrown: unknown) => ClientError,
	publish: (state: Loadable<O>) => void,
): Loader<I> {
	let state: Loadable<O> = NOTHING;
	let asked: { input: I; key: string } | null = null;
	let answeredKey: string | null = null;
	let ticket = 0;

	const set = (next: Loadable<O>) => {
		state = next;
		publish(next);
	};

	const run = async (input: I, key: string) => {
		ticket += 1;
		const mine = ticket;
		set({ value: state.value, isLoading: true, error: null });
		try {
			const value = await ask(input);
			if (mine !== ticket) return;
			answeredKey = key;
			set({ value, isLoading: false, error: null });
		} catch (thrown) {
			if (mine !== ticket) return;
			set({ value: answeredKey === key ? state.value : null, isLoading: false, error: toError(thrown) });
			answeredKey = answeredKey === key ? key : null;
		}
	};

	return {
		async load(input) {
			const key = JSON.stringify(input);
			if (asked?.key === key && (state.isLoading || answeredKey === key)) return;
			asked = { input, key };
			await run(input, key);
		},
		async reload() {
			if (asked) await run(asked.input, asked.key);
		},
		clear() {
			ticket += 1;
			asked = null;
			answeredKey = null;
			set(NOTHING);
		},
	};
}
