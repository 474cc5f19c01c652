// A rehearsal tells what an import would do and leaves the cache as it was.

import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_HEADER, eventRow, openDistrict, UNITS } from './district-files.ts';

let district: Awaited<ReturnType<typeof openDistrict>>;
beforeEach(async () => {
	district = await openDistrict();
});
afterEach(() => district.close());

const days = ['05', '06', '07', '08', '09', '12', '13', '14'];
const rows = days.map((day, index) => eventRow(`A${index}`, '路灯', index % 2 === 0 ? '东街道' : '西镇', day));

test('units and events chosen together are rehearsed in the order of an import, and nothing is written', async () => {
	const broken = 'B1,路灯,西镇,2026-13-45 09:00,2026-13-45 09:10,2026-10-05 17:30,,处置中,,';
	const preview = await district.rehearse(['事件_20261020.csv', [EVENT_HEADER, ...rows, broken]], ['区划.csv', UNITS]);
	expect(preview.state).toBe('done');
	expect(preview.files.map(({ report }) => [report.dataset, report.outcome, report.rows.inserted])).toEqual([
		['admin_unit', 'dryRun', 3],
		['event', 'dryRun', 8],
	]);
	const events = preview.files[1];
	expect(events?.quarantine).toMatchObject([{ row: 10, code: 'E_DATE', cell: 'D10' }]);
	expect(events?.personal).toEqual(
		expect.arrayContaining([
			{ kind: 'column', count: 1 },
			{ kind: 'mobile', count: 8 },
		]),
	);
	const town = preview.moves.find((move) => move.indicator === 'OP01' && move.areaName === '东街道');
	expect(town).toMatchObject({ period: '2026-10', after: 4 });
	const state = await district.call('app.getState', {});
	expect(state.townCount).toBe(0);
	expect((await district.call('imports.listBatches', {})).batches).toEqual([]);
	expect(readdirSync(district.cacheDir).filter((name) => name.includes('rehearsal'))).toEqual([]);
});

test('a rehearsal shows mapping and samples, and no person', async () => {
	const preview = await district.rehearse(['事件_20261020.csv', [EVENT_HEADER, ...rows]]);
	const columns = preview.files[0]?.columns ?? [];
	expect(columns.find(({ header }) => header === '事件小类')).toMatchObject({ field: 'cat_l2', samples: ['路灯'] });
	expect(columns.find(({ header }) => header === '联系电话')).toEqual({
		header: '联系电话',
		field: null,
		mappedBy: 'personal',
		samples: [],
	});
	expect(JSON.stringify(preview)).not.toMatch(/王小明|1381234|1391234/);
});

test('days shifted as one and renumbered doubles are told from life', async () => {
	await district.importFile('区划.csv', UNITS);
	await district.importFile('事件_20261020.csv', [EVENT_HEADER, ...rows]);
	const shifted = rows.map((row) =>
		row.replace(/2026-10-(\d\d)/g, (_, day) => `2026-10-${String(Number(day) + 1).padStart(2, '0')}`),
	);
	const moved = await district.rehearse(['事件_20261021.csv', [EVENT_HEADER, ...shifted]]);
	expect(moved.files[0]?.report.rows.updated).toBe(8);
	expect(moved.files[0]?.faults.map(({ kind, rows: count }) => [kind, count])).toEqual([['dayShift', 8]]);
	const doubled = await district.rehearse(['事件_20261021.csv', [EVENT_HEADER, ...rows.map((row) => `Z${row}`)]]);
	expect(doubled.files[0]?.faults.map(({ kind, rows: count }) => [kind, count])).toEqual([['doubled', 8]]);
	expect(doubled.moves.find(({ indicator, level }) => indicator === 'OP01' && level === 'district')).toMatchObject({
		before: 8,
		after: 16,
		fault: 'doubled',
	});
	const old = await district.rehearse(['事件_20261001.csv', [EVENT_HEADER, eventRow('N1', '路灯', '西镇', '01')]]);
	expect(old.files[0]?.faults.map(({ kind }) => kind)).toEqual(['oldFile']);
});

test('a corrected mapping is kept as a profile and recognised at the next file of the source', async () => {
	await district.importFile('区划.csv', UNITS);
	const header = EVENT_HEADER.replace('事件小类', '怪类').replace('受理时间', '怪时间');
	const first = await district.rehearse(['甲源_20261020.csv', [header, ...rows]]);
	expect(first.files[0]?.columns.find(({ header: name }) => name === '怪类')?.mappedBy).toBe('unknown');
	const profile = {
		name: 'source-a',
		title: '甲源',
		mappings: [
			{
				dataset: 'event',
				when: ['怪类', '怪时间'],
				fields: { cat_l2: { column: '怪类' }, accepted_at: { column: '怪时间' } },
			},
		],
	};
	const saved = await district.call('imports.saveProfile', { json: JSON.stringify(profile) });
	expect(saved.version).toBe(1);
	const next = await district.rehearse(['甲源_20261021.csv', [header, ...rows]]);
	expect(next.files[0]?.profile).toEqual({ name: 'source-a', title: '甲源', version: 1 });
	expect(next.files[0]?.columns.find(({ header: name }) => name === '怪类')).toMatchObject({
		field: 'cat_l2',
		mappedBy: 'profile',
	});
	const run = await district.importFile('甲源_20261021.csv', [header, ...rows]);
	expect(run.reports[0]).toMatchObject({ outcome: 'committed', rows: { inserted: 8 } });
	expect((await district.call('imports.listUnknownWords', {})).words).toEqual([]);
	const changed = { ...profile, title: '甲源新版' };
	expect((await district.call('imports.saveProfile', { json: JSON.stringify(changed) })).version).toBe(2);
	await expect(
		district.call('imports.saveProfile', { json: JSON.stringify({ ...profile, mappings: [] }) }),
	).rejects.toThrow(/E_INPUT .*mappings/);
});
