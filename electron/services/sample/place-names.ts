// Invented names of towns, villages and places; made to sound like the coast of Zhejiang, with its rare characters.
// Must hold no name of a real town. 㘭 and 𡎚 are not in GBK: exports need GB 18030 for them.

import { pickOne, type Random } from './random.ts';

export interface TownPlan {
	name: string;
	kind: '街道' | '镇' | '乡';
	/** Place of its first seed as shares of the half axes. */
	x: number;
	y: number;
	/** Relative number of mesh cells, and so of grids. */
	weight: number;
	/** Part of due events that are done on time. */
	onTime: number;
}

/** The twelve towns in their official order. */
export const TOWN_PLANS: readonly TownPlan[] = [
	{ name: '砚池街道', kind: '街道', x: 0.06, y: 0.1, weight: 1.25, onTime: 0.945 },
	{ name: '望浦街道', kind: '街道', x: -0.2, y: 0.14, weight: 1.15, onTime: 0.935 },
	{ name: '汀兰街道', kind: '街道', x: 0.3, y: 0.16, weight: 1.1, onTime: 0.975 },
	{ name: '月溇街道', kind: '街道', x: -0.05, y: -0.26, weight: 1.2, onTime: 0.92 },
	{ name: '桐渚街道', kind: '街道', x: 0.26, y: -0.3, weight: 1.1, onTime: 0.925 },
	{ name: '鹤垟镇', kind: '镇', x: 0.62, y: 0.42, weight: 0.95, onTime: 0.94 },
	{ name: '苍墺镇', kind: '镇', x: -0.38, y: 0.62, weight: 0.9, onTime: 0.95 },
	{ name: '霜溪镇', kind: '镇', x: 0.1, y: 0.7, weight: 0.85, onTime: 0.93 },
	{ name: '雁汀镇', kind: '镇', x: 0.1, y: -0.75, weight: 0.85, onTime: 0.905 },
	{ name: '银碶镇', kind: '镇', x: 0.66, y: -0.42, weight: 1.0, onTime: 0.82 },
	{ name: '云磡镇', kind: '镇', x: -0.5, y: -0.5, weight: 0.9, onTime: 0.9 },
	{ name: '青㘭乡', kind: '乡', x: -0.78, y: 0.12, weight: 0.6, onTime: 0.93 },
];

const FIRST = [...'上下东西前后里外大小石白青长金凤龙双新古梅杨柳沈周陈严苏竹莲塔樟枫茶桑葛乌黄红云月星泉沙'];
const RURAL_LAST = [
	...[
		'垟',
		'溇',
		'墺',
		'碶',
		'磡',
		'㘭',
		'𡎚',
		'桥',
		'塘',
		'浦',
		'山',
		'湾',
		'溪',
		'坑',
		'坪',
		'店',
		'墩',
		'岙',
		'岭',
		'渡',
	],
	...['家埠', '堰头', '坞', '泽', '汇', '畈', '家桥', '石', '园', '下'],
];
const URBAN_FIRST = [...'春安文景锦康福和瑞永兴宁兰桂丹清翠明仁德学荷星湖映'];
const URBAN_LAST = [
	'桥',
	'苑',
	'园',
	'坊',
	'巷',
	'泰',
	'塘',
	'亭',
	'江',
	'华',
	'河',
	'庭',
	'澜',
	'门',
	'府',
	'溇',
	'碶',
];

/** A maker of names that are used once per district; the same name may come again after all are used. */
export function makeVillageNames(random: Random): (isUrban: boolean) => string {
	const used = new Set<string>();
	const make = (isUrban: boolean): string =>
		isUrban
			? `${pickOne(random, URBAN_FIRST)}${pickOne(random, URBAN_LAST)}`
			: `${pickOne(random, FIRST)}${pickOne(random, RURAL_LAST)}`;
	return (isUrban) => {
		let name = make(isUrban);
		for (let attempt = 0; attempt < 60 && used.has(name); attempt += 1) name = make(isUrban);
		used.add(name);
		return name;
	};
}

/** Kinds of dedicated grids (专属网格) with endings of their names. */
export const DEDICATED_KINDS = [
	{ kind: '园区', ending: '产业园' },
	{ kind: '学校', ending: '中学' },
	{ kind: '医院', ending: '医院' },
	{ kind: '商圈', ending: '商贸城' },
	{ kind: '机关', ending: '机关大院' },
	{ kind: '园区', ending: '物流园' },
] as const;
