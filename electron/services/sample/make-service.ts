// What the sample's teams do and look after: patrols, visits, places, components, hazards, people counted by area.
// Patrols are one row a grid and day of at least the last ten weeks, from the first of a month, visits one row a grid and week.

import { dateFromDay, dayFromDate, dayOf, startOfDay } from '../../../shared/domain/shanghai-time.ts';
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
} from './sample-table.ts';

/** Least days with patrols; they begin on the first of a month, so that its coverage is that of the whole month. */
const PATROL_DAYS = 70;
const VISIT_WEEKS = 26;

function holderOf(members: readonly Member[]): (gridCode: string, day: number) => string {
	const byGrid = new Map<string, Member[]>();
	for (const member of members) byGrid.set(member.grid.code, [...(byGrid.get(member.grid.code) ?? []), member]);
	return (gridCode, day) =>
		byGrid.get(gridCode)?.find((one) => one.hiredDay <= day && (one.leftDay ?? day) >= day)?.id ?? '';
}

function patrolTable(start: LedgerStart, members: readonly Member[]): SampleTable {
	const { district } = start;
	const random = ledgerRandom(start, 'patrols');
	const holder = holderOf(members);
	const lastDay = dayOf(start.endS) - 1;
	const rows: (string | number)[][] = [];
	const { year, month } = dateFromDay(lastDay - PATROL_DAYS + 1);
	for (let day = dayFromDate(year, month, 1); day <= lastDay; day += 1) {
		if (dayKind(day) !== 'work') continue;
		for (const [index, grid] of district.grids.slice(0, district.mainGridCount).entries()) {
			const quality = townQuality(grid.townIndex);
			if (random() > 0.86 + 0.13 * quality) continue;
			const minutes = pickInteger(random, 12, 95);
			const startS = startOfDay(day) + pickInteger(random, 8 * 60, 16 * 60) * 60;
			const points = pickInteger(random, 4, 9);
			rows.push([
				`XC${dayText(day).replaceAll('-', '')}${padded(index + 1, 4)}`,
				holder(grid.code, day),
				grid.code,
				instantText(startS),
				instantText(startS + minutes * 60),
				minutes,
				(minutes * 0.045).toFixed(1),
				points,
				random() < 0.8 ? points : points - pickInteger(random, 1, 3),
				random() < 0.12 ? 1 : 0,
				random() < 0.3 ? pickInteger(random, 1, 3) : 0,
				flagText(minutes >= 15 && random() < 0.98),
			]);
		}
	}
	const headers =
		'巡查编号,工号,网格编码,巡查开始时间,巡查结束时间,巡查时长,巡查里程,应巡点位,实巡点位,发现隐患数,上报事件数,是否有效巡查';
	return { title: '网格巡查', headers: headers.split(','), rows };
}

function visitTable(start: LedgerStart, members: readonly Member[]): SampleTable {
	const { district } = start;
	const random = ledgerRandom(start, 'visits');
	const holder = holderOf(members);
	const lastDay = dayOf(start.endS) - 1;
	const rows: (string | number)[][] = [];
	for (let week = VISIT_WEEKS - 1; week >= 0; week -= 1) {
		for (const [index, grid] of district.grids.slice(0, district.mainGridCount).entries()) {
			const day = lastDay - week * 7 - pickInteger(random, 0, 4);
			const quality = townQuality(grid.townIndex);
			const households = grid.households ?? 0;
			const kind = random() < 0.78 ? '普通户' : pickOne(random, ['关爱对象', '企业商户', '出租房', '重点场所']);
			// Some thirteen weeks make one round of the grid where the work is done well.
			const reach =
				kind === '普通户'
					? Math.round((households / 13) * (0.55 + 0.35 * quality + 0.2 * random()))
					: pickInteger(random, 2, 9);
			if (reach === 0) continue;
			const isRaised = random() < 0.2;
			rows.push([
				`ZF${dayText(day).replaceAll('-', '')}${padded(index + 1, 4)}`,
				holder(grid.code, day),
				grid.code,
				dayText(day),
				kind,
				reach,
				pickOne(random, ['日常走访', '政策宣传', '信息登记', '纠纷调解', '关爱慰问']),
				flagText(isRaised),
				isRaised ? flagText(random() < 0.8 + 0.15 * quality) : '',
				flagText(random() < 0.1),
				reach * pickInteger(random, 6, 14),
			]);
		}
	}
	const headers =
		'走访编号,工号,网格编码,走访日期,走访对象类型,走访户数,走访目的,是否提出诉求,诉求是否解决,是否代办帮办,走访时长';
	return { title: '网格走访', headers: headers.split(','), rows };
}

const PLACE_TYPES = [
	'学校',
	'医院',
	'养老机构',
	'九小场所',
	'九小场所',
	'九小场所',
	'企业',
	'企业',
	'工地',
	'加油站',
	'市场',
	'宗教场所',
	'出租房集中点',
	'旅馆',
	'物流寄递',
];
const HAZARDS = ['消防隐患', '消防隐患', '燃气隐患', '用电隐患', '房屋隐患', '设备隐患', '作业隐患'];

function placeTables(start: LedgerStart): SampleTable[] {
	const { district } = start;
	const random = ledgerRandom(start, 'places');
	const lastDay = dayOf(start.endS);
	const places: (string | number)[][] = [];
	const hazards: (string | number)[][] = [];
	const components: (string | number)[][] = [];
	for (const grid of district.grids.slice(0, district.mainGridCount)) {
		const quality = townQuality(grid.townIndex);
		for (let i = pickInteger(random, 1, 3); i > 0; i -= 1) {
			const id = `CS${padded(places.length + 1, 5)}`;
			const type = pickOne(random, PLACE_TYPES);
			const spot = pickInteger(random, 0, grid.spots.length / 2 - 1) * 2;
			const cycle = pickOne(random, [30, 90, 180]);
			places.push([
				id,
				`${grid.villageName}${type}${i}`,
				type,
				grid.code,
				grid.villageName,
				(grid.spots[spot] ?? 0).toFixed(6),
				(grid.spots[spot + 1] ?? 0).toFixed(6),
				pickOne(random, ['重大风险', '较大风险', '一般风险', '一般风险', '低风险', '低风险']),
				dayText(lastDay - pickInteger(random, 1, Math.round(cycle * (1.5 - 0.5 * quality)))),
				cycle,
				random() < 0.2 ? pickInteger(random, 1, 3) : 0,
				pickOne(random, ['应急管理局', '消防救援大队', '市场监管局', '住建局', '教育局']),
			]);
			for (let n = pickInteger(random, 0, 3); n > 0; n -= 1) {
				const foundDay = lastDay - pickInteger(random, 1, start.years * 365);
				const isMajor = random() < 0.06;
				const dueDay = foundDay + (isMajor ? 60 : pickOne(random, [7, 15, 30]));
				const isLate = random() > 0.9 + 0.085 * quality;
				const doneDay = isLate ? dueDay + pickInteger(random, 1, 25) : pickInteger(random, foundDay + 1, dueDay);
				const isDone = doneDay < lastDay;
				hazards.push([
					`YH${padded(hazards.length + 1, 5)}`,
					id,
					grid.code,
					pickOne(random, HAZARDS),
					isMajor ? '重大隐患' : '一般隐患',
					dayText(foundDay),
					dayText(dueDay),
					isDone ? dayText(doneDay) : '',
					isDone ? (random() < 0.97 ? '合格' : '不合格') : '',
					isMajor ? '区级挂牌' : '无',
				]);
			}
		}
		for (const [code, name, owner] of [
			['0501', '雨水井盖', '住建局'],
			['0503', '路灯', '住建局'],
			['0508', '通信交接箱', '通信公司'],
		] as const) {
			for (let n = pickInteger(random, 1, 2); n > 0; n -= 1) {
				const spot = pickInteger(random, 0, grid.spots.length / 2 - 1) * 2;
				components.push([
					`${district.code}${code}${padded(components.length + 1, 6)}`,
					code.slice(0, 2),
					code,
					name,
					owner,
					'综合执法局',
					grid.code,
					(grid.spots[spot] ?? 0).toFixed(6),
					(grid.spots[spot + 1] ?? 0).toFixed(6),
					pickOne(random, ['完好', '完好', '完好', '完好', '完好', '破损', '丢失']),
					dayText(lastDay - pickInteger(random, 60, 900)),
				]);
			}
		}
	}
	return [
		{
			title: '重点场所',
			headers:
				'场所编号,场所名称,场所类型,网格编码,村社,经度,纬度,风险等级,最近检查日期,检查周期天数,未整改隐患数,监管单位'.split(
					',',
				),
			rows: places,
		},
		{
			title: '隐患排查整改',
			headers:
				'隐患编号,场所编号,网格编码,隐患类型,隐患等级,发现日期,整改期限,整改完成日期,复查结果,挂牌督办级别'.split(','),
			rows: hazards,
		},
		{
			title: '城市部件',
			headers:
				'部件编码,部件大类编码,部件小类编码,部件名称,权属单位,主管部门,网格编码,经度,纬度,部件状态,普查日期'.split(','),
			rows: components,
		},
	];
}

function populationTable(start: LedgerStart): SampleTable {
	const { district } = start;
	const random = ledgerRandom(start, 'population');
	const months = wholeMonths(start);
	const row = (code: string, households: number, people: number, floating: number, day: number, townIndex: number) => {
		const share = (of: number, part: number): number => Math.round(of * part * (0.9 + 0.2 * random()));
		const care = share(people, 0.012);
		const done = Math.min(care, Math.round(care * (0.86 + 0.13 * townQuality(townIndex))));
		const elderly = share(people, 0.22);
		return [
			code,
			dayText(day),
			households,
			people,
			Math.max(0, people - floating),
			floating,
			elderly,
			share(elderly, 0.14),
			share(elderly, 0.08),
			share(people, 0.004),
			share(people, 0.011),
			share(households, 0.013),
			share(households, 0.11),
			share(households, 0.06),
			care,
			done,
		];
	};
	const rows = months.flatMap(({ endDay }, index) =>
		// Villages for the last year, towns all along.
		[...district.towns, ...(index < months.length - 12 ? [] : district.villages)].map((unit) => {
			// The district grows by half a percent a year.
			const factor = 1 - (0.005 * (months.length - 1 - index)) / 12;
			const scaled = (count: number): number => Math.round(count * factor);
			return row(
				unit.code,
				scaled(unit.households),
				scaled(unit.population),
				scaled(unit.floating),
				endDay - 1,
				unit.townIndex,
			);
		}),
	);
	const headers =
		'区划编码,统计日期,户数,常住人口,户籍人口,流动人口,60岁以上老人,80岁以上老人,独居老人,留守儿童,残疾人数,低保低收入户数,出租房数,空置房数,关爱对象应访数,关爱对象达标数';
	return { title: '人口底数', headers: headers.split(','), rows };
}

/** All tables about service and its objects. */
export function makeServiceTables(start: LedgerStart, members: readonly Member[]): SampleTable[] {
	return [patrolTable(start, members), visitTable(start, members), ...placeTables(start), populationTable(start)];
}
