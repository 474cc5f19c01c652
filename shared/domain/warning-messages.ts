// Things to know about rows that were taken, in plain words of both languages. Pure text.

import { say, type Wording } from './import-wording.ts';

/** Things to know: the rows were taken. */
export const WARNINGS = {
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
	W_WRITTEN_ONCE: say(
		'“{columns}”每组只写一次，{count} 行的空格按上面的内容填入。',
		'Written once for each group: {columns}; {count} rows with a blank cell took what stands above.',
		'如果空格表示“没有”，请在原表中逐行写明后重新导入。',
		'If a blank means none, write the column out row by row and import it again.',
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
	W_PROFILE_COLUMN: say(
		'映射方案指明的 {count} 列不在文件中：{columns}；由它们而来的内容按未报送处理。',
		'{count} columns that the profile names are not in the file: {columns}; what comes from them counts as not delivered.',
		'请核对表头，或更新映射方案。',
		'Check the headers, or bring the profile up to date.',
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
	W_CRS_ASSUMED: say(
		'还没有网格边界可核对，{count} 个坐标点暂按 CGCS2000（WGS 84）读取。',
		'There are no grid boundaries to check against yet; {count} points were read as CGCS2000 (WGS 84) for now.',
		'导入网格边界后会自动重新核对这些坐标。',
		'They are tested again as soon as boundaries are imported.',
	),
	W_CRS_RETESTED: say(
		'“{file}”的 {count} 个坐标点经网格核对，已换算到正确位置。',
		'{count} points of "{file}" were tested against the grids and moved to where they are.',
		'撤销本次导入即恢复原坐标。',
		'Undo this import to get the former coordinates back.',
	),
	W_CRS_STILL_UNTOLD: say(
		'“{file}”的 {count} 个坐标点仍分不清坐标系，已从地图上撤下。',
		'{count} points of "{file}" are in a system that still cannot be told; they are no longer drawn.',
		'请向来源单位核实坐标系，注明后重新导入该文件。',
		'Ask the sender which system they are in, state it and import the file again.',
	),
	W_COORD_CROWD: say(
		'{count} 行与其他 20 多行共用同一个坐标，多为镇街中心点，未在地图上标出。',
		'{count} rows share one point with more than 20 others, most likely the centre of a town; they are not drawn.',
		'请改报事发地点的坐标。',
		'Deliver the coordinates of the place itself.',
	),
	W_COORD_NONE: say(
		'{count} 行的坐标是 0 或定位失败的占位值，按没有坐标处理。',
		'{count} rows have 0 or the mark of a failed geocoder for coordinates; they count as having none.',
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
