// How the sample district is run: digital use, arrivals of data, admission of tasks, meetings, assessment, funds, units and
// their duties, outside indexes, days off, changes of grids.

import { dateFromDay, dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { EVENT_CLASSES } from './event-classes.ts';
import type { Member } from './make-team.ts';
import { dayKind } from './office-clock.ts';
import { pickInteger, pickOne } from './random.ts';
import {
	dayText,
	flagText,
	instantText,
	type LedgerStart,
	ledgerRandom,
	padded,
	type SampleTable,
	townQuality,
	wholeMonths,
	wholeQuarters,
} from './sample-table.ts';

const DIGITAL_DAYS = 200;
const ARRIVAL_DAYS = 180;

function digitalTable(start: LedgerStart, members: readonly Member[]): SampleTable {
	const random = ledgerRandom(start, 'digital');
	const lastDay = dayOf(start.endS) - 1;
	const accounts = start.district.towns.map(
		(_, townIndex) => members.filter((one) => one.townIndex === townIndex && one.leftDay === null).length,
	);
	const rows: (string | number)[][] = [];
	for (let day = lastDay - DIGITAL_DAYS + 1; day <= lastDay; day += 1) {
		const isWork = dayKind(day) === 'work';
		for (const [townIndex, town] of start.district.towns.entries()) {
			const count = accounts[townIndex] as number;
			const quality = townQuality(townIndex);
			const activity = isWork ? 0.8 + 0.16 * quality + 0.05 * (random() - 0.5) : 0.3 + 0.1 * random();
			const total = pickInteger(random, 4, 14);
			const alerts = pickInteger(random, 0, 6);
			const calls = pickInteger(random, 300, 900);
			rows.push([
				town.code,
				town.name,
				dayText(day),
				count,
				Math.round(count * Math.min(1, activity)),
				Math.round(count * 0.9),
				Math.min(total, Math.round(total * (0.82 + 0.15 * quality))),
				total,
				pickInteger(random, 0, 5),
				alerts,
				Math.round(alerts * 0.7),
				calls,
				calls - pickInteger(random, 0, 12),
			]);
		}
	}
	const headers =
		'区划编码,镇街,使用日期,账号数,活跃账号数,在线设备数,全程线上事件数,事件总数,感知告警数,ai识别告警数,ai告警属实数,接口调用次数,接口成功次数';
	return { title: '数字化应用日报', headers: headers.split(','), rows };
}

function arrivalTable(start: LedgerStart): SampleTable {
	const random = ledgerRandom(start, 'arrivals');
	const lastDay = dayOf(start.endS);
	const rows: (string | number)[][] = [];
	for (let day = lastDay - ARRIVAL_DAYS + 1; day <= lastDay; day += 1) {
		for (const [index, name] of ['网格事件', '事件流转', '网格巡查', '网格走访', '12345工单'].entries()) {
			const expectedS = startOfDay(day) + 2 * 3600 + index * 600;
			const lateS = random() < 0.04 ? pickInteger(random, 2, 9) * 3600 : -pickInteger(random, 60, 1500);
			const arrivedS = expectedS + lateS;
			const count = pickInteger(random, 60, 400);
			const rejected = random() < 0.2 ? pickInteger(random, 1, 6) : 0;
			const hasCome = arrivedS <= start.endS;
			rows.push([
				`TS${dayText(day).replaceAll('-', '')}${index + 1}`,
				name,
				instantText(expectedS),
				hasCome ? instantText(arrivedS) : '',
				hasCome ? instantText(startOfDay(day)) : '',
				hasCome ? count : '',
				hasCome ? count - rejected : '',
				hasCome ? rejected : '',
				hasCome ? flagText(true) : '',
			]);
		}
	}
	const headers = '推送批次号,数据集名称,应到达时间,实际到达时间,数据截至时间,推送条数,合格条数,不合格条数,校验结果';
	return { title: '数据到达台账', headers: headers.split(','), rows };
}

const DEPARTMENTS = ['民政局', '应急管理局', '消防救援大队', '卫健局', '生态环境分局', '市场监管局', '残联', '住建局'];
const TASKS = ['入户登记', '安全检查', '宣传发动', '台账填报', '信息采集', '巡查报送'];

function admissionTable(start: LedgerStart): SampleTable {
	const random = ledgerRandom(start, 'admission');
	const lastDay = dayOf(start.endS);
	const months = wholeMonths(start);
	const rows = months.flatMap(({ startDay }, index) =>
		Array.from({ length: 7 }, (_, order) => {
			const dept = pickOne(random, DEPARTMENTS);
			const isOnList = random() < 0.7;
			// The rule has been taking hold over the two years.
			const isApproved = !isOnList && random() < 0.4 + (0.5 * index) / months.length;
			const assignedDay = Math.min(lastDay, startDay + pickInteger(random, 1, 27));
			return [
				`ZR${padded(index * 7 + order + 1, 4)}`,
				dept,
				`${dept}${pickOne(random, TASKS)}`,
				flagText(isOnList),
				flagText(isApproved),
				isApproved ? dayText(assignedDay - pickInteger(random, 3, 20)) : '',
				dayText(assignedDay),
				isApproved ? dayText(assignedDay + 180) : '',
				pickInteger(random, 10, start.district.mainGridCount),
				flagText(random() < 0.08),
			];
		}),
	);
	const headers =
		'准入事项编号,申请部门,准入事项名称,是否清单内事项,是否审批通过,审批日期,下派日期,有效期至,下派网格数,是否网格反映';
	return { title: '网格事项准入', headers: headers.split(','), rows };
}

function meetingTable(start: LedgerStart): SampleTable {
	const { district } = start;
	const random = ledgerRandom(start, 'meetings');
	const rows: (string | number)[][] = [];
	const add = (code: string, level: string, day: number, quality: number): void => {
		const made = pickInteger(random, 2, 7);
		const due = Math.max(1, made - pickInteger(random, 0, 1));
		const units = [...new Set([pickOne(random, DEPARTMENTS), pickOne(random, DEPARTMENTS), '综合执法局'])];
		const done = Array.from({ length: due }, () => random() < 0.8 + 0.18 * quality).filter(Boolean).length;
		rows.push([`HY${padded(rows.length + 1, 4)}`, code, dayText(day), level, units.join('、'), made, due, done]);
	};
	for (const { startDay } of wholeMonths(start)) {
		add(district.code, '区级', startDay + pickInteger(random, 2, 12), 0.8);
		for (const [townIndex, town] of district.towns.entries())
			add(town.code, '镇街', startDay + pickInteger(random, 5, 26), townQuality(townIndex));
	}
	const headers = '会议编号,区划编码,会议日期,会议层级,参会单位,议定事项数,到期事项数,已落实事项数';
	return { title: '研判会商', headers: headers.split(','), rows };
}

function assessmentTable(start: LedgerStart): SampleTable {
	const { district } = start;
	const random = ledgerRandom(start, 'assessment');
	const rows = wholeQuarters(start).flatMap(({ words }) =>
		district.grids.slice(0, district.mainGridCount).map((grid) => {
			const quality = townQuality(grid.townIndex);
			const score = Math.min(100, 74 + 16 * quality + 9 * random());
			const hasAppeal = random() < 0.015;
			const reward = score >= 90 ? 1 : 0;
			return [
				words,
				'网格',
				grid.code,
				score.toFixed(1),
				score >= 92 ? '优秀' : score >= 80 ? '良好' : '合格',
				flagText(hasAppeal),
				hasAppeal ? pickOne(random, ['维持', '变更']) : '',
				reward,
				reward === 1 && random() < 0.84 + 0.15 * quality ? 1 : 0,
			];
		}),
	);
	const headers = '考核周期,考核对象类型,考核对象编号,考核得分,考核等次,是否申诉,申诉结果,应兑现激励数,已兑现激励数';
	return { title: '网格考核', headers: headers.split(','), rows };
}

function guaranteeTable(start: LedgerStart): SampleTable {
	const random = ledgerRandom(start, 'guarantees');
	const rows = wholeQuarters(start).flatMap(({ words }) =>
		start.district.towns.flatMap((town, townIndex) =>
			(['经费', '薪酬', '保险', '装备', '场所', '激励'] as const).map((item) => {
				const planned = item === '经费' ? Math.round(town.population / 900) * 10 : pickInteger(random, 20, 60);
				const share = Math.min(1, 0.84 + 0.15 * townQuality(townIndex) + 0.05 * random());
				return [words, town.code, town.name, item, planned, Math.round(planned * share), flagText(share > 0.93)];
			}),
		),
	);
	return { title: '保障台账', headers: '保障周期,区划编码,镇街,保障项目,计划数,到位数,是否按时到位'.split(','), rows };
}

function indexTable(start: LedgerStart): SampleTable {
	const random = ledgerRandom(start, 'indexes');
	const rows = wholeMonths(start).flatMap(({ code, endDay }) => {
		const values = start.district.towns.map((town, townIndex) => ({
			town,
			value: 96.2 + 2.6 * townQuality(townIndex) + 0.8 * random(),
		}));
		const order = [...values].sort((a, b) => b.value - a.value);
		return values.map((one) => [
			'平安指数',
			code,
			one.town.code,
			one.town.name,
			one.value.toFixed(2),
			order.indexOf(one) + 1,
			'市平安办',
			dayText(endDay + 7 < dayOf(start.endS) ? endDay + 7 : endDay - 1),
		]);
	});
	return {
		title: '平安指数',
		headers: '指数名称,指数期间,区划编码,镇街,指数值,指数排名,发布单位,指数发布日期'.split(','),
		rows,
	};
}

/** Units that handle events, as the classes name them. */
function unitTables(start: LedgerStart): SampleTable[] {
	const units = new Map<string, string>();
	for (const { lead } of EVENT_CLASSES)
		if (!lead.startsWith('@') && !units.has(lead)) units.set(lead, `DW${padded(units.size + 1, 3)}`);
	const departments = [...units].map(([name, id]) => [
		id,
		name,
		name.endsWith('局') ? `区${name}、${name.slice(0, -1)}部门` : `区${name}`,
		'区级部门',
		'',
	]);
	const townUnits = start.district.towns.flatMap((town, townIndex) => {
		const townId = `ZJ${padded(townIndex + 1, 2)}`;
		const own = new Set(EVENT_CLASSES.filter(({ lead }) => lead.startsWith('@')).map(({ lead }) => lead.slice(1)));
		return [
			[townId, town.name, `${town.name}${town.unitType === '街道' ? '办事处' : '人民政府'}`, '镇街', ''],
			...[...own].map((name, order) => [`${townId}${padded(order + 1, 2)}`, town.name + name, '', '镇街站所', townId]),
		];
	});
	const duties = EVENT_CLASSES.map(({ code, l2, lead }) => {
		const isTown = lead.startsWith('@');
		return [code, l2, isTown ? `镇街${lead.slice(1)}` : lead, isTown ? '基本履职' : '上级收回', '镇街履行职责事项清单'];
	});
	const required = [
		['基础网格', '', '派出所', '治安联防'],
		['基础网格', '', '综合执法局', '市容秩序'],
		['基础网格', '', '市场监管局', '九小场所检查'],
		['专属网格', '', '派出所', '治安联防'],
		['专属网格', '', '应急管理局', '安全生产'],
	];
	return [
		{
			title: '承办单位',
			headers: '承办单位编号,承办单位名称,别名,承办单位类型,上级承办单位编号'.split(','),
			rows: [...departments, ...townUnits],
		},
		{ title: '职责清单', headers: '职责事项编码,职责事项,职责单位,清单类型,职责依据'.split(','), rows: duties },
		{ title: '应入格单位', headers: '适用网格类型,适用专属类型,应入格单位,入格职责'.split(','), rows: required },
	];
}

function calendarTable(start: LedgerStart): SampleTable {
	const { year } = dateFromDay(dayOf(start.endS));
	const rows: string[][] = [];
	for (let day = dayOf(Date.UTC(year, 0, 1) / 1000); dateFromDay(day).year === year; day += 1) {
		const kind = dayKind(day);
		const isWeekend = dateFromDay(day).weekday > 5;
		if (kind === 'work' && isWeekend) rows.push([dayText(day), '是', '调休上班', '08:30-12:00、14:00-17:30']);
		else if (kind === 'holiday') rows.push([dayText(day), '否', '节假日', '']);
	}
	return { title: '工作日历', headers: '日期,是否工作日,日期类型,工作时段'.split(','), rows };
}

/** A few changes of grids in the past: codes that are no longer in use, and where they went. */
function lineageTable(start: LedgerStart): SampleTable {
	const random = ledgerRandom(start, 'lineage');
	const grids = start.district.grids.slice(0, start.district.mainGridCount);
	const day = dayText(dayOf(start.endS) - 400);
	const [a, b, c, d] = Array.from({ length: 4 }, () => pickOne(random, grids).code) as [string, string, string, string];
	const rows = [
		[`${a}L`, a, '56%', '拆分', day],
		[`${a}L`, b === a ? c : b, '44%', '拆分', day],
		[`${c}L`, c, '100%', '合并', day],
		[`${c}M`, c, '100%', '合并', day],
		[`${d}L`, d, '100%', '更名', day],
	];
	return { title: '网格沿革', headers: '原网格编码,新网格编码,户数占比,变更类型,生效日期'.split(','), rows };
}

/** All tables about how the district is run. */
export function makeMechanismTables(start: LedgerStart, members: readonly Member[]): SampleTable[] {
	return [
		digitalTable(start, members),
		arrivalTable(start),
		admissionTable(start),
		meetingTable(start),
		assessmentTable(start),
		guaranteeTable(start),
		indexTable(start),
		...unitTables(start),
		calendarTable(start),
		lineageTable(start),
	];
}
