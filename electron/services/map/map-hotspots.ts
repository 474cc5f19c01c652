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
import { listHotGrids } from '../indicators/hot-grids.ts';

const CLASS_WORDS = new Map(
	listCategories().map(({ groupCode, groupZh, groupEn }) => [groupCode, { zh: groupZh, en: groupEn }]),
);

/** Throws GridHelmError E_UNKNOWN_AREA. */
export function listMapHotspots(
	snapshot: EngineSnapshot,
	{ area, period }: { area: string; period: Period },
): z.infer<typeof MapHotspotsOutput> {
	const index = eventIndexOf(snapshot);
	const inside = placeOfCode(index.tree, area);
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		spots: listHotGrids(index, windowOf(index, period, null)).flatMap(({ place, classL1, ...spot }) => {
			const grid = index.tree.places[place];
			if (grid?.level !== 'grid' || place < inside.place || place > inside.lastPlace) return [];
			return [
				{
					area: grid.code,
					classCode: classL1,
					class: CLASS_WORDS.get(classL1) ?? { zh: '其他', en: 'Other' },
					...spot,
				},
			];
		}),
	};
}
