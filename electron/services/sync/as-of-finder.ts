// Latest reported, accepted, disposed or closed instant of a file's rows that is not after the file's own time
// (figures.md, As-of of an export). A due time never counts.

import type { RecordBlock } from '../exports/record-blocks.ts';

const COLUMNS = ['reportedAt', 'acceptedAt', 'disposedAt', 'closedAt'] as const;

export class AsOfFinder {
	private latest = 0;
	private readonly fileTimeS: number;

	constructor(fileTimeS: number) {
		this.fileTimeS = fileTimeS;
	}

	/** Epoch seconds; null when no row tells. */
	get latestS(): number | null {
		return this.latest > 0 ? this.latest : null;
	}

	take(block: RecordBlock): void {
		if (block.dataset === 'event') {
			for (const name of COLUMNS) this.takeColumn(block.numbers[name]);
		} else if (block.dataset === 'event_step') {
			this.takeColumn(block.numbers.opAt);
		} else if ('latestInstantS' in block) {
			this.takeColumn(Float64Array.of(block.latestInstantS ?? 0));
		}
	}

	private takeColumn(values: Float64Array): void {
		for (let i = 0; i < values.length; i += 1) {
			const value = values[i] as number;
			if (value > this.latest && value <= this.fileTimeS) this.latest = value;
		}
	}
}
