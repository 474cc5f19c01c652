// Participation, surveys and disclosure of the sample district: participation grows month by month; what must be made
// public comes late where a town is run badly, and late everywhere at the end of a quarter.

import { dateFromDay, dayOf } from '../../../shared/domain/shanghai-time.ts';
import { pickInteger, pickOne } from './random.ts';
import {
	dayText,
	flagText,
	type LedgerStart,
	ledgerRandom,
	padded,
	type SampleTable,
	townQuality,
	wholeMonths,
	wholeQuarters,
} from './sample-table.ts';

function participationTable(start: LedgerStart): SampleTable {
	const { district } = start;
	const random = ledgerRandom(start, 'participation');
	const months = wholeMonths(start);
	const rows: (string | number)[][] = [];
	for (const [index, { startDay }] of months.entries()) {
		const growth = 0.55 + (0.75 * index) / Math.max(1, months.length - 1);
		for (const [townIndex, town] of district.towns.entries()) {
			const quality = townQuality(townIndex);
			for (const [type, share] of [
				['随手拍', 0.008],
				['议事协商', 0.004],
				['志愿服务', 0.016],
				['评议', 0.003],
			] as const) {
				const persons = Math.round(town.population * share * growth * (0.6 + 0.5 * quality + 0.2 * random()));
				const raised = type === '志愿服务' ? '' : Math.max(1, Math.round(persons * 0.05));
				const adopted = raised === '' ? '' : Math.round(raised * (0.5 + 0.25 * random()));
				const done = adopted === '' ? '' : Math.round(adopted * Math.min(1, 0.66 + 0.26 * quality + 0.08 * random()));
				const registered = Math.round(town.population * 0.09 * growth);
				const isVolunteer = type === '志愿服务';
				rows.push([
					`HD${padded(rows.length + 1, 5)}`,
					town.code,
					town.name,
					type,
					dayText(startDay + pickInteger(random, 4, 25)),
					persons,
					raised,
					adopted,
					done,
					isVolunteer ? registered : '',
					isVolunteer ? Math.round(registered * (0.15 + 0.2 * growth)) : '',
				]);
			}
		}
	}
	const headers =
		'活动编号,区划编码,镇街,参与方式,活动日期,参与人次,提出议题数,采纳议题数,落实议题数,注册志愿者数,活跃志愿者数';
	return { title: '公众参与', headers: headers.split(','), rows };
}

function surveyTable(start: LedgerStart): SampleTable {
	const random = ledgerRandom(start, 'surveys');
	const quarters = wholeQuarters(start);
	const rows = quarters.flatMap(({ words, index }) =>
		start.district.towns.map((town, townIndex) => {
			const valid = pickInteger(random, 180, 260);
			const trend = (0.05 * index) / Math.max(1, quarters.length - 1);
			const yes = (base: number, span: number): number =>
				Math.round(valid * Math.min(0.99, base + span * townQuality(townIndex) + trend + 0.03 * (random() - 0.5)));
			return [
				`DC${padded(index + 1, 2)}`,
				words,
				town.code,
				town.name,
				index % 2 === 0 ? '电话' : '入户',
				valid + pickInteger(random, 10, 60),
				valid,
				yes(0.62, 0.25),
				yes(0.58, 0.24),
				yes(0.86, 0.09),
				yes(0.8, 0.13),
				yes(0.22, 0.2),
				yes(0.66, 0.2),
				1,
				`${(98 / Math.sqrt(valid)).toFixed(1)}%`,
			];
		}),
	);
	const headers =
		'调查批次,调查周期,区划编码,镇街,调查方式,样本量,有效样本,知晓网格员人数,知晓反映渠道人数,有安全感人数,满意人数,参与过治理人数,认同人数,权重,抽样误差';
	return { title: '满意度知晓度调查', headers: headers.split(','), rows };
}

const MONTHLY = [
	['村居务', '三务公开', '公示栏'],
	['主动公开', '政策', '公众号'],
	['网格公示', '网格员信息', '公示栏'],
	['办理结果', '办理结果', '浙里办'],
] as const;

function disclosureTable(start: LedgerStart): SampleTable {
	const { district, endS } = start;
	const random = ledgerRandom(start, 'disclosure');
	const lastDay = dayOf(endS);
	const rows: (string | number)[][] = [];
	const add = (townIndex: number, list: string, topic: string, channel: string, freq: string, dueDay: number): void => {
		const town = district.towns[townIndex];
		const quality = townQuality(townIndex);
		const isQuarterEnd = dateFromDay(dueDay).month % 3 === 1;
		const isLate = random() < 0.03 + 0.26 * (1 - quality) ** 1.5 + (isQuarterEnd ? 0.05 : 0);
		const doneDay = isLate ? dueDay + pickInteger(random, 1, 18) : dueDay - pickInteger(random, 0, 6);
		const isDone = doneDay <= lastDay && random() > 0.015 + 0.04 * (1 - quality);
		const isRequest = list === '依申请';
		rows.push([
			`GK${padded(rows.length + 1, 5)}`,
			town?.name ?? '',
			town?.code ?? '',
			list,
			topic,
			channel,
			freq,
			isRequest ? '' : dayText(dueDay),
			isDone && !isRequest ? dayText(doneDay) : '',
			isDone ? flagText(random() < 0.94 + 0.055 * quality) : '',
			isDone ? flagText(random() < 0.985) : '',
			isDone && !isRequest ? pickInteger(random, 20, 900) : '',
			isRequest ? dayText(dueDay - 20) : '',
			isRequest ? dayText(dueDay) : '',
			isRequest && isDone ? dayText(doneDay) : '',
			isRequest && isDone ? pickOne(random, ['予以公开', '予以公开', '部分公开', '信息不存在']) : '',
		]);
	};
	for (const { startDay } of wholeMonths(start)) {
		for (const townIndex of district.towns.keys()) {
			for (const [list, topic, channel] of MONTHLY) add(townIndex, list, topic, channel, '每月', startDay + 9);
			if (dateFromDay(startDay).month % 3 === 1) add(townIndex, '村居务', '财务', '公示栏', '每季', startDay + 19);
			if (random() < 0.35) add(townIndex, '依申请', '政策', '网站', '及时', startDay + pickInteger(random, 5, 27));
		}
	}
	const headers =
		'公开事项编号,公开主体,区划编码,公开类别,公开主题,公开渠道,公开频次,应公开日期,实际公开日期,内容是否完整,内容是否准确,阅读量,申请收到日期,答复期限,答复日期,答复结果';
	return { title: '信息公开事项', headers: headers.split(','), rows };
}

/** All tables about participation and openness. */
export function makeOpennessTables(start: LedgerStart): SampleTable[] {
	return [participationTable(start), surveyTable(start), disclosureTable(start)];
}
