// Made events of a first file, and rows set aside, for tests of imports.

import type { Rejection } from '../../../electron/services/exports/record-blocks.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import { eventBlocks, type MadeEvent, type MadeExport } from './made-blocks.ts';

export const FIRST: MadeEvent[] = [
	{
		id: 'E1',
		category: '市容/占道经营',
		source: '网格员巡查',
		status: '处置中',
		at: { reportedAt: '2026-11-20T08:00:00', acceptedAt: '2026-11-20T09:00:00', dueAt: '2026-11-21T17:30:00' },
	},
	{
		id: 'E2',
		category: '市容/占道经营',
		status: '已办结',
		at: { acceptedAt: '2026-11-20T10:00:00', closedAt: '2026-11-22T10:00:00' },
	},
	{ id: 'E3', status: '已办结', at: { acceptedAt: '2026-11-21T10:00:00' } },
	{ id: 'E4', at: {} },
];

export function events(
	fileName: string,
	rows: MadeEvent[],
	rejections: Rejection[] = [],
	plan: MadeExport['plan'] = {},
): MadeExport {
	return { fileName, dataset: 'event', blocks: eventBlocks(rows, rejections), plan };
}

export function rejected(count: number): Rejection[] {
	return Array.from({ length: count }, (_, index) => ({
		rowNo: 1000 + index,
		column: '受理时间',
		cell: `E${1000 + index}`,
		code: 'E_DATE',
		cells: { 受理时间: '2026-13-40' },
		kept: null,
	}));
}

export const seconds = (text: string): number => parseIso(text) ?? Number.NaN;
