// Hot grids of the map: the rule of OP10 to the edge, a spot's name and its nine weeks; self-closed events never heat.

import { describe, expect, test } from 'vitest';
import { listMapHotspots } from '../../../electron/services/map/map-hotspots.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { dayFromDate, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { makeEngineSnapshot, type PlainEvent } from '../../support/make-engine-snapshot.ts';

const AS_OF = '2026-11-23T07:42:00+08:00';
const LAST = dayFromDate(2026, 11, 22);

/** `counts[0]` events in the last week, `counts[1]` in the week before, and so on. */
function weekly(counts: readonly number[], more: PlainEvent = {}): PlainEvent[] {
	return counts.flatMap((count, week) =>
		Array.from({ length: count }, () => ({
			area: 'g1',
			category: '0401',
			accepted: `${toIsoDate(LAST - week * 7)}T09:00:00+08:00`,
			...more,
		})),
	);
}

function spotsOf(events: readonly PlainEvent[], area = 'd') {
	const snapshot = makeEngineSnapshot({
		areas: [
			{ code: 'd', level: 'district' },
			{ code: 't1', level: 'town', parent: 'd' },
			{ code: 't2', level: 'town', parent: 'd' },
			{ code: 'v1', level: 'village', parent: 't1' },
			{ code: 'g1', level: 'grid', parent: 'v1' },
		],
		events,
		asOf: { s: AS_OF },
	});
	const period = parsePeriod('2026-11');
	if (!period) throw new Error('no period');
	return listMapHotspots(snapshot, { area, period }).spots;
}

describe('hot grids', () => {
	test('five in a week after eight quiet ones is hot, four is not', () => {
		expect(spotsOf(weekly([4]))).toEqual([]);
		expect(spotsOf(weekly([5]))).toEqual([
			expect.objectContaining({
				area: 'g1',
				classCode: '04',
				now: 5,
				mean: 0,
				bound: 0,
				weeks: [0, 0, 0, 0, 0, 0, 0, 0, 5],
			}),
		]);
	});
	test('a grid that always has many is not hot; above its own mean and two deviations it is', () => {
		expect(spotsOf(weekly([6, 6, 6, 6, 6, 7, 6, 6, 6]))).toEqual([]);
		const [spot] = spotsOf(weekly([9, 6, 6, 6, 6, 7, 6, 6, 6]));
		expect(spotsOf(weekly([10, 4, 8, 4, 8, 4, 8, 4, 8]))).toEqual([]);
		expect(spotsOf(weekly([11, 4, 8, 4, 8, 4, 8, 4, 8]))).toHaveLength(1);
		expect(spot?.mean).toBeCloseTo(6.125, 9);
		expect(spot?.weeks).toEqual([6, 6, 6, 7, 6, 6, 6, 6, 9]);
	});
	test('classes are apart, self-closed events and other areas do not count', () => {
		expect(spotsOf([...weekly([3]), ...weekly([3], { category: '0301' })])).toEqual([]);
		expect(spotsOf(weekly([9], { selfClosed: true }))).toEqual([]);
		expect(spotsOf(weekly([9]), 't2')).toEqual([]);
		expect(spotsOf(weekly([9]), 't1')).toHaveLength(1);
	});
});
