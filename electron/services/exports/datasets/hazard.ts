// Columns of 隐患 (domain.md §3.5).

import { ledger } from './ledger.ts';

export const HAZARD_SPEC = ledger('hazard', {
	key: ['hazard_id'],
	needs: [['found_on', 'due_on', 'rectified_on']],
	hasPlace: true,
	fields: {
		hazard_id: ['code', '隐患编号', '隐患编码', '隐患单号', '隐患id'],
		place_id: ['code', '场所编号', '场所编码', '关联场所编号'],
		hazard_type: [
			{
				fire: /消防|火/,
				gas: /燃气/,
				electric: /用电|电气/,
				building: /房屋|建筑|危房/,
				equipment: /设备|电梯/,
				operation: /作业|生产/,
				other: /其他/,
			},
			'隐患类型',
			'隐患类别',
			'type',
		],
		level: [{ normal: /一般/, major: /重大|较大/ }, '隐患等级', '隐患级别'],
		found_on: ['date', '发现日期', '隐患发现日期', '发现时间', '排查日期'],
		due_on: ['date', '整改期限', '整改时限', '应整改日期', '整改截止日期'],
		rectified_on: ['date', '整改完成日期', '整改日期', '整改时间'],
		recheck_ok: ['flag', '复查是否合格', '是否复查合格', '复查结果'],
		supervise_level: [
			{ none: /无|未/, town: /镇/, district: /区|县/, city: /市/ },
			'挂牌督办级别',
			'挂牌级别',
			'督办级别',
		],
	},
	skipped: ['隐患描述', '整改措施', '备注', '序号'],
});
