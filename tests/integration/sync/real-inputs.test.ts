// The three real districts by their profiles: the figures of the issue, exactly. Skipped visibly without the data.

import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listAreas } from '../../../electron/services/cache/area-queries.ts';
import type { Cache } from '../../../electron/services/cache/open-cache.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { loadProfile } from '../../../electron/services/exports/mapping-profile.ts';
import { EVENT_FLAG } from '../../../electron/services/indicators/event-columns.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { importFile } from '../../../electron/services/sync/import-file.ts';
import type { BatchReport } from '../../../electron/services/sync/import-report.ts';
import { NOW_S } from './made-blocks.ts';
import { makeCache } from './made-cache.ts';

const DATA = resolve('../shared/data');
const isAbsent = !existsSync(DATA);
if (isAbsent) console.log(`real inputs skipped: no folder ${DATA}`);

async function importReal(
	profileName: string,
	files: readonly string[],
): Promise<{ cache: Cache; reports: BatchReport[] }> {
	const { cache } = makeCache();
	const profile = await loadProfile(resolve(`tests/support/profiles/${profileName}.json`));
	const context = { cache, reader: exportReader, nowS: () => NOW_S };
	const reports: BatchReport[] = [];
	for (const file of files) {
		reports.push(
			await importFile(context, { path: join(DATA, file), fileName: basename(file), isTemporary: false }, { profile }),
		);
	}
	expect(verifyCache(cache.reader)).toMatchObject({ isSound: true, findings: [] });
	return { cache, reports };
}

function countFlags(cache: Cache, bit: number): number {
	return loadSnapshot(cache.reader).events.flags.filter((flags) => (flags & bit) !== 0).length;
}

describe.skipIf(isAbsent)('real inputs', () => {
	it('New York: points in districts, open and faulty times', { timeout: 120_000 }, async () => {
		const { cache, reports } = await importReal('new-york', [
			'nyc311/borough.geojson',
			'nyc311/community_district.geojson',
			'nyc311/nyc311_jan2020_76731.csv',
		]);
		expect(reports.map((report) => [report.outcome, report.rows.inserted, report.rows.quarantined])).toEqual([
			['committed', 5, 0],
			['committed', 59, 0],
			['committed', 76_731, 0],
		]);
		expect(reports[2]?.warnings).toContainEqual(expect.objectContaining({ code: 'W_CLOCK', count: 823 }));
		const { events, areas } = loadSnapshot(cache.reader);
		expect(events.length).toBe(76_731);
		expect(countFlags(cache, EVENT_FLAG.hasPoint)).toBe(73_404);
		expect(events.length - countFlags(cache, EVENT_FLAG.unlocated)).toBe(73_064);
		expect(countFlags(cache, EVENT_FLAG.clockFault)).toBe(823);
		expect(events.closedAt.filter((at) => at === 0).length).toBe(12_190);
		// The polygon's borough wins over the column, and says so.
		const differing = events.flags.findIndex((flags) => (flags & EVENT_FLAG.placeDiffers) !== 0);
		expect(countFlags(cache, EVENT_FLAG.placeDiffers)).toBe(20);
		expect(events.areaId[differing]).toBe(events.geoAreaId[differing]);
		// Every community district is hit.
		const grids = areas.filter((area) => area.level === 'grid').map((area) => area.areaId);
		expect(grids).toHaveLength(59);
		expect(grids.filter((areaId) => !events.areaId.includes(areaId))).toEqual([]);
		expect(areas.filter((area) => area.parentId === null)).toMatchObject([{ code: 'NYC', level: 'district' }]);
	});

	it('Pingshan: units made from names, the reported flag, a round number only warned of', {
		timeout: 60_000,
	}, async () => {
		const { cache, reports } = await importReal('pingshan', ['pingshan/pingshan_events_10000.csv']);
		expect(reports[0]).toMatchObject({ outcome: 'committed', rows: { read: 10_000, inserted: 10_000 } });
		expect(reports[0]?.warnings).toContainEqual(expect.objectContaining({ code: 'W_CAP', count: 10_000 }));
		const { areas } = listAreas(cache.reader);
		expect(areas.filter((area) => area.level === 'town')).toHaveLength(6);
		expect(areas.filter((area) => area.level === 'village')).toHaveLength(23);
		expect(areas.every((area) => area.level === 'district' || area.code.startsWith('name:'))).toBe(true);
		expect(countFlags(cache, EVENT_FLAG.hasReportedFlag)).toBe(10_000);
		expect(countFlags(cache, EVENT_FLAG.reportedOnTime)).toBe(9_076);
		const { events, areas: engineAreas } = loadSnapshot(cache.reader);
		const level = new Map(engineAreas.map((area) => [area.areaId, area.level]));
		expect(events.areaId.filter((areaId) => level.get(areaId) !== 'village').length).toBe(10);
	});

	it('Longwan: streets, villages with homonyms, polygons, broken rings named', { timeout: 60_000 }, async () => {
		const { cache, reports } = await importReal('longwan', [
			'longwan/streets.csv',
			'longwan/villages.json',
			'longwan/streets_wgs84.geojson',
			'longwan/streets_as_published_broken_rings.json',
			'longwan/roads.geojson',
		]);
		expect(reports.slice(0, 2).map((report) => report.rows.inserted)).toEqual([10, 123]);
		expect(reports[2]?.rows).toMatchObject({ updated: 10, quarantined: 0 });
		const broken = JSON.stringify([reports[3]?.warnings, reports[3]?.rejections]);
		for (const name of ['海城', '沙城', '天河', '永兴']) expect(broken).toContain(name);
		const { areas, layers } = listAreas(cache.reader);
		expect(layers).toEqual(['district', 'town', 'road']);
		const villages = areas.filter((area) => area.level === 'village');
		expect(villages).toHaveLength(123);
		expect(villages.every((area) => /^\d{12}$/.test(area.code))).toBe(true);
		const homonyms = villages.filter((area) => area.name === '石坦村委会');
		expect(new Set(homonyms.map((area) => area.code)).size).toBe(2);
		expect(areas.filter((area) => area.level === 'town').every((area) => area.bbox !== null)).toBe(true);
		expect(areas.filter((area) => area.parentCode === null)).toMatchObject([{ code: '330303' }]);
	});
});
