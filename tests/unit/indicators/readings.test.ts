// Readings of hand-written events, each sentence of figures.md by a case that can be checked by eye.

import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import type { ReadingsQuery } from '../../../electron/services/indicators/compute-readings.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import type { Reading } from '../../../electron/services/indicators/read-figure.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import type { PlainArea, PlainDistrict, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { instantOf, makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const AREAS: PlainArea[] = [
	{ code: 'D', level: 'district' },
	{ code: 'T1', level: 'town', parent: 'D', sortNo: 2, popResident: 1_000 },
	{ code: 'T2', level: 'town', parent: 'D', sortNo: 1, popResident: 3_000 },
	{ code: 'V1', level: 'village', parent: 'T1' },
	{ code: 'G1', level: 'grid', parent: 'V1' },
	{ code: 'G2', level: 'grid', parent: 'T2' },
	{ code: 'M1', level: 'microGrid', parent: 'G1' },
];
const AS_OF = '2026-10-20 12:00:00';

function district(events: PlainEvent[], more: Partial<PlainDistrict> = {}): PlainDistrict {
	return { areas: AREAS, events, asOf: { main: AS_OF }, ...more };
}

type Question = Omit<ReadingsQuery, 'periods'> & { period?: string; asOf?: string };

function read(plain: PlainDistrict, { period = '2026-10', asOf, ...rest }: Question): Reading[] {
	const periods = parsePeriodRange(period);
	if (!periods) throw new Error(period);
	const query = asOf === undefined ? rest : { ...rest, asOfS: instantOf(asOf) };
	return computeReadings(makeEngineSnapshot(plain), loadCatalogue(), { ...query, periods });
}

function readOne(events: PlainEvent[], indicator: string, question: Question = {}, more: Partial<PlainDistrict> = {}) {
	const [reading] = read(district(events, more), { indicators: [indicator], ...question });
	if (!reading) throw new Error('no reading');
	return reading;
}

/** Six events accepted on the first, so that no figure is too small. */
const many = (event: PlainEvent, count = 6): PlainEvent[] => Array.from({ length: count }, () => event);
const OCT = { accepted: '2026-10-01 09:00' };

describe('valid events', () => {
	it('leaves out refused, void, merged and base data, and keeps unmapped ones', () => {
		const events: PlainEvent[] = [
			{ ...OCT, status: 11 },
			{ ...OCT, status: 90 },
			{ ...OCT, status: 91 },
			{ ...OCT, category: '0902' },
			{ ...OCT, category: null },
			{ ...OCT, status: null },
			{ ...OCT, category: '9999', status: 31 },
		];
		expect(readOne(events, 'OP01')).toMatchObject({ value: 3, n: 3, num: null, den: null, status: 'ok' });
	});

	it('counts an event without acceptance nowhere', () => {
		const events = [{ reported: '2026-10-02 09:00', due: '2026-10-03 09:00', closed: '2026-10-03 08:00' }, OCT];
		expect(readOne(events, 'OP01').value).toBe(1);
		expect(readOne(events, 'OP04')).toMatchObject({ num: 0, den: 0 });
		expect(readOne(events, 'OP09').n).toBe(0);
	});
});
