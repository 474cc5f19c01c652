// Figures of service, participation and openness from rows written by hand. In official order the villages are those of
// G2, G1 and G3, the grids G2, G1, G3, G4. 23 November 2026 is a Monday; the as-of is 09:00 of it.

import { describe, expect, it } from 'vitest';
import { addLedger, atEveryLevel, figures, ledgerDistrict } from './ledger-cases.ts';

describe('patrols', () => {
	const PATROLS = [
		'巡查编号,网格编码,巡查开始时间,是否有效巡查',
		'1,G1,2026-11-16 08:00,是',
		// Twice the same day, and once in its micro-grid: one grid-day.
		'2,G1,2026-11-16 23:59:59,是',
		'3,M1,2026-11-16 10:00,是',
		'4,G1,2026-11-17 00:00,是',
		'5,G2,2026-11-18 09:00,否',
		'6,G2,2026-11-18 09:00,',
		// A Saturday is not required; a town is no grid; today is not over.
		'7,G1,2026-11-21 09:00,是',
		'8,330399001,2026-11-18 09:00,是',
		'9,G1,2026-11-23 08:00,是',
	];

	it('cover required grid-days: working days that are over, times the grids in force', async () => {
		const made = await ledgerDistrict(PATROLS);
		expect(atEveryLevel(made, 'DF02', '2026-W47')).toEqual(['2/20', '2/10 0/10', '0/5 2/5 0/5', '0/5 2/5 0/5 0/5']);
		expect(figures(made, 'DF02', '2026-11-23')).toEqual(['0/0']);
		// October has eighteen working days (1 to 7 off, the 10th worked), all before the first patrol.
		expect(figures(made, 'DF02', '2026-10')).toEqual(['notDelivered']);
	});

	it('ask nothing of a grid before it was cut', async () => {
		const made = await ledgerDistrict(PATROLS, [
			'原网格编码,新网格编码,户数占比,变更类型,生效日期',
			'G1,G2,40%,拆分,2026-11-18',
		]);
		// G2 came of G1 on the Wednesday: three days instead of five.
		expect(atEveryLevel(made, 'DF02', '2026-W47')[3]).toBe('0/3 2/5 0/5 0/5');
	});
});

describe('visits', () => {
	it('count different households anew at each level', async () => {
		const made = await ledgerDistrict(
			[
				'区划编码,统计日期,户数',
				'330399,2026-01-31,1000',
				'330399001,2026-01-31,600',
				'G1,2026-01-31,300',
				'G2,2026-01-31,300',
			],
			[
				'走访编号,网格编码,走访日期,走访对象类型,走访对象标识',
				'1,G1,2026-10-31,普通户,甲',
				'2,G1,2026-10-01,普通户,甲',
				'3,G2,2026-10-01,普通户,甲',
				'4,G1,2026-08-03,普通户,乙',
				// The ninetieth day before the first of November is 3 August; one day earlier is too old.
				'5,G1,2026-08-02,普通户,丙',
				'6,G1,2026-10-01,关爱对象,丁',
				'7,G1,2026-10-01,普通户,',
				'8,G3,2026-10-01,普通户,戊',
				'9,G1,2026-11-01,普通户,己',
			],
		);
		expect(atEveryLevel(made, 'DF03', '2026-10')).toEqual([
			'3/1000',
			'2/600 notConnected',
			'1/300 2/300 notConnected',
			'1/300 2/300 notConnected notConnected',
		]);
	});

	it('of care objects come from the newest count: an area of its own, else all its children', async () => {
		const made = await ledgerDistrict([
			'区划编码,统计日期,户数,关爱对象应访数,关爱对象达标数',
			'330399001,2026-09-30,600,50,40',
			'330399001,2026-10-31,600,60,57',
			'330399002201,2026-10-31,200,20,15',
			'G4,2026-10-31,10,5,5',
			'330399001,2026-11-20,600,,',
		]);
		expect(atEveryLevel(made, 'DF04', '2026-10')).toEqual([
			'77/85',
			'57/60 20/25',
			'notConnected notConnected 15/20',
			'notConnected notConnected notConnected 5/5',
		]);
		expect(figures(made, 'DF04', '2026-11', { level: 'town' })).toEqual(['57/60', '20/25']);
	});
});

describe('disputes and hazards', () => {
	it('are mediated with success, and come up again', async () => {
		const made = await ledgerDistrict([
			'纠纷编号,网格编码,受理时间,纠纷类型,调解结果,调解结案时间,180天内是否复发',
			'1,G1,2026-09-01 09:00,邻里,调解成功,2026-10-01 00:00,否',
			'2,G1,2026-09-01 09:00,邻里,调解成功,2026-10-31 23:59:59,是',
			'3,G1,2026-09-01 09:00,邻里,调解成功,2026-10-05 09:00,',
			'4,G2,2026-09-01 09:00,邻里,调解失败,2026-10-05 09:00,',
			'5,G2,2026-09-01 09:00,邻里,撤回,2026-10-05 09:00,',
			'6,G3,2026-09-01 09:00,邻里,,2026-10-05 09:00,',
			'7,G3,2026-09-01 09:00,邻里,调解成功,2026-11-01 00:00,否',
		]);
		expect(atEveryLevel(made, 'DF06', '2026-10')).toEqual(['3/4', '3/4 0/0', '0/1 3/3 0/0', '0/1 3/3 0/0 0/0']);
		expect(figures(made, 'DF06', '2026-10', { variant: 'relapse' })).toEqual(['1/2']);
	});

	it('are rectified by the end of the due day and pass', async () => {
		const made = await ledgerDistrict([
			'隐患编号,网格编码,发现日期,整改期限,整改完成日期,复查结果',
			'1,G1,2026-11-01,2026-11-20,2026-11-20,合格',
			'2,G1,2026-11-01,2026-11-20,2026-11-21,合格',
			'3,G2,2026-11-01,2026-11-20,2026-11-10,不合格',
			'4,G2,2026-11-01,2026-11-22,,',
			// Due today: the day is not over.
			'5,G3,2026-11-01,2026-11-23,2026-11-10,合格',
		]);
		expect(atEveryLevel(made, 'DF08', '2026-11')).toEqual(['1/4', '1/4 0/0', '0/2 1/2 0/0', '0/2 1/2 0/0 0/0']);
	});
});

describe('participation and surveys', () => {
	it('count persons on residents, and issues done of those adopted', async () => {
		const made = await ledgerDistrict([
			'活动编号,区划编码,参与方式,活动日期,参与人次,采纳议题数,落实议题数',
			'1,330399001,议事协商,2026-10-01,40,4,3',
			'2,330399001,志愿服务,2026-10-31,60,,',
			'3,330399002,议事协商,2026-10-05,7,2,',
			'4,330399001,议事协商,2026-11-01,9,9,9',
		]);
		// The made east town has 5000 residents of its own, the west one none.
		expect(figures(made, 'PP02', '2026-10', { level: 'town' })).toEqual(['100/5000', 'notConnected']);
		expect(atEveryLevel(made, 'PP05', '2026-10')).toEqual(['3/4', '3/4 0/0', '0/0 0/0 0/0', '0/0 0/0 0/0 0/0']);
	});

	it('weigh surveys whose period lies in the one asked for', async () => {
		const made = await ledgerDistrict([
			'调查批次,调查周期,区划编码,有效样本,知晓网格员人数,认同人数,满意人数,权重',
			'W1,2026年第三季度,330399001,100,80,70,90,2',
			'W1,2026年第三季度,330399002,100,50,60,50,',
			'W2,2026年第二季度,330399001,90,10,10,10,1',
			'W3,2026年,330399001,70,7,7,7,1',
		]);
		expect(atEveryLevel(made, 'PP04', '2026Q3').slice(0, 2)).toEqual(['210/300', '160/200 50/100']);
		expect(figures(made, 'PP06', '2026Q3')).toEqual(['200/300']);
		expect(figures(made, 'PP03', '2026Q3', { variant: 'survey' })).toEqual(['230/300']);
		expect(figures(made, 'PP04', '2026')).toEqual(['227/460']);
		expect(figures(made, 'PP04', '2026-07')).toEqual(['0/0']);
	});
});

describe('openness', () => {
	const ITEMS = [
		'公开事项编号,区划编码,公开类别,应公开日期,实际公开日期,内容是否完整,内容是否准确,答复期限,答复日期',
		'1,330399001,主动公开,2026-10-10,2026-10-10,是,是,,',
		'2,330399001,村居务,2026-10-10,2026-10-12,是,是,,',
		'3,330399002,主动公开,2026-10-10,2026-10-09,是,否,,',
		'4,330399002,主动公开,2026-10-31,,,,,',
		'5,330399001,依申请,2026-10-31,,,,2026-10-20,2026-10-20',
		'6,330399002,依申请,,,,,2026-10-20,2026-10-21',
		'7,330399002,依申请,,,,,2026-11-23,',
	];

	it('publishes whole, in time, and answers in time', async () => {
		const made = await ledgerDistrict(ITEMS);
		expect(atEveryLevel(made, 'ID01', '2026-10').slice(0, 2)).toEqual(['2/4', '2/2 0/2']);
		expect(atEveryLevel(made, 'ID02', '2026-10').slice(0, 2)).toEqual(['2/4', '1/2 1/2']);
		expect(atEveryLevel(made, 'ID05', '2026-10').slice(0, 2)).toEqual(['1/2', '1/1 0/1']);
		expect(figures(made, 'ID05', '2026-11')).toEqual(['0/0']);
	});

	it('counts nothing twice when the same ledger comes again', async () => {
		const made = await ledgerDistrict(ITEMS);
		await addLedger(made, [...ITEMS, '8,330399002,主动公开,2026-10-31,2026-10-30,是,是,,']);
		expect(figures(made, 'ID02', '2026-10')).toEqual(['3/5']);
	});
});
