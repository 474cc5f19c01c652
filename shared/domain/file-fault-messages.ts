// Faults of a whole file, in plain words of both languages: what happened, what still works, what to do. Pure text.

import { ASK_AGAIN_EN, ASK_AGAIN_ZH, SAVE_AS_EN, SAVE_AS_ZH, say, type Wording } from './import-wording.ts';

/** Faults of a whole file: nothing of it was taken, the cache is as it was. */
export const FILE_FAULTS = {
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
