// The address of a view: reads back what it wrote, and falls back on whatever it cannot read.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type Address,
	BASKET_LIMIT,
	COLLAB_PARTS,
	EVERY_INDICATOR,
	MAP_LEVELS,
	PAGES,
	PAPERS,
	parseAddress,
	SECTIONS,
	writeAddress,
} from '../../../renderer/stores/address.ts';
import { DEFAULT_FILTERS, EVENT_STATES } from '../../../renderer/stores/event-filters.ts';
import { CLASS_METHODS, COMPARE_MODES, DEFAULT_MAP, MAP_LAYERS } from '../../../renderer/stores/map-address.ts';
import { EVENT_LIGHTS, LIGHTS } from '../../../shared/domain/codes.ts';
import { DIMENSIONS, THESIS_TAGS } from '../../../shared/domain/dimensions.ts';

test('an empty address is the overview of the district', () => {
	expect(parseAddress('')).toMatchObject({
		page: 'overview',
		area: null,
		period: null,
		indicator: null,
		mapLevel: null,
		map: DEFAULT_MAP,
		section: 'all',
		choice: EVERY_INDICATOR,
		collabPart: 'queue',
		paper: 'day',
		basket: [],
		eventId: null,
		filters: DEFAULT_FILTERS,
	});
	expect(writeAddress(parseAddress(''))).toBe('');
});

test('area, period and indicator stand in the address as a person would write them', () => {
	const address = parseAddress('?area=339901001&period=2026-10&indicator=OP04');
	expect(address).toMatchObject({ area: '339901001', period: '2026-10', indicator: 'OP04' });
	expect(writeAddress(address)).toBe('?area=339901001&period=2026-10&indicator=OP04');
});

test.each([
	'?period=2026-13',
	'?page=nothing',
	'?map=planet',
	'?page=events&proof=OP04~x',
	'?page=events&lights=blue',
	'?page=events&from=2026-02-30&severity=9',
	'?page=indicators&show=sky&light=blue&tag=Z9',
	'?%',
])('falls back on %s without throwing', (search) => {
	const address = parseAddress(search);
	expect(address.period).toBeNull();
	expect(address.mapLevel).toBeNull();
	expect(address.filters.proof).toBeNull();
	expect(address.filters).toMatchObject({ from: null, severity: null });
});

test('whatever is written is read back', () => {
	const text = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => value.trim() !== '');
	const basket = fc.array(fc.record({ area: text, period: fc.constantFrom('2026-10', '2026-11-21~2026-11-22') }), {
		maxLength: BASKET_LIMIT,
	});
	const proof = fc.record({
		indicator: text,
		area: text,
		period: fc.constantFrom('2026-10', '2026Q3'),
		variant: fc.option(text),
		part: fc.constantFrom('all' as const, 'num' as const, 'missed' as const),
	});
	// A proof names its own state and lights; beside one they are not kept.
	const filters = fc.record({
		state: fc.option(fc.constantFrom(...EVENT_STATES)),
		lights: fc.subarray([...EVENT_LIGHTS]),
		category: fc.option(text),
		source: fc.option(text),
		unit: fc.option(text),
		status: fc.option(text),
		severity: fc.option(fc.constantFrom(1, 2, 3, 4)),
		from: fc.option(fc.constantFrom('2026-10-01', '2024-02-29')),
		to: fc.option(fc.constantFrom('2026-10-31')),
		number: fc.option(text),
		proof: fc.option(proof),
	});
	const events = fc.record({
		page: fc.constant('events' as const),
		area: fc.option(text),
		period: fc.option(fc.constantFrom('2026-10', '2026-W47', '2026Q3', '2026', '2026-11-22')),
		indicator: fc.option(text),
		mapLevel: fc.option(fc.constantFrom(...MAP_LEVELS)),
		map: fc.constant(DEFAULT_MAP),
		section: fc.constant('all' as const),
		choice: fc.constant(EVERY_INDICATOR),
		collabPart: fc.constant('queue' as const),
		paper: fc.constant('day' as const),
		basket,
		eventId: fc.option(text),
		filters,
	});
	const others = fc.record({
		page: fc.constantFrom(...PAGES.filter((page) => !['events', 'map', 'indicators', 'briefing'].includes(page))),
		area: fc.option(text),
		period: fc.option(fc.constantFrom('2026-10', '2026')),
		indicator: fc.option(text),
		mapLevel: fc.option(fc.constantFrom(...MAP_LEVELS)),
		map: fc.constant(DEFAULT_MAP),
		section: fc.constant('all' as const),
		choice: fc.constant(EVERY_INDICATOR),
		collabPart: fc.constant('queue' as const),
		paper: fc.constant('day' as const),
		basket,
		eventId: fc.constant(null),
		filters,
	});
	const collabs = fc.record({
		page: fc.constant('collab' as const),
		area: fc.option(text),
		period: fc.option(fc.constantFrom('2026-10', '2026')),
		indicator: fc.option(text),
		mapLevel: fc.option(fc.constantFrom(...MAP_LEVELS)),
		section: fc.constant('all' as const),
		choice: fc.constant(EVERY_INDICATOR),
		collabPart: fc.constantFrom(...COLLAB_PARTS),
		paper: fc.constant('day' as const),
		basket,
		eventId: fc.constant(null),
		filters,
	});
	const briefings = fc.record({
		page: fc.constant('briefing' as const),
		area: fc.option(text),
		period: fc.option(fc.constantFrom('2026-10', '2026-11-21~2026-11-22')),
		indicator: fc.option(text),
		mapLevel: fc.option(fc.constantFrom(...MAP_LEVELS)),
		map: fc.constant(DEFAULT_MAP),
		section: fc.constant('all' as const),
		choice: fc.constant(EVERY_INDICATOR),
		collabPart: fc.constant('queue' as const),
		paper: fc.constantFrom(...PAPERS),
		basket,
		eventId: fc.constant(null),
		filters,
	});
	const indicators = fc.record({
		page: fc.constant('indicators' as const),
		area: fc.option(text),
		period: fc.option(fc.constantFrom('2026-10', '2026')),
		indicator: fc.option(text),
		mapLevel: fc.option(fc.constantFrom(...MAP_LEVELS)),
		map: fc.constant(DEFAULT_MAP),
		section: fc.constantFrom(...SECTIONS),
		collabPart: fc.constant('queue' as const),
		paper: fc.constant('day' as const),
		basket,
		choice: fc.record({
			tag: fc.option(fc.constantFrom(...THESIS_TAGS)),
			light: fc.option(fc.constantFrom(...LIGHTS)),
			dimension: fc.option(fc.constantFrom(...DIMENSIONS)),
		}),
		eventId: fc.constant(null),
		filters,
	});
	const maps = fc.record({
		page: fc.constant('map' as const),
		area: fc.option(text),
		period: fc.option(fc.constantFrom('2026-10', '2026-W47')),
		indicator: fc.option(text),
		mapLevel: fc.option(fc.constantFrom(...MAP_LEVELS)),
		map: fc.record({
			fill: fc.option(text),
			method: fc.constantFrom(...CLASS_METHODS),
			layers: fc.subarray([...MAP_LAYERS]),
			against: fc.option(
				fc.oneof(
					fc.record({ kind: fc.constant('period' as const), code: fc.constantFrom('2025-10', '2026-W01') }),
					fc.record({ kind: fc.constant('indicator' as const), code: text }),
				),
			),
			mode: fc.constantFrom(...COMPARE_MODES),
			camera: fc.option(
				fc.record({
					lng: fc.constantFrom(120.65432, -73.9),
					lat: fc.constantFrom(27.9, 40.75),
					zoom: fc.constantFrom(9.25, 14),
				}),
			),
		}),
		section: fc.constant('all' as const),
		choice: fc.constant(EVERY_INDICATOR),
		collabPart: fc.constant('queue' as const),
		paper: fc.constant('day' as const),
		basket,
		eventId: fc.constant(null),
		filters,
	});
	fc.assert(
		fc.property(fc.oneof(events, collabs, maps, others, briefings, indicators), (part) => {
			const address: Address = { ...parseAddress(''), ...part };
			expect(parseAddress(writeAddress(address))).toEqual(address);
		}),
	);
});

test('what a map cannot be falls back, part by part', () => {
	const { map } = parseAddress('?page=map&classes=odd&layers=events,magic&against=period:2026-13&at=500,2,3&mode=up');
	expect(map).toEqual({ ...DEFAULT_MAP, layers: ['events'] });
	expect(parseAddress('?page=map&layers=').map.layers).toEqual([]);
	expect(parseAddress('?page=map&at=120.5,,9').map.camera).toBeNull();
});
