// Figures of the team and its guarantee from rows written by hand; every expected number was counted by hand. In official
// order the grids are G2, G1, G3, G4.

import { describe, expect, it } from 'vitest';
import { atEveryLevel, figures, ledgerDistrict } from './ledger-cases.ts';

const STAFF = [
	'工号,人员类型,任职时间,离职日期,社工证等级,应发薪月数,按时发薪月数,参保月数,是否配备装备,在岗状态,网格编码',
	// Four in October in G1 and one in G2; D has left on the last day of September, E comes on the first of November.
	'A,专职网格员,2025-01-10,,助理,10,10,9,是,在岗,G1',
	'B,专职网格员,2026-10-31,,无,1,1,1,否,在岗,G1',
	'C,专职网格员,2026-02-01,2026-11-01,中级,9,8,9,是,离岗,G1',
	'D,专职网格员,2024-02-01,2026-09-30,中级,12,12,12,是,离岗,G1',
	'E,专职网格员,2026-11-01,,,1,1,,是,在岗,G1',
	'F,专职网格员,2026-01-05,,,6,5,6,,在岗,G1',
	'H,专职网格员,2026-01-05,,高级,6,6,6,是,在岗,G2',
	'I,兼职网格员,2026-01-05,,高级,6,6,6,是,在岗,G2',
	// Left, nobody told when: in no figure.
	'J,专职网格员,2026-01-05,,高级,6,6,6,是,离岗,G2',
];

describe('full-time members at t', () => {
	it('are those hired by the last day and not yet gone', async () => {
		const made = await ledgerDistrict(STAFF);
		// October: A, B, C, F in G1 and H in G2; three of them certified, three equipped.
		expect(atEveryLevel(made, 'TM07', '2026-10')).toEqual(['3/5', '3/5 0/0', '1/1 2/4 0/0', '1/1 2/4 0/0 0/0']);
		expect(atEveryLevel(made, 'GU03', '2026-10')).toEqual(['3/5', '3/5 0/0', '1/1 2/4 0/0', '1/1 2/4 0/0 0/0']);
		// September: D is gone on its last day, B and E have not come.
		expect(figures(made, 'TM07', '2026-09')).toEqual(['3/4']);
		// November, as of the 23rd: C is gone, E is there.
		expect(figures(made, 'TM07', '2026-11')).toEqual(['2/5']);
	});

	it('count, as now, at what became of their grid, and as then where they stood', async () => {
		const MERGED = ['原网格编码,新网格编码,户数占比,变更类型,生效日期', 'G1,G2,100%,合并,2026-11-10'];
		const made = await ledgerDistrict(STAFF, MERGED);
		const grids = { level: 'grid' } as const;
		expect(figures(made, 'GU03', '2026-10', grids)).toEqual(['1/1', '2/4', '0/0', '0/0']);
		expect(figures(made, 'GU03', '2026-10', { ...grids, basis: 'now' })).toEqual(['3/5', '0/0', '0/0', '0/0']);
		expect(figures(made, 'GU03', '2026-10', { basis: 'now' })).toEqual(['3/5']);
	});

	it('pays and insures: the smaller of the two months over those due, blanks left out', async () => {
		const made = await ledgerDistrict(STAFF);
		// A 9/10, B 1/1, C 8/9, F 5/6, H 6/6.
		expect(atEveryLevel(made, 'GU02', '2026-10')).toEqual(['29/32', '29/32 0/0', '6/6 23/26 0/0', '6/6 23/26 0/0 0/0']);
	});

	it('turn over: leavers over the mean of start and end, by the year', async () => {
		const made = await ledgerDistrict(STAFF);
		// Third quarter: D left; A, C, D, F, H before it, A, C, F, H at its end.
		expect(figures(made, 'TM06', '2026Q3')).toEqual(['1/4.5']);
		// Fourth quarter to the 23rd: C left; A, C, F, H before it, A, B, E, F, H now.
		expect(figures(made, 'TM06', '2026Q4')).toEqual(['1/4.5']);
		expect(figures(made, 'TM06', '2026')).toEqual(['2/3.5']);
	});

	it('serve households: those of the area itself, else of all its children, else not connected', async () => {
		const made = await ledgerDistrict(STAFF, [
			'区划编码,统计日期,户数',
			'G1,2026-08-31,1700',
			'G1,2026-10-31,1800',
			'G1,2026-11-20,9999',
			'G2,2026-10-31,350',
			'330399001,2026-10-31,2200',
		]);
		// The village's grid has a number, the district's west town has none.
		expect(atEveryLevel(made, 'TM02', '2026-10')).toEqual([
			'notConnected',
			'2200/5 notConnected',
			'350/1 1800/4 notConnected',
			'350/1 1800/4 notConnected notConnected',
		]);
	});

	it('are not connected without the roster, and without a field that it needs', async () => {
		const none = await ledgerDistrict();
		expect(figures(none, 'TM07', '2026-10')).toEqual(['notConnected']);
		const bare = await ledgerDistrict(['工号,人员类型,任职时间,网格编码', 'A,专职网格员,2025-01-10,G1']);
		expect(figures(bare, 'TM07', '2026-10')).toEqual(['notConnected']);
		expect(figures(bare, 'GU02', '2026-10')).toEqual(['notConnected']);
	});
});

describe('training', () => {
	const SESSIONS = [
		'培训编号,培训主题,培训日期,学时',
		'P1,消防安全,2026-07-10,4',
		'P2,系统操作,2026-09-30,5',
		'P3,政策法规,2026-10-08,4',
	];

	it('counts those who reached the hours of their kind of period', async () => {
		const made = await ledgerDistrict(STAFF, SESSIONS, [
			'培训编号,工号,是否参训,实际学时',
			// A 4 + 5 (the session's, as the record has none) = 9; F 4 + 3; H did not come to P2; B only in October.
			'P1,A,是,4',
			'P2,A,是,',
			'P1,F,是,4',
			'P2,F,是,3',
			'P1,H,是,4',
			'P2,H,否,5',
			'P3,B,是,4',
		]);
		expect(atEveryLevel(made, 'TM03', '2026Q3')).toEqual(['1/4', '1/4 0/0', '0/1 1/3 0/0', '0/1 1/3 0/0 0/0']);
		// A month asks for a twelfth of forty: A's five in September, F's three do not do; B's four in October do.
		expect(figures(made, 'TM03', '2026-09..2026-10')).toEqual(['1/4', '1/5']);
		expect(figures(made, 'TM03', '2026')).toEqual(['0/5']);
	});

	it('looks at the latest exam of each', async () => {
		const made = await ledgerDistrict(STAFF, SESSIONS, [
			'培训编号,工号,是否参训,考试成绩,是否合格',
			'P1,A,是,50,不合格',
			'P2,A,是,90,合格',
			'P1,F,是,80,合格',
			'P2,F,是,30,不合格',
			'P2,H,是,85,',
			'P1,I,是,,',
		]);
		// A passed at last, F failed at last, H's result is not told.
		expect(atEveryLevel(made, 'TM04', '2026Q3')).toEqual(['1/2', '1/2 0/0', '0/0 1/2 0/0', '0/0 1/2 0/0 0/0']);
	});
});

describe('posts, funds and rewards', () => {
	it('takes the newest establishment of each area not after t', async () => {
		const made = await ledgerDistrict([
			'区划编码,岗位类型,核定日期,核定岗位数,在岗人数',
			'330399001,专职网格员,2026-09-30,6,4',
			'330399001,专职网格员,2026-10-31,6,6',
			'330399001,兼职网格员,2026-10-31,9,1',
			'330399001,专职网格员,2026-11-30,7,0',
			'330399002,专职网格员,2026-08-31,5,3',
			'G4,专职网格员,2026-08-31,2,',
		]);
		expect(atEveryLevel(made, 'TM01', '2026-10')).toEqual(['9/11', '6/6 3/5', '0/0 0/0 0/0', '0/0 0/0 0/0 0/0']);
		expect(figures(made, 'TM01', '2026-09')).toEqual(['7/11']);
		expect(figures(made, 'TM01', '2026-07')).toEqual(['0/0']);
	});

	it('adds up the funds of periods that lie in the period asked for', async () => {
		const made = await ledgerDistrict([
			'保障周期,区划编码,保障项目,计划数,到位数',
			'2026年第二季度,330399001,经费,100,100',
			'2026年第三季度,330399001,经费,100,80',
			'2026年第三季度,330399002,经费,50,60',
			'2026年第三季度,330399002,薪酬,50,1',
			'2026年第四季度,330399001,经费,10,',
		]);
		expect(atEveryLevel(made, 'GU01', '2026Q3')).toEqual(['140/150', '80/100 60/50', '0/0 0/0 0/0', '0/0 0/0 0/0 0/0']);
		expect(figures(made, 'GU01', '2026-09')).toEqual(['0/0']);
		expect(figures(made, 'GU01', '2026')).toEqual(['240/250']);
	});

	it('places assessments by what they assess', async () => {
		const made = await ledgerDistrict(STAFF, [
			'考核周期,考核对象类型,考核对象编号,应兑现激励数,已兑现激励数',
			'2026年第三季度,网格,G3,2,1',
			'2026年第三季度,网格员,A,1,1',
			'2026年第三季度,单位,综合执法局,3,2',
			'2026年第三季度,网格,G1,4,',
		]);
		expect(atEveryLevel(made, 'GU04', '2026Q3')).toEqual(['4/6', '1/1 1/2', '0/0 1/1 1/2', '0/0 1/1 1/2 0/0']);
	});
});
