// Messy files that are no plain text: a workbook made for printing, a web page, a shapefile, a cut archive.

import { encodeGb18030 } from './gb18030.ts';
import { type Cells, HEADERS, type MessyItem, ROWS, type Start, taken } from './messy-item.ts';
import { shapeBytes, tableBytes, workbookBytes, zipBytes } from './packed-files.ts';
import { csvLine } from './sample-table.ts';

/** Items 4, 5, 9 and 19. */
export function makeTableItems({ events, district }: Start): MessyItem[] {
	const towns = district.towns.slice(0, 3);
	const body: Cells[] = [];
	const merges = ['A1:G1', 'A2:G2', 'A3:A5', 'B3:B5', 'C3:C5', 'D3:G3', 'E4:F4', 'D4:D5', 'G4:G5'];
	let all: [number, number, number, number] = [0, 0, 0, 0];
	for (const [index, town] of towns.entries()) {
		const villages = district.villages.filter(({ townIndex }) => townIndex === index).slice(0, 4);
		const first = body.length + 6;
		let sums: [number, number, number, number] = [0, 0, 0, 0];
		for (const [row, { name, households, population, floating }] of villages.entries()) {
			const numbers = [households, population, population - floating, floating] as const;
			sums = sums.map((sum, column) => sum + (numbers[column] ?? 0)) as typeof sums;
			body.push([row === 0 ? town.name : '', name, '2026-10-31', ...numbers]);
		}
		merges.push(`A${first}:A${first + villages.length - 1}`);
		body.push(['小计', '', '', ...sums]);
		all = all.map((sum, column) => sum + (sums[column] ?? 0)) as typeof all;
	}
	const counted = body.length - towns.length;
	const sheet: Cells[] = [
		['L区2026年10月人口底数统计表'],
		['填报单位：区综治中心    统计时间：2026-10-01至2026-10-31    单位：人'],
		['所属镇街', '所属村社', '统计日期', '人口情况'],
		['', '', '', '户数', '人口', '', '流动人口'],
		['', '', '', '', '常住人口', '户籍人口', ''],
		...body,
		['合计', '', '', ...all],
		['制表人：', '', '', '审核人：', '', '制表日期：2026-11-03'],
	];
	const rows = events.slice(0, ROWS);
	const html = `<html><head><meta charset="utf-8"></head><body><table>${[HEADERS, ...rows]
		.map(
			(row) =>
				`<tr>${row.map((cell) => `<td>${String(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`).join('')}</tr>`,
		)
		.join('')}</table></body></html>`;
	const grids = district.grids.slice(0, 3);
	const fields = ['网格编码', '网格名称', '所属村社编码', '网格类型'].map(encodeGb18030);
	const cells = grids.map((grid) => [grid.code, grid.name, grid.villageCode, '基础网格'].map(encodeGb18030));
	const bowTie = [
		[
			[120, 29],
			[120.01, 29.01],
			[120.01, 29],
			[120, 29.01],
			[120, 29],
		],
	];
	const rings = [
		...grids.slice(0, 2).map(({ polygons }) => (polygons[0] ?? []).map((ring) => [...ring].reverse())),
		bowTie,
	];
	const shapefile = zipBytes(
		[
			{ name: encodeGb18030('网格.shp'), content: shapeBytes(rings) },
			{ name: encodeGb18030('网格.dbf'), content: tableBytes(fields, cells) },
		],
		false,
	);
	const table = [HEADERS, ...rows].map(csvLine).join('');
	const archive = zipBytes([{ name: encodeGb18030('事件明细.csv'), content: Buffer.from(table) }], false);
	return [
		{
			no: 4,
			about: 'workbook with a title, three merged header rows, subtotals and a footer',
			files: [
				{
					name: 'merged.xlsx',
					bytes: workbookBytes({ name: '人口', rows: sheet, merges }),
					expect: taken(counted, { totals: { all: 4 * (towns.length + 1), differing: 0 } }),
				},
			],
		},
		{
			no: 5,
			about: 'web page saved as .xls',
			files: [{ name: 'page.xls', bytes: Buffer.from(html), expect: taken(ROWS) }],
		},
		{
			no: 9,
			about: 'zipped shapefile without .prj and .cpg, GBK table, a bow-tie',
			files: [
				{
					name: 'grids.zip',
					bytes: shapefile,
					expect: {
						outcome: 'committed',
						read: 3,
						unchanged: 2,
						quarantined: 1,
						warnings: { W_FEWER_COLUMNS: 8 },
						rejections: { E_RING: 1 },
					},
				},
			],
		},
		{
			no: 19,
			about: 'archive that was cut off',
			files: [{ name: 'cut.zip', bytes: archive.subarray(0, archive.length - 400), expect: { outcome: 'refused' } }],
		},
	];
}
