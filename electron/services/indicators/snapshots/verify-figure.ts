// Checks a code from paper months later, and lists what of the published snapshots stands differently now.

import type { z } from 'zod';
import { GridHelmError } from '../../../../shared/contract/errors.ts';
import { Reading as ReadingSchema } from '../../../../shared/contract/schemas/indicators.ts';
import type {
	RestatementsOutput,
	SnapshotOutput,
	VerifyFigureOutput,
} from '../../../../shared/contract/schemas/snapshots.ts';
import { toIso } from '../../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../../cache/cache-db.ts';
import {
	findIssuedRows,
	type IssuedRow,
	listIssuedRows,
	listSnapshotRows,
	type SnapshotRow,
} from '../../cache/published-store.ts';
import { checkCodeOf, readCheckCode } from './check-code.ts';
import { compareIssued, isRestated } from './compare-issued.ts';
import { type IssueScope, toSnapshot } from './issue-figure.ts';

type Verified = z.infer<typeof VerifyFigureOutput>;

const SHOWN_FIGURES = 200;

function findSnapshot(own: ReadableDb, scope: IssueScope, snapshotId: number): SnapshotRow {
	const row = listSnapshotRows(own, scope.isDemo).find((each) => each.snapshotId === snapshotId);
	if (!row) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${snapshotId} 的发布快照。`, { snapshotId });
	return row;
}

/** True where what is kept still gives the code that was printed. */
function isIntact({ reading, hashes, checkCode }: IssuedRow): boolean {
	return checkCodeOf(ReadingSchema.parse(JSON.parse(reading)), hashes) === checkCode;
}

/**
 * The frozen readings of a snapshot.
 * @throws GridHelmError E_NOT_FOUND
 */
export function getSnapshot(own: ReadableDb, scope: IssueScope, snapshotId: number): z.infer<typeof SnapshotOutput> {
	const row = findSnapshot(own, scope, snapshotId);
	const readings = listIssuedRows(own, snapshotId).map(({ reading, checkCode }) => ({
		reading: ReadingSchema.parse(JSON.parse(reading)),
		checkCode,
	}));
	return { snapshot: toSnapshot(row), readings };
}

/** Whether a figure or a snapshot still stands as it was stated under a code. */
export function verifyFigure(own: ReadableDb, scope: IssueScope, text: string): Verified {
	const code = readCheckCode(text) ?? text;
	const unknown: Verified = { status: 'unknown', code, snapshot: null, checked: 0, figures: [] };
	const snapshots = listSnapshotRows(own, scope.isDemo);
	if (code.startsWith('S-')) {
		const snapshot = snapshots.find(({ checkCode }) => checkCode === code);
		if (!snapshot) return unknown;
		const rows = listIssuedRows(own, snapshot.snapshotId);
		if (!rows.every(isIntact)) return unknown;
		const restated = rows.map((row) => compareIssued(scope, row, snapshot.title)).filter(isRestated);
		return {
			status: restated.length === 0 ? 'same' : 'restated',
			code,
			snapshot: toSnapshot(snapshot),
			checked: rows.length,
			figures: restated.slice(0, SHOWN_FIGURES),
		};
	}
	// One figure may stand under its code in several snapshots: the first statement counts.
	const row = findIssuedRows(own, code, scope.isDemo).find(isIntact);
	if (!row) return unknown;
	const snapshot = snapshots.find(({ snapshotId }) => snapshotId === row.snapshotId) ?? null;
	const figure = compareIssued(scope, row, snapshot?.title ?? null);
	return {
		status: isRestated(figure) ? 'restated' : 'same',
		code,
		snapshot: snapshot && toSnapshot(snapshot),
		checked: 1,
		figures: [figure],
	};
}

/**
 * Every figure of the snapshots that stands differently now, with its causes; newest snapshot first.
 * @throws GridHelmError E_NOT_FOUND
 */
export function listRestatements(
	own: ReadableDb,
	scope: IssueScope,
	input: { snapshotId?: number | undefined; limit: number },
): z.infer<typeof RestatementsOutput> {
	const chosen =
		input.snapshotId === undefined ? listSnapshotRows(own, scope.isDemo) : [findSnapshot(own, scope, input.snapshotId)];
	const figures = chosen.flatMap(({ snapshotId, title }) =>
		listIssuedRows(own, snapshotId).map((row) => compareIssued(scope, row, title)),
	);
	const restated = figures.filter(isRestated);
	const { asOfS } = scope.snapshot;
	return {
		asOf: asOfS === null ? null : toIso(asOfS),
		checked: figures.length,
		total: restated.length,
		restatements: restated.slice(0, input.limit),
	};
}
