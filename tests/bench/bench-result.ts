// What a benchmark hands to the table.

import type { Pairs } from './ratio.ts';

export interface BenchResult {
	/** Number in the table of goals, as P1. */
	code: string;
	work: string;
	reference: string;
	/** Ratio that must not be exceeded, and the next ones aimed at. */
	goal: number;
	nextGoals: string;
	pairs: Pairs;
	/** What stands in the column of the medians where they are no times. */
	medians?: string;
	/** Where the time goes, and what was checked; one line each. */
	notes: string[];
}

/** A benchmark whose reference this machine lacks. */
export interface SkippedBench {
	code: string;
	reason: string;
}
