// Events open now as points with their lights. Sensitive ones are counted and never placed; every other point is rounded
// to about 100 m, and stands at its area's own point where none was delivered or nobody can tell what it is.

import type { z } from 'zod';
import type { MapEventsOutput } from '../../../shared/contract/schemas/map.ts';
import { EVENT_LIGHTS, UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { getEventIds } from '../cache/event-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { describeCategory } from '../exports/dictionaries.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { openEventsInside } from '../indicators/open-events.ts';
import { openEventClock } from '../indicators/red-queue.ts';
import { isSensitiveRow, type LabelPoints, shownPointOf } from './event-points.ts';

type MapEvents = z.infer<typeof MapEventsOutput>;

/** Throws GridHelmError E_UNKNOWN_AREA. */
export function listMapEvents(scope: EventScope, labelPoints: LabelPoints, area: string): MapEvents {
	const { snapshot, calendar, nowS } = scope;
	const index = eventIndexOf(snapshot);
	const { events, tree } = index;
	const classNumbers = new Map<string, number>();
	const classes: MapEvents['classes'] = [];
	const keys: number[] = [];
	const found: Pick<MapEvents, 'lng' | 'lat' | 'light' | 'class' | 'atArea'> = {
		lng: [],
		lat: [],
		light: [],
		class: [],
		atArea: [],
	};
	let sensitive = 0;
	let unplaced = 0;

	function classOf(code: string): number {
		let number = classNumbers.get(code);
		if (number === undefined) {
			const known = code === UNMAPPED_CATEGORY ? null : describeCategory(code);
			number = classes.length;
			classes.push({ zh: known?.zh ?? '未分类', en: known?.en ?? 'Unclassified' });
			classNumbers.set(code, number);
		}
		return number;
	}

	const open = openEventsInside(index, placeOfCode(tree, area));
	for (const each of open) {
		const { row } = each;
		const code = snapshot.dict.get(events.categoryId[row] as number)?.code ?? UNMAPPED_CATEGORY;
		if (isSensitiveRow(index, row)) {
			sensitive += 1;
			continue;
		}
		const shown = shownPointOf(index, labelPoints, row);
		if (shown === null) {
			unplaced += 1;
			continue;
		}
		keys.push(events.eventKey[row] as number);
		found.lng.push(shown.point[0]);
		found.lat.push(shown.point[1]);
		found.light.push(EVENT_LIGHTS.indexOf(openEventClock(index, calendar, each, nowS).light));
		found.class.push(classOf(code));
		found.atArea.push(shown.isSure ? 0 : 1);
	}
	return {
		asOf: snapshot.asOfS === null ? null : toIso(snapshot.asOfS),
		now: toIso(nowS),
		total: open.length,
		sensitive,
		unplaced,
		classes,
		lights: [...EVENT_LIGHTS],
		eventIds: getEventIds(scope.db, keys),
		...found,
	};
}
