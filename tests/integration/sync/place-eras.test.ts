// A split of a grid never moves an older event, however it told its place and in whatever order the files came; events
// from that day on count at the new grids. Taking the split back gives what would be there without it.

import { describe, expect, it } from 'vitest';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { takeCsv } from './ledger-files.ts';
import { area, eventBlocks, type MadeEvent, type MadeExport, NOW_S, square } from './made-blocks.ts';
import { dumpCache, type MadeCache, makeCache } from './made-cache.ts';
import { GRIDS, UNITS } from './made-district.ts';

const grid = { level: 'grid' as const, gridType: 'base' as const, parentCode: '330399001201' };
const records = [
	area({ ...grid, code: 'G1', name: '第1网格', isActive: false, geometry: square(120, 28, 0.01) }),
	area({ ...grid, code: 'G1A', name: '第1网格', geometry: square(120, 28, 0.005) }),
	area({ ...grid, code: 'G1B', name: '第9网格', geometry: square(120.005, 28, 0.005) }),
];
/** G1 gives its name to its western part and retires. */
const SPLIT_GRIDS: MadeExport = {
	fileName: 'new-grids.geojson',
	dataset: 'grid',
	blocks: [{ dataset: 'grid', records, rejections: [], rowsRead: records.length, fraction: 1 }],
};
const LINEAGE = [
	'原网格编码,新网格编码,户数占比,变更类型,生效日期',
	'G1,G1A,60%,拆分,2026-11-01',
	'G1,G1B,40%,拆分,2026-11-01',
];

const BEFORE = { acceptedAt: '2026-10-20T09:00:00+08:00' };
const AFTER = { acceptedAt: '2026-11-01T00:00:00+08:00' };
const EAST = { lng: 120.007, lat: 28.002 };
const NAMED = '东街道/石坦村/第1网格/';
const EVENTS: MadeEvent[] = [
	{ id: 'point then', at: { ...BEFORE, ...EAST } },
	{ id: 'point now', at: { ...AFTER, ...EAST } },
	{ id: 'name then', place: NAMED, at: BEFORE },
	{ id: 'name now', place: NAMED, at: AFTER },
	{ id: 'code now', place: '//G1/', at: AFTER },
];
const EVENT_FILE: MadeExport = { fileName: 'events.csv', dataset: 'event', blocks: eventBlocks(EVENTS) };

function places(made: MadeCache): Record<string, string> {
	const rows = made.cache.reader
		.prepare<[], [string, string]>(
			"SELECT e.event_id, coalesce(a.area_code, '') FROM event e LEFT JOIN area a ON a.area_id = e.area_id ORDER BY e.event_key",
		)
		.raw()
		.all() as unknown as [string, string][];
	return Object.fromEntries(rows);
}
const EXPECTED = { pointthen: 'G1', pointnow: 'G1B', namethen: 'G1', namenow: 'G1A', codenow: 'G1' };

describe('a split of a grid', () => {
	it.each([
		['grids, split, events', [SPLIT_GRIDS, 'lineage', EVENT_FILE]],
		['events, grids, split', [EVENT_FILE, SPLIT_GRIDS, 'lineage']],
		['split, events, grids', ['lineage', EVENT_FILE, SPLIT_GRIDS]],
	] as const)('moves no older event: %s', async (_, order) => {
		const made = makeCache();
		await made.take(UNITS);
		await made.take(GRIDS);
		for (const one of order) await (one === 'lineage' ? takeCsv(made, LINEAGE) : made.take(one));
		expect(places(made)).toEqual(EXPECTED);
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
		// The same events again change nothing; a changed one stays where it was then.
		await made.take({
			fileName: 'more.csv',
			dataset: 'event',
			blocks: eventBlocks(EVENTS.map((event) => ({ ...event, unit: '城管' }))),
		});
		expect(places(made)).toEqual(EXPECTED);
	});

	it('leaves a grid where it stands that came of one nobody delivered', async () => {
		const made = makeCache();
		await made.take(UNITS);
		await made.take(GRIDS);
		await made.take(EVENT_FILE);
		const before = places(made);
		await takeCsv(made, ['原网格编码,新网格编码,户数占比,变更类型,生效日期', 'OLD-1,G1,100%,更名,2026-10-25']);
		expect(places(made)).toEqual(before);
		expect(before.pointthen).toBe('G1');
	});

	it('leaves no trace when it is taken back', async () => {
		const made = makeCache();
		for (const one of [UNITS, GRIDS, EVENT_FILE, SPLIT_GRIDS]) await made.take(one);
		const before = dumpCache(made.cache.reader);
		const report = await takeCsv(made, LINEAGE);
		expect(places(made)).toEqual(EXPECTED);
		undoBatch(made.cache, report.batchId ?? 0, NOW_S);
		expect(dumpCache(made.cache.reader)).toEqual(before);
	});
});
