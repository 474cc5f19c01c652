// What a layer or feature of a basemap is drawn as, told by the names that common schemas and surveyors use.
// Pure. Names, places and boundaries are left out: those of the district's own delivery count.

/** Kinds that a basemap is drawn in, lowest first. */
export const BASE_KINDS = ['green', 'water', 'building', 'other', 'rail', 'road'] as const;
export type BaseKind = (typeof BASE_KINDS)[number];

/** First match counts; null is never drawn. OpenMapTiles, Protomaps, Shortbread, OpenStreetMap, Chinese surveys. */
const BY_NAME: readonly (readonly [RegExp, BaseKind | null])[] = [
	[/label|name|place|poi|house_?number|address|注记|地名|门牌/i, null],
	[/bound|admin|境界|行政|区划/i, null],
	[/earth|background|^land$|^site/i, null],
	[/water|ocean|river|stream|canal|lake|reservoir|physical_line|水|河|湖|渠|江|海/i, 'water'],
	[/rail|transit|subway|tram|铁路|轨/i, 'rail'],
	[/road|street|transport|highway|bridge|路|道|街|桥/i, 'road'],
	[/build|建筑|房屋/i, 'building'],
	[/park|green|land|natural|wood|forest|grass|绿|林|公园/i, 'green'],
];

/** Kind of a layer by its name; `other` for one that no rule knows, null for what is not drawn. */
export function baseKindOf(name: string): BaseKind | null {
	for (const [pattern, kind] of BY_NAME) if (pattern.test(name)) return kind;
	return 'other';
}

/** Classes of roads by rank: 1 for the main ones, 2 for those between, 3 for all else. */
export const ROAD_CLASSES = {
	1: ['motorway', 'trunk', 'highway', 'motorway_link', 'trunk_link'],
	2: ['primary', 'secondary', 'major_road', 'medium_road', 'primary_link', 'secondary_link'],
} as const;

/** Rank of a road by its class as delivered. */
export function roadRank(word: string): 1 | 2 | 3 {
	if ((ROAD_CLASSES[1] as readonly string[]).includes(word) || /高速|国道|快速/.test(word)) return 1;
	if ((ROAD_CLASSES[2] as readonly string[]).includes(word) || /主干|省道|县道/.test(word)) return 2;
	return 3;
}
