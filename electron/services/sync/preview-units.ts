// Tells a column whose unit changed between two deliveries (persons and ten thousands, square metres and hectares): most
// of its changed values by one and the same round factor. Reads only.

import type { z } from 'zod';
import type { DataFault } from '../../../shared/contract/schemas/preview.ts';
import type { Dataset } from '../../../shared/domain/codes.ts';
import type { ReadableDb } from '../cache/cache-db.ts';

const FACTORS = [10, 60, 100, 1_000, 10_000, 1_000_000];
const MIN_ROWS = 3;

interface Change {
	column: string;
	before: number;
	after: number;
}

function isFigure(column: string): boolean {
	return !/(_id|_no|_on|_ref|_at|_key)$/.test(column);
}

function changesOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Change[] {
	return Object.entries(before).flatMap(([column, was]) => {
		const is = after[column];
		if (typeof was !== 'number' || typeof is !== 'number' || was === 0 || is === 0 || was === is) return [];
		return isFigure(column) ? [{ column, before: was, after: is }] : [];
	});
}

function readChanges(db: ReadableDb, batchId: number, dataset: Dataset): Change[] {
	if (dataset === 'admin_unit' || dataset === 'grid') {
		const figures = ['households', 'pop_resident', 'pop_registered', 'pop_floating', 'area_m2'];
		const list = (alias: string) => figures.map((name) => `${alias}.${name}`).join();
		return db
			.prepare<[number], (number | null)[]>(
				`SELECT ${list('v')}, ${list('a')} FROM area_version v JOIN area a ON a.area_id = v.area_id WHERE v.superseded_by = ?`,
			)
			.raw()
			.all(batchId)
			.flatMap((row) => {
				const side = (from: number) =>
					Object.fromEntries(figures.map((name, i) => [name, (row as unknown[])[from + i]]));
				return changesOf(side(0), side(figures.length));
			});
	}
	const rows = db
		.prepare<[number, string], { rowKey: string; cells: string }>(
			'SELECT row_key AS rowKey, cells FROM ledger_version WHERE superseded_by = ? AND dataset = ?',
		)
		.all(batchId, dataset);
	if (rows.length === 0) return [];
	const now = db.prepare<[string], Record<string, unknown>>(`SELECT * FROM ${dataset} WHERE row_key = ?`);
	return rows.flatMap(({ rowKey, cells }) =>
		changesOf(JSON.parse(cells) as Record<string, unknown>, now.get(rowKey) ?? {}),
	);
}

/** The column that changed its unit in most of its changed rows; null when none did. */
export function findChangedUnit(db: ReadableDb, batchId: number, dataset: Dataset): z.infer<typeof DataFault> | null {
	if (dataset === 'event' || dataset === 'event_step') return null;
	const byColumn = new Map<string, Change[]>();
	for (const change of readChanges(db, batchId, dataset)) {
		byColumn.set(change.column, [...(byColumn.get(change.column) ?? []), change]);
	}
	for (const [column, changes] of byColumn) {
		for (const factor of FACTORS) {
			for (const [ratio, sign] of [
				[factor, '×'],
				[1 / factor, '÷'],
			] as const) {
				const rows = changes.filter(({ before, after }) => Math.abs(after / before / ratio - 1) < 0.02).length;
				if (rows < MIN_ROWS || rows * 5 < changes.length * 3) continue;
				return {
					kind: 'changedUnit',
					rows,
					areas: [],
					message: `“${column}”有 ${rows} 行一律${sign === '×' ? '变为' : '缩为'}原来的 ${sign === '×' ? factor : `1/${factor}`}，像是单位变了。`,
					messageEn: `${rows} rows of "${column}" changed by the same factor ${sign}${factor}: the unit seems to be another.`,
				};
			}
		}
	}
	return null;
}
