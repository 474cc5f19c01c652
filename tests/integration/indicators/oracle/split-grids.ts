// Splits two grids of a delivered map along their micro-grids, as a district redraws them: the old grid is out of use,
// its micro-grids become grids of their own, and the lineage says so.

import type { CsvRow } from './csv-file.ts';

interface Feature {
	type: string;
	properties: Record<string, string | number | null>;
	geometry: unknown;
}
export interface GridCollection {
	type: string;
	features: Feature[];
}

/** A district's map after a split. */
export interface SplitGrids {
	collection: GridCollection;
	lineage: CsvRow[];
	/** Codes of the grids that went out of use. */
	old: string[];
	/** The events as the later delivery names their grids: those reported after the split by the new codes. */
	moveEvents(rows: readonly CsvRow[]): CsvRow[];
}

const SPLIT_DAY = '2026-11-17';

/** Splits the first two grids that have micro-grids. */
export function splitGrids(map: GridCollection): SplitGrids {
	const parents = [...new Set(map.features.map(({ properties }) => properties))]
		.filter((properties) => properties.网格类型 === '微网格')
		.map((properties) => String(properties.所属网格编码));
	const old = [...new Set(parents)].slice(0, 2);
	const partsOf = new Map(old.map((code) => [code, [] as string[]]));
	const lineage: CsvRow[] = [];
	const features = map.features.map((feature): Feature => {
		const { properties } = feature;
		const parent = String(properties.所属网格编码);
		const parts = properties.网格类型 === '微网格' ? partsOf.get(parent) : undefined;
		if (old.includes(String(properties.网格编码))) return { ...feature, properties: { ...properties, 是否启用: '否' } };
		if (!parts) return feature;
		const code = `${parent.slice(0, 12)}${String(700 + lineage.length)}`;
		parts.push(code);
		lineage.push({ 原网格编码: parent, 新网格编码: code, 户数占比: '20%', 变更类型: '拆分', 生效日期: SPLIT_DAY });
		const kind = { 网格编码: code, 网格名称: `${properties.网格名称}改`, 网格类型: '基础网格', 所属网格编码: null };
		return { ...feature, properties: { ...properties, ...kind } };
	});
	return {
		collection: { ...map, features },
		lineage,
		old,
		moveEvents: (rows) =>
			rows.map((row) => {
				const parts = partsOf.get(row.网格编码 ?? '');
				if (!parts?.length || (row.上报时间 ?? '') < SPLIT_DAY) return row;
				const at = Number((row.事件编号 ?? '').slice(-2)) % parts.length;
				return { ...row, 网格编码: parts[at] as string };
			}),
	};
}
