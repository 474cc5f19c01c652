// Columns of a grid file 网格 and micro-grids (domain.md §3.1), and the words of its type and division basis.

import type { GridType } from '../../../../shared/domain/codes.ts';
import { type DatasetSpec, field, flagHeaders, placeHeaders, skipped, TOWN_WORDS, VILLAGE_WORDS } from './field.ts';

export const GRID_SPEC: DatasetSpec = {
	dataset: 'grid',
	fields: [
		field('grid_code', 'code', '网格编码', '网格编号', '网格代码', '微网格编码', '微网格编号', 'code', '编码'),
		field('std_code', 'code', '标准编码', '标准网格编码', '省标编码', '15位编码'),
		field('grid_name', 'word', '网格名称', '网格名', '微网格名称', '网格', 'name', '名称'),
		field('grid_type', 'word', '网格类型', '网格类别', '网格种类', '类型'),
		field('unit_code', 'code', '所属单位编码', '所属区划编码', ...placeHeaders(VILLAGE_WORDS, 'code', ['所属', ''])),
		field('unit_name', 'word', '所属单位', ...placeHeaders(VILLAGE_WORDS, 'name', ['所属', ''])),
		field('town_code', 'code', ...placeHeaders(TOWN_WORDS, 'code', ['所属', ''])),
		field('town_name', 'word', ...placeHeaders(TOWN_WORDS, 'name', ['所属', ''])),
		field('parent_grid_code', 'code', '所属网格编码', '上级网格编码', '所属网格编号', '所属网格代码', '上级网格'),
		field('parent_grid_name', 'word', '所属网格', '所属网格名称', '上级网格名称'),
		field('sort_no', 'number', '排序', '排序号', '组织序', '序号'),
		field('division_basis', 'word', '划分依据'),
		field('special_unit_type', 'word', '专属类型', '专属网格类型'),
		field('area_m2', 'number', '面积平方米', '网格面积', '面积', '面积m2', '面积㎡'),
		field('households', 'number', '户数', '总户数', '家庭户数'),
		field('pop_resident', 'number', '常住人口', '人口', '人口数', '常住人口数', '总人口'),
		field('pop_registered', 'number', '户籍人口', '户籍人口数'),
		field('pop_floating', 'number', '流动人口', '流动人口数'),
		field('is_active', 'flag', ...flagHeaders('启用', '有效'), '启用状态', '状态', 'status'),
		skipped(
			'boundary_desc',
			'四至',
			'四至范围',
			'网格范围',
			'边界描述',
			'shops',
			'商铺',
			'商铺数',
			'firms',
			'企业',
			'企业数',
			'key_place_cnt',
			'重点场所',
			'重点场所数',
			'micro_cnt',
			'微网格数',
		),
		field('board_installed', 'flag', ...flagHeaders('有公示牌', '设置公示牌'), '公示牌', '网格公示', '公示牌是否设置'),
		field('board_updated_at', 'instant', '公示牌更新时间', '公示牌更新日期', '更新时间', '公示更新时间'),
		field('board_current', 'flag', ...flagHeaders('与现任一致', '现任'), '公示人员是否现任', '公示牌是否与现任相符'),
		field('profile_updated_at', 'instant', '底数更新时间', '底数更新日期', '底数最近更新时间'),
		field('risk_level', 'word', '网格风险等级', '风险等级'),
		field('valid_from', 'instant', '启用日期', '启用时间', '生效日期'),
		field('valid_to', 'instant', '停用日期', '停用时间', '撤销日期', '失效日期'),
		skipped('label_pt', 'geom_src_crs', 'geom_quality', '备注'),
	],
	required: [['grid_code', 'grid_name']],
	telling: [
		'grid_code',
		'grid_name',
		'grid_type',
		'parent_grid_code',
		'parent_grid_name',
		'division_basis',
		'special_unit_type',
		'std_code',
	],
};

/** Grid type from 01/02/03 or words; base when the cell is blank, null when it names something else (a 镇街 row). */
export function parseGridType(text: string): GridType | null {
	if (text === '' || /^0?1$|^base$|基础|综合|一般|普通/.test(text)) return 'base';
	if (/^0?2$|^dedicated$|专属/.test(text)) return 'dedicated';
	if (/^0?3$|^micro$|微网格|^微/.test(text)) return 'micro';
	return null;
}

/** Division basis as a set of T 属地管理, G 地理布局, M 管理现状 in that order; null when none is named. */
export function parseDivisionBasis(text: string): string | null {
	const has = (code: string, word: string): boolean => text.toUpperCase().includes(code) || text.includes(word);
	const basis = (has('T', '属地') ? 'T' : '') + (has('G', '地理') ? 'G' : '') + (has('M', '管理现状') ? 'M' : '');
	return basis === '' ? null : basis;
}
