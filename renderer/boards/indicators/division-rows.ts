// The cut of the grids as a table reads it: load per member, faults joined, sorting, and the figures of the summary. Pure.

import type { Division, TopologyFaults } from '../../stores/indicators-store.ts';

type DivisionGrid = Division['grids'][number];
export type FaultKind = DivisionGrid['faults'][number] | TopologyFaults['faults'][number]['kind'];

export interface DivisionRow extends Omit<DivisionGrid, 'faults'> {
	/** Households per full-time member; null without households or without staff. */
	load: number | null;
	faults: readonly FaultKind[];
}

/** Grids with the faults of their outlines beside those of their columns. */
export function toDivisionRows(division: Division, topology: TopologyFaults | null): DivisionRow[] {
	const byArea = new Map<string, Set<FaultKind>>();
	for (const { kind, areas } of topology?.faults ?? []) {
		for (const { code } of areas) byArea.set(code, (byArea.get(code) ?? new Set<FaultKind>()).add(kind));
	}
	return division.grids.map((grid) => ({
		...grid,
		load: grid.households === null || grid.staff === null || grid.staff === 0 ? null : grid.households / grid.staff,
		faults: [...grid.faults, ...(byArea.get(grid.area) ?? [])],
	}));
}

export const DIVISION_COLUMNS = [
	'name',
	'town',
	'basis',
	'households',
	'size',
	'staff',
	'load',
	'areaKm2',
	'faults',
] as const;
export type DivisionColumn = (typeof DIVISION_COLUMNS)[number];

export interface DivisionSort {
	by: DivisionColumn | null;
	isDescending: boolean;
}

const SIZE_ORDER: Record<DivisionRow['size'], number> = { above: 0, below: 1, within: 2, notJudged: 3, unknown: 4 };

function sortValue(row: DivisionRow, by: DivisionColumn): number | string | null {
	switch (by) {
		case 'basis':
			return row.basis.join('');
		case 'size':
			return SIZE_ORDER[row.size];
		case 'faults':
			return row.faults.length;
		default:
			return row[by];
	}
}

/** Rows in order of a column, what was not delivered last either way; official order where `by` is null. */
export function sortDivision(rows: readonly DivisionRow[], { by, isDescending }: DivisionSort): DivisionRow[] {
	if (by === null) return [...rows];
	const sign = isDescending ? -1 : 1;
	return [...rows].sort((a, b) => {
		const left = sortValue(a, by);
		const right = sortValue(b, by);
		if (left === null || right === null) return Number(left === null) - Number(right === null);
		if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
		return sign * String(left).localeCompare(String(right), 'zh-CN');
	});
}

export interface DivisionSummary {
	sizes: Record<DivisionRow['size'], number>;
	/** Grids that name each basis; a grid may name several. */
	bases: Record<'T' | 'G' | 'M', number>;
	withoutBasis: number;
	/** Middle household number per full-time member over the grids that have both. */
	medianLoad: number | null;
	unstaffed: number;
	faulty: number;
}

/** The figures above the table. */
export function summarise(rows: readonly DivisionRow[]): DivisionSummary {
	const summary: DivisionSummary = {
		sizes: { below: 0, within: 0, above: 0, unknown: 0, notJudged: 0 },
		bases: { T: 0, G: 0, M: 0 },
		withoutBasis: 0,
		medianLoad: null,
		unstaffed: 0,
		faulty: 0,
	};
	const loads: number[] = [];
	for (const row of rows) {
		summary.sizes[row.size] += 1;
		for (const basis of row.basis) summary.bases[basis] += 1;
		if (row.basis.length === 0) summary.withoutBasis += 1;
		if (row.load !== null) loads.push(row.load);
		if (row.staff === 0) summary.unstaffed += 1;
		if (row.faults.length > 0) summary.faulty += 1;
	}
	loads.sort((a, b) => a - b);
	const middle = (loads.length - 1) / 2;
	const low = loads[Math.floor(middle)];
	const high = loads[Math.ceil(middle)];
	if (low !== undefined && high !== undefined) summary.medianLoad = (low + high) / 2;
	return summary;
}
