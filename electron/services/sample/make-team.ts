// The team of the sample district: members, their grids, posts and training. The town that is run badly has fewer people,
// loses more of them and trains them less. Nobody here is a real person: members are numbers.

import { dateFromDay, dayOf } from '../../../shared/domain/shanghai-time.ts';
import type { Grid } from './district.ts';
import { pickInteger, pickOne, type Random } from './random.ts';
import {
	dayText,
	flagText,
	type LedgerStart,
	ledgerRandom,
	padded,
	type SampleTable,
	townQuality,
	wholeMonths,
} from './sample-table.ts';

export interface Member {
	id: string;
	role: '专职网格员' | '网格长' | '兼职网格员';
	grid: Grid;
	townIndex: number;
	hiredDay: number;
	/** Shanghai day of leaving; null while in post. */
	leftDay: number | null;
}

const EDUCATION = ['大专', '大专', '本科', '本科', '高中', '研究生', '初中'];
const AGES = ['30岁以下', '31-40岁', '31-40岁', '41-50岁', '41-50岁', '51-60岁'];
const EMPLOYMENT = ['劳务派遣', '劳务派遣', '社工', '社工', '公益岗', '编制'];
const CERTIFICATES = ['无', '无', '无', '助理社会工作师', '助理社会工作师', '社会工作师(中级)'];
const FAMILY_NAMES = [...'王李张刘陈杨黄赵吴周徐孙朱马胡郭林何高罗'];

/** Members of all grids, those who left included. */
export function makeMembers(start: LedgerStart): Member[] {
	const { district, endS, years } = start;
	const random = ledgerRandom(start, 'members');
	const lastDay = dayOf(endS);
	const members: Member[] = [];
	const orders = new Map<number, number>();
	const hire = (grid: Grid, role: Member['role'], hiredDay: number, leftDay: number | null): void => {
		const id = `WG${padded(grid.townIndex + 1, 2)}${padded(members.length + 1, 4)}`;
		members.push({ id, role, grid, townIndex: grid.townIndex, hiredDay, leftDay });
	};
	for (const grid of district.grids.slice(0, district.mainGridCount)) {
		const quality = townQuality(grid.townIndex);
		// Somebody left within the sample's years: often where the town is run badly.
		const leaves = random() < 0.08 + 0.3 * (1 - quality) ** 2;
		const leftDay = lastDay - pickInteger(random, 5, years * 365 - 30);
		// A steady part of the posts is empty: one in seven in the worst town, none in the best.
		const emptyShare = 0.15 * (1 - quality) ** 2;
		const order = (orders.get(grid.townIndex) ?? 0) + 1;
		orders.set(grid.townIndex, order);
		const isVacant = emptyShare > 0.01 && order % Math.round(1 / emptyShare) === 1;
		if (leaves || isVacant) hire(grid, '专职网格员', leftDay - pickInteger(random, 90, 900), leftDay);
		if (!isVacant) {
			const since = leaves
				? Math.min(lastDay, leftDay + pickInteger(random, 3, 70))
				: lastDay - pickInteger(random, 200, 2600);
			hire(grid, '专职网格员', since, null);
		}
		if (random() < 0.16) hire(grid, '兼职网格员', lastDay - pickInteger(random, 100, 2000), null);
	}
	const led = new Set<number>();
	for (const grid of district.grids.slice(0, district.mainGridCount)) {
		if (led.has(grid.villageIndex)) continue;
		led.add(grid.villageIndex);
		hire(grid, '网格长', lastDay - pickInteger(random, 300, 3000), null);
	}
	return members;
}

function townName({ district }: LedgerStart, townIndex: number): string {
	return district.towns[townIndex]?.name ?? '';
}

function staffTable(start: LedgerStart, members: readonly Member[]): SampleTable {
	const random = ledgerRandom(start, 'staff');
	const headers =
		'工号,姓名,人员类型,年龄段,学历,用工性质,社工证等级,任职时间,离职日期,离职原因,应发薪月数,按时发薪月数,参保月数,是否参保,是否配备装备,在岗状态,所属镇街,所属村社,所属网格编码';
	return {
		title: '网格员名册',
		headers: headers.split(','),
		rows: members.map((member) => {
			const quality = townQuality(member.townIndex);
			const months = Math.min(12, Math.floor((dayOf(start.endS) - member.hiredDay) / 30));
			const late = random() < 0.35 * (1 - quality) ? pickInteger(random, 1, 3) : 0;
			const insured = random() < 0.93 + 0.06 * quality;
			return [
				member.id,
				`${pickOne(random, FAMILY_NAMES)}*`,
				member.role,
				pickOne(random, AGES),
				pickOne(random, EDUCATION),
				member.role === '专职网格员' ? pickOne(random, EMPLOYMENT) : '兼职',
				pickOne(random, quality > 0.6 ? CERTIFICATES : CERTIFICATES.slice(0, 4)),
				dayText(member.hiredDay),
				member.leftDay === null ? '' : dayText(member.leftDay),
				member.leftDay === null ? '' : pickOne(random, ['个人原因', '合同到期', '考录其他单位', '待遇']),
				months,
				Math.max(0, months - late),
				insured ? months : 0,
				flagText(insured),
				flagText(random() < 0.88 + 0.11 * quality),
				member.leftDay === null ? '在岗' : '离岗',
				townName(start, member.townIndex),
				member.grid.villageName,
				member.grid.code,
			];
		}),
	};
}

function assignmentTable(start: LedgerStart, members: readonly Member[]): SampleTable {
	const random = ledgerRandom(start, 'assignments');
	const lastDay = dayOf(start.endS);
	const rows: (string | number)[][] = members.map((member) => [
		member.id,
		member.role,
		'',
		member.grid.code,
		flagText(true),
		dayText(member.hiredDay),
		member.leftDay === null ? '' : dayText(member.leftDay),
		'',
	]);
	for (const grid of start.district.grids.slice(0, start.district.mainGridCount)) {
		for (const unit of ['派出所', '综合执法局', '市场监管局']) {
			if (random() > 0.62 + 0.3 * townQuality(grid.townIndex)) continue;
			const id = `NX${unit.charAt(0)}${grid.code.slice(-8)}`;
			const isActive = random() < 0.86;
			rows.push([
				id,
				'N类力量',
				unit,
				grid.code,
				flagText(false),
				dayText(lastDay - pickInteger(random, 120, 700)),
				'',
				dayText(lastDay - pickInteger(random, 1, isActive ? 80 : 300)),
			]);
		}
	}
	const headers = '工号,任职岗位,入格单位,网格编码,是否主网格,任职开始日期,任职结束日期,最近入格日期';
	return { title: '网格员任职', headers: headers.split(','), rows };
}

function postTable(start: LedgerStart, members: readonly Member[]): SampleTable {
	const { district } = start;
	const main = district.grids.slice(0, district.mainGridCount);
	const rows = wholeMonths(start).flatMap(({ endDay }) =>
		district.towns.map((town, townIndex) => {
			const planned = main.filter((grid) => grid.townIndex === townIndex).length;
			const filled = new Set(
				members
					.filter((one) => one.townIndex === townIndex && one.role === '专职网格员')
					// A post counts as empty after fifteen days.
					.filter((one) => one.hiredDay < endDay && (one.leftDay === null || one.leftDay + 15 >= endDay))
					.map((one) => one.grid.code),
			).size;
			return [town.code, town.name, '专职网格员', dayText(endDay - 1), planned, Math.min(planned, filled)];
		}),
	);
	return { title: '岗位核定', headers: '区划编码,镇街,岗位类型,核定日期,核定岗位数,在岗人数'.split(','), rows };
}

const TOPICS = ['政策法规', '消防安全', '矛盾调解', '系统操作', '应急救护', '沟通礼仪', '保密与个人信息'];

function trainingTables(start: LedgerStart, members: readonly Member[]): SampleTable[] {
	const random = ledgerRandom(start, 'training');
	const sessions: (string | number)[][] = [];
	const records: (string | number)[][] = [];
	for (const [index, { startDay, endDay }] of wholeMonths(start).entries()) {
		const { year, month } = dateFromDay(startDay);
		const id = `PX${year}${padded(month, 2)}`;
		const topic = TOPICS[index % TOPICS.length] as string;
		const heldDay = startDay + pickInteger(random, 8, 24);
		const hours = pickOne(random, [3, 4, 4, 6]);
		const present = members.filter((one) => one.hiredDay < heldDay && (one.leftDay ?? endDay) >= heldDay);
		sessions.push([
			id,
			`${month}月${topic}轮训`,
			topic,
			index % 4 === 3 ? '线上' : '线下',
			'区综治中心',
			dayText(heldDay),
			hours,
			present.length,
		]);
		for (const member of present) {
			if (!goes(random, member)) continue;
			const quality = townQuality(member.townIndex);
			const score = Math.round(Math.min(100, 62 + 26 * quality + 14 * random()));
			const hasExam = month % 3 === 0;
			records.push([
				id,
				member.id,
				'是',
				hours,
				hasExam ? score : '',
				hasExam ? (score >= 70 ? '合格' : '不合格') : '',
			]);
		}
	}
	return [
		{
			title: '培训班次',
			headers: '培训编号,培训名称,培训主题,培训方式,组织单位,培训日期,学时,应训人数'.split(','),
			rows: sessions,
		},
		{ title: '培训记录', headers: '培训编号,工号,是否参训,实际学时,考试成绩,是否合格'.split(','), rows: records },
	];
}

/** Whether a member comes to a training: in a well-run town nearly always. */
function goes(random: Random, member: Member): boolean {
	return random() < (member.role === '专职网格员' ? 0.5 : 0.3) + 0.46 * townQuality(member.townIndex);
}

/** All tables about the team. */
export function makeTeamTables(start: LedgerStart, members: readonly Member[]): SampleTable[] {
	return [
		staffTable(start, members),
		assignmentTable(start, members),
		postTable(start, members),
		...trainingTables(start, members),
	];
}
