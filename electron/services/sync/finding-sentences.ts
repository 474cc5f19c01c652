// Words for what codes stand for: warnings of a file, reasons of a row, refusals of a file. Chinese and English.
// A code without words here is a fault that a test finds.

import type { Finding } from '../exports/record-blocks.ts';
import type { Sentence } from './report-sentences.ts';

type Params = Record<string, string | number>;
type Words = (params: Params) => Sentence;

function say(zh: string, en: string): Words {
	return () => ({ zh, en });
}

const WARNINGS: Readonly<Record<string, Words>> = {
	W_UNKNOWN_COLUMN: ({ columns }) => ({
		zh: `有列未能识别，已略过：${columns}。`,
		en: `Columns not recognised and left out: ${columns}.`,
	}),
	W_PERSONAL_COLUMN: ({ columns }) => ({
		zh: `含个人信息的列不进入缓存：${columns}。`,
		en: `Columns with personal data stay out of the cache: ${columns}.`,
	}),
	W_UNUSED_COLUMN: ({ columns }) => ({
		zh: `同一内容有多列，只取其一，未用：${columns}。`,
		en: `Several columns say the same; not used: ${columns}.`,
	}),
	W_UNKNOWN_CATEGORY: ({ words, distinct }) => ({
		zh: `有 ${distinct} 种事件分类尚未对应，按“未分类”计入：${words}。`,
		en: `${distinct} classes are not mapped yet and count as unmapped: ${words}.`,
	}),
	W_UNKNOWN_SOURCE: ({ words, distinct }) => ({
		zh: `有 ${distinct} 种事件来源尚未对应，原样保留：${words}。`,
		en: `${distinct} sources are not mapped yet; kept as delivered: ${words}.`,
	}),
	W_UNKNOWN_STATUS: ({ words, distinct }) => ({
		zh: `有 ${distinct} 种事件状态尚未对应，按各时间判断：${words}。`,
		en: `${distinct} statuses are not mapped yet; such events are judged by their times: ${words}.`,
	}),
	W_NUMBER: say('有数值无法读取，按“未提供”处理。', 'Some numbers cannot be read and count as not delivered.'),
	W_COORD_SWAPPED: say(
		'有坐标经纬度疑似颠倒，未作为点位使用。',
		'Some coordinates seem to have longitude and latitude swapped; not used as points.',
	),
	W_COORD_OUTSIDE: say(
		'有坐标在本区范围之外，未作为点位使用。',
		'Some coordinates lie outside the district; not used as points.',
	),
	W_CLOCK: say(
		'有事件结案早于受理，已保留并标记，不计入时长。',
		'Some events closed before they were accepted; kept, flagged and left out of durations.',
	),
	W_CAP: ({ rows }) => ({
		zh: `行数恰为 ${rows}，可能是导出系统的上限，请核对是否完整。`,
		en: `Exactly ${rows} rows: the exporting system may have cut the file; check that it is whole.`,
	}),
	W_ISLAND: ({ names }) => ({
		zh: `岛屿被写成了洞，已更正：${names}。`,
		en: `Islands were stored as holes and have been put right: ${names}.`,
	}),
	W_NO_GEOMETRY: say('有单元没有边界。', 'Some units have no boundary.'),
	W_GRID_TYPE: say('有网格类型未能识别，按基础网格处理。', 'Some grid types are unknown; taken as base grids.'),
	W_LAYER_FEATURE: say(
		'底图线条中有要素未能识别，已略过。',
		'Some features of the orientation layer are unknown and left out.',
	),
	W_OLDER: say(
		'有行早于已导入的数据，保留较新的内容。',
		'Some rows are older than what is stored; the newer content stays.',
	),
};

const REFUSALS: Readonly<Record<string, Words>> = {
	E_MISSING: say('找不到该文件。', 'The file is not there.'),
	E_NOT_A_FILE: say('这不是文件。', 'This is not a file.'),
	E_UNREADABLE: say(
		'文件无法读取，请检查权限或是否被占用。',
		'The file cannot be read; check its permissions or whether it is in use.',
	),
	E_EMPTY: say('文件是空的，请重新导出。', 'The file is empty; export it again.'),
	E_BINARY: say('这不是数据导出文件。', 'This is no data export.'),
	E_WORKBOOK: say(
		'暂不支持工作簿（xls、xlsx），请另存为 CSV 后导入。',
		'Workbooks (xls, xlsx) are not supported yet; save the sheet as CSV.',
	),
	E_ZIP: say(
		'暂不支持压缩包，请解压后导入其中的文件。',
		'Zip files are not supported yet; unpack it and import the files.',
	),
	E_UTF16: say(
		'文件是 UTF-16 编码，请另存为 UTF-8 或 GB18030 后导入。',
		'The file is UTF-16; save it as UTF-8 or GB18030.',
	),
	E_HTML: say('这是网页而不是数据文件，请从系统重新导出为 CSV。', 'This is a web page, not data; export it as CSV.'),
	E_ENCODING: say(
		'文件的文字编码无法识别，请用 UTF-8 或 GB18030 重新导出。',
		'The encoding is not recognised; export as UTF-8 or GB18030.',
	),
	E_MOJIBAKE: say(
		'文件中的文字已经乱码，无法恢复，请从系统重新导出。',
		'The text is garbled beyond repair; export it again.',
	),
	E_MIXED_ENCODING: say('文件混用了两种编码，请重新导出。', 'The file mixes two encodings; export it again.'),
	E_NO_EXPORT: say(
		'未能识别为已知的数据导出（事件、流转记录、行政单元或网格）。',
		'Not recognised as an export of events, steps, units or grids.',
	),
	E_COLUMNS: ({ missing }) => ({ zh: `缺少必需的列：${missing}。`, en: `Required columns are missing: ${missing}.` }),
	E_NO_ROWS: say('文件只有表头，没有数据行。', 'The file has a header and no rows.'),
	E_CHANGED: say(
		'文件在读取过程中发生变化，请等它写完后重试。',
		'The file changed while it was read; try again when it is complete.',
	),
	E_TRUNCATED: ({ row }) => ({
		zh: `文件不完整，在第 ${row} 行之后中断。`,
		en: `The file is cut off after row ${row}.`,
	}),
	E_OPEN_QUOTE: ({ row }) => ({
		zh: `第 ${row} 行的引号没有结束，之后的内容无法分列。`,
		en: `A quote opened in row ${row} never closes.`,
	}),
	E_JSON: ({ row }) => ({ zh: `JSON 语法有误（第 ${row} 条附近）。`, en: `The JSON is broken near element ${row}.` }),
};

/** Why a row was left out, and what helps. */
export interface RowReason {
	message: Sentence;
	fix: Sentence;
}

function reason(zh: string, en: string, fixZh: string, fixEn: string): RowReason {
	return { message: { zh, en }, fix: { zh: fixZh, en: fixEn } };
}

const REASONS: Readonly<Record<string, RowReason>> = {
	E_ID: reason('没有编号', 'No id', '补上编号后重新导入。', 'Fill in the id and import again.'),
	E_PERSONAL_ID: reason(
		'编号是身份证号',
		'The id is an identity number',
		'请导出系统改用业务编号。',
		'Have the exporting system use its own id.',
	),
	E_SCI: reason(
		'编号被表格软件改成科学计数法，位数已丢失',
		'The code lost digits to scientific notation',
		'从系统重新导出，不要用表格软件另存。',
		'Export again from the system; do not resave it in a spreadsheet.',
	),
	E_DATE: reason(
		'日期不存在或无法读取',
		'The date does not exist or cannot be read',
		'更正该日期后重新导入。',
		'Correct the date and import again.',
	),
	E_CHARACTER: reason('文字有缺损', 'The text is damaged', '从系统重新导出。', 'Export again from the system.'),
	E_WIDTH: reason(
		'列数与表头不符',
		'The row has another number of columns than the header',
		'检查该行是否多出或缺少分隔符。',
		'Look for a missing or extra delimiter in the row.',
	),
	E_QUOTE: reason('引号不成对', 'A quote is not closed', '检查该行的引号。', 'Look at the quotes in the row.'),
	E_NAME: reason(
		'没有名称或编码',
		'No name or code',
		'补上名称或编码后重新导入。',
		'Fill in the name or code and import again.',
	),
	E_LEVEL: reason('看不出是哪一级单元', 'The level of the unit is not known', '补上层级列。', 'Add a level column.'),
	E_RING: reason(
		'边界自相交或没有闭合',
		'The boundary crosses itself or is not closed',
		'请提供方修正边界。',
		'Have the boundary corrected by its provider.',
	),
	E_GEOMETRY: reason('边界不是面', 'The boundary is no polygon', '请提供面状边界。', 'Provide polygons.'),
	E_GEOMETRY_RANGE: reason(
		'边界坐标不是经纬度',
		'The boundary is not in degrees',
		'请转换为 CGCS2000 或 WGS 84 经纬度。',
		'Convert it to longitude and latitude (CGCS2000 or WGS 84).',
	),
};

/** Sentence of a warning. */
export function findingSentence(finding: Finding): Sentence {
	return WARNINGS[finding.code]?.({ ...finding.params }) ?? { zh: finding.code, en: finding.code };
}

/** Sentence of a refusal, hold or ignored file; ends by saying that nothing changed. */
export function refusalSentence(code: string, params: Params): Sentence {
	const words = REFUSALS[code]?.(params) ?? {
		zh: `文件未被采用（${code}）。`,
		en: `The file was not taken (${code}).`,
	};
	return { zh: `${words.zh}未作任何改动。`, en: `${words.en} Nothing changed.` };
}

/** Reason of a quarantined row. */
export function rowReason(code: string): RowReason {
	return REASONS[code] ?? reason(code, code, '更正该行后重新导入。', 'Correct the row and import again.');
}
