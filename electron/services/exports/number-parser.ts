// Numbers and yes-or-no cells as exports write them (domain.md §6.2): full width, thousands, 万, units, brackets.
// NaN is "not delivered" or "no number"; the caller tells the two apart by the cell being blank.

import { cleanCell } from './cell-text.ts';

const NUMBER =
	/^(?:约|≤|≥|<|>|¥)?([+-]?\d+(?:\.\d+)?|[+-]?\.\d+)(?:[eE]([+-]?\d{1,3}))?(万|亿|千|百)?(?:余)?(?:人次|平方公里|平方米|平方千米|件|人|户|个|次|天|日|小时|分钟|分|级|元|家|处|条|km²|km2|㎡|m²|m2|°)?$/;
const SCALE: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The number in a cell, NaN when blank or none. A percent sign is refused: its meaning is the column's. */
export function parseNumber(raw: string): number {
	let text = cleanCell(raw);
	if (text === '') return Number.NaN;
	if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return finite(Number(text));
	const bracketed = /^\((\d[\d,.]*)\)$/.exec(text);
	if (bracketed) text = `-${bracketed[1]}`;
	text = text.replace(/ /g, '').replace(/−/g, '-');
	if (/\d[,,]\d{3}(?!\d)/.test(text)) text = text.replace(/[,,](?=\d{3}(?!\d))/g, '');
	const match = NUMBER.exec(text);
	if (!match) return Number.NaN;
	const exponent = match[2] === undefined ? '' : `e${match[2]}`;
	const value = Number(`${match[1]}${exponent}`);
	// 1.2万 must be 12000 and not 11999.999…
	return finite(match[3] === undefined ? value : Number((value * (SCALE[match[3]] ?? 1)).toPrecision(15)));
}

/** An exponent or a row of digits beyond all numbers is none. */
function finite(value: number): number {
	return Number.isFinite(value) ? value : Number.NaN;
}

const YES = new Set([
	'是',
	'有',
	'1',
	'y',
	'yes',
	'true',
	't',
	'√',
	'✓',
	'✔',
	'已',
	'对',
	'1.0',
	'启用',
	'在用',
	'正常',
]);
const NO = new Set([
	'否',
	'没有',
	'0',
	'n',
	'no',
	'false',
	'f',
	'×',
	'x',
	'✗',
	'✕',
	'未',
	'错',
	'0.0',
	'停用',
	'撤销',
	'禁用',
]);

/** 1, 0, or NaN when blank or neither. */
export function parseFlag(raw: string): number {
	// A blank-like 无 is an answer in a yes-or-no column.
	if (raw.trim() === '无') return 0;
	const text = cleanCell(raw).toLowerCase();
	if (text === '') return Number.NaN;
	if (YES.has(text)) return 1;
	if (NO.has(text)) return 0;
	if (/^(?:是|已|有)/.test(text)) return 1;
	if (/^(?:否|未|非|不|没)/.test(text)) return 0;
	return Number.NaN;
}

/** 1 = on time, 0 = late, NaN otherwise, from a column that names timeliness (按期办结, 超期, intime …). */
export function parseTimeliness(raw: string): number {
	const text = cleanCell(raw).toLowerCase();
	if (text === '') return Number.NaN;
	if (
		/未(?:超|逾)期|没有超期|不超期|(?<!未|不)按(?:期|时)|及时(?!率)|期内|正常|^in_?time$|^on_?time$|提前/.test(text) &&
		!/不及时|未及时/.test(text)
	)
		return 1;
	if (/超期|逾期|超时|未按|不按|不及时|未及时|^over_?(?:time|due)$|^late$/.test(text)) return 0;
	return parseFlag(text);
}

/** Inverse for 是否超期 columns: 是 = late. Words of timeliness keep their own meaning; days late > 0 = late. */
export function parseLateness(raw: string): number {
	const text = cleanCell(raw);
	if (/期|时|time|due|late/i.test(text)) return parseTimeliness(text);
	const flag = parseFlag(raw);
	if (!Number.isNaN(flag)) return 1 - flag;
	const days = parseNumber(raw);
	return Number.isNaN(days) ? Number.NaN : days > 0 ? 0 : 1;
}

const CHINESE_RANK: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

/** Severity 1–4 from a code or word (domain.md §4.2); NaN when unknown. */
export function parseSeverity(raw: string): number {
	const text = cleanCell(raw);
	if (text === '') return Number.NaN;
	if (/^0?[1-4](?:\.0)?(?:级)?$/.test(text)) return Number.parseInt(text, 10);
	const rank = /^([一二三四])级/.exec(text) ?? /^(I{1,3}|IV)级/.exec(text);
	if (rank) return CHINESE_RANK[rank[1] ?? ''] ?? ['I', 'II', 'III', 'IV'].indexOf(rank[1] ?? '') + 1;
	if (/特急|特别紧急|重大|特大|critical/i.test(text)) return 1;
	if (/^(?:不紧急|非紧急)/.test(text)) return 3;
	if (/紧急|较大|^急|加急|urgent/i.test(text)) return 2;
	if (/一般|普通|正常|normal/i.test(text)) return 3;
	if (/轻微|即办|较轻|minor/i.test(text)) return 4;
	return Number.NaN;
}

/** Satisfaction 5–1, 0 = not rated; NaN when unknown. */
export function parseSatisfaction(raw: string): number {
	const text = cleanCell(raw);
	if (text === '') return Number.NaN;
	if (/^[0-5](?:\.0)?(?:分|星)?$/.test(text)) return Number.parseInt(text, 10);
	if (/未评|未回访|默认/.test(text)) return 0;
	if (/(?:很|非常|极)不满/.test(text)) return 1;
	if (/基本满意|一般/.test(text)) return 3;
	if (/不满意|^否$/.test(text)) return 2;
	if (/(?:很|非常|十分)满意/.test(text)) return 5;
	if (/满意|^是$/.test(text)) return 4;
	return Number.NaN;
}

/** Level that resolved the matter: 1 micro-grid … 6 city and above (domain.md §3.4). */
export function parseHandlingLevel(raw: string): number {
	const text = cleanCell(raw);
	if (/^[1-6](?:\.0)?$/.test(text)) return Number.parseInt(text, 10);
	if (/微网格/.test(text)) return 1;
	if (/网格/.test(text)) return 2;
	if (/村|社区/.test(text)) return 3;
	if (/镇|乡|街/.test(text)) return 4;
	if (/市|省/.test(text) && !/市监|城市/.test(text)) return 6;
	if (/区|县|部门/.test(text)) return 5;
	return Number.NaN;
}

/** Supervision level: 0 none, 1 普通, 2 黄牌, 3 红牌. */
export function parseSuperviseLevel(raw: string): number {
	const text = cleanCell(raw);
	if (text === '') return Number.NaN;
	if (/红/.test(text)) return 3;
	if (/黄/.test(text)) return 2;
	if (/普通|一般|蓝/.test(text)) return 1;
	if (/^[0-3](?:\.0)?$/.test(text)) return Number.parseInt(text, 10);
	const flag = parseFlag(text);
	return flag;
}
