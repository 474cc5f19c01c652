// A made district with its towns and due events, for tests of boards, rankings, proofs and sentences.

import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import type { PlainArea, PlainDistrict, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

export const catalogue = loadCatalogue();
export const calendar = loadWorkingCalendar();
const AREAS: PlainArea[] = [
	{ code: 'D', name: '测区', level: 'district', popResident: 8_000 },
	{ code: 'A', name: '甲街道', level: 'town', parent: 'D', sortNo: 1, peerGroup: 'urban' },
	{ code: 'B', name: '乙街道', level: 'town', parent: 'D', sortNo: 2, peerGroup: 'urban' },
	{ code: 'C', name: '丙镇', level: 'town', parent: 'D', sortNo: 3, peerGroup: 'rural' },
	{ code: 'E', name: '丁镇', level: 'town', parent: 'D', sortNo: 4, peerGroup: 'rural' },
	{ code: 'G', name: '甲一格', level: 'grid', parent: 'A' },
];
const AS_OF = '2026-11-23 07:42:00';

export function period(code: string): Period {
	const found = parsePeriod(code);
	if (!found) throw new Error(code);
	return found;
}

export const many = (event: PlainEvent, count: number): PlainEvent[] => Array.from({ length: count }, () => event);

/** October: 20 due in each town, on time as given; the rest late. */
export function due(area: string, onTime: number, of = 20): PlainEvent[] {
	const event = { area, accepted: '2026-10-12 09:00', due: '2026-10-15 17:30' };
	return [
		...many({ ...event, disposed: '2026-10-15 17:30', closed: '2026-10-16 09:00' }, onTime),
		...many({ ...event, disposed: '2026-10-16 09:00', closed: '2026-10-16 10:00' }, of - onTime),
	];
}

export const OCTOBER = [...due('A', 19), ...due('B', 19), ...due('C', 10), ...due('G', 3, 3), ...due('E', 4, 4)];

export function snapshotOf(events: PlainEvent[], more: Partial<PlainDistrict> = {}) {
	return makeEngineSnapshot({ areas: AREAS, events, asOf: { main: AS_OF }, ...more });
}
