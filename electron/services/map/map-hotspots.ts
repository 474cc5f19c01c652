// Hot grids of an area by class (figures.md, OP10) with their nine weekly counts. A spot is named by grid and class, so
// that the same spot can be followed from week to week. Never a map of where people live.

import type { z } from 'zod';
import type { MapHotspotsOutput } from '../../../shared/contract/schemas/map.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { listCategories } from '../exports/dictionaries.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import type { EngineSnapshot } from '../indicators/event-columns.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { windowOf } from '../indicators/figure-tally.ts';
import { hotKey, listHotGrids, listHotWeeks, readHotKey } from '../indicators/hot-grids.ts';

const CLASS_WORDS = new Map(
	listCategories().map(({ groupCode, groupZh, groupEn }) => [groupCode, { zh: groupZh, en: groupEn }]),
);

const OTHER = { zh: '其他', en: 'Other' };
/** Spots that are no longer hot, the latest ones first. */
const MOST_PAST = 200;
/** Weeks that the history of a spot goes back, the present one counted. */
const WEEKS = 12;

/** Throws GridHelmError E_UNKNOWN_AREA. */
export function listMapHotspots(
	snapshot: EngineSnapshot,
	{ area, period }: { area: string; period: Period },
): z.infer<typeof MapHotspotsOutput> {
	const index = eventIndexOf(snapshot);
	const inside = placeOfCode(index.tree, area);
	const window = windowOf(index, period, null);
	const history = listHotWeeks(index, window, WEEKS);
	const gridOf = (place: number) => {
		const grid = index.tree.places[place];
		return grid?.level === 'grid' && place >= inside.place && place <= inside.lastPlace ? grid : null;
	};
	const hotWeeksOf = (key: number) => history.map((hot) => (hot.has(key) ? 1 : 0));
	const present = new Set<number>();
	const spots = listHotGrids(index, window).flatMap(({ place, classL1, ...spot }) => {
		const grid = gridOf(place);
		if (grid === null) return [];
		const key = hotKey(place, classL1);
		present.add(key);
		const hotWeeks = hotWeeksOf(key);
		return [
			{
				area: grid.code,
				classCode: classL1,
				class: CLASS_WORDS.get(classL1) ?? OTHER,
				...spot,
				hotWeeks,
				weeksInRow: WEEKS - 1 - hotWeeks.lastIndexOf(0),
			},
		];
	});
	const past = [...new Set(history.flatMap((hot) => [...hot]))].flatMap((key) => {
		const { place, classL1 } = readHotKey(key);
		const grid = gridOf(place);
		if (grid === null || present.has(key)) return [];
		const hotWeeks = hotWeeksOf(key);
		return [{ area: grid.code, classCode: classL1, class: CLASS_WORDS.get(classL1) ?? OTHER, hotWeeks }];
	});
	past.sort((a, b) => b.hotWeeks.lastIndexOf(1) - a.hotWeeks.lastIndexOf(1) || (a.area < b.area ? -1 : 1));
	return { asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS), spots, past: past.slice(0, MOST_PAST) };
}
