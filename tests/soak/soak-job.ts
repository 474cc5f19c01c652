// What a long job of `npm run soak` is. Says nothing of what it does.

export interface SoakJob {
	/** Code of quality.md and what is shown, as in `T1 every figure twice`. */
	name: string;
	/** Lines for the results; throws with words where the job fails. */
	run(): Promise<string[]>;
}
