// The ledgers that follow from single events of the sample: pauses, extensions, returns, supervision, whistles, disputes.
// Each row agrees with the event it belongs to; nothing lies after the as-of.

import { dayFromDate } from '../../../shared/domain/shanghai-time.ts';
import type { SampleEvent } from './make-events.ts';
import { nextOfficeInstant } from './office-clock.ts';
import { makeRandom, pickOne, type Random } from './random.ts';
import { flagText, instantText, townQuality } from './sample-table.ts';

type Row = readonly (string | number)[];

export interface EventLedger {
	title: string;
	headers: readonly string[];
	/** Rows of one event. */
	rowsOf(event: SampleEvent, townIndex: number): Row[];
}

const HOUR_S = 3600;
const DAY_S = 86_400;
const CENTRE = '区综治中心';

/** Which events several departments handle together; follows from the id, so that every file says the same. */
export function isCrossDept(event: SampleEvent): boolean {
	if (event.isSelfClosed || event.acceptedS === 0) return false;
	const day = dayFromDate(Number(event.id.slice(2, 6)), Number(event.id.slice(6, 8)), Number(event.id.slice(8, 10)));
	return (Number(event.id.slice(-5)) * 7 + day) % 17 === 0;
}

/** 2 网格 … 5 区级: who ended the matter. */
export function handlingLevelWord(event: SampleEvent): string {
	if (event.closedS === 0) return '';
	if (event.isSelfClosed) return '网格';
	if (!event.leadUnit.startsWith(event.townName)) return '区级部门';
	return Number(event.id.slice(-4)) % 5 < 3 ? '村社' : '镇街';
}

function pauses(random: Random): EventLedger {
	return {
		title: '事件挂起',
		headers: ['事件编号', '挂起申请时间', '挂起时间', '恢复时间', '挂起原因'],
		rowsOf({ id, pausedS, resumedS, signedS }) {
			if (pausedS === 0) return [];
			const appliedS = Math.max(signedS, pausedS - HOUR_S);
			const reason = pickOne(random, ['天气原因', '当事人不配合', '审批流程', '等待施工材料']);
			return [[id, instantText(appliedS), instantText(pausedS), instantText(resumedS), reason]];
		},
	};
}

function extensions(random: Random, endS: number): EventLedger {
	return {
		title: '事件延期',
		headers: ['事件编号', '延期申请时间', '延期批准时间', '延期前时限', '延期后时限', '延期原因', '延期是否通过'],
		rowsOf({ id, extendedS, dueOrigS, dueS }) {
			if (extendedS === 0) return [];
			const approvedS = Math.min(endS, extendedS + 2 * HOUR_S);
			const reason = pickOne(random, ['情况复杂', '施工周期长', '需多部门协调', '天气原因']);
			const times = [extendedS, approvedS, dueOrigS, dueS].map(instantText);
			return [[id, ...times, reason, flagText(true)]];
		},
	};
}

function returns(random: Random): EventLedger {
	return {
		title: '事件退单',
		headers: ['事件编号', '退单时间', '退单单位', '退往单位', '退单原因', '退单是否同意'],
		rowsOf({ id, returnCnt, returnedS, leadUnit }) {
			return Array.from({ length: returnCnt }, (_, index) => {
				const reason = pickOne(random, ['不属本单位职责', '不属本单位职责', '地址不在辖区', '信息不完整', '重复派单']);
				return [id, instantText(returnedS - index * 600), leadUnit, CENTRE, reason, flagText(true)];
			});
		},
	};
}

function supervisions(endS: number): EventLedger {
	return {
		title: '事件督办',
		headers: ['事件编号', '督办时间', '督办级别', '被督办单位', '督办时限', '督办办结时间'],
		rowsOf({ id, superviseLevel, dueS, disposedS, closedS, leadUnit }) {
			const lateS = (disposedS || endS) - dueS;
			return Array.from({ length: superviseLevel }, (_, index) => {
				const atS = dueS + Math.round((lateS * (index + 1)) / (superviseLevel + 2));
				const word = ['普通督办', '黄牌督办', '红牌督办'][index] as string;
				const times = [instantText(atS + DAY_S), instantText(closedS === 0 ? 0 : disposedS)];
				return [id, instantText(atS), word, leadUnit, ...times];
			});
		},
	};
}

function whistles(random: Random, endS: number): EventLedger {
	return {
		title: '吹哨报到',
		headers: [
			'吹哨编号',
			'关联事件编号',
			'吹哨单位',
			'报到单位',
			'哨声等级',
			'吹哨时间',
			'报到时限',
			'报到时间',
			'是否到场',
			'是否解决',
			'镇街评分',
			'镇街',
		],
		rowsOf(event) {
			if (!isCrossDept(event) || event.dispatchedS === 0 || Number(event.id.slice(-5)) % 4 !== 0) return [];
			const isUrgent = event.class.severity <= 2;
			const limitS = isUrgent ? event.dispatchedS + 2 * HOUR_S : nextOfficeInstant(event.dispatchedS + DAY_S);
			return ['综合执法局', pickOne(random, ['住建局', '市场监管局', '应急管理局', '生态环境分局'])].map((unit) => {
				const isLate = random() < (unit === '住建局' ? 0.3 : 0.07);
				const span = limitS - event.dispatchedS;
				const reportedS = Math.round(event.dispatchedS + span * (isLate ? 1.1 + random() : 0.2 + 0.75 * random()));
				const hasCome = reportedS <= endS;
				return [
					`S${event.id}`,
					event.id,
					event.townName,
					unit,
					isUrgent ? '紧急' : '一般',
					instantText(event.dispatchedS),
					instantText(limitS),
					hasCome ? instantText(reportedS) : '',
					hasCome ? '是' : '',
					event.closedS > 0 ? '是' : '否',
					hasCome ? (isLate ? 2 + Math.floor(random() * 2) : 4 + Math.floor(random() * 2)) : '',
					event.townName,
				];
			});
		},
	};
}

function disputes(random: Random): EventLedger {
	return {
		title: '矛盾纠纷调解',
		headers: [
			'纠纷编号',
			'关联事件编号',
			'纠纷类型',
			'涉及人数档',
			'涉及金额档',
			'纠纷风险',
			'受理时间',
			'受理渠道',
			'调解组织',
			'调解方式',
			'调解阶段',
			'调解结果',
			'协议形式',
			'是否司法确认',
			'履行情况',
			'调解结案时间',
			'180天内是否复发',
			'镇街',
			'村社',
			'网格编码',
		],
		rowsOf(event, townIndex) {
			if (!event.class.code.startsWith('01') || event.acceptedS === 0 || event.status >= 90) return [];
			if (Number(event.id.slice(-5)) % 3 !== 0) return [];
			const isClosed = event.closedS > 0;
			const lot = random();
			const success = 0.88 + 0.09 * townQuality(townIndex);
			const result =
				lot < success ? '调解成功' : lot < success + 0.02 ? '撤回' : lot < success + 0.04 ? '导入诉讼' : '调解失败';
			const isAgreed = isClosed && result === '调解成功';
			return [
				[
					`JF${event.id.slice(2)}`,
					event.id,
					event.class.l2,
					pickOne(random, ['2人', '2人', '2人', '3-9人', '3-9人', '10-49人']),
					pickOne(random, ['不涉及', '不涉及', '1万元以下', '1-10万元', '10-100万元']),
					pickOne(random, ['低', '低', '低', '中', '中', '高']),
					instantText(event.acceptedS),
					pickOne(random, ['网格', '网格', '窗口', '12345', '110', '法院引调', '信访']),
					`${event.townName}人民调解委员会`,
					pickOne(random, ['人民调解', '人民调解', '人民调解', '行业性专业性调解', '行政调解']),
					isClosed ? '结案' : '调解中',
					isClosed ? result : '',
					isAgreed ? pickOne(random, ['口头', '书面', '书面']) : '',
					isAgreed ? flagText(random() < 0.12) : '',
					isAgreed ? pickOne(random, ['已履行', '已履行', '已履行', '部分履行']) : '',
					instantText(event.closedS),
					isAgreed ? flagText(random() < 0.045 - 0.02 * townQuality(townIndex)) : '',
					event.townName,
					event.villageName,
					event.gridCode,
				],
			];
		},
	};
}

/** The ledgers that are written beside the events, each with a stream of its own. */
export function makeEventLedgers(seed: number, endS: number): EventLedger[] {
	const stream = (name: string): Random => makeRandom(seed, `event ledger ${name}`);
	return [
		pauses(stream('pauses')),
		extensions(stream('extensions'), endS),
		returns(stream('returns')),
		supervisions(endS),
		whistles(stream('whistles'), endS),
		disputes(stream('disputes')),
	];
}
