// Runs over several files: order by dataset, what is ignored and what refused, progress, cancel, one at a time, retry.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { exportReader } from '../../../electron/services/sync/export-reader.ts';
import { createImportRuns, type RunState } from '../../../electron/services/sync/import-run.ts';
import { findRetry } from '../../../electron/services/sync/retry-quarantine.ts';
import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';
import { NOW_S } from './made-blocks.ts';
import { makeCache, makeFolder } from './made-cache.ts';

const UNITS = '行政区划代码,名称,层级,上级\n330399,L区,3,\n330399001,东街道,4,330399\n';
const EVENTS =
	'事件编号,受理时间,所属镇街,事件状态\nE1,2026-11-20 09:00:00,东街道,处置中\nE2,2026-11-21 09:00:00,东街道,已办结\n';
const STEPS = '事件编号,序号,环节,操作,操作时间\nE2,1,核查,重办,2026-11-22 09:00:00\n';

function writeFolder(): string {
	const dir = makeFolder();
	mkdirSync(join(dir, 'a'));
	writeFileSync(join(dir, 'a', '1 steps.csv'), STEPS);
	writeFileSync(join(dir, '2 events.csv'), EVENTS);
	writeFileSync(join(dir, '3 units.csv'), UNITS);
	writeFileSync(join(dir, 'letter.txt'), 'Dear all,\nthis is no export.\n');
	writeFileSync(join(dir, '~$2 events.csv'), 'lock');
	return dir;
}

const named = (path: string, fileName: string) => ({ path, fileName, isTemporary: false });

describe('an import run', () => {
	it('takes a folder in the order of datasets and ignores what is no export', { timeout: 60_000 }, async () => {
		const { cache } = makeCache();
		const dir = writeFolder();
		const states: RunState[] = [];
		const committed: number[] = [];
		const runs = createImportRuns(
			{ cache, reader: exportReader, nowS: () => NOW_S },
			{ onProgress: (state) => states.push(state), onCommitted: (report) => committed.push(report.batchId ?? 0) },
		);
		const runId = runs.start([named(dir, 'folder')], {});
		expect(() => runs.start([named(dir, 'folder')], {})).toThrow(expect.objectContaining({ code: 'E_BUSY' }));
		const state = await runs.whenEnded(runId);
		expect(state).toMatchObject({ state: 'done', fileCount: 4, failure: null });
		expect(state.reports.map((report) => [report.file, report.outcome])).toEqual([
			['3 units.csv', 'committed'],
			['2 events.csv', 'committed'],
			['1 steps.csv', 'committed'],
			['letter.txt', 'ignored'],
		]);
		expect(committed).toEqual([1, 2, 3]);
		expect(states.length).toBeGreaterThanOrEqual(4);
		expect(runs.get(runId)).toEqual(state);
		expect(loadSnapshot(cache.reader).events.length).toBe(2);
	});

	it('refuses a named file that is no export, and says what is missing before anything is read', async () => {
		const { cache } = makeCache();
		const dir = writeFolder();
		const runs = createImportRuns({ cache, reader: exportReader, nowS: () => NOW_S });
		const letter = await runs.whenEnded(runs.start([named(join(dir, 'letter.txt'), 'letter.txt')], {}));
		expect(letter.reports.map((report) => report.outcome)).toEqual(['refused']);
		const files = [named(join(dir, '2 events.csv'), '2 events.csv'), named(join(dir, 'gone.csv'), 'gone.csv')];
		const gone = await runs.whenEnded(runs.start(files, {}));
		expect(gone).toMatchObject({ state: 'failed', failureCode: 'E_FILE', reports: [] });
		expect(gone.failure).toContain('gone.csv');
		expect(gone.failure).not.toContain(dir);
	});

	it('can be cancelled, leaving nothing of the file it was at', async () => {
		const { cache } = makeCache();
		const dir = writeFolder();
		const runs = createImportRuns({ cache, reader: exportReader, nowS: () => NOW_S });
		const runId = runs.start([named(join(dir, '2 events.csv'), '2 events.csv')], {});
		expect(runs.cancel(runId)).toBe(true);
		expect((await runs.whenEnded(runId)).state).toBe('cancelled');
		expect(runs.cancel(runId)).toBe(false);
		expect(loadSnapshot(cache.reader).events.length).toBe(0);
		expect(() => runs.get(99)).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
	});

	it('reads a quarantined file again where it still lies, else says so', async () => {
		const { cache } = makeCache();
		const dir = makeFolder();
		const path = join(dir, 'events.csv');
		writeFileSync(path, `${EVENTS}E3,2026-13-45 09:00:00,东街道,处置中\n`);
		const runs = createImportRuns({ cache, reader: exportReader, nowS: () => NOW_S });
		const asOfS = secondsFromWallClock(2026, 11, 23, 8, 0);
		const first = await runs.whenEnded(runs.start([named(path, 'events.csv')], { asOfS }));
		expect(first.reports[0]?.rows).toMatchObject({ inserted: 2, quarantined: 1 });
		writeFileSync(path, `${EVENTS}E3,2026-11-22 09:00:00,东街道,处置中\n`);
		const retry = await findRetry(cache.reader, 1);
		const again = await runs.whenEnded(runs.start([retry.file], retry.options));
		expect(again.reports[0]?.rows).toMatchObject({ inserted: 1, unchanged: 2, quarantined: 0 });
		// As of when it was imported, though its own rows end earlier: it is no older file.
		expect(again.reports[0]).toMatchObject({ asOf: '2026-11-23T08:00:00+08:00', warnings: [] });
		rmSync(path);
		await expect(findRetry(cache.reader, 1)).rejects.toMatchObject({ code: 'E_GONE' });
		await expect(findRetry(cache.reader, 9)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
	});
});
