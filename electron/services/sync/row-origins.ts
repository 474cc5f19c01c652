// Gives the rows of a made file the numbers they had in the file they came from, in records, rejections and addresses.

import type { RecordBlock, Rejection } from '../exports/record-blocks.ts';

/** Row of the made file (header = 1) → row of the file it came from. */
function originOf(rowNumbers: readonly number[], rowNo: number): number {
	return rowNumbers[rowNo - 2] ?? rowNo;
}

function moveRejection(rejection: Rejection, rowNumbers: readonly number[]): Rejection {
	const rowNo = originOf(rowNumbers, rejection.rowNo);
	return { ...rejection, rowNo, cell: rejection.cell?.replace(/\d+$/, String(rowNo)) ?? null };
}

/** The same block with the rows' own numbers; `rowNumbers` by position below the header. */
export function withRowOrigins<B extends RecordBlock>(block: B, rowNumbers: readonly number[]): B {
	const rejections = block.rejections.map((one) => moveRejection(one, rowNumbers));
	if ('records' in block) {
		const records = block.records.map((record) => ({ ...record, rowNo: originOf(rowNumbers, record.rowNo) }));
		return { ...block, records, rejections };
	}
	return { ...block, rowNo: block.rowNo.map((rowNo) => originOf(rowNumbers, rowNo)), rejections };
}
