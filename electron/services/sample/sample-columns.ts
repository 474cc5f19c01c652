// Columns of the sample's exports with the headers that real exports carry. Which district and events: not here.

import { dayOf, startOfDay, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import type { Unit } from './district.ts';
import { handlingLevelWord, isCrossDept } from './event-ledgers.ts';
import type { SampleEvent } from './make-events.ts';
import type { SampleStep } from './make-steps.ts';

/** A column: its header, and the cell of a row; cells hold no comma or line break, and quotes only as RFC 4180 writes them. */
export interface Column<Row> {
	header: string;
	cell: (row: Row) => string | number;
}

const STATUS_WORDS: Record<number, string> = {
	10: '待受理',
	11: '不予受理',
	20: '待派单',
	30: '待签收',
	31: '处置中',
	32: '已退单',
	41: '已挂起',
	42: '延期审批中',
	50: '待核查',
	51: '返工',
	52: '重办',
	60: '已结案',
	61: '待回访',
	70: '已归档',
	90: '作废',
	91: '并案',
};
const SEVERITY_WORDS = ['', '特急', '紧急', '一般', '轻微'];
const SUPERVISE_WORDS = ['', '普通督办', '黄牌督办', '红牌督办'];
const SATISFACTION_WORDS = ['', '很不满意', '不满意', '一般', '满意', '非常满意'];
const LIMIT_UNITS: Record<string, string> = { H: '小时', N: '工作时', W: '个工作日', D: '个自然日' };

const TWO = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const days = new Map<number, string>();

/** `2026-11-23 14:30:00` of epoch seconds on the Shanghai wall clock; empty for 0. */
function formatInstant(atS: number): string {
	if (atS === 0) return '';
	const day = dayOf(atS);
	let date = days.get(day);
	if (date === undefined) {
		date = `${toIsoDate(day)} `;
		days.set(day, date);
	}
	const second = atS - startOfDay(day);
	const hour = Math.floor(second / 3600);
	const minute = Math.floor((second - hour * 3600) / 60);
	return `${date}${TWO[hour]}:${TWO[minute]}:${TWO[second - hour * 3600 - minute * 60]}`;
}

function limitWords(rule: string): string {
	return `${rule.slice(1)}${LIMIT_UNITS[rule.charAt(0)]}`;
}
const limits = new Map<string, string>();

const quotedCells = new Map<string, string>();
/** A class's name as a CSV cell: 0305 carries quotes (RFC 4180). */
function quotedOnce(name: string): string {
	let cell = quotedCells.get(name);
	if (cell === undefined) {
		cell = name.includes('"') ? `"${name.replaceAll('"', '""')}"` : name;
		quotedCells.set(name, cell);
	}
	return cell;
}

/** The twenty columns of an event export. */
export const EVENT_COLUMNS: readonly Column<SampleEvent>[] = [
	{ header: '事件编号', cell: (event) => event.id },
	{ header: '事件描述', cell: (event) => event.description },
	{ header: '事件大类', cell: (event) => event.class.l1 },
	{ header: '事件小类', cell: (event) => quotedOnce(event.class.l2) },
	{ header: '事件来源', cell: (event) => event.source },
	{ header: '紧急程度', cell: (event) => SEVERITY_WORDS[event.class.severity] as string },
	{ header: '所属镇街', cell: (event) => event.townName },
	{ header: '所属村社', cell: (event) => event.villageName },
	{ header: '网格编码', cell: (event) => event.gridCode },
	{ header: '经度', cell: (event) => event.lng ?? '' },
	{ header: '纬度', cell: (event) => event.lat ?? '' },
	{ header: '上报时间', cell: (event) => formatInstant(event.reportedS) },
	{ header: '受理时间', cell: (event) => formatInstant(event.acceptedS) },
	{
		header: '时限',
		cell: ({ class: { limit } }) => {
			let words = limits.get(limit);
			if (words === undefined) {
				words = limitWords(limit);
				limits.set(limit, words);
			}
			return words;
		},
	},
	{ header: '办结时限', cell: (event) => formatInstant(event.dueS) },
	{ header: '处置时间', cell: (event) => formatInstant(event.disposedS) },
	{ header: '办结时间', cell: (event) => formatInstant(event.closedS) },
	{ header: '承办单位', cell: (event) => event.leadUnit },
	{ header: '事件状态', cell: (event) => STATUS_WORDS[event.status] as string },
	{ header: '是否自报自结', cell: (event) => (event.isSelfClosed ? '是' : '否') },
];

/** What a fuller export carries besides. */
export const MORE_EVENT_COLUMNS: readonly Column<SampleEvent>[] = [
	{ header: '事件标题', cell: (event) => event.title },
	{ header: '派单时间', cell: (event) => formatInstant(event.dispatchedS) },
	{ header: '签收时间', cell: (event) => formatInstant(event.signedS) },
	{ header: '原办结时限', cell: (event) => formatInstant(event.dueOrigS) },
	{ header: '挂起时长(分钟)', cell: (event) => event.pauseMinutes || '' },
	{ header: '退单次数', cell: (event) => event.returnCnt },
	{ header: '返工次数', cell: (event) => event.reworkCnt },
	{ header: '延期次数', cell: (event) => event.extendCnt },
	{ header: '催办次数', cell: (event) => event.urgeCnt },
	{ header: '督办级别', cell: (event) => SUPERVISE_WORDS[event.superviseLevel] as string },
	{ header: '化解层级', cell: handlingLevelWord },
	{ header: '是否联办', cell: (event) => (isCrossDept(event) ? '是' : '否') },
	{ header: '满意度', cell: (event) => SATISFACTION_WORDS[event.satisfaction] as string },
];

export interface StepRow {
	event: SampleEvent;
	step: SampleStep;
}

/** Columns of a step export. */
export const STEP_COLUMNS: readonly Column<StepRow>[] = [
	{ header: '事件编号', cell: ({ event }) => event.id },
	{ header: '序号', cell: ({ step }) => step.seq },
	{ header: '环节', cell: ({ step }) => step.node },
	{ header: '操作', cell: ({ step }) => step.op },
	{ header: '移交单位', cell: ({ step }) => step.fromUnit },
	{ header: '接收单位', cell: ({ step }) => step.toUnit },
	{ header: '操作角色', cell: ({ step }) => step.role },
	{ header: '接收时间', cell: ({ step }) => formatInstant(step.receivedS) },
	{ header: '操作时间', cell: ({ step }) => formatInstant(step.opS) },
];

const LEVEL_NUMBER = { district: 3, town: 4, village: 5 };

/** Columns of a unit export; the same facts are the properties of the units' polygons. */
export const UNIT_COLUMNS: readonly Column<Unit>[] = [
	{ header: '行政区划代码', cell: (unit) => unit.code },
	{ header: '单位名称', cell: (unit) => unit.name },
	{ header: '层级', cell: (unit) => LEVEL_NUMBER[unit.level] },
	{ header: '单位类型', cell: (unit) => unit.unitType },
	{ header: '上级编码', cell: (unit) => unit.parentCode ?? '' },
	{ header: '排序号', cell: (unit) => unit.sortNo },
	{ header: '城乡分类代码', cell: (unit) => unit.urbanRuralCode },
	{ header: '面积', cell: (unit) => unit.areaKm2.toFixed(3) },
	{ header: '户数', cell: (unit) => unit.households },
	{ header: '常住人口', cell: (unit) => unit.population },
	{ header: '流动人口', cell: (unit) => unit.floating },
];
