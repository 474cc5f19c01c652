// A distribution of amounts in steps of round numbers, wide enough that no step has fewer people than a desk may show. Pure.

import { SMALLEST_CELL } from './small-cells.ts';

export interface LoadStep {
	from: number;
	/** Null: no end. */
	to: number | null;
	count: number;
}

const STEPS_WANTED = 10;

/** A round number near `width`: 1, 2 or 5 times a power of ten. */
function roundWidth(width: number): number {
	if (!(width > 0)) return 1;
	const power = 10 ** Math.floor(Math.log10(width));
	return [1, 2, 5, 10].map((factor) => factor * power).find((round) => round >= width * (1 - 1e-9)) ?? 10 * power;
}

/** Edges of round steps from 0 that reach the 95th percentile; what lies above is one step. */
function roundEdges(sorted: readonly number[]): number[] {
	const high = sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0;
	const width = roundWidth(high / STEPS_WANTED);
	return Array.from({ length: STEPS_WANTED + 1 }, (_, at) => at * width).filter((edge) => edge <= high || edge === 0);
}

/**
 * Steps over `edges` (the first is the least amount), or over round ones. Steps with fewer than k people join their
 * neighbour; empty where there are fewer than k people at all.
 */
export function loadSteps(amounts: readonly number[], edges?: readonly number[], k = SMALLEST_CELL): LoadStep[] {
	if (amounts.length < k) return [];
	const sorted = [...amounts].sort((a, b) => a - b);
	const bounds = edges ?? roundEdges(sorted);
	const steps: LoadStep[] = [];
	let open: LoadStep | null = null;
	for (const [at, from] of bounds.entries()) {
		const to = bounds[at + 1] ?? null;
		const count = sorted.filter((amount) => amount >= from && (to === null || amount < to)).length;
		open = open === null ? { from, to, count } : { from: open.from, to, count: open.count + count };
		if (open.count < k) continue;
		steps.push(open);
		open = null;
	}
	const last = steps.at(-1);
	if (open !== null && last) steps[steps.length - 1] = { from: last.from, to: open.to, count: last.count + open.count };
	return steps;
}
