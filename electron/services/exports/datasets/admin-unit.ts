// Columns of a unit file 行政单元 (domain.md §3.1) and how a unit's level is told. Must not look at other rows.

import type { AreaLevel } from '../../../../shared/domain/codes.ts';
import { type DatasetSpec, field, flagHeaders, placeHeaders, skipped, TOWN_WORDS, VILLAGE_WORDS } from './field.ts';

const UNIT_WORDS = ['单位', '行政区划', '区划', '机构', '行政单元'] as const;

export const ADMIN_UNIT_SPEC: DatasetSpec = {
	dataset: 'admin_unit',
	fields: [
		field(
			'unit_code',
			'code',
			...placeHeaders(UNIT_WORDS, 'code', ['']),
			'统计用区划代码',
			'编码',
			'代码',
			'code',
			...placeHeaders([...VILLAGE_WORDS, ...TOWN_WORDS], 'code', ['']),
		),
		field(
			'unit_name',
			'word',
			'单位名称',
			'行政区划名称',
			'区划名称',
			'机构名称',
			'名称',
			'name',
			...placeHeaders([...VILLAGE_WORDS, ...TOWN_WORDS], 'name', ['']),
		),
		field('short_name', 'word', '简称'),
		field('unit_level', 'word', '层级', '级别', '行政级别', '单位层级', 'level'),
		field('unit_type', 'word', '单位类型', '类型', '区划类型'),
		field(
			'parent_code',
			'code',
			'上级编码',
			'上级代码',
			'上级',
			'上级单位编码',
			'上级区划代码',
			'父级编码',
			'所属单位编码',
			'所属区划编码',
			...placeHeaders(TOWN_WORDS, 'code', ['所属']),
			'所属区县编码',
			'所属区编码',
		),
		field(
			'parent_name',
			'word',
			'上级名称',
			'上级单位',
			'上级单位名称',
			'所属单位',
			...placeHeaders(TOWN_WORDS, 'name', ['所属']),
		),
		field('sort_no', 'number', '排序', '排序号', '序号', '组织序', '顺序号'),
		field('urban_rural_code', 'code', '城乡分类代码', '城乡分类', '城乡属性代码'),
		field('area_km2', 'number', '面积', '面积平方公里', '区域面积', '面积km2', '面积km²'),
		field('households', 'number', '户数', '总户数', '家庭户数'),
		field('pop_resident', 'number', '常住人口', '常住人口数', '人口', '人口数', '总人口'),
		field('pop_registered', 'number', '户籍人口', '户籍人口数'),
		field('pop_floating', 'number', '流动人口', '流动人口数'),
		field('is_active', 'flag', ...flagHeaders('启用', '有效'), '启用状态', '状态'),
		skipped(
			'pinyin_initial',
			'code_vintage',
			'版本年',
			'centroid',
			'bbox',
			'valid_from',
			'valid_to',
			'successor_codes',
			'启用日期',
			'撤销日期',
			'沿革',
			'备注',
		),
	],
	required: [['unit_name'], ['unit_code', 'unit_level', 'parent_name']],
	telling: [
		'unit_code',
		'unit_name',
		'unit_level',
		'unit_type',
		'parent_code',
		'urban_rural_code',
		'pop_resident',
		'pop_registered',
	],
};

/** Level from a number (3, 4, 5) or words; null when the cell says nothing known. */
export function parseUnitLevel(text: string): AreaLevel | null {
	if (text === '') return null;
	if (/^0?3$|^district$|区县|县级|^区级?$|^县级?$/.test(text)) return 'district';
	if (/^0?4$|^town$|镇|乡|街/.test(text)) return 'town';
	if (/^0?5$|^village$|村|社区|^居/.test(text)) return 'village';
	return null;
}

/** Level from the length of a GB/T 2260 style code: 6, 9 or 12 digits; trailing zero segments name the level above. */
export function levelOfCode(code: string): AreaLevel | null {
	if (/^\d{12}$/.test(code)) {
		if (code.endsWith('000000')) return 'district';
		return code.endsWith('000') ? 'town' : 'village';
	}
	if (/^\d{9}$/.test(code)) return code.endsWith('000') ? 'district' : 'town';
	return /^\d{6}$/.test(code) ? 'district' : null;
}

/** Level from the ending of a name (…街道, …镇, …社区, …村委会), null when it does not say. */
export function levelOfName(name: string): AreaLevel | null {
	if (/(?:街道|街道办事处|街办|镇|乡)$/.test(name)) return 'town';
	if (/(?:社区|村|村委会|居委会|社区居委会|村民委员会|居民委员会|经济合作社)$/.test(name)) return 'village';
	return /(?:区|县|市)$/.test(name) ? 'district' : null;
}

/** Kind of unit from its name, null when the name does not say. */
export function unitTypeOfName(name: string): string | null {
	return /(街道|镇|乡|社区|行政村|村|居)(?:办事处|委会|居委会|民委员会|居民委员会)?$/.exec(name)?.[1] ?? null;
}
