// A wrong cell typed anew: kept beside the row, tried again with the same checks, taken back by undo; for uploads whose
// file is gone as well, and never with anything personal on disk.

import { existsSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_HEADER, eventRow, openDistrict, UNITS } from './district-files.ts';

let district: Awaited<ReturnType<typeof openDistrict>>;
beforeEach(async () => {
	district = await openDistrict();
	await district.importFile('区划.csv', UNITS);
});
afterEach(() => district.close());

const LINES = [
	EVENT_HEADER,
	eventRow('A1', '路灯', '东街道', '05'),
	eventRow('A2', '路灯', '西镇', '06').replace('2026-10-06 09:10', '2026-13-45 09:10'),
	eventRow('A3', '路灯', '西镇', '07').replace('2026-10-07 09:10', '2026-13-45 09:10'),
];

/** Imports the file and takes it away, as an upload is. */
async function importGone(lines: readonly string[] = LINES): Promise<number> {
	const run = await district.importFile('事件_20261020.csv', lines);
	unlinkSync(join(district.dir, '事件_20261020.csv'));
	return run.reports[0]?.batchId ?? 0;
}

async function waiting(batchId: number | null = null) {
	return (await district.call('imports.listQuarantine', { batchId })).rows;
}

async function retry(batchId: number) {
	const { runId } = await district.call('imports.retryQuarantine', { batchId });
	for (;;) {
		const run = await district.call('imports.getRun', { runId });
		if (run.state !== 'running') return run;
		await new Promise((resolve) => setImmediate(resolve));
	}
}

async function correct(quarantineId: number, column: string, text: string | null) {
	return (await district.call('imports.correctRow', { quarantineId, column, text })).row;
}

test('a corrected row is taken, says so, and comes back when that is undone', async () => {
	const batchId = await importGone();
	const [first, second] = await waiting(batchId);
	expect(first).toMatchObject({ row: 3, column: '受理时间', corrections: {}, correctedAt: null });
	expect(first?.columns).toContain('受理时间');
	expect(first?.columns).not.toContain('联系电话');
	const corrected = await correct(first?.quarantineId ?? 0, '受理时间', ' 2026-10-06 09:10 ');
	expect(corrected.corrections).toEqual({ 受理时间: '2026-10-06 09:10' });
	expect(corrected.correctedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
	expect(corrected.cells.受理时间).toBe('2026-13-45 09:10');

	const run = await retry(batchId);
	expect(run.reports[0]).toMatchObject({ outcome: 'committed', rows: { read: 1, inserted: 1, quarantined: 0 } });
	const taker = run.reports[0]?.batchId ?? 0;
	expect((await waiting()).map(({ quarantineId }) => quarantineId)).toEqual([second?.quarantineId]);
	const event = await district.call('events.getEvent', { eventId: 'A2' });
	expect(event.event).toMatchObject({ acceptedAt: '2026-10-06T09:10:00+08:00' });
	expect(JSON.stringify(event)).not.toMatch(/王小明|13912345678/);
	expect(JSON.stringify(event)).toContain('反映路灯不亮');
	const batch = (await district.call('imports.listBatches', {})).batches[0];
	expect(batch).toMatchObject({ batchId: taker, correctionOf: batchId, file: '事件_20261020.csv', mode: 'increment' });

	await district.call('imports.undoBatch', { batchId: taker });
	expect((await waiting(batchId))[0]).toMatchObject({ row: 3, corrections: { 受理时间: '2026-10-06 09:10' } });
	expect((await correct(first?.quarantineId ?? 0, '受理时间', null)).correctedAt).toBeNull();
});

test('what is still wrong waits on under its own row and cell, saying that it was corrected', async () => {
	const batchId = await importGone();
	const rows = await waiting(batchId);
	await correct(rows[0]?.quarantineId ?? 0, '受理时间', '2026-10-06 09:10');
	await correct(rows[1]?.quarantineId ?? 0, '受理时间', '昨天');
	const run = await retry(batchId);
	expect(run.reports[0]?.rows).toMatchObject({ read: 2, inserted: 1, quarantined: 1 });
	expect(await waiting()).toMatchObject([
		{
			batchId: run.reports[0]?.batchId,
			row: 4,
			cell: rows[1]?.cell,
			column: '受理时间',
			corrections: { 受理时间: '昨天' },
		},
	]);
});

test('an upload is tried again from what was kept, and is gone only where nothing was', async () => {
	const batchId = await importGone();
	const run = await retry(batchId);
	expect(run.reports[0]?.rows).toMatchObject({ read: 2, quarantined: 2 });
	expect((await waiting()).map(({ row }) => row)).toEqual([3, 4]);
	const other = await importGone([
		EVENT_HEADER,
		eventRow('B1', '路灯', '东街道', '05'),
		`${eventRow('B2', '路灯', '东街道', '05')},多`,
	]);
	const [torn] = await waiting(other);
	expect(torn).toMatchObject({ code: 'E_WIDTH', columns: [] });
	await expect(retry(other)).rejects.toThrow('E_GONE');
	await expect(correct(torn?.quarantineId ?? 0, '受理时间', '2026-10-05')).rejects.toThrow('E_INPUT');
});

test('nothing personal is typed in or kept', async () => {
	const batchId = await importGone();
	const [first] = await waiting(batchId);
	for (const text of ['13912345678', '王小明 13912345678', '330102199003078478'])
		await expect(correct(first?.quarantineId ?? 0, '事件小类', text)).rejects.toThrow('E_INPUT');
	await expect(correct(first?.quarantineId ?? 0, '联系电话', '1')).rejects.toThrow('E_INPUT');
	await expect(correct(9_999, '受理时间', '1')).rejects.toThrow('E_NOT_FOUND');
	const files = readdirSync(district.cacheDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	const bytes = Buffer.concat(files.map((one) => readFileSync(join(one.parentPath, one.name)))).toString('utf8');
	expect(bytes).toContain('反映路灯不亮');
	expect(bytes).not.toMatch(/13812345678|13912345678|王小明/);
	expect(existsSync(join(district.dir, '事件_20261020.csv'))).toBe(false);
});

test('of a sensitive or unknown class no text waits', async () => {
	await importGone([EVENT_HEADER, eventRow('A2', '怪事', '西镇', '06').replace('2026-10-06 09:10', '2026-13-45')]);
	const files = readdirSync(district.cacheDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	const bytes = Buffer.concat(files.map((one) => readFileSync(join(one.parentPath, one.name)))).toString('utf8');
	expect(bytes).not.toContain('反映路灯不亮');
});
