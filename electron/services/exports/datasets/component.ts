// Columns of 部件 (domain.md §3.3, GB/T 30428.2).

import { ledger } from './ledger.ts';

export const COMPONENT_SPEC = ledger('component', {
	key: ['comp_code'],
	needs: [['big_code', 'small_code', 'name', 'state']],
	hasPlace: true,
	fields: {
		comp_code: ['code', '部件编码', '部件标识码', '部件编号', '部件代码', '部件标识'],
		big_code: ['code', '部件大类编码', '部件大类', '部件大类代码'],
		small_code: ['code', '部件小类编码', '部件小类', '部件小类代码'],
		name: ['text', '部件名称'],
		owner_dept: ['unit', '权属单位', '产权单位'],
		mgmt_dept: ['unit', '主管单位', '主管部门', '管理单位'],
		maintain_dept: ['unit', '养护单位', '维护单位'],
		unit_grid_code: ['code', '单元网格编码', '单元网格代码', '单元网格'],
		lng: ['number', '经度', 'lon', 'longitude'],
		lat: ['number', '纬度', 'latitude'],
		state: [
			{ sound: /完好|正常|在用/, broken: /破损|损坏/, lost: /丢失|缺失/, scrapped: /废弃|停用|报废/ },
			'部件状态',
			'设施状态',
		],
		surveyed_on: ['date', '普查日期', '采集日期', '普查时间'],
		has_photo: ['flag', '是否有照片', 'photo_flag'],
	},
	skipped: ['位置描述', '数据来源', '备注', '序号'],
});
