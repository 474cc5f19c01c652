// Counts rejected rows by reason, with the first place of each. A row with two faults is one quarantined row.

import type { Rejection } from '../exports/record-blocks.ts';
import type { BatchReport } from './import-report.ts';

/** More than this share and more than this many quarantined rows hold a file (cli.md). */
const HELD_SHARE = 0.05;
const HELD_ROWS = 20;

type Reason = BatchReport['rejections'][number];

export class RejectionTally {
	private readonly reasons = new Map<string, Reason>();
	private readonly rows = new Set<number>();

	/** Quarantined rows. */
	get rowCount(): number {
		return this.rows.size;
	}

	/** True when so many rows of a file were quarantined that the operator must decide. */
	isTooMuchOf(rowsRead: number): boolean {
		return this.rowCount > HELD_ROWS && this.rowCount > HELD_SHARE * rowsRead;
	}

	add(rejection: Rejection): void {
		this.rows.add(rejection.rowNo);
		const known = this.reasons.get(rejection.code);
		if (known) {
			known.count += 1;
			return;
		}
		this.reasons.set(rejection.code, {
			code: rejection.code,
			count: 1,
			first: { row: rejection.rowNo, column: rejection.column },
		});
	}

	/** Reasons in order of first sight. */
	list(): Reason[] {
		return [...this.reasons.values()];
	}
}
