// Faults of one row, in plain words of both languages: what is wrong with it and how it is mended. Pure text.

import { ASK_AGAIN_EN, ASK_AGAIN_ZH, say, type Wording } from './import-wording.ts';

/** Faults of a row: the row is kept aside, all others are taken. */
export const ROW_FAULTS = {
	E_ID: say(
		'没有编号，无法辨认是哪一件事。',
		'It has no id, so the event cannot be told apart.',
		'请补上编号后重新导入。',
		'Add the id and import it again.',
	),
	E_KEY: say(
		'没有辨认这一行所需的编号、日期或区域。',
		'The id, day or area that makes this row itself is blank.',
		'请补上后重新导入。',
		'Add it and import it again.',
	),
	E_PERIOD: say(
		'统计期无法辨认。',
		'The period cannot be read.',
		'请写成 2026-10、2026Q3 或 2026。',
		'Write it as 2026-10, 2026Q3 or 2026.',
	),
	E_PERSONAL_ID: say(
		'编号是身份证号码，不予保存。',
		'The id is an identity number and is not stored.',
		'请用不含个人信息的编号重新导出。',
		'Export it with an id that is no personal number.',
	),
	E_DATE: say(
		'日期不存在或无法辨认。',
		'The date does not exist or cannot be read.',
		'请改正该单元格的日期，如 2026-11-23 14:30。',
		'Correct the date in that cell, as in 2026-11-23 14:30.',
	),
	E_SCI: say(
		'编码已变成科学计数法，位数已丢失，无法恢复。',
		'The code was turned into scientific notation and has lost its digits.',
		'请把该列设为文本格式后重新导出。',
		'Set the column to text and export it again.',
	),
	E_CHARACTER: say('有无法辨认的文字。', 'It holds characters that cannot be read.', ASK_AGAIN_ZH, ASK_AGAIN_EN),
	E_WIDTH: say(
		'列数与表头不符，内容可能错位。',
		'It has more or fewer cells than the header, so they may stand in the wrong columns.',
		'请检查该行是否有未加引号的逗号或换行。',
		'Look for a comma or line break without quotation marks.',
	),
	E_QUOTE: say(
		'引号使用有误，内容可能错位。',
		'Its quotation marks are wrong, so cells may stand in the wrong columns.',
		'请检查该行的引号。',
		'Check the quotation marks in that row.',
	),
	E_NAME: say(
		'没有名称或编码。',
		'It has neither a name nor a code.',
		'请补上后重新导入。',
		'Add it and import it again.',
	),
	E_LEVEL: say(
		'看不出是区、镇街还是村社。',
		'It does not say whether it is a district, a town or a village.',
		'请补上层级（3 区、4 镇街、5 村社）。',
		'Add its level (3 district, 4 town, 5 village).',
	),
	E_RING: say(
		'边界有误（自相交、未闭合或岛洞不分），未采用，以免画错。',
		'Its outline is wrong (crosses itself, is not closed, or holes and islands are mixed up); it is not drawn.',
		'请让测绘单位修正边界后重新导入。',
		'Have the outline corrected and import it again.',
	),
	E_GEOMETRY: say(
		'不是面状边界，或坐标无法辨认。',
		'It is no polygon, or its coordinates cannot be read.',
		'请提供面（Polygon）数据。',
		'Deliver it as a polygon.',
	),
	E_GEOMETRY_RANGE: say(
		'坐标不是经纬度（可能是投影坐标），未采用。',
		'Its coordinates are no degrees (perhaps projected metres); not taken.',
		'请转换为 CGCS2000 经纬度后重新导入。',
		'Convert it to CGCS2000 longitude and latitude and import it again.',
	),
} as const satisfies Record<string, Wording>;
