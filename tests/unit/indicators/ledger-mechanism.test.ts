// Figures of digital work, collaboration and mechanism from rows written by hand. In official order the grids are G2, G1,
// G3, G4; the as-of is 09:00 on 23 November 2026.

import { describe, expect, it } from 'vitest';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { addLedger, atEveryLevel, figures, ledgerDistrict } from './ledger-cases.ts';

describe('digital work', () => {
	it('counts accounts on working days only', async () => {
		const made = await ledgerDistrict([
			'区划编码,使用日期,账号数,活跃账号数',
			'330399001,2026-11-20,10,9',
			'330399001,2026-11-21,10,1',
			'330399001,2026-11-23,10,8',
			'330399002,2026-11-20,20,10',
			'330399002,2026-11-19,20,',
		]);
		expect(atEveryLevel(made, 'DG01', '2026-11').slice(0, 2)).toEqual(['27/40', '17/20 10/20']);
	});

	it('judges arrivals at the district alone', async () => {
		const made = await ledgerDistrict([
			'推送批次号,数据集名称,应到达时间,实际到达时间,推送条数,合格条数',
			'1,网格事件,2026-11-22 02:00:00,2026-11-22 02:00:00,100,99',
			'2,网格事件,2026-11-22 02:00:00,2026-11-22 02:00:01,50,50',
			'3,网格事件,2026-11-23 02:00:00,,,',
			'4,网格事件,2026-11-23 10:00:00,,,',
			'5,网格事件,2026-10-31 23:00:00,2026-11-01 00:00:00,30,',
		]);
		expect(atEveryLevel(made, 'DG03', '2026-11')).toEqual([
			'1/3',
			'notConnected notConnected',
			'notConnected notConnected notConnected',
			'notConnected notConnected notConnected notConnected',
		]);
		expect(figures(made, 'DG04', '2026-11')).toEqual(['149/150']);
	});

	it('tells of boards and base data what the file of the grids says', async () => {
		const made = await ledgerDistrict();
		expect(figures(made, 'DG06', '2026-11')).toEqual(['notConnected']);
		await addLedger(made, [
			'网格编码,网格名称,网格类型,村社编码,公示牌,公示牌更新时间,公示人员是否现任,底数更新时间,划分依据,户数',
			'G1,第1网格,基础网格,330399001201,有,2026-05-27,是,2026-08-25,属地管理,300',
			'G2,永上第二网格,基础网格,330399001001,有,2026-05-26,是,2026-08-24,地理布局,501',
			'G3,第1网格,基础网格,330399002201,有,2026-11-01,否,,,400',
		]);
		// 180 days before the 23rd is 27 May, 90 days before it 25 August; G4 tells nothing.
		expect(atEveryLevel(made, 'ID04', '2026-11')).toEqual(['1/4', '1/2 0/2', '0/1 1/1 0/1', '0/1 1/1 0/1 0/1']);
		expect(atEveryLevel(made, 'DG06', '2026-11')[3]).toBe('0/1 1/1 0/1 0/1');
		// G1 complies, G2 is too large, G3 has no basis, G4 (no norm for a park) has none either.
		expect(atEveryLevel(made, 'ME03', '2026-11')[3]).toBe('0/1 1/1 0/1 0/1');
	});
});

describe('collaboration', () => {
	const CALLS = [
		'吹哨编号,报到单位,镇街,吹哨时间,报到时限,报到时间',
		'1,区公安分局,东街道,2026-11-01 09:00,2026-11-01 09:30,2026-11-01 09:30:00',
		'1,综合执法局,东街道,2026-11-01 09:00,2026-11-01 09:30,2026-11-01 09:31:00',
		'2,公安分局,西镇,2026-11-02 09:00,2026-11-02 09:30,',
		'3,公安分局,西镇,2026-11-23 08:50,2026-11-23 09:20,',
		'4,公安分局,西镇,2026-11-02 09:00,,2026-11-02 09:10',
	];

	it('judges each called unit by its limit, and can be asked by unit under any of its names', async () => {
		const made = await ledgerDistrict(CALLS);
		expect(atEveryLevel(made, 'CO02', '2026-11').slice(0, 2)).toEqual(['1/3', '1/2 0/1']);
		expect(figures(made, 'CO02', '2026-11', { units: ['公安分局', '综合执法局'] })).toEqual(['0/1', '0/1']);
		await addLedger(made, ['承办单位编号,承办单位名称,别名', 'DW1,公安分局,区公安分局、公安']);
		for (const name of ['公安分局', '区公安分局', 'DW1', '公安']) {
			expect(figures(made, 'CO02', '2026-11', { units: [name] })).toEqual(['1/2']);
		}
		// The establishment of posts knows no units.
		expect(figures(made, 'TM01', '2026-11', { units: ['公安分局'] })).toEqual(['notConnected']);
	});

	it('wants each department in each of its grids, at work within ninety days', async () => {
		const made = await ledgerDistrict(
			[
				'适用网格类型,适用专属类型,应入格单位',
				'基础网格,,派出所',
				'基础网格,,执法局',
				'专属网格,,派出所',
				'专属网格,学校,教育局',
			],
			[
				'工号,任职岗位,入格单位,网格编码,任职开始日期,任职结束日期,最近入格日期',
				'N1,N类力量,派出所,G1,2026-01-01,,2026-08-26',
				'N2,N类力量,执法局,M1,2026-01-01,,2026-11-23',
				'N3,N类力量,派出所,G2,2026-01-01,,2026-08-25',
				'N4,N类力量,执法局,G2,2026-01-01,2026-11-23,2026-11-20',
				'N5,专职网格员,派出所,G3,2026-01-01,,2026-11-20',
				'N6,N类力量,派出所,G4,2026-01-01,,2026-11-20',
				'N7,N类力量,教育局,G4,2026-01-01,,2026-11-20',
			],
		);
		expect(atEveryLevel(made, 'CO04', '2026-11')).toEqual(['3/7', '2/4 1/3', '0/2 2/2 0/2', '0/2 2/2 0/2 1/1']);
	});
});

describe('mechanism', () => {
	it('admits what is on the list, or approved and in date', async () => {
		const made = await ledgerDistrict([
			'准入事项编号,申请部门,是否清单内事项,是否审批通过,审批日期,下派日期,有效期至',
			'1,民政局,是,否,,2026-10-01,',
			'2,民政局,否,是,2026-10-05,2026-10-05,2026-10-05',
			'3,民政局,否,是,2026-10-06,2026-10-05,2026-12-31',
			'4,应急局,否,是,2026-09-01,2026-10-05,2026-10-04',
			'5,应急局,否,否,,2026-10-05,',
			'6,应急局,否,是,2026-09-01,2026-10-31,',
			'7,应急局,是,,,2026-11-01,',
		]);
		expect(atEveryLevel(made, 'ME01', '2026-10').slice(0, 2)).toEqual(['3/6', 'notConnected notConnected']);
		expect(figures(made, 'ME01', '2026-10', { units: ['民政局', '应急局'] })).toEqual(['2/3', '1/3']);
	});

	it('does what its meetings resolved', async () => {
		const made = await ledgerDistrict([
			'会议编号,区划编码,会议日期,到期事项数,已落实事项数',
			'1,330399,2026-10-01,3,2',
			'2,330399001,2026-10-31,4,4',
			'3,330399002,2026-10-09,5,',
		]);
		// The district's own meeting is at no town: children and the district's own add up.
		expect(atEveryLevel(made, 'ME04', '2026-10').slice(0, 2)).toEqual(['6/7', '4/4 0/0']);
	});

	it('forgets a ledger that is taken back', async () => {
		const made = await ledgerDistrict();
		const batchId = await addLedger(made, [
			'会议编号,区划编码,会议日期,到期事项数,已落实事项数',
			'1,330399,2026-10-01,3,2',
		]);
		expect(figures(made, 'ME04', '2026-10')).toEqual(['2/3']);
		undoBatch(made.cache, batchId, 1_795_400_000);
		expect(figures(made, 'ME04', '2026-10')).toEqual(['notConnected']);
	});
});
