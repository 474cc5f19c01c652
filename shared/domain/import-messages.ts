// Every code that bringing a file in can give, in plain words of both languages: what happened, what still works, what
// to do. Closed table; gaps are {name}. Pure text, used by reports, the quarantine page and the command line.

interface Wording {
	/** What happened, and what still works. */
	zh: string;
	en: string;
	/** What to do; '' where nothing is to be done. */
	fixZh: string;
	fixEn: string;
}

function say(zh: string, en: string, fixZh = '', fixEn = ''): Wording {
	return { zh, en, fixZh, fixEn };
}

const ASK_AGAIN_ZH = '请让导出单位重新导出后再导入。';
const ASK_AGAIN_EN = 'Have it exported again, then import it.';
const SAVE_AS_ZH = '请在表格软件中另存为“CSV UTF-8（逗号分隔）”后再导入。';
const SAVE_AS_EN = 'Save it as "CSV UTF-8 (comma delimited)" in the spreadsheet program, then import it.';

/** Faults of a whole file: nothing of it was taken, the cache is as it was. */
const FILE_FAULTS = {
	E_MISSING: say(
		'找不到这个文件，未作任何改动。',
		'There is no such file; nothing was changed.',
		'请核对路径。',
		'Check the path.',
	),
	E_NOT_A_FILE: say(
		'这不是一个文件，未作任何改动。',
		'This is not a file; nothing was changed.',
		'请选择文件。',
		'Choose a file.',
	),
	E_UNREADABLE: say(
		'文件打不开，未作任何改动。',
		'The file cannot be opened; nothing was changed.',
		'请确认有读取权限，且没有被其他程序占用。',
		'Check that you may read it and that no other program holds it.',
	),
	E_EMPTY: say('文件是空的，未作任何改动。', 'The file is empty; nothing was changed.', ASK_AGAIN_ZH, ASK_AGAIN_EN),
	E_BINARY: say(
		'这不是文本文件，不是可导入的数据，未作任何改动。',
		'This is no text file and no export; nothing was changed.',
		'请选择 CSV、电子表格、JSON 或 GeoJSON 文件。',
		'Choose a CSV, a workbook, JSON or GeoJSON file.',
	),
	E_WORKBOOK_DAMAGED: say(
		'电子表格文件不完整或已损坏，未作任何改动。',
		'The workbook is incomplete or damaged; nothing was changed.',
		'请在表格软件中打开并重新保存，或重新导出后再导入。',
		'Open it in the spreadsheet program and save it again, or export it again.',
	),
	E_WORKBOOK_LARGE: say(
		'电子表格过大，超出可读取的范围，未作任何改动。',
		'The workbook is larger than can be read; nothing was changed.',
		'请分段导出，或另存为 CSV 后再导入。',
		'Export it in parts, or save it as CSV.',
	),
	E_SHAPE_PARTS: say(
		'Shapefile 不齐全或不配套（需要同名的 .shp 和 .dbf），未作任何改动。',
		'The shapefile is incomplete or its files do not belong together (.shp and .dbf of one name); nothing was changed.',
		'请把同名的 .shp、.shx、.dbf（和 .prj）放在一起，或压缩成一个 ZIP 后导入。',
		'Keep .shp, .shx, .dbf (and .prj) of that name together, or import them in one ZIP.',
	),
	E_SHAPE_DAMAGED: say(
		'Shapefile 不完整或已损坏，未作任何改动。',
		'The shapefile is incomplete or damaged; nothing was changed.',
		ASK_AGAIN_ZH,
		ASK_AGAIN_EN,
	),
	E_PROJECTED: say(
		'坐标是投影坐标（{system}），不是经纬度，未作任何改动。',
		'The coordinates are projected ({system}) and no degrees; nothing was changed.',
		'请让测绘单位转换为 CGCS2000 经纬度后再导入。',
		'Have them converted to CGCS2000 longitude and latitude, then import it.',
	),
	E_DWG: say(
		'这是 CAD 图纸（DWG），不能读取，未作任何改动。',
		'This is a CAD drawing (DWG) and cannot be read; nothing was changed.',
		'请让测绘单位导出为 GeoJSON 或 Shapefile（CGCS2000 经纬度）。',
		'Have it exported as GeoJSON or a shapefile (CGCS2000 longitude and latitude).',
	),
	E_DATABASE: say(
		'这是数据库文件（GPKG、GDB 等），不能读取，未作任何改动。',
		'This is a database (GPKG, GDB or the like) and cannot be read; nothing was changed.',
		'请导出为 GeoJSON 或 Shapefile。',
		'Export it as GeoJSON or a shapefile.',
	),
	E_ET: say(
		'这是 WPS 表格（.et），不能读取，未作任何改动。',
		'This is a WPS spreadsheet (.et) and cannot be read; nothing was changed.',
		'请在 WPS 中另存为 .xlsx 后再导入。',
		'Save it as .xlsx in WPS, then import it.',
	),
	E_ZIP: say(
		'压缩包里没有可单独读取的文件，未作任何改动。',
		'The zip archive holds no file that can be read; nothing was changed.',
		ASK_AGAIN_ZH,
		ASK_AGAIN_EN,
	),
	E_ZIP_NESTED: say(
		'压缩包里又套了多层压缩包，未作任何改动。',
		'The archive lies too many archives deep; nothing was changed.',
		'请先解压一层再导入。',
		'Unpack the outer archive and import what is inside.',
	),
	E_ZIP_DAMAGED: say(
		'压缩包不完整或已损坏，未作任何改动。',
		'The zip archive is incomplete or damaged; nothing was changed.',
		'请等文件传完，或重新复制后再导入。',
		'Wait until it has been copied whole, or copy it again.',
	),
	E_ZIP_BOMB: say(
		'压缩包解开后异常庞大，不像业务数据，未作任何改动。',
		'The zip archive would unpack to far more than any export; nothing was changed.',
		'请核对来源；确为业务数据的，请解压后分别导入。',
		'Check where it comes from; if it is an export, unpack it and import the files one by one.',
	),
	E_PASSWORD: say(
		'文件设有密码，不能读取，未作任何改动。',
		'The file is protected by a password and cannot be read; nothing was changed.',
		'请去掉密码后重新导出。',
		'Remove the password and export it again.',
	),
	E_ARCHIVE_KIND: say(
		'这种压缩包（RAR、7z、gz）不能读取，未作任何改动。',
		'This kind of archive (RAR, 7z, gz) cannot be read; nothing was changed.',
		'请改用 ZIP 压缩，或解压后导入其中的文件。',
		'Pack it as ZIP, or unpack it and import the files inside.',
	),
	E_HTML: say(
		'这是网页内容，不是数据文件（常见于登录过期时的导出），未作任何改动。',
		'This is a web page, not an export (often what a system gives after the login has expired); nothing was changed.',
		'请重新登录后导出，或在表格软件中另存为 CSV。',
		'Log in and export again, or save it as CSV.',
	),
	E_ENCODING: say(
		'文字编码既不是 UTF-8 也不是 GB18030，未作任何改动。',
		'The text is neither UTF-8 nor GB18030; nothing was changed.',
		SAVE_AS_ZH,
		SAVE_AS_EN,
	),
	E_MOJIBAKE: say(
		'文件里的汉字在导出前就已变成乱码，无法恢复，未作任何改动。',
		'The Chinese text was already garbled before the file was saved and cannot be recovered; nothing was changed.',
		ASK_AGAIN_ZH,
		ASK_AGAIN_EN,
	),
	E_MIXED_ENCODING: say(
		'文件里混有两种文字编码，部分文字无法辨认，未作任何改动。',
		'The file mixes two encodings, so part of its text cannot be read; nothing was changed.',
		ASK_AGAIN_ZH,
		ASK_AGAIN_EN,
	),
	E_NO_EXPORT: say(
		'没有认出这是哪一类数据（没有已知的表头），未作任何改动。',
		'Its headers are not those of any known dataset; nothing was changed.',
		'如果它确实是业务数据，请为它编写映射方案后用 --profile 导入。',
		'If it is an export, write a mapping profile for it and import it with --profile.',
	),
	E_COLUMNS: say(
		'缺少必要的列：{missing}，未作任何改动。',
		'A needed column is missing: {missing}; nothing was changed.',
		'请导出包含该列的文件，或用映射方案指明哪一列是它。',
		'Export it with that column, or name the column in a mapping profile.',
	),
	E_JSON: say(
		'JSON 在第 {row} 条附近有语法错误，未作任何改动。',
		'The JSON is broken near record {row}; nothing was changed.',
		ASK_AGAIN_ZH,
		ASK_AGAIN_EN,
	),
	E_TRUNCATED: say(
		'文件不完整，在第 {row} 行之后中断，未作任何改动。',
		'The file is cut off after row {row}; nothing was changed.',
		'请等文件传完，或重新复制后再导入。',
		'Wait until it has been copied whole, or copy it again.',
	),
	E_OPEN_QUOTE: say(
		'第 {row} 行的引号没有成对，其后的内容无法分列，未作任何改动。',
		'A quotation mark in row {row} is never closed, so the rest cannot be split into columns; nothing was changed.',
		ASK_AGAIN_ZH,
		ASK_AGAIN_EN,
	),
	E_CRS_ASK: say(
		'分不清坐标属于哪种坐标系，已暂缓，未作任何改动，以免标错位置。',
		'The coordinate system cannot be told for certain; held so that nothing is drawn in a wrong place. Nothing was changed.',
		'请向来源单位核实；确认是 CGCS2000（WGS 84）后可仍然导入。',
		'Ask the sender; if it is CGCS2000 (WGS 84), accept and import anyway.',
	),
	E_SPECIAL_GROUP: say(
		'这是特殊人群的个人名单，按规定不予导入，未读取、未保存任何一行。',
		'This is a list of single persons of a special group; it is refused whole and no row was read or stored.',
		'请改报按镇街或村社汇总的数量。',
		'Deliver counts by town or village instead.',
	),
	E_NO_ROWS: say(
		'文件只有表头，没有数据行，未作任何改动。',
		'The file has a header and no rows; nothing was changed.',
		'请核对导出条件（时间范围、单位）后重新导出。',
		'Check what was asked for (dates, units) and export it again.',
	),
	E_CHANGED: say(
		'读取过程中文件被改动，未作任何改动。',
		'The file changed while it was being read; nothing was taken.',
		'请等文件写完后再导入。',
		'Wait until it is written, then import it.',
	),
} as const satisfies Record<string, Wording>;

/** Faults of a row: the row is kept aside, all others are taken. */
const ROW_FAULTS = {
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

/** Things to know: the rows were taken. */
const WARNINGS = {
	W_CAP: say(
		'恰好 {rows} 行，可能是系统导出上限，数据或不完整。',
		'Exactly {rows} rows: perhaps the limit of the exporting system, and not all of the data.',
		'请分段导出核对。',
		'Export it in parts and compare.',
	),
	W_UNKNOWN_CATEGORY: say(
		'{count} 行的类别（{words} 等 {distinct} 种）尚未对应，按“未分类”计入。',
		'{count} rows have a class that is not mapped yet ({words}; {distinct} in all); they count as unmapped.',
		'可在字典中对应，无需重新导入。',
		'Map it in the dictionary; no new import is needed.',
	),
	W_UNKNOWN_SOURCE: say(
		'{count} 行的来源（{words} 等 {distinct} 种）尚未对应，原样保留。',
		'{count} rows have a source that is not mapped yet ({words}; {distinct} in all); kept as delivered.',
		'可在字典中对应，无需重新导入。',
		'Map it in the dictionary; no new import is needed.',
	),
	W_UNKNOWN_STATUS: say(
		'{count} 行的状态（{words} 等 {distinct} 种）尚未对应，按各时间判断。',
		'{count} rows have a status that is not mapped yet ({words}; {distinct} in all); judged by their times.',
		'可在字典中对应，无需重新导入。',
		'Map it in the dictionary; no new import is needed.',
	),
	W_UNKNOWN_COLUMN: say(
		'有 {count} 列未识别，已略过：{columns}。',
		'{count} columns are not known and were left out: {columns}.',
		'如需采用，请在映射方案中指明。',
		'Name them in a mapping profile if they are needed.',
	),
	W_PERSONAL_COLUMN: say(
		'有 {count} 列可能含个人信息，未读取：{columns}。',
		'{count} columns may hold personal data and were not read: {columns}.',
	),
	W_UNUSED_COLUMN: say(
		'有 {count} 列与已采用的列重复，未使用：{columns}。',
		'{count} columns repeat one that is used and were left out: {columns}.',
	),
	W_CRS: say(
		'坐标按 {system} 识别并换算（{percent}% 落在所填网格内，平移约 {metres} 米）。',
		'Coordinates were taken as {system} and converted ({percent} % fall in their grid; moved by about {metres} m).',
		'如与来源系统说明不符，请撤销本次导入并核对。',
		'Undo the import and check if the source system says otherwise.',
	),
	W_CRS_SOURCE: say(
		'来源“{source}”的坐标按 {system} 识别并换算（{percent}% 落在所填网格内，平移约 {metres} 米）。',
		'Coordinates from "{source}" were taken as {system} and converted ({percent} % fall in their grid; moved by about {metres} m).',
		'同一文件混有多种坐标系，请核对各来源。',
		'One file mixes systems; check its sources.',
	),
	W_CRS_UNTOLD: say(
		'{count} 行的坐标分不清属于哪种坐标系，未在地图上标出。',
		'{count} rows have coordinates whose system cannot be told; they are not drawn.',
		'请向来源单位核实坐标系。',
		'Ask the sender which system they are in.',
	),
	W_COORD_SWAPPED: say(
		'{count} 行的经度和纬度似乎写反，未在地图上标出。',
		'{count} rows seem to have longitude and latitude swapped; they are not drawn.',
		'请核对经纬度两列。',
		'Check the two columns.',
	),
	W_COORD_OUTSIDE: say(
		'{count} 行的坐标不在本区范围内，未在地图上标出。',
		'{count} rows have coordinates outside the district; they are not drawn.',
		'请核对坐标系。',
		'Check the coordinate system.',
	),
	W_CUT_NAME: say('文字中的 {count} 处姓名已删去，未保存。', '{count} names were cut from free text and not stored.'),
	W_CUT_MOBILE: say(
		'文字中的 {count} 处手机号码已删去，未保存。',
		'{count} mobile numbers were cut from free text and not stored.',
	),
	W_CUT_LANDLINE: say(
		'文字中的 {count} 处固定电话已删去，未保存。',
		'{count} telephone numbers were cut from free text and not stored.',
	),
	W_CUT_IDENTITY: say(
		'文字中的 {count} 处证件号码已删去，未保存。',
		'{count} identity numbers were cut from free text and not stored.',
	),
	W_CUT_BANK_CARD: say(
		'文字中的 {count} 处银行卡号已删去，未保存。',
		'{count} bank card numbers were cut from free text and not stored.',
	),
	W_CUT_PLATE: say(
		'文字中的 {count} 处车牌号已删去，未保存。',
		'{count} number plates were cut from free text and not stored.',
	),
	W_CUT_ADDRESS: say(
		'文字中的 {count} 处门牌或室号已删去，只保留到楼栋或小区。',
		'{count} door numbers were cut from free text; addresses end at the building.',
	),
	W_CUT_CONTACT: say(
		'文字中的 {count} 处邮箱或社交账号已删去，未保存。',
		'{count} mail addresses or accounts were cut from free text and not stored.',
	),
	W_SENSITIVE_TEXT: say(
		'{count} 行属敏感类别，标题、描述和地址未保存，只计入数量。',
		'{count} rows are of sensitive classes: their text was not stored, only counted.',
	),
	W_TOTALS: say(
		'表中有 {count} 处小计或合计与读到的明细不符：{places}。',
		'{count} totals stated on the sheet differ from the rows read: {places}.',
		'请核对明细是否齐全。',
		'Check whether rows are missing.',
	),
	W_FORMULA: say(
		'{count} 个公式没有保存计算结果，按未填处理。',
		'{count} formulas hold no saved result; taken as blank.',
		'请在表格软件中打开、保存后再导入。',
		'Open and save it in the spreadsheet program, then import it.',
	),
	W_CLOCK: say(
		'{count} 行的办结时间早于受理时间，已保留并标记，不计入时长。',
		'{count} rows were closed before they were accepted; kept and marked, left out of durations.',
		'请核对这些记录的时间。',
		'Check the times of these records.',
	),
	W_NUMBER: say(
		'{count} 个数字单元格无法辨认，按未填处理。',
		'{count} cells that should be numbers cannot be read; taken as blank.',
	),
	W_ISLAND: say(
		'{count} 个边界把岛屿存成了洞，已按岛屿处理：{names}。',
		'{count} outlines stored islands as holes; drawn as islands: {names}.',
		'请核对这些边界。',
		'Check these outlines.',
	),
	W_NO_GEOMETRY: say(
		'{count} 个要素没有边界，只采用名称和编码。',
		'{count} features have no outline; only their names and codes were taken.',
	),
	W_GRID_TYPE: say(
		'{count} 行的网格类型未识别，按基础网格处理。',
		'{count} rows have an unknown grid type; taken as base grids.',
	),
	W_LAYER_FEATURE: say(
		'{count} 个要素无法作为底图线条，已略过。',
		'{count} features cannot be drawn as orientation lines and were left out.',
	),
	W_OLDER: say(
		'{count} 行早于已导入的数据，保留较新的内容。',
		'{count} rows are older than what is stored; the newer content stays.',
	),
} as const satisfies Record<string, Wording>;

const MESSAGES = { ...FILE_FAULTS, ...ROW_FAULTS, ...WARNINGS };

export type ImportMessageCode = keyof typeof MESSAGES;

/** Every code there is, for `--help` and tests. */
export const IMPORT_MESSAGE_CODES = Object.keys(MESSAGES) as ImportMessageCode[];
/** Codes by what they are about. */
export const FILE_FAULT_CODES = Object.keys(FILE_FAULTS);
export const ROW_FAULT_CODES = Object.keys(ROW_FAULTS);
export const WARNING_CODES = Object.keys(WARNINGS);

/** A message in one language; `fix` is '' where nothing is to be done. */
export interface ImportMessage {
	text: string;
	fix: string;
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) => String(Object.hasOwn(params, name) ? params[name] : '—'));
}

/** Words of a code with its gaps filled. A code that is not in the table gives the code itself, never nothing. */
export function formatImportMessage(
	code: string,
	params: Readonly<Record<string, string | number>>,
	language: 'zh' | 'en',
): ImportMessage {
	const wording: Wording | undefined = Object.hasOwn(MESSAGES, code) ? MESSAGES[code as ImportMessageCode] : undefined;
	if (!wording) return { text: code, fix: '' };
	const [text, fix] = language === 'zh' ? [wording.zh, wording.fixZh] : [wording.en, wording.fixEn];
	return { text: fill(text, params), fix: fill(fix, params) };
}
