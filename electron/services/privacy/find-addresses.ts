// Finds what of an address leads to somebody's door: everything behind the building or the 小区 (domain.md §6.4), and
// the whole value after 住址, 户籍地 …. Road, village, 小区 and building stay. Pure.

import type { CutSpans } from './cut-spans.ts';

const PART = '[\\dA-Za-z〇零一二三四五六七八九十甲乙丙丁东西中]{1,4}';
const DOOR = `(?:[ \\-,]*${PART}\\s?(?:单元|梯|层|楼(?!栋)|室|房(?!屋|东)|户(?!外|籍|主|口)|号(?!楼)))`;
/** 3幢2单元501室, 3号楼502, A座1203: behind the building. */
const BEHIND_BUILDING = new RegExp(
	`(?<=[\\dA-Za-z一二三四五六七八九十]\\s?(?:幢|栋|座|号楼|#楼|#))(?:${DOOR}+(?:\\s?\\d{3,4}(?!\\d))?|[ \\-]?\\d{3,4}(?![\\d年月日:.米元人辆个户]))`,
	'g',
);
/** 2单元501室 without its building. */
const UNIT_AND_ROOM =
	/(?<![\d幢栋座楼])[\d一二三四五六七八九十]{1,3}\s?单元(?:\s?-?\d{1,2}楼)?\s?-?\d{3,4}(?:室|号|房)?/g;
/** 501室, not 301会议室. */
const ROOM = /(?<![\dA-Za-z])[A-Za-z]?\d{3,4}室/g;
/** 文三路12号, 王家弄3-1号, 三组15号: a house number behind a road, lane or village. */
const HOUSE =
	/(?<=[路街巷弄里村组庄坊道苑园区堂湾埠岙山桥浜])\d{1,4}(?:[-之]\d{1,3})?号(?:[-之]\d{1,3})?(?![楼线路门井桥网泵库池坑杆柱塔闸机台摊位厅馆站口段标片区地块车])(?:\s?\d{3,4}室?)?/g;
/** In an address cell any house number is one. */
const HOUSE_ANYWHERE = /\d{1,4}(?:[-之]\d{1,3})?号(?:[-之]\d{1,3})?(?![楼线路网井桥])(?:\s?\d{3,4}室?)?/g;
/** 阳光花园3-2-501 behind a 小区: building kept. */
const DASHED =
	/(?<=[区苑园村里庭府城湾居邸轩寓庄坊墅郡][ ]?\d{1,3}(?:幢|栋|号楼)?)-\d{1,2}-\d{2,4}(?!\d)|(?<=[区苑园村里庭府城湾居邸轩寓庄坊墅郡][ ]?\d{1,3})-\d{3,4}(?![\d-])/g;
const HOME =
	/(?:家庭住址|家庭地址|居住地址|居住地|现住址|户籍地址|户籍所在地|户籍地|住址)(?:为|是)?:?\s?([^,。;、!?\n<>]{2,60})/g;

/** 2单元501室, 3幢501室: no unit and no grid is called so. */
const ROOM_OF_WORD =
	/[\d一二三四五六七八九十]{1,3}\s?单元\s?-?\d{3,4}(?:室|号|房)?|(?<=(?:幢|栋|座|号楼)\s?)[A-Za-z]?\d{3,4}室/g;

/** Cuts rooms from a word, which may be the name of a building or of a stairway; and the value after 住址. */
export function cutRooms(text: string, spans: CutSpans): void {
	for (const match of text.matchAll(HOME)) {
		const value = match[1] as string;
		const end = match.index + match[0].length;
		spans.cut(end - value.length, end, 'address');
	}
	for (const match of text.matchAll(ROOM_OF_WORD)) spans.cut(match.index, match.index + match[0].length, 'address');
}

/** Cuts the way to a door; `isAddress` for a cell that holds nothing but an address. */
export function cutAddresses(text: string, spans: CutSpans, isAddress: boolean): void {
	for (const match of text.matchAll(HOME)) {
		const value = match[1] as string;
		const end = match.index + match[0].length;
		spans.cut(end - value.length, end, 'address');
	}
	for (const rule of [BEHIND_BUILDING, UNIT_AND_ROOM, DASHED, isAddress ? HOUSE_ANYWHERE : HOUSE, ROOM]) {
		for (const match of text.matchAll(rule)) spans.cut(match.index, match.index + match[0].length, 'address');
	}
}
