// Counts rejected rows by reason, with the first place of each. A row with two faults is one quarantined row.

import type { Rejection } from '../exports/record-blocks.ts';
import type { BatchReport } from './import-report.ts';

type Reason = BatchReport['rejections'][number];

export class RejectionTally {
	private readonly reasons = new Map<string, Reason>();
	private readonly rows = new Set<number>();

	/** Quarantined rows. */
	get rowCount(): number {
		return this.rows.size;
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
