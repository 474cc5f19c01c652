// The most urgent light of every town, village and grid, for the map: an area speaks for all inside it.

import type { EventLight } from '../../../shared/domain/codes.ts';
import { EVENT_LIGHTS } from '../../../shared/domain/codes.ts';
import type { Place } from './area-tree.ts';
import type { EngineSnapshot } from './event-columns.ts';
import { eventIndexOf } from './event-index.ts';
import { openEventsOf } from './open-events.ts';
import { openEventClock } from './red-queue.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface AreaLight {
	area: string;
	level: Place['level'];
	light: EventLight;
	/** Open events that count in it. */
	open: number;
}

const NONE = EVENT_LIGHTS.indexOf('none');

/** Every area below the district in official order; `none` where nothing with a limit is open. */
export function computeAreaLights(snapshot: EngineSnapshot, calendar: WorkingCalendar, nowS: number): AreaLight[] {
	const index = eventIndexOf(snapshot);
	const { places } = index.tree;
	const urgency = new Uint8Array(places.length).fill(NONE);
	const open = new Uint32Array(places.length);
	for (const each of openEventsOf(index)) {
		const light = EVENT_LIGHTS.indexOf(openEventClock(index, calendar, each, nowS).light);
		let at: number | null = index.place[each.row] as number;
		while (at !== null) {
			urgency[at] = Math.min(urgency[at] as number, light);
			open[at] = (open[at] as number) + 1;
			at = places[at]?.parent ?? null;
		}
	}
	return places
		.filter(({ level }) => level !== 'district')
		.map(({ place, code, level }) => ({
			area: code,
			level,
			light: EVENT_LIGHTS[urgency[place] as number] ?? 'none',
			open: open[place] as number,
		}));
}
