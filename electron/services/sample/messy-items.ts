// What stands in each of the messy files, and what must become of it. Everything comes from one small district.

import { dayFromDate, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { wgs84ToDegrees, wgs84ToMetres } from '../exports/coordinates/systems.ts';
import { makeDistrict } from './make-district.ts';
import { makeEvents } from './make-events.ts';
import {
	at,
	type Cells,
	csv,
	HEADERS,
	type MessyFile,
	type MessyItem,
	NO_POINT,
	ROWS,
	type Start,
	taken,
	withCells,
} from './messy-item.ts';
import { makeTableItems } from './messy-tables.ts';
import { EVENT_COLUMNS } from './sample-columns.ts';
import { instantText } from './sample-table.ts';

/** Makes the items 1 to 19. */
export function makeMessyItems(options: { seed: number; grids: number; endS: number }): MessyItem[] {
	const district = makeDistrict({ seed: options.seed, gridCount: options.grids });
	const made = makeEvents(district, { seed: options.seed, eventCount: 10_000, years: 1, endS: options.endS });
	const unquoted = (cell: string | number): string | number =>
		typeof cell === 'string' && cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
	// Without texts, of which sensitive classes would lose theirs.
	const events = [...made].map((event) =>
		EVENT_COLUMNS.map((column) => (column.header === '事件描述' ? '' : unquoted(column.cell(event)))),
	);
	const start: Start = { district, events, endS: options.endS };
	return [
		...makeTextItems(start),
		...makeTableItems(start),
		...makeValueItems(start),
		...makeDeliveryItems(start),
	].sort((one, other) => one.no - other.no);
}

function makeTextItems({ events, district }: Start): MessyItem[] {
	const rows = events.slice(0, ROWS);
	const tabbed = withCells(rows, (row) => ({
		网格编码: `\t${row[at('网格编码')]}`,
		事件编号: `\t${row[at('事件编号')]}`,
	}));
	const broken = withCells(rows, () => ({
		事件大类: '市容环境',
		事件小类: '暴露垃圾',
		事件描述: '第一行\n第二行，含“引号”和"直引号"\r\n第三行',
	}));
	const town = district.towns[0];
	const rare: Cells[] = ['㙦头村', '㘭下村', '𡎚后村'].map((name, index) => [
		`${town?.code ?? ''}${980 + index}`,
		name,
		5,
		town?.code ?? '',
	]);
	const spoilt = withCells(rows, (row, index) => ({
		...NO_POINT,
		网格编码:
			index < 20
				? Number(row[at('网格编码')] || 339901001001001)
						.toExponential(5)
						.toUpperCase()
				: (row[at('网格编码')] ?? ''),
	}));
	const nameOf = new Map(district.grids.map(({ code, name }) => [code, name]));
	const named = spoilt.map((row, index) => [...row, nameOf.get(String(rows[index]?.[at('网格编码')] ?? '')) ?? '']);
	return [
		{ no: 1, about: 'GBK CSV, codes kept as text by a tab', files: [csv('gbk.csv', tabbed, taken(ROWS), 'gb18030')] },
		{ no: 2, about: 'UTF-8 with BOM, line breaks inside cells', files: [csv('breaks.csv', broken, taken(ROWS))] },
		{
			no: 3,
			about: 'GB18030 with names of four bytes',
			files: [
				{
					name: 'rare.csv',
					encoding: 'gb18030',
					rows: [['行政区划代码', '单位名称', '层级', '上级编码'], ...rare],
					expect: taken(3, { encoding: 'gb18030' }),
				},
			],
		},
		{
			no: 6,
			about: 'grid codes that lost their digits to a spreadsheet, without and with the names of the grids',
			files: [
				csv('sci.csv', spoilt, taken(ROWS - 20, { read: ROWS, quarantined: 20, rejections: { E_SCI: 20 } })),
				{
					name: 'sci-named.csv',
					encoding: 'utf-8-bom',
					rows: [[...HEADERS, '网格名称'], ...named],
					expect: { outcome: 'committed', encoding: 'utf-8-bom', read: ROWS, inserted: 20, unchanged: ROWS - 20 },
				},
			],
		},
	];
}

function makeValueItems({ events, endS }: Start): MessyItem[] {
	const located = events.filter((row) => row[at('经度')] !== '' && row[at('网格编码')] !== '').slice(0, 200);
	const pointed = (read: (lng: number, lat: number) => readonly number[]): Cells[] =>
		withCells(located, (row) => {
			const [first = 0, second = 0] = read(Number(row[at('经度')]), Number(row[at('纬度')]));
			return { 经度: first, 纬度: second };
		});
	const system = (name: string, read: (lng: number, lat: number) => readonly number[]): MessyFile =>
		csv(name, pointed(read), taken(200, { warnings: { W_CRS: 200 } }));
	const rows = events.slice(0, ROWS);
	// One instant in every form that an export has for it: 2026-11-20 14:30 in Shanghai.
	const forms = [
		'2026-11-20 14:30:00',
		'2026/11/20 14:30',
		'46346.6041666667',
		'2026年11月20日14时30分',
		'2026-11-20T06:30:00.000Z',
		'20261120143000',
		'1795156200000',
		'2026-11-20 14:30:00.0',
		'２０２６-１１-２０ １４:３０',
		'2026.11.20 14:30',
	];
	const blank = { 处置时间: '', 办结时间: '', 办结时限: '', 上报时间: '', 事件状态: '处置中' };
	const dated = withCells(rows, (_, index) => ({ ...blank, 受理时间: forms[index % forms.length] ?? '' }));
	const unknown = withCells(rows, (_, index) =>
		index < 7 ? { 事件状态: '云端流转' } : index < 12 ? { 事件大类: '低空经济', 事件小类: '无人机扰民' } : {},
	);
	const personal = withCells(rows, (_, index) =>
		index < 10
			? {
					事件大类: '市容环境',
					事件小类: '暴露垃圾',
					事件描述:
						'联系人王建国，电话１３８０１２３４５６７，身份证３３０１０２１９９００１０１１２３Ｘ，车牌浙A·8K325，住翠苑一区3幢2单元501室',
				}
			: {},
	);
	const skewed = withCells(rows, (_, index) =>
		index < 5 ? { 受理时间: '2026-11-10 09:00:00', 办结时间: '2026-11-08 17:00:00', 事件状态: '已结案' } : {},
	);
	// 2026-10-10 is a Saturday on which offices work; a Friday evening's working day ends on it.
	const friday = startOfDay(dayFromDate(2026, 10, 9));
	const saturday = friday + 86_400;
	const monday = friday + 86_400 * 3;
	// Four in time, one late, one with a limit and no due time, one due on the day and disposed that evening, one open.
	const makeUp = withCells(rows.slice(0, 8), (_, index) => {
		const isOpen = index === 7;
		const disposedS =
			index === 4 || index === 5 ? monday + 9 * 3600 : index === 6 ? saturday + 18 * 3600 : saturday + 9 * 3600;
		return {
			...NO_POINT,
			事件大类: '市容环境',
			事件小类: '暴露垃圾',
			是否自报自结: '否',
			上报时间: instantText(friday + 9 * 3600),
			受理时间: instantText(friday + 10 * 3600),
			时限: '1个工作日',
			办结时限: index === 5 ? '' : index === 6 ? '2026-10-10' : instantText(saturday + 17.5 * 3600),
			处置时间: isOpen ? '' : instantText(disposedS),
			办结时间: isOpen ? '' : instantText(disposedS + 1800),
			事件状态: isOpen ? '处置中' : '已结案',
		};
	});
	if (endS < friday + 86_400 * 5) throw new RangeError('the messy sample ends after 2026-10-14');
	return [
		{
			no: 7,
			about: 'serials, ISO, Chinese dates and UTC in one column',
			files: [csv('dates.csv', dated, taken(ROWS))],
		},
		{
			no: 8,
			about: 'swapped axes, GCJ-02, BD-09 and metres',
			files: [
				system('swapped.csv', (lng, lat) => [lat, lng]),
				system('gcj02.csv', (lng, lat) => wgs84ToDegrees('gcj02', lng, lat)),
				system('bd09.csv', (lng, lat) => wgs84ToDegrees('bd09', lng, lat)),
				system('metres.csv', (lng, lat) => wgs84ToMetres(120, lng, lat).reverse()),
			],
		},
		{
			no: 14,
			about: 'a status and a class that nobody knows',
			files: [csv('unknown.csv', unknown, taken(ROWS, { warnings: { W_UNKNOWN_STATUS: 7, W_UNKNOWN_CATEGORY: 5 } }))],
		},
		{
			no: 15,
			about: 'personal data in free text, digits in full width',
			files: [
				csv(
					'personal.csv',
					personal,
					taken(ROWS, {
						warnings: { W_CUT_NAME: 10, W_CUT_MOBILE: 10, W_CUT_IDENTITY: 10, W_CUT_PLATE: 10, W_CUT_ADDRESS: 10 },
					}),
				),
			],
		},
		{
			no: 17,
			about: 'closed before accepted',
			files: [csv('skewed.csv', skewed, taken(ROWS, { warnings: { W_CLOCK: 5 } }))],
		},
		{ no: 18, about: 'a limit over a working Saturday', files: [csv('saturday.csv', makeUp, taken(8))] },
	];
}

function makeDeliveryItems({ events, district }: Start): MessyItem[] {
	const open = withCells(events.slice(0, 400), () => ({ 办结时间: '', 处置时间: '', 事件状态: '处置中' }));
	const month = withCells(events.slice(0, 200), (_, index) => ({
		受理时间: `2026-10-${String(1 + (index % 28)).padStart(2, '0')} 09:00:00`,
		上报时间: '',
		处置时间: '',
		办结时间: '',
		办结时限: '',
		事件状态: '处置中',
	}));
	const corrected = withCells(month, (_, index) => (index < 6 ? { 承办单位: '区综合行政执法局' } : {}));
	const repeated = Array.from({ length: 7 }, (_, index) =>
		withCells(events.slice(0, 1), () => ({
			...NO_POINT,
			处置时间: '',
			办结时间: '',
			事件状态: index === 6 ? '待核查' : '处置中',
		})).flat(),
	);
	const [gone, into] = district.villages.filter(({ townIndex }) => townIndex === 0);
	const grids = district.grids.filter(({ villageCode, kind }) => villageCode === gone?.code && kind === 'base');
	const lineage: Cells[] = grids.map((grid, index) => [
		grid.code,
		`${into?.code}${901 + index}`,
		'100%',
		'合并',
		'2026-07-01',
	]);
	return [
		{
			no: 10,
			about: 'an export cut at ten thousand rows',
			files: [csv('capped.csv', events, taken(10_000, { warnings: { W_CAP: 10_000 } }), 'gb18030')],
		},
		{
			no: 11,
			about: 'a full export in which 3 % of the rows have vanished',
			files: [
				{ ...csv('full-1.csv', open, taken(400)), mode: 'full' },
				{
					...csv('full-2.csv', open.slice(0, 388), { outcome: 'held', read: 388, unchanged: 388, vanished: 12 }),
					mode: 'full',
				},
			],
		},
		{
			no: 12,
			about: 'a month that was issued again',
			files: [
				csv('事件明细2026年10月.csv', month, taken(200)),
				csv('事件明细2026年10月(更正).csv', corrected, { outcome: 'committed', read: 200, updated: 6, unchanged: 194 }),
			],
		},
		{
			no: 13,
			about: 'one event on seven rows',
			files: [csv('seven.csv', repeated, taken(7, { inserted: 1, folded: 6 }))],
		},
		{
			no: 16,
			about: 'a village that was merged in the middle of the year',
			files: [
				{
					name: 'lineage.csv',
					encoding: 'utf-8-bom',
					rows: [['原网格编码', '新网格编码', '户数占比', '变更类型', '生效日期'], ...lineage],
					expect: taken(lineage.length, { encoding: 'utf-8-bom' }),
				},
			],
		},
	];
}
