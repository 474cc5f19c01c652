// A made district and a short way to ask for its readings.

import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import type { ReadingsQuery } from '../../../electron/services/indicators/compute-readings.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import type { Reading } from '../../../electron/services/indicators/read-figure.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import type { PlainArea, PlainDistrict, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { instantOf, makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

export const AREAS: PlainArea[] = [
	{ code: 'D', level: 'district' },
	{ code: 'T1', level: 'town', parent: 'D', sortNo: 2, popResident: 1_000 },
	{ code: 'T2', level: 'town', parent: 'D', sortNo: 1, popResident: 3_000 },
	{ code: 'V1', level: 'village', parent: 'T1' },
	{ code: 'G1', level: 'grid', parent: 'V1' },
	{ code: 'G2', level: 'grid', parent: 'T2' },
	{ code: 'M1', level: 'microGrid', parent: 'G1' },
];
export const AS_OF = '2026-10-20 12:00:00';

export function district(events: PlainEvent[], more: Partial<PlainDistrict> = {}): PlainDistrict {
	return { areas: AREAS, events, asOf: { main: AS_OF }, ...more };
}

export type Question = Omit<ReadingsQuery, 'periods'> & { period?: string; asOf?: string };

export function read(plain: PlainDistrict, { period = '2026-10', asOf, ...rest }: Question): Reading[] {
	const periods = parsePeriodRange(period);
	if (!periods) throw new Error(period);
	const query = asOf === undefined ? rest : { ...rest, asOfS: instantOf(asOf) };
	return computeReadings(makeEngineSnapshot(plain), loadCatalogue(), { ...query, periods });
}

export function readOne(
	events: PlainEvent[],
	indicator: string,
	question: Question = {},
	more: Partial<PlainDistrict> = {},
) {
	const [reading] = read(district(events, more), { indicators: [indicator], ...question });
	if (!reading) throw new Error('no reading');
	return reading;
}

/** Six events accepted on the first, so that no figure is too small. */
export const many = (event: PlainEvent, count = 6): PlainEvent[] => Array.from({ length: count }, () => event);
export const OCT = { accepted: '2026-10-01 09:00' };
